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
  frequencies(hashes: Float64Array, atMost: number): Uint32Array;
  rank(hashes: readonly WeightedHash[], limit: number): Ranked[];
  postings(hashes: Float64Array): Postings;
  /** What is wrong with it; nothing where it is sound. */
  verify(): string[];
}

/** Postings in a packed block: a look-up unpacks half of them on the average (about 1 µs), a block's own row costs 20 bytes. */
const BLOCK = 128;

/** Rows that stay unpacked: 13,000 articles, whose tree of 17 MB costs .1 ms an article to add to. */
const FRESH_LEAST = 2 ** 20;

/** … or this share of all postings: a merge then rewrites about 16 packed postings for each row that it packs. */
const FRESH_SHARE = 1 / 16;

/** Rows of one insert: the way into SQLite costs as much as a row. */
const ROWS = 50;

/** Postings that are remembered from one question to the next. */
const RECENT_LIMIT = 2 ** 20;

const NOTHING = { version: undefined, lists: new Map<number, readonly number[]>() };

interface BlockRow {
  readonly id: number;
  readonly fingerprint: number;
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
  const articlesOf = lookUp(database);
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
    frequencies: (hashes, atMost) => {
      const lists = new Map<number, readonly number[]>();
      recent = { version: version.get(), lists };
      let kept = 0;
      return Uint32Array.from(hashes, (hash) => {
        const list = articlesOf(hash, atMost);
        if (list.length < atMost && (kept += list.length) < RECENT_LIMIT) lists.set(hash, list);
        return list.length;
      });
    },
    rank: (hashes, limit) => {
      const scores = new Map<number, number>();
      for (const { hash, weight } of hashes) {
        for (const key of articlesOf(hash, Infinity)) scores.set(key, (scores.get(key) ?? 0) + weight);
      }
      return [...scores]
        .map(([key, score]) => ({ key, score }))
        .sort(byScore)
        .slice(0, limit);
    },
    postings: (hashes) => {
      const { lists } = recent.version === version.get() ? recent : NOTHING;
      const pairs = [...new Set(hashes)].flatMap((hash) =>
        (lists.get(hash) ?? articlesOf(hash, Infinity)).map((key) => ({ key, hash })),
      );
      pairs.sort((a, b) => a.key - b.key || a.hash - b.hash);
      return {
        keys: Float64Array.from(pairs, (pair) => pair.key),
        hashes: Float64Array.from(pairs, (pair) => pair.hash),
      };
    },
    verify: () => verifyLayers(database),
  };
}

/** Articles of a hash, at most so many, in no particular order. */
function lookUp(database: Database.Database): (hash: number, atMost: number) => number[] {
  const rows = database
    .prepare<[number, number], number>('select article from posting where fingerprint = ? limit ?')
    .pluck();
  const last = database.prepare<[number], BlockRow>(
    `${BLOCKS} where fingerprint <= ? order by fingerprint desc, article desc limit 1`,
  );
  const spread = database.prepare<[number, number], BlockRow>(
    `${BLOCKS} where fingerprint = ? or id = (${BEFORE}) order by fingerprint, article`,
  );
  return (hash, atMost) => {
    const found = rows.all(hash, atMost === Infinity ? -1 : atMost);
    const block = last.get(hash);
    const blocks = block === undefined ? [] : block.fingerprint === hash ? spread.iterate(hash, hash) : [block];
    for (const { bytes } of blocks) if (!collectArticles(bytes, { hash, atMost }, found)) break;
    return found;
  };
}

const BLOCKS = 'select id, fingerprint, bytes from posting_block';
const BEFORE = 'select id from posting_block where fingerprint < ? order by fingerprint desc, article desc limit 1';

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
  const span = database.prepare<[number, number, number], BlockRow>(
    `${BLOCKS} where fingerprint between ? and ? or id = (${BEFORE}) order by fingerprint, article`,
  );
  const old = span.all(first, last, first);
  const drop = database.prepare('delete from posting_block where id = ?');
  for (const { id } of old) drop.run(id);
  writeBlocks(database, mergePostings(unpackBlocks(old), moved));
}

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

/** Writes postings as blocks of even size, each at most `BLOCK`. */
function writeBlocks(database: Database.Database, columns: PostingColumns): void {
  const insert = database.prepare('insert into posting_block (fingerprint, article, bytes) values (?, ?, ?)');
  const { length } = columns.hashes;
  const count = Math.ceil(length / BLOCK);
  for (let block = 0; block < count; block++) {
    const [from, to] = [Math.floor((block * length) / count), Math.floor(((block + 1) * length) / count)];
    insert.run(columns.hashes[from], columns.articles[from], packPostings(columns, from, to));
  }
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
    database.prepare('delete from posting_block where id = ?').run(block.id);
    writeBlocks(database, {
      hashes: Float64Array.from(kept, (i) => hashes[i] ?? 0),
      articles: Float64Array.from(kept, (i) => articles[i] ?? 0),
    });
  }
  database.prepare('update posting_layer set fresh = fresh - ?, packed = packed - ?').run(fresh, packed);
  return fresh + packed;
}

/** All blocks by id, a few at a time: blocks written meanwhile have higher ids than any at the start. */
function* allBlocks(database: Database.Database): Iterable<BlockRow> {
  const some = database.prepare<[number, number], BlockRow>(`${BLOCKS} where id > ? and id <= ? order by id limit 256`);
  const last = database.prepare<[], number | null>('select max(id) from posting_block').pluck().get() ?? 0;
  for (let rows = some.all(0, last); rows.length > 0; rows = some.all(rows.at(-1)?.id ?? last, last)) yield* rows;
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
    if (hashes[0] !== block.fingerprint || hashes.length > BLOCK || articles.some((article) => !held.has(article)))
      damaged++;
  }
  if (damaged > 0)
    findings.push(`${damaged} blocks of postings contradict their place or name witnesses that aren’t there.`);
  if (fresh !== layers.fresh || packed !== layers.packed) {
    findings.push(`${fresh} + ${packed} postings are stored where ${layers.fresh} + ${layers.packed} were counted.`);
  }
  return findings;
}
