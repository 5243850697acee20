import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Probe } from './fingerprints.js';
import { grams, reducedGrams } from './gram.js';
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
  const found = new Map<number, Probe>();
  const all = [...grams(skeleton), ...reducedGrams(skeleton)];
  const step = Math.max(1, all.length / MOST_PROBES);
  for (let i = 0; i < all.length; i += step) {
    const gram = all[Math.floor(i)];
    if (gram === undefined || found.has(gram.hash)) continue;
    found.set(gram.hash, { hash: gram.hash, at: gram.from, weight: Math.round(gram.bits * WEIGHT_A_BIT) });
  }
  return [...found.values()].sort((a, b) => a.at - b.at || a.hash - b.hash);
}
