import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packPostings, visitPostings } from './posting-block.js';

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
  const pairs: (readonly [number, number])[] = [];
  visitPostings(bytes, (hash, article) => pairs.push([hash, article]) > 0);
  return pairs;
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

it('a visit ends where the visitor says', () => {
  const seen: number[] = [];
  visitPostings(
    packPostings(
      columns([
        [1, 1],
        [1, 5],
        [9, 2],
      ]),
      0,
      3,
    ),
    (_, article) => seen.push(article) < 2,
  );
  expect(seen).toEqual([1, 5]);
});

it('a damaged block is an error, not an endless number', () => {
  expect(() => unpack(Buffer.alloc(30, 255))).toThrow('damaged');
  expect(() => unpack(Buffer.of(1, 129))).toThrow('damaged');
});
