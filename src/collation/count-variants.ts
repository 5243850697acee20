import type { Collation, VariantKind } from './collation.js';

/**
 * How many variants of each kind two pages have, place by place: what is said of swapped, added and dropped words anywhere.
 * `swapped`: places where a word or a phrase stands for another (synonyms and substitutions); another form or spelling of
 * the same word is in `form`.
 */
export interface VariantCounts {
  readonly all: number;
  readonly swapped: number;
  readonly omitted: number;
  readonly added: number;
  readonly moved: number;
  readonly form: number;
}

/** Counts the places where two pages differ inside their passages. */
export function countVariants({ passages }: Pick<Collation, 'passages'>): VariantCounts {
  const counts = { all: 0, swapped: 0, omitted: 0, added: 0, moved: 0, form: 0 };
  for (const { variants } of passages)
    for (const { kind } of variants) {
      counts.all++;
      counts[COUNTED[kind]]++;
    }
  return counts;
}

const COUNTED: Readonly<Record<VariantKind, keyof VariantCounts>> = {
  synonym: 'swapped',
  substitution: 'swapped',
  omission: 'omitted',
  addition: 'added',
  transposition: 'moved',
  inflection: 'form',
  spelling: 'form',
};
