import { firstWhere } from '../witness/first-where.js';

/**
 * Dates against an order of age. A page's date is either true, and then all true dates must stand in their order, whatever the
 * pages have to do with each other; or it lies, which costs once, however many pages hang on it. Since an order ranks ancestors
 * before descendants, a true date also speaks through undated, lying and lost pages between.
 */

/** When each witness claims to have been published; undefined where it doesn't say exactly, as with lost ones. */
export type Times = readonly (number | undefined)[];

/**
 * Nats of a date that lies. More than ln(.95 / .05) = 2.9, since words count for more nats than they are worth, not being independent.
 * Edges right on 40 tuning families: .850 at 0, .855 at 4, .861 at 8, .855 at 14; on 44 others .856 at 0 (and a credit at 8), .872 at 8.
 */
const LIE_NATS = 8;

/** Nats of the fewest dates that must lie in this order: all but the longest run of dates that never fall (Fredman 1975). */
export function lieNats(order: readonly number[], times: Times): number {
  /** For each length the earliest time that a run of that length can end on. */
  const ends: number[] = [];
  let dated = 0;
  for (const witness of order) {
    const time = times[witness];
    if (time === undefined) continue;
    dated++;
    ends[firstAfter(ends, time)] = time;
  }
  return LIE_NATS * (ends.length - dated);
}

/** The first place of a rising list that holds more than this; its length if none does. */
function firstAfter(rising: readonly number[], time: number): number {
  return firstWhere(rising.length, (i) => (rising[i] ?? 0) > time);
}
