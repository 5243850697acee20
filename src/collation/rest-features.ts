import { Flag } from '../witness/witness.js';
import { flagsAt, type Column, type Columns } from './column.js';
import type { CollationView, RelationFeatures } from './relation-features.js';

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
    const here = outside(columns.base, inside.base, columns, isAsked);
    const there = outside(columns.witness, inside.witness, columns, isAsked);
    let bits = PRIOR * PRIOR_BITS;
    for (const [lemma, worth] of here) if (there.has(lemma)) bits += worth;
    return bits / (Math.min(total(here), total(there)) + PRIOR_BITS);
  };
  return {
    restContent: shared((flags) => (flags & (Flag.name | Flag.number)) === 0),
    restNames: shared((flags) => (flags & Flag.name) !== 0),
    restNumbers: shared((flags) => (flags & Flag.number) !== 0),
  };
}

/** Bits of each lemma that stands outside of passages. */
function outside(
  column: Column,
  inside: Uint8Array,
  { vocabulary }: Columns,
  isAsked: (flags: number) => boolean,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    const type = column.type[i] ?? 0;
    if (inside[i] === 0 && vocabulary.isFunction[type] === 0 && isAsked(flagsAt(column, i)))
      found.set(vocabulary.lemma[type] ?? 0, vocabulary.bits[type] ?? 0);
  }
  return found;
}

function total(bits: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const value of bits.values()) sum += value;
  return sum;
}

/** A rest of a word or two says little: it is filled up with one word of which a fifth is shared. */
const PRIOR = 0.2;
const PRIOR_BITS = 12;
