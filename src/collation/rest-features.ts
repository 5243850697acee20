import { Flag } from '../witness/witness.js';
import { flagsAt } from './column.js';
import type { CollationView, RelationFeatures } from './collation-view.js';
import { sharedBits } from './shared-bits.js';

/**
 * What the two share outside of their passages: two reports of one event share names, numbers and words all over; a page
 * that only lifts a paragraph shares nothing else.
 */
export function restFeatures({ columns, passages }: CollationView): RelationFeatures {
  const inside = { base: new Uint8Array(columns.base.length), witness: new Uint8Array(columns.witness.length) };
  for (const { steps } of passages) {
    for (const { base, witness } of steps) {
      inside.base.fill(1, ...base);
      inside.witness.fill(1, ...witness);
    }
  }
  const shared = (isAsked: (flags: number) => boolean): number => {
    const rest = sharedBits(columns, (column, i) => {
      const covered = column === columns.base ? inside.base : inside.witness;
      return covered[i] === 0 && isAsked(flagsAt(column, i));
    });
    return (PRIOR * PRIOR_BITS + rest.shared) / (rest.least + PRIOR_BITS);
  };
  return {
    restContent: shared((flags) => (flags & (Flag.name | Flag.number)) === 0),
    restNames: shared((flags) => (flags & Flag.name) !== 0),
    restNumbers: shared((flags) => (flags & Flag.number) !== 0),
  };
}

/** A rest of a word or two says little: it is filled up with one word of which a fifth is shared. */
const PRIOR = 0.2;
const PRIOR_BITS = 12;
