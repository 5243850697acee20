import { describe, expect, it } from 'vitest';
import type { Probe } from './fingerprints.js';
import { rankCandidates, type Hits } from './rank-candidates.js';

/** A probe every ten tokens; its hash is its number. */
const PROBES: readonly Probe[] = Array.from({ length: 40 }, (_, i) => ({ hash: i, at: i * 10, weight: 200 }));

function hits(found: Readonly<Record<number, readonly number[]>>): Hits {
  const pairs = Object.entries(found).flatMap(([key, hashes]) => hashes.map((hash) => [Number(key), hash] as const));
  return { keys: Float64Array.from(pairs, ([key]) => key), hashes: Float64Array.from(pairs, ([, hash]) => hash) };
}

const order = (found: Readonly<Record<number, readonly number[]>>, limit = 20): number[] =>
  rankCandidates(PROBES, hits(found), limit).map(({ key }) => key);

describe('rankCandidates', () => {
  it('prefers hits that stand close together to as many that are scattered', () => {
    expect(order({ 1: [2, 20, 38], 2: [10, 11, 12] })).toEqual([2, 1]);
  });

  it('puts the smaller key first where scores are equal', () => {
    expect(order({ 9: [3, 4], 4: [3, 4] })).toEqual([4, 9]);
  });

  it('brings the source of a short passage up before the third kin of a long one', () => {
    const kin = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(order({ 1: kin, 2: kin, 3: kin, 4: kin, 5: [30, 31, 32] }).slice(0, 3)).toContain(5);
  });

  it('passes over hashes that were not asked for', () => {
    expect(order({ 1: [500], 2: [5] })).toEqual([2]);
  });

  it('finds nothing where nothing was hit, and no more than it may', () => {
    expect(order({})).toEqual([]);
    expect(order({ 1: [1], 2: [2], 3: [3] }, 2)).toHaveLength(2);
  });
});
