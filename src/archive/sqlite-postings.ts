import type Database from 'better-sqlite3';
import type { Postings, Ranked, WeightedHash } from './archive.js';
import { byScore } from './memory.js';
import type { KeyedHashes } from './posting-block.js';
import { FRESH_LEAST, insertRows, removePostings, settle } from './sqlite-posting-layers.js';
import { lookUp } from './sqlite-posting-lists.js';
import { verifyPostings } from './verify-sqlite-postings.js';

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

/** Postings that are remembered from one question to the next. */
const RECENT_LIMIT = 2 ** 20;

const NOTHING = { version: undefined, lists: new Map<number, readonly number[]>() };

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
    verify: () => verifyPostings(database),
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
