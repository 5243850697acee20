import type Database from 'better-sqlite3';
import {
  mergePostings,
  packPostings,
  sortPostings,
  unpackPostings,
  type KeyedHashes,
  type PostingColumns,
} from './posting-block.js';

/**
 * Postings in a packed block, a choice between two costs: a look-up walks half of them on the average (about 1 µs), a block's own row
 * takes 20 bytes. Other sizes weren't tried.
 * A block is known by its first hash and ends between two hashes; a hash of more witnesses has a block of its own, whatever
 * its size, which is not read where a caller would drop it.
 */
export const BLOCK = 128;

/** Rows that stay unpacked: 800 articles. A row takes 18 bytes where a packed posting takes 8. */
export const FRESH_LEAST = 2 ** 16;

/** … or this share of all postings: a merge then rewrites about 16 packed postings for each row that it packs. */
const FRESH_SHARE = 1 / 16;

/** Rows of one insert: the way into SQLite costs as much as a row. */
const ROWS = 50;

/** A packed block as it is stored. */
export interface BlockRow {
  readonly fingerprint: number;
  readonly entries: number;
  readonly bytes: Buffer;
}

interface Layers {
  readonly fresh: number;
  readonly packed: number;
  /** Hash from which the next merge goes on. */
  readonly cursor: number;
}

/** Puts postings into the fresh layer. Within a transaction of the caller's, as are all that write here. */
export function insertRows(database: Database.Database, rows: readonly KeyedHashes[]): void {
  const { hashes, articles } = sortPostings(rows);
  const many = database.prepare(
    `insert into posting (fingerprint, article) values ${'(?, ?), '.repeat(ROWS - 1)}(?, ?)`,
  );
  const one = database.prepare('insert into posting (fingerprint, article) values (?, ?)');
  // In the tree's order, so that a batch touches each page once.
  const whole = hashes.length - (hashes.length % ROWS);
  for (let i = 0; i < whole; i += ROWS) many.run(rowsOf(hashes, articles, i));
  for (let i = whole; i < hashes.length; i++) one.run(hashes[i], articles[i]);
  database.prepare('update posting_layer set fresh = fresh + ?').run(hashes.length);
}

function rowsOf(hashes: Float64Array, articles: Float64Array, from: number): number[] {
  const values: number[] = [];
  for (let i = from; i < from + ROWS; i++) values.push(hashes[i] ?? 0, articles[i] ?? 0);
  return values;
}

/** How many postings each layer has. */
export function layersOf(database: Database.Database): Layers {
  return (
    database.prepare<[], Layers>('select fresh, packed, cursor from posting_layer').get() ?? {
      fresh: 0,
      packed: 0,
      cursor: 0,
    }
  );
}

/** Packs what is too much in the fresh layer. */
export function settle(database: Database.Database, leastFresh: number): void {
  for (;;) {
    const { fresh, packed, cursor } = layersOf(database);
    const excess = fresh - Math.max(leastFresh, Math.floor((fresh + packed) * FRESH_SHARE));
    if (excess <= 0) return;
    const moved = takeFresh(database, cursor, excess);
    const next = moved.hashes.at(-1);
    if (next !== undefined) mergeRange(database, moved);
    const layers = database.prepare('update posting_layer set fresh = fresh - ?, packed = packed + ?, cursor = ?');
    layers.run(moved.hashes.length, moved.hashes.length, next ?? 0);
  }
}

/** Takes up to `count` rows out of the fresh layer, from `cursor` on. */
function takeFresh(database: Database.Database, cursor: number, count: number): PostingColumns {
  const rows = database.prepare<[number, number], [number, number]>(
    'select fingerprint, article from posting where fingerprint >= ? order by fingerprint, article limit ?',
  );
  const taken = rows.raw().all(cursor, count);
  const last = taken.at(-1);
  if (last !== undefined)
    database
      .prepare('delete from posting where fingerprint >= ? and (fingerprint, article) <= (?, ?)')
      .run(cursor, ...last);
  return { hashes: Float64Array.from(taken, (row) => row[0]), articles: Float64Array.from(taken, (row) => row[1]) };
}

/** Merges postings into the blocks that span them. */
function mergeRange(database: Database.Database, moved: PostingColumns): void {
  const [first, last] = [moved.hashes[0] ?? 0, moved.hashes.at(-1) ?? 0];
  const span = `fingerprint between coalesce((select max(fingerprint) from posting_pack where fingerprint <= ?), 0) and ?`;
  const old = database
    .prepare<[number, number], BlockRow>(`${BLOCKS} where ${span} order by fingerprint`)
    .all(first, last);
  database.prepare(`delete from posting_pack where ${span}`).run(first, last);
  writeBlocks(database, mergePostings(unpackBlocks(old), moved));
}

const BLOCKS = 'select fingerprint, entries, bytes from posting_pack';

/** The postings of some blocks, in their order. */
export function unpackBlocks(blocks: readonly BlockRow[]): PostingColumns {
  const columns = blocks.map(({ bytes }) => unpackPostings(bytes));
  const length = columns.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const joined = { hashes: new Float64Array(length), articles: new Float64Array(length) };
  let at = 0;
  for (const { hashes, articles } of columns) {
    joined.hashes.set(hashes, at);
    joined.articles.set(articles, at);
    at += hashes.length;
  }
  return joined;
}

/** Writes postings as blocks, each of at most `BLOCK` or of one hash. */
function writeBlocks(database: Database.Database, columns: PostingColumns): void {
  const insert = database.prepare('insert into posting_pack (fingerprint, entries, bytes) values (?, ?, ?)');
  const { hashes } = columns;
  const write = (from: number, to: number): void => {
    if (to > from) insert.run(hashes[from], to - from, packPostings(columns, from, to));
  };
  let start = 0;
  for (let from = 0, to = 0; from < hashes.length; from = to) {
    while (to < hashes.length && hashes[to] === hashes[from]) to++;
    if (to - start <= BLOCK) continue;
    write(start, from);
    start = from;
  }
  write(start, hashes.length);
}

/** Takes the postings of some articles out of both layers; how many there were. */
export function removePostings(database: Database.Database, keys: ReadonlySet<number>): number {
  const list = JSON.stringify([...keys]);
  const fresh = database
    .prepare('delete from posting where article in (select value from json_each(?))')
    .run(list).changes;
  let packed = 0;
  for (const block of allBlocks(database)) {
    const { hashes, articles } = unpackBlocks([block]);
    const kept = [...articles.keys()].filter((i) => !keys.has(articles[i] ?? 0));
    if (kept.length === articles.length) continue;
    packed += articles.length - kept.length;
    database.prepare('delete from posting_pack where fingerprint = ?').run(block.fingerprint);
    writeBlocks(database, {
      hashes: Float64Array.from(kept, (i) => hashes[i] ?? 0),
      articles: Float64Array.from(kept, (i) => articles[i] ?? 0),
    });
  }
  database.prepare('update posting_layer set fresh = fresh - ?, packed = packed - ?').run(fresh, packed);
  return fresh + packed;
}

/** All blocks, a few at a time: what is written in the place of one that was met begins at no earlier hash and holds no more. */
export function* allBlocks(database: Database.Database): Iterable<BlockRow> {
  const some = database.prepare<[number], BlockRow>(`${BLOCKS} where fingerprint > ? order by fingerprint limit 256`);
  for (let rows = some.all(-1); rows.length > 0; rows = some.all(rows.at(-1)?.fingerprint ?? Infinity)) yield* rows;
}
