import type { Skeleton } from './skeleton.js';

/**
 * Grams in columns. A gram is the shortest run of skeleton tokens from a given one whose joint information reaches a number of
 * bits, so that it is about equally rare whether it's made of two surnames or of six function words; fewer tokens, more likely
 * to survive. Cost: linear in the skeleton (at most `MOST_TOKENS` steps a token).
 */
export interface Grams {
  readonly length: number;
  /** In [0, 2^52). */
  readonly hash: Float64Array;
  /** First and last of its tokens, as indices into the skeleton. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly bits: Uint8Array;
  /** How likely all its tokens are left alone. */
  readonly survival: Float64Array;
}

/** Bits that a gram must have. Of 40 spun words (two spinners) among the first 100 of 8,000: 21 bits .958 and .960, 24 .960 and .955, 27 .958 and .955, 29 .953 and .935; 21 read three times the postings of 27. */
const GRAM_BITS = 27;
/** 3 found the same. */
const FEWEST_TOKENS = 2;
/** 4 and 5 found the same within .005. */
const MOST_TOKENS = 6;
/** Tokens that a gram may span. 20 and 45 words found the same. */
const LONGEST_SPAN = 34;
/** How far behind the first token one may be left out: to 2 only, .930 instead of .948 of spun passages are found; to 6, no more than to 4. */
const DEEPEST_OMISSION = 4;

/** The gram that begins at each skeleton token, in order; none where the text ends or thins out before it has its bits. */
export function grams(skeleton: Skeleton): Grams {
  const found = room(skeleton.length);
  for (let i = 0; i < skeleton.length; i++) put(found, skeleton, i, -1);
  return found;
}

/** The same, then those that begin at each token when one later token is taken for an insertion by the copyist and left out. */
export function askedGrams(skeleton: Skeleton): Grams {
  const found = room(skeleton.length * (1 + DEEPEST_OMISSION));
  for (let i = 0; i < skeleton.length; i++) put(found, skeleton, i, -1);
  for (let i = 0; i < skeleton.length; i++) {
    let without = i + 1;
    while (without <= i + DEEPEST_OMISSION && put(found, skeleton, i, without)) without++;
  }
  return found;
}

type Growing = { -readonly [column in keyof Grams]: Grams[column] };

function room(size: number): Growing {
  return {
    length: 0,
    hash: new Float64Array(size),
    first: new Uint32Array(size),
    last: new Uint32Array(size),
    bits: new Uint8Array(size),
    survival: new Float64Array(size),
  };
}

/** Adds the gram that begins at a token; false where there is none, or none that reaches the token left out. */
function put(found: Growing, skeleton: Skeleton, first: number, without: number): boolean {
  const most = (skeleton.at[first] ?? 0) + LONGEST_SPAN;
  let [bits, survival, members] = [0, 1, 0];
  // 52 bits out of two lanes that mix the members' hashes in order.
  let a = 0x1234567;
  let b = 0x89abcde;
  for (let i = first; i < skeleton.length && members < MOST_TOKENS; i++) {
    if (i === without) continue;
    if ((skeleton.at[i] ?? 0) >= most) return false;
    members++;
    bits += skeleton.bits[i] ?? 0;
    survival *= skeleton.survival[i] ?? 0;
    a = Math.imul(a ^ (skeleton.low[i] ?? 0), 0x85ebca6b);
    a ^= a >>> 13;
    b = Math.imul(b ^ (skeleton.high[i] ?? 0), 0xc2b2ae35);
    b ^= b >>> 16;
    a = (a + Math.imul(b, 5)) | 0;
    if (bits < GRAM_BITS || members < FEWEST_TOKENS) continue;
    if (i < without) return false;
    const at = found.length++;
    found.hash[at] = finish(a, b);
    found.first[at] = first;
    found.last[at] = i;
    found.bits[at] = bits;
    found.survival[at] = survival;
    return true;
  }
  return false;
}

function finish(lane: number, other: number): number {
  const a = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  const b = Math.imul(other ^ (other >>> 15), 0x846ca68b);
  const high = (a ^ (a >>> 15)) & 0xfffff;
  return high * 2 ** 32 + ((b ^ (b >>> 13)) >>> 0);
}
