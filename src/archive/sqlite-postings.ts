import type Database from 'better-sqlite3';
import type { Postings, Ranked, WeightedHash } from './archive.js';
import { byScore } from './memory.js';
import {
  collectArticles,
  mergePostings,
  packPostings,
  sortPostings,
  unpackPostings,
  type KeyedHashes,
  type PostingColumns,
} from './posting-block.js';
import { slices } from './slices.js';

/**
 * The inverted index of an embedded archive, in two layers. New postings are rows of a small B-tree. When that holds more
 * than a sixteenth of all, a range of it, in the order of hashes, is merged into packed blocks of some 128 postings each, and
 * the next time the range after it: a log-structured merge in small steps, each inside the transaction of an add, so that no
 * add waits long and a kill leaves nothing half-merged. Both layers simply add up, so an answer never depends on where a
 * posting lies. After O'Neil et al., The Log-Structured Merge-Tree (1996); the moving range is LevelDB's.
 * Cost: with rows alone each posting of a batch dirties a page of its own, at 300,000 articles .7 ms CPU and 250 kB of log
 * an article; `npm run bench -- archive` prints what it is now.
 */
export interface SqlitePostings {
  /** Within a transaction of the caller's. */
  insert(rows: readonly KeyedHashes[]): void;
  /** Within a transaction of the caller's. How many postings there were. Reads all of them. */
  remove(keys: ReadonlySet<number>): number;
  /** Within a transaction of the caller's. Takes all out. */
  clear(): void;
  frequencies(hashes: Float64Array, atMost: number): Uint32Array;
  rank(hashes: readonly WeightedHash[], limit: number): Ranked[];
  postings(hashes: Float64Array): Postings;
  /** What is wrong with it; nothing where it is sound. */
  verify(): string[];
}

/**
 * Postings in a packed block, a choice between two costs: a look-up walks half of them on the average (about 1 µs), a block's own row
 * takes 20 bytes. Other sizes weren't tried.
 * A block is known by its first hash and ends between two hashes; a hash of more witnesses has a block of its own, whatever
 * its size, which is not read where a caller would drop it.
 */
const BLOCK = 128;

/** Rows that stay unpacked: 800 articles. A row takes 18 bytes where a packed posting takes 8. */
const FRESH_LEAST = 2 ** 16;

/** … or this share of all postings: a merge then rewrites about 16 packed postings for each row that it packs. */
const FRESH_SHARE = 1 / 16;

/** Rows of one insert: the way into SQLite costs as much as a row. */
const ROWS = 50;

/** Hashes of one question to SQLite, which gets them as JSON. */
const ASKED_TOGETHER = 5000;

/** Postings that are remembered from one question to the next. */
const RECENT_LIMIT = 2 ** 20;

const NOTHING = { version: undefined, lists: new Map<number, readonly number[]>() };

