import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumArborescence } from './arborescence.js';

describe('maximumArborescence', () => {
  it('breaks a ring of mutual preference where it costs least', () => {
    const weight = [
      Float64Array.of(-Infinity, 10, 1),
      Float64Array.of(9, -Infinity, 8),
      Float64Array.of(1, 1, -Infinity),
    ];
    expect([...maximumArborescence({ weight, root: Float64Array.of(0, 0, 0) })]).toEqual([-1, 0, 1]);
  });

  it('weighs as much as the best of all trees', () => {
    const size = 4;
    const cell = fc.integer({ min: -5, max: 20 });
    const table = fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(table, fc.array(cell, { minLength: size, maxLength: size }), (rows, root) => {
        const weights = { weight: rows.map((row) => Float64Array.from(row)), root: Float64Array.from(root) };
        const found = [...maximumArborescence(weights)];
        expect(isForest(found)).toBe(true);
        expect(worth(found, rows, root)).toBe(Math.max(...forests(size).map((forest) => worth(forest, rows, root))));
      }),
    );
  });
});

function worth(forest: readonly number[], rows: readonly (readonly number[])[], root: readonly number[]): number {
  return forest.reduce(
    (sum, exemplar, copy) => sum + (exemplar < 0 ? (root[copy] ?? 0) : (rows[exemplar]?.[copy] ?? 0)),
    0,
  );
}

function isForest(ways: readonly number[]): boolean {
  return ways.every((_, start) => {
    let node = start;
    for (let step = 0; step <= ways.length; step++) {
      if (node < 0) return true;
      node = ways[node] ?? -1;
    }
    return false;
  });
}

function forests(size: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < size; i++)
    all = all.flatMap((ways) => Array.from({ length: size + 1 }, (_, k) => [...ways, k - 1]));
  return all.filter((ways) => ways.every((way, i) => way !== i) && isForest(ways));
}
