import { describe, expect, it } from 'vitest';
import { hashIndex } from './hash-index.js';
import { wordHash } from './word-hash.js';

describe('an index of hashes', () => {
  const hashes = Uint32Array.from({ length: 1000 }, (_, i) => wordHash(`word ${i}`));
  const index = hashIndex(hashes);

  it('finds every id by its hash', () => {
    expect(Array.from(hashes, (hash) => index.get(hash))).toEqual(Array.from(hashes, (_, id) => id));
  });

  it('finds nothing by other hashes, nor by that of a breach', () => {
    expect(Array.from({ length: 1000 }, (_, i) => index.get(wordHash(`other ${i}`)))).toEqual(
      Array(1000).fill(undefined),
    );
    expect(index.get(0)).toBeUndefined();
  });

  it('finds the later one of two alike, and nothing where it is empty', () => {
    expect(hashIndex(Uint32Array.of(7, 9, 7)).get(7)).toBe(2);
    expect(hashIndex(new Uint32Array(0)).get(7)).toBeUndefined();
  });
});
