import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Fingerprints } from './fingerprints.js';
import { grams, type Gram } from './gram.js';
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
  const wanted = Math.max(FEWEST, Math.round(skeleton.words / WORDS_A_FINGERPRINT));
  const uses = new Uint16Array(skeleton.length);
  const hashes = new Set<number>();
  const blocks = inBlocks(grams(skeleton), witness.length, Math.max(1, Math.round(skeleton.words / BLOCK_WORDS)));
  blocks.forEach((block, b) => {
    const owed = Math.round((wanted * (b + 1)) / blocks.length) - hashes.size;
    takeBest(block, { owed, uses, hashes });
  });
  return { hashes: Float64Array.from(hashes).sort() };
}

function inBlocks(all: readonly Gram[], length: number, count: number): Gram[][] {
  const blocks: Gram[][] = Array.from({ length: count }, () => []);
  for (const gram of all) blocks[Math.min(count - 1, Math.floor((gram.from / length) * count))]?.push(gram);
  return blocks;
}

interface Taking {
  readonly owed: number;
  readonly uses: Uint16Array;
  readonly hashes: Set<number>;
}

function takeBest(block: readonly Gram[], { owed, uses, hashes }: Taking): void {
  const left = new Set(block);
  for (let taken = 0; taken < owed && left.size > 0;) {
    let best: Gram | undefined;
    let most = -1;
    for (const gram of left) {
      const worth = worthOf(gram, uses);
      if (worth > most) [best, most] = [gram, worth];
    }
    if (best === undefined) return;
    left.delete(best);
    if (hashes.has(best.hash)) continue;
    hashes.add(best.hash);
    taken++;
    for (const member of best.members) uses[member] = (uses[member] ?? 0) + 1;
  }
}

/** Survival alone: all grams say about equally much (with the square root of their information .958 instead of .973 are found, and a seventh fewer postings to read). */
function worthOf(gram: Gram, uses: Uint16Array): number {
  let used = 0;
  for (const member of gram.members) used += uses[member] ?? 0;
  return gram.survival / (1 + REUSE * used);
}
