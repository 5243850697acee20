import type { Skeleton } from './skeleton.js';

/**
 * A gram: the shortest run of skeleton tokens from a given one whose joint information reaches a number of bits, so that it is
 * about equally rare whether it's made of two surnames or of six function words; fewer tokens, more likely to survive.
 * Cost: linear in the skeleton (at most `MOST_TOKENS` steps a token).
 */
export interface Gram {
  /** In [0, 2^52). */
  readonly hash: number;
  /** Token positions in the witness, half-open. */
  readonly from: number;
  readonly to: number;
  readonly bits: number;
  /** How likely all its tokens are left alone. */
  readonly survival: number;
  /** Indices into the skeleton. */
  readonly members: readonly number[];
}

/** Bits that a gram must have. Of 40 spun words (two spinners) among the first 100 of 8,000: 21 bits .958 and .960, 24 .960 and .955, 27 .958 and .955, 29 .953 and .935; 21 read three times the postings of 27. */
const GRAM_BITS = 27;
/** 3 found the same. */
const FEWEST_TOKENS = 2;
/** 4 and 5 found the same within .005. */
const MOST_TOKENS = 6;
/** Tokens that a gram may span. 20 and 45 words found the same. */
const LONGEST_SPAN = 34;

/** The gram that begins at each skeleton token, in order; none where the text ends or thins out before it has its bits. */
export function grams(skeleton: Skeleton): Gram[] {
  const found: Gram[] = [];
  for (let i = 0; i < skeleton.length; i++) {
    const gram = gramAt(skeleton, i, -1);
    if (gram !== undefined) found.push(gram);
  }
  return found;
}

/** The grams that begin at each token when one later token is taken for an insertion by the copyist and left out. */
export function reducedGrams(skeleton: Skeleton): Gram[] {
  const found: Gram[] = [];
  for (let i = 0; i < skeleton.length; i++) {
    for (let without = i + 1; without <= i + DEEPEST_OMISSION; without++) {
      const gram = gramAt(skeleton, i, without);
      if (gram === undefined || (gram.members.at(-1) ?? 0) < without) break;
      found.push(gram);
    }
  }
  return found;
}

/** How far behind the first token one may be left out: to 2 only, .930 instead of .948 of spun passages are found; to 6, no more than to 4. */
const DEEPEST_OMISSION = 4;

function gramAt(skeleton: Skeleton, first: number, without: number): Gram | undefined {
  const members: number[] = [];
  const start = skeleton.at[first] ?? 0;
  let bits = 0;
  let survival = 1;
  for (let i = first; i < skeleton.length && members.length < MOST_TOKENS; i++) {
    if (i === without) continue;
    const at = skeleton.at[i] ?? 0;
    if (at - start >= LONGEST_SPAN) return undefined;
    members.push(i);
    bits += skeleton.bits[i] ?? 0;
    survival *= skeleton.survival[i] ?? 0;
    if (bits >= GRAM_BITS && members.length >= FEWEST_TOKENS) {
      return { hash: hashGram(skeleton, members), from: start, to: at + 1, bits, survival, members };
    }
  }
  return undefined;
}

/** 52 bits out of two lanes that mix the members' hashes in order. */
function hashGram(skeleton: Skeleton, members: readonly number[]): number {
  let a = 0x1234567;
  let b = 0x89abcde;
  for (const member of members) {
    a = Math.imul(a ^ (skeleton.low[member] ?? 0), 0x85ebca6b);
    a ^= a >>> 13;
    b = Math.imul(b ^ (skeleton.high[member] ?? 0), 0xc2b2ae35);
    b ^= b >>> 16;
    a = (a + Math.imul(b, 5)) | 0;
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  b = Math.imul(b ^ (b >>> 15), 0x846ca68b);
  const high = (a ^ (a >>> 15)) & 0xfffff;
  return high * 2 ** 32 + ((b ^ (b >>> 13)) >>> 0);
}
