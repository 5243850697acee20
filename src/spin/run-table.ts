import { mix } from './word-hash.js';

/**
 * A static table from collocations to how often they were counted, that does not hold the collocations themselves:
 * three cells, found by hashing, are XORed to a fingerprint and a level. A collocation that was never counted passes
 * for a counted one in 1 of 256 cases.
 * Source: Graf and Lemire, "Binary Fuse Filters", JEA 2022; as a function: Chazelle et al., "The Bloomier Filter", 2004.
 * Cost: three reads a look-up; 13.5 bits a collocation.
 */
export interface RunTable {
  readonly seed: number;
  readonly segmentLength: number;
  readonly segments: number;
  /** Low eight bits of each cell: the fingerprint. */
  readonly prints: Uint8Array;
  /** High four bits of each cell, two cells a byte: the level. */
  readonly levels: Uint8Array;
}

/** Kinds of collocation: neighbours, three in a row, two content words with function words between. */
export const Kind = { pair: 0, triple: 1, apart: 2 } as const;

/** Least count of each level. Sixteen levels, denser where counts are small: the ratio to the expected count decides, not the count. */
export const LEVELS: readonly number[] = [1, 2, 3, 4, 6, 9, 14, 22, 36, 60, 100, 180, 350, 800, 2500, 10000];

/** Places of a key's three cells, its fingerprint last, written into `places`. */
export function placeKey(
  table: Pick<RunTable, 'seed' | 'segmentLength' | 'segments'>,
  high: number,
  low: number,
  places: Uint32Array,
): void {
  const at = Math.floor((mix(low ^ table.seed) / 2 ** 32) * table.segments * table.segmentLength);
  const mask = table.segmentLength - 1;
  const turned = mix(high + table.seed);
  places[0] = at;
  places[1] = (at + table.segmentLength) ^ (turned & mask);
  places[2] = (at + 2 * table.segmentLength) ^ ((turned >>> 16) & mask);
  places[3] = mix(high ^ Math.imul(low, 0x9e3779b1)) & 0xff;
}

/** The two halves of a collocation's key. */
export function keyOf(
  kind: number,
  first: number,
  second: number,
  third: number,
): { readonly high: number; readonly low: number } {
  return { high: keyHigh(kind, first, second, third), low: keyLow(kind, first, second, third) };
}

/** About how often the collocation was counted; 0 where it was not. */
export function runCount(table: RunTable, kind: number, first: number, second: number, third = 0): number {
  if (first === 0 || second === 0) return 0;
  const high = keyHigh(kind, first, second, third);
  const low = keyLow(kind, first, second, third);
  const length = table.segmentLength;
  const a = Math.floor((mix(low ^ table.seed) / 2 ** 32) * table.segments * length);
  const turned = mix(high + table.seed);
  const b = (a + length) ^ (turned & (length - 1));
  const c = (a + 2 * length) ^ ((turned >>> 16) & (length - 1));
  const print = mix(high ^ Math.imul(low, 0x9e3779b1)) & 0xff;
  if (((table.prints[a] ?? 0) ^ (table.prints[b] ?? 0) ^ (table.prints[c] ?? 0)) !== print) return 0;
  return LEVELS[levelAt(table, a) ^ levelAt(table, b) ^ levelAt(table, c)] ?? 0;
}

function levelAt(table: RunTable, cell: number): number {
  return ((table.levels[cell >>> 1] ?? 0) >>> ((cell & 1) << 2)) & 15;
}

function keyLow(kind: number, first: number, second: number, third: number): number {
  const two = mix(Math.imul(first, 0x9e3779b1) + second);
  return (mix(Math.imul(two, 0x85ebca77) + third) + Math.imul(kind, 0x9e3779b9)) >>> 0;
}

function keyHigh(kind: number, first: number, second: number, third: number): number {
  return mix(Math.imul(first, 0xc2b2ae3d) ^ Math.imul(second, 0x27d4eb2f) ^ Math.imul(third, 0x165667b1) ^ kind);
}
