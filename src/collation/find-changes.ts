import type { Change, ChangeField, Changes } from './collation.js';
import { changedByline, changedCredit } from './change-credits.js';
import { changedDates, changedNumbers } from './change-figures.js';
import { changedMeaning } from './change-meaning.js';
import { changedNames } from './change-names.js';
import { changedQuotes } from './change-quotes.js';
import type { Columns } from './column.js';
import type { AlignedPassage } from './find-passages.js';
import type { Variation } from './find-variants.js';
import type { Kin } from './kin.js';
import { rangeOf } from './name-variant.js';

/** What finding changes goes by. */
export interface ChangeView {
  readonly columns: Columns;
  readonly kin: Kin;
  readonly passages: readonly AlignedPassage[];
}

/**
 * The changes that matter to people, sorted by field; each with both readings and a sentence that takes no side.
 * A variant in other spelling is none, nor is a whole sentence that one side has alone: those are for the passages to show.
 */
export function findChanges(view: ChangeView): Changes {
  const byField: Record<ChangeField, readonly Change[]> = {
    quotes: changedQuotes(view),
    numbers: changedNumbers(view),
    dates: changedDates(view),
    names: changedNames(view),
    meaning: changedMeaning(view),
    byline: changedByline(view),
    credit: changedCredit(view),
  };
  return byField;
}

/** A change over a run of words on both sides. */
export function changeAt(columns: Columns, words: Pick<Variation, 'base' | 'witness'>, sentence: (from: string, to: string) => string): Change {
  const base = rangeOf(columns.base, words.base);
  const witness = rangeOf(columns.witness, words.witness);
  const from = columns.base.witness.text.slice(...base);
  const to = columns.witness.witness.text.slice(...witness);
  return { base, witness, from, to, sentence: sentence(from, to) };
}

/** Variations of a passage that change a word: neither other spelling nor moved. */
export function wordChanges(passage: AlignedPassage): readonly Variation[] {
  return passage.variations.filter((variation, v) => !variation.moved && passage.passage.variants[v]?.kind !== 'spelling');
}

/** Joins variations that follow each other without a word between. */
export function joinNeighbours(variations: readonly Variation[]): readonly Variation[] {
  const found: Variation[] = [];
  for (const variation of variations) {
    const last = found.at(-1);
    if (last && last.base[1] === variation.base[0] && last.witness[1] === variation.witness[0]) {
      found[found.length - 1] = { base: [last.base[0], variation.base[1]], witness: [last.witness[0], variation.witness[1]], moved: false };
    } else found.push(variation);
  }
  return found;
}
