/**
 * Postings in columns: entry i says that `articles[i]` holds `hashes[i]`. Ordered by hash, then article, without doubles.
 */
export interface PostingColumns {
  readonly hashes: Float64Array;
  readonly articles: Float64Array;
}

/** A witness's share of the postings. */
export interface KeyedHashes {
  readonly key: number;
  readonly hashes: Float64Array;
}

/** The postings of some witnesses, ordered by hash, then article. */
export function sortPostings(rows: readonly KeyedHashes[]): PostingColumns {
  const length = rows.reduce((sum, row) => sum + row.hashes.length, 0);
  const [hashes, articles] = [new Float64Array(length), new Float64Array(length)];
  let at = 0;
  for (const row of rows) {
    hashes.set(row.hashes, at);
    articles.fill(row.key, at, at + row.hashes.length);
    at += row.hashes.length;
  }
  const order = Uint32Array.from(hashes.keys()).sort(
    (i, j) => (hashes[i] ?? 0) - (hashes[j] ?? 0) || (articles[i] ?? 0) - (articles[j] ?? 0),
  );
  return {
    hashes: Float64Array.from(order, (i) => hashes[i] ?? 0),
    articles: Float64Array.from(order, (i) => articles[i] ?? 0),
  };
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

/** The postings of a block. Throws where it is damaged. */
export function unpackPostings(bytes: Uint8Array): PostingColumns {
  const [hashes, articles]: [number[], number[]] = [[], []];
  const cursor: Cursor = { at: 0 };
  let [hash, article] = [0, 0];
  while (cursor.at < bytes.length) {
    const step = readNumber(bytes, cursor);
    const number = readNumber(bytes, cursor);
    article = step === 0 && hashes.length > 0 ? article + number : number;
    hash += step;
    hashes.push(hash);
    articles.push(article);
  }
  return { hashes: Float64Array.from(hashes), articles: Float64Array.from(articles) };
}

/** Adds the articles of one hash to `found`, at most until it holds `atMost`; false where the hash can't go on in the next block. Throws where the block is damaged. */
export function collectArticles(
  bytes: Uint8Array,
  wanted: { readonly hash: number; readonly atMost: number },
  found: number[],
): boolean {
  const cursor: Cursor = { at: 0 };
  let [hash, article] = [0, 0];
  let first = true;
  while (cursor.at < bytes.length) {
    const step = readNumber(bytes, cursor);
    hash += step;
    if (hash > wanted.hash) return false;
    if (hash < wanted.hash) {
      skipNumber(bytes, cursor);
    } else {
      if (found.length >= wanted.atMost) return false;
      const number = readNumber(bytes, cursor);
      article = step === 0 && !first ? article + number : number;
      found.push(article);
    }
    first = false;
  }
  return true;
}

interface Cursor {
  at: number;
}

function readNumber(bytes: Uint8Array, cursor: Cursor): number {
  let [value, scale] = [0, 1];
  for (let read = 0; read < LONGEST; read++) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) break;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
  throw new Error('A block of postings is damaged.');
}

function skipNumber(bytes: Uint8Array, cursor: Cursor): void {
  while ((bytes[cursor.at++] ?? 0) > 127);
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
