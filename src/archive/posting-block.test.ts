import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectArticles, packPostings, sortPostings, unpackPostings } from './posting-block.js';

const POSTING = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 ** 52 - 1 })),
  fc.integer({ min: 0, max: 2 ** 40 }),
);

function columns(pairs: readonly (readonly [number, number])[]): { hashes: Float64Array; articles: Float64Array } {
  return {
    hashes: Float64Array.from(pairs, ([hash]) => hash),
    articles: Float64Array.from(pairs, ([, article]) => article),
  };
}

function unpack(bytes: Uint8Array): (readonly [number, number])[] {
  const { hashes, articles } = unpackPostings(bytes);
  return Array.from(hashes, (hash, i) => [hash, articles[i] ?? -1] as const);
}

it('packed postings unpack to themselves', () => {
  const distinct = fc
    .uniqueArray(POSTING, { selector: String, maxLength: 200 })
    .map((pairs) => pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  fc.assert(
    fc.property(distinct, (pairs) => {
      expect(unpack(packPostings(columns(pairs), 0, pairs.length))).toEqual(pairs);
    }),
  );
});

it('a hash’s articles are collected from a block, up to as many as asked', () => {
  const bytes = packPostings(
    columns([
      [1, 1],
      [1, 5],
      [9, 2],
      [9, 700],
    ]),
    0,
    4,
  );
  const collect = (hash: number, atMost = Infinity): unknown => {
    const found: number[] = [];
    collectArticles(bytes, { hash, atMost }, found);
    return found;
  };
  expect(collect(0)).toEqual([]);
  expect(collect(1)).toEqual([1, 5]);
  expect(collect(1, 1)).toEqual([1]);
  expect(collect(5)).toEqual([]);
  expect(collect(9)).toEqual([2, 700]);
  expect(collect(10)).toEqual([]);
});

it('a damaged block is an error, not an endless number', () => {
  expect(() => unpack(Buffer.alloc(30, 255))).toThrow('damaged');
  expect(() => unpack(Buffer.of(1, 129))).toThrow('damaged');
  for (const bytes of [Buffer.of(1, 129), Buffer.of(129)]) {
    expect(() => collectArticles(bytes, { hash: 1, atMost: 9 }, [])).toThrow('damaged');
  }
});

it('postings of many witnesses are ordered by hash, then article', () => {
  const hash = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 52 - 1 }));
  const witnesses = fc.array(fc.uniqueArray(hash, { maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(witnesses, fc.constantFrom(1, 500), (lists, copies) => {
      const rows = Array.from({ length: copies }, () => lists)
        .flat()
        .map((hashes, i) => ({ key: i * 3 + 1, hashes: Float64Array.from(hashes) }));
      const pairs = rows.flatMap(({ key, hashes }) => Array.from(hashes, (one) => [one, key] as const));
      expect(sortPostings(rows)).toEqual(columns(pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])));
    }),
    { numRuns: 20 },
  );
});
