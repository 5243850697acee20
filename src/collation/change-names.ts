import { Flag } from '../witness/witness.js';
import type { Change } from './collation.js';
import type { Column, Columns } from './column.js';
import { changeAt, joinNeighbours, wordChanges, type ChangeView } from './find-changes.js';
import type { Variation } from './find-variants.js';
import { spanAt } from './name-variant.js';

type Words = readonly [from: number, to: number];

/** Persons, places, offices and bodies that one side names otherwise. A name cut short or given in full is no change, nor is a demonym. */
export function changedNames(view: ChangeView): readonly Change[] {
  const { columns } = view;
  return view.passages.flatMap((passage) => {
    const changed = wordChanges(passage).filter((variation) => isExchange(variation, columns));
    return joinNeighbours(changed).map((words) =>
      changeAt(columns, words, (from, to) => `A name differs: “${from}” in the base, “${to}” in the witness.`),
    );
  });
}

function isExchange({ base, witness }: Variation, columns: Columns): boolean {
  const here = namesIn(columns.base, base);
  const there = namesIn(columns.witness, witness);
  if (here.length === 0 || there.length === 0) return false;
  const { lexicon } = columns;
  const isKnown = (name: string, others: readonly string[]): boolean => others.some((other) => areOneName(name, other) || (lexicon.place(name) ?? name) === (lexicon.place(other) ?? other));
  return !here.every((name) => isKnown(name, there)) && !there.every((name) => isKnown(name, here));
}

/** One letter more or less, an initial, a plural: the same name written otherwise. */
function areOneName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const bare = short.replaceAll('.', '');
  return bare === long.replaceAll('.', '') || (bare.length >= 3 && long.startsWith(bare) && long.length - bare.length <= 2) || (bare.length === 1 && long.startsWith(bare));
}

/** Capitalised words of names in a run, dates aside. */
function namesIn(column: Column, [from, to]: Words): string[] {
  const { witness } = column;
  const found: string[] = [];
  for (let i = from; i < to; i++) {
    const token = column.token[i] ?? 0;
    const flags = witness.flags[token] ?? 0;
    if ((flags & Flag.name) === 0 || (flags & Flag.capital) === 0 || spanAt(witness.dates, token) >= 0) continue;
    found.push(witness.forms[witness.form[token] ?? 0] ?? '');
  }
  return found;
}
