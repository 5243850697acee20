import type { ChangeField, Range } from '../collation/collation.js';
import type { Witness } from '../witness/witness.js';
import type { Statement } from './statement.js';

/** A place where one page has a statement otherwise than another. */
export interface ReadingDifference {
  /** What differs: the words of a quotation, or a figure, a day, a name, the meaning. */
  readonly field: ChangeField;
  readonly from: string;
  readonly to: string;
}

/** A statement on its page. */
export interface Said {
  readonly witness: Witness;
  readonly statement: Statement;
}

/** Whether a difference makes another statement of it; a quotation in other words is still the same one. */
export function changesSense({ field }: ReadingDifference): boolean {
  return field !== 'quotes';
}

/** Where a statement stands: cue and content, with the words between them. */
export function extentOf({ statement: { cue, content } }: Said): readonly Range[] {
  const [first] = content;
  const last = cue.at(-1);
  if (first === undefined || last === undefined || last[1] > first[0]) return [...cue, ...content];
  return [...cue.slice(0, -1), [last[0], first[1]], ...content.slice(1)];
}
