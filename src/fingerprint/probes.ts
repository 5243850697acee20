import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Probe } from './fingerprints.js';
import { askedGrams } from './gram.js';
import { toSkeleton } from './skeleton.js';

/**
 * Look-ups for one query at most; a page of 400 words has some 800. Beyond (a page of 2,000 words) every second, third, … is
 * asked, evenly over the page.
 */
const MOST_PROBES = 4000;

/** Weights are integers: this many to the bit. */
export const WEIGHT_UNIT = 16;
/** A little for information, besides rarity in the archive. Four times as much found the same within .015. */
const WEIGHT_A_BIT = 1;

/**
 * What to ask the archive about a page: all grams of its skeleton, also with one token left out, in order of position;
 * each hash once. The index holds few, the query asks densely: nothing is lost by where a copy begins.
 */
export function probes(witness: Witness, lexicon: Lexicon): readonly Probe[] {
  const skeleton = toSkeleton(witness, lexicon);
  const { length, hash, first, bits } = askedGrams(skeleton);
  const step = Math.max(1, length / MOST_PROBES);
  const found: Probe[] = [];
  const isNew = meetsFirst(length);
  for (let i = 0; i < length; i += step) {
    const gram = Math.floor(i);
    const own = hash[gram] ?? 0;
    if (!isNew(own)) continue;
    const at = skeleton.at[first[gram] ?? 0] ?? 0;
    found.push({ hash: own, at, weight: Math.round((bits[gram] ?? 0) * WEIGHT_A_BIT) });
  }
  return found.sort((a, b) => a.at - b.at || a.hash - b.hash);
}

/** Whether a hash is met for the first time. Its bits are random enough to be their own place in a table. */
function meetsFirst(most: number): (hash: number) => boolean {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const table = new Float64Array(size).fill(-1);
  return (hash) => {
    let at = hash % size;
    while (table[at] !== -1 && table[at] !== hash) at = (at + 1) % size;
    if (table[at] === hash) return false;
    table[at] = hash;
    return true;
  };
}
