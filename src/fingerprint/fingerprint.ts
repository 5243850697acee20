import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Fingerprints } from './fingerprints.js';
import { grams, type Grams } from './gram.js';
import { toSkeleton } from './skeleton.js';

/**
 * Which few hashes betray a text, even reworded.
 * Idea: of all grams of the skeleton keep those most likely to survive and to say something, spread over the text so that any
 * passage of 40 words has some of its own: block by block, greedily, a gram counting less for each of its tokens that
 * already serves another (what a copyist swaps takes all grams with it).
 * Cost: linear in the text (blocks are of constant size). Guarantee: a number in proportion to length, the same for the same text.
 */

/** Words for one fingerprint: a mean of 79 on articles of 100 words and more, which have 430 on the average. */
const WORDS_A_FINGERPRINT = 5.4;
const FEWEST = 4;
/** Words in which a share of the number is spent before going on. Blocks of 120 words found .902 of a hard set, of 60 .925, of 30 .940; shorter ones leave little to choose from. */
const BLOCK_WORDS = 46;
/** How much each use of a token by another gram counts against one. .25 and 1 found the same. */
const REUSE = 0.5;

/** The fingerprints to index of a witness: about one for each 5.4 words, distinct, ascending. */
export function fingerprint(witness: Witness, lexicon: Lexicon): Fingerprints {
  const skeleton = toSkeleton(witness, lexicon);
  const all = grams(skeleton);
  const wanted = Math.max(FEWEST, Math.round(skeleton.words / WORDS_A_FINGERPRINT));
  const blocks = Math.max(1, Math.round(skeleton.words / BLOCK_WORDS));
  const taking = { uses: new Uint16Array(skeleton.length), hashes: new Set<number>() };
  for (let b = 0, from = 0, to = 0; b < blocks; b++, from = to) {
    while (to < all.length && blockOf(skeleton.at[all.first[to] ?? 0] ?? 0, witness.length, blocks) === b) to++;
    const owed = Math.round((wanted * (b + 1)) / blocks) - taking.hashes.size;
    takeBest(all, { from, to, owed, ...taking });
  }
  return { hashes: Float64Array.from(taking.hashes).sort() };
}

function blockOf(at: number, length: number, count: number): number {
  return Math.min(count - 1, Math.floor((at / length) * count));
}

interface Taking {
  /** Grams to take from, half-open. */
  readonly from: number;
  readonly to: number;
  readonly owed: number;
  readonly uses: Uint16Array;
  readonly hashes: Set<number>;
}

function takeBest(all: Grams, { from, to, owed, uses, hashes }: Taking): void {
  const isTaken = new Uint8Array(to - from);
  for (let taken = 0, left = to - from; taken < owed && left > 0; left--) {
    let best = from;
    let most = -1;
    for (let gram = from; gram < to; gram++) {
      if (isTaken[gram - from] === 1) continue;
      const worth = worthOf(all, gram, uses);
      if (worth > most) [best, most] = [gram, worth];
    }
    isTaken[best - from] = 1;
    const hash = all.hash[best] ?? 0;
    if (hashes.has(hash)) continue;
    hashes.add(hash);
    taken++;
    for (let i = all.first[best] ?? 0; i <= (all.last[best] ?? -1); i++) uses[i] = (uses[i] ?? 0) + 1;
  }
}

/** Survival alone: all grams say about equally much (with the square root of their information .958 instead of .973 are found, and a seventh fewer postings to read). */
function worthOf(all: Grams, gram: number, uses: Uint16Array): number {
  let used = 0;
  for (let i = all.first[gram] ?? 0; i <= (all.last[gram] ?? -1); i++) used += uses[i] ?? 0;
  return (all.survival[gram] ?? 0) / (1 + REUSE * used);
}