interface BlockRow {
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

/** The index on one connection. `leastFresh` is for tests: how many rows stay unpacked at least. */
export function sqlitePostings(database: Database.Database, leastFresh = FRESH_LEAST): SqlitePostings {
  const listsOf = lookUp(database);
  const version = database.prepare<[], number>('pragma data_version').pluck();
  // A caller asks for frequencies, drops common hashes and asks for the postings of the rest: those were just read.
  let recent: { readonly version: number | undefined; readonly lists: ReadonlyMap<number, readonly number[]> } =
    NOTHING;
  return {
    insert: (rows) => {
      recent = NOTHING;
      insertRows(database, rows);
      settle(database, leastFresh);
    },
    remove: (keys) => {
      recent = NOTHING;
      return removePostings(database, keys);
    },
    clear: () => {
      recent = NOTHING;
      database.exec('delete from posting; delete from posting_pack');
      database.exec('update posting_layer set fresh = 0, packed = 0, cursor = 0');
    },
    frequencies: (hashes, atMost) => {
      const lists = listsOf(hashes, atMost);
      recent = { version: version.get(), lists: rememberable(lists, atMost) };
      return Uint32Array.from(hashes, (hash) => lists.get(hash)?.length ?? 0);
    },
    rank: (hashes, limit) => {
      const lists = listsOf(
        hashes.map(({ hash }) => hash),
        Infinity,
      );
      const scores = new Map<number, number>();
      for (const { hash, weight } of hashes) {
        for (const key of lists.get(hash) ?? []) scores.set(key, (scores.get(key) ?? 0) + weight);
      }
      return [...scores]
        .map(([key, score]) => ({ key, score }))
        .sort(byScore)
        .slice(0, limit);
    },
    postings: (hashes) => {
      const { lists } = recent.version === version.get() ? recent : NOTHING;
      const unknown = [...new Set(hashes)].filter((hash) => !lists.has(hash));
      return postingsOf(hashes, [lists, listsOf(unknown, Infinity)]);
    },
    verify: () => verifyLayers(database),
  };
}

/** Whole lists, as many as are small together. */
function rememberable(lists: ReadonlyMap<number, readonly number[]>, atMost: number): Map<number, readonly number[]> {
  const kept = new Map<number, readonly number[]>();
  let size = 0;
  for (const [hash, list] of lists)
    if (list.length < atMost && (size += list.length) < RECENT_LIMIT) kept.set(hash, list);
  return kept;
}

/** Ordered by key, then hash: hashes are numbered in their order, so that one sort of numbers does it. */
function postingsOf(asked: Float64Array, known: readonly ReadonlyMap<number, readonly number[]>[]): Postings {
  const distinct = Float64Array.from(new Set(asked)).sort();
  const lists = Array.from(distinct, (hash) => known.find((lists) => lists.has(hash))?.get(hash) ?? []);
  const packed = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  lists.forEach((list, number) => {
    for (const key of list) packed[count++] = key * distinct.length + number;
  });
  packed.sort();
  return {
    keys: packed.map((one) => Math.floor(one / distinct.length)),
    hashes: packed.map((one) => distinct[one % distinct.length] ?? 0),
  };
}

type Lists = Map<number, number[]>;

/**
 * Articles of each hash that has some, at most so many, in no particular order. All hashes go to SQLite at once: a call for each took
 * three times as long.
 */
function lookUp(database: Database.Database): (hashes: Iterable<number>, atMost: number) => Lists {
  const rows = database
    .prepare<[number, string], [number, string | null]>(
      `select value, (select group_concat(article) from (select article from posting where fingerprint = value limit ?))
      from json_each(?)`,
    )
    .raw();
  const blocks = database
    .prepare<[number, string], [number, Buffer | null]>(
      `select value, case when entries <= ${BLOCK} or entries < ? then bytes end from json_each(?)
      join posting_pack on fingerprint = (${LAST_BLOCK}) where entries <= ${BLOCK} or fingerprint = value`,
    )
    .raw();
  return (hashes, atMost) => {
    const found: Lists = new Map();
    for (const some of slices([...new Set(hashes)], ASKED_TOGETHER)) {
      const asked = `[${some.join()}]`;
      for (const [hash, articles] of rows.iterate(atMost === Infinity ? -1 : atMost, asked))
        if (articles !== null) found.set(hash, articles.split(',').map(Number));
      for (const [hash, bytes] of blocks.iterate(Math.min(atMost, Number.MAX_SAFE_INTEGER), asked))
        collect(found, hash, bytes, atMost);
    }
    return found;
  };
}

const LAST_BLOCK = 'select fingerprint from posting_pack where fingerprint <= value order by fingerprint desc limit 1';

/** Joins what a block has of a hash to what the fresh layer had. A block too long to be read has `atMost` at least. */
function collect(found: Lists, hash: number, bytes: Buffer | null, atMost: number): void {
  const list = found.get(hash) ?? [];
  if (bytes === null) list.length = atMost;
  else collectArticles(bytes, { hash, atMost }, list);
  if (list.length > 0) found.set(hash, list);
}

function insertRows(database: Database.Database, rows: readonly KeyedHashes[]): void {
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

function layersOf(database: Database.Database): Layers {
  return (
    database.prepare<[], Layers>('select fresh, packed, cursor from posting_layer').get() ?? {
      fresh: 0,
      packed: 0,
      cursor: 0,
    }
  );
}

/** Packs what is too much in the fresh layer. */
function settle(database: Database.Database, leastFresh: number): void {
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

function unpackBlocks(blocks: readonly BlockRow[]): PostingColumns {
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

function removePostings(database: Database.Database, keys: ReadonlySet<number>): number {
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
function* allBlocks(database: Database.Database): Iterable<BlockRow> {
  const some = database.prepare<[number], BlockRow>(`${BLOCKS} where fingerprint > ? order by fingerprint limit 256`);
  for (let rows = some.all(-1); rows.length > 0; rows = some.all(rows.at(-1)?.fingerprint ?? Infinity)) yield* rows;
}

function verifyLayers(database: Database.Database): string[] {
  const findings: string[] = [];
  const layers = layersOf(database);
  const fresh = database.prepare<[], number>('select count(*) from posting').pluck().get() ?? 0;
  const orphans =
    database
      .prepare<[], number>('select count(*) from posting where article not in (select key from holding)')
      .pluck()
      .get() ?? 0;
  if (orphans > 0) findings.push(`${orphans} postings belong to no witness.`);
  let [packed, damaged] = [0, 0];
  const held = new Set(database.prepare<[], number>('select key from holding').pluck().all());
  for (const block of allBlocks(database)) {
    const { hashes, articles } = unpackBlocks([block]);
    packed += hashes.length;
    if (!fits(block, hashes) || articles.some((article) => !held.has(article))) damaged++;
  }
  if (damaged > 0)
    findings.push(`${damaged} blocks of postings contradict their place or name witnesses that aren’t there.`);
  if (fresh !== layers.fresh || packed !== layers.packed) {
    findings.push(`${fresh} + ${packed} postings are stored where ${layers.fresh} + ${layers.packed} were counted.`);
  }
  return findings;
}

function fits({ fingerprint, entries }: BlockRow, hashes: Float64Array): boolean {
  if (hashes[0] !== fingerprint || hashes.length !== entries) return false;
  return entries <= BLOCK || hashes.at(-1) === fingerprint;
}
