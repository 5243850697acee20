import type { Change, ChangeField, Changes, Range } from '../collation/collation.js';
import { sentenceRange } from './sentence-range.js';
import { extentOf, type ReadingDifference, type Said } from './reading-difference.js';

/**
 * Where two pages that one text came to have a statement otherwise: the collation's changes inside of it, on both sides.
 * A day counts in the whole sentence of the cue, as it says when the words were spoken.
 */
export function collatedDifferences(base: Said, witness: Said, changes: Changes): ReadingDifference[] {
  const places = { base: extentOf(base), witness: extentOf(witness) };
  const sentences = { base: cueSentences(base), witness: cueSentences(witness) };
  const within = (change: Change, { base: left, witness: right }: typeof places): boolean =>
    left.some((place) => meet(change.base, place)) && right.some((place) => meet(change.witness, place));
  return FIELDS.flatMap((field) =>
    changes[field]
      .filter((change) => within(change, places) || (isOfField(change, field, 'dates') && within(change, sentences)))
      .map((change) => ({ field: senseOf(change, field), from: change.from, to: change.to })),
  );
}

function isOfField({ also = [] }: Change, field: ChangeField, wanted: ChangeField): boolean {
  return field === wanted || also.includes(wanted);
}

/** A change of a quotation that is also one of a figure, a day, a name or the meaning is told as that. */
function senseOf({ also = [] }: Change, field: ChangeField): ChangeField {
  return field === 'quotes' ? (also[0] ?? field) : field;
}

/** What a statement can differ in; byline and credit are the page's. */
const FIELDS: readonly ChangeField[] = ['meaning', 'numbers', 'dates', 'names', 'quotes'];

function cueSentences({ witness, statement }: Said): Range[] {
  return statement.cue.map(([start]) => sentenceRange(witness, start));
}

/** Whether a changed stretch lies in a place; one that a side has nothing of, also at its edge. */
function meet([start, end]: Range, [from, to]: Range): boolean {
  return start === end ? from <= start && start <= to : start < to && end > from;
}
