/**
 * Postings in columns: entry i says that `articles[i]` holds `hashes[i]`. Ordered by hash, then article, without doubles.
 */
export interface PostingColumns {
  readonly hashes: Float64Array;
  readonly articles: Float64Array;
}

/**
 * Packs postings: for each the distance to the hash before and the article's number (the distance to the article before
 * where the hash is the same), as base-128 numbers, low digits first. At 80 million postings an entry takes 7 bytes, where a row
 * of its own takes 18. `from` and `to` bound the entries.
 */
export function packPostings({ hashes, articles }: PostingColumns, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe((to - from) * 2 * LONGEST);
  let [at, lastHash, lastArticle] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const [hash, article] = [hashes[i] ?? 0, articles[i] ?? 0];
    const same = hash === lastHash && i > from;
    at = writeNumber(bytes, at, hash - lastHash);
    at = writeNumber(bytes, at, same ? article - lastArticle : article);
    [lastHash, lastArticle] = [hash, article];
  }
  return Buffer.from(bytes.subarray(0, at));
}

/** Calls `visit` for each posting of a block in order, until it returns false. Throws where the block is damaged. */
export function visitPostings(bytes: Uint8Array, visit: (hash: number, article: number) => boolean): void {
  let [at, hash, article] = [0, 0, 0];
  let first = true;
  const next = (): number => {
    let [value, scale] = [0, 1];
    for (let read = 0; read < LONGEST; read++) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
    throw new Error('A block of postings is damaged.');
  };
  while (at < bytes.length) {
    const step = next();
    hash += step;
    article = step === 0 && !first ? article + next() : next();
    first = false;
    if (!visit(hash, article)) return;
  }
}

/** Base-128 digits of a number below 2^56. */
const LONGEST = 8;

function writeNumber(bytes: Buffer, start: number, number: number): number {
  let [at, left] = [start, number];
  while (left >= 128) {
    bytes[at++] = (left % 128) + 128;
    left = Math.floor(left / 128);
  }
  bytes[at++] = left;
  return at;
}
