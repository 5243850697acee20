import type Database from 'better-sqlite3';
import type { Postings, Ranked, WeightedHash } from './archive.js';
import { byScore } from './memory.js';

/** A new witness's share of the postings. */
export interface KeyedHashes {
  readonly key: number;
  readonly hashes: Float64Array;
}

/** The inverted index of an embedded archive, on one connection. */
export interface SqlitePostings {
  /** Within a transaction of the caller's. */
  insert(rows: readonly KeyedHashes[]): void;
  /** Within a transaction of the caller's. How many postings there were. */
  remove(keys: ReadonlySet<number>): number;
  frequencies(hashes: Float64Array, atMost: number): Uint32Array;
  rank(hashes: readonly WeightedHash[], limit: number): Ranked[];
  postings(hashes: Float64Array): Postings;
  verify(): string[];
}

export function sqlitePostings(database: Database.Database): SqlitePostings {
  const insert = database.prepare('insert into posting (fingerprint, article) values (?, ?)');
  const articles = database.prepare<[number], number>('select article from posting where fingerprint = ?').pluck();
  const count = database
    .prepare<[number, number], number>('select count(*) from (select 1 from posting where fingerprint = ? limit ?)')
    .pluck();
  return {
    insert: (rows) => {
      for (const { key, hash } of sorted(rows)) insert.run(hash, key);
    },
    remove: (keys) => {
      const list = JSON.stringify([...keys]);
      return database.prepare('delete from posting where article in (select value from json_each(?))').run(list)
        .changes;
    },
    frequencies: (hashes, atMost) => Uint32Array.from(hashes, (hash) => count.get(hash, atMost) ?? 0),
    rank: (hashes, limit) => {
      const scores = new Map<number, number>();
      for (const { hash, weight } of hashes) {
        for (const key of articles.all(hash)) scores.set(key, (scores.get(key) ?? 0) + weight);
      }
      return [...scores]
        .map(([key, score]) => ({ key, score }))
        .sort(byScore)
        .slice(0, limit);
    },
    postings: (hashes) => {
      const pairs = [...new Set(hashes)].flatMap((hash) => articles.all(hash).map((key) => ({ key, hash })));
      pairs.sort((a, b) => a.key - b.key || a.hash - b.hash);
      return {
        keys: Float64Array.from(pairs, (pair) => pair.key),
        hashes: Float64Array.from(pairs, (pair) => pair.hash),
      };
    },
    verify: () => [],
  };
}

function sorted(rows: readonly KeyedHashes[]): { key: number; hash: number }[] {
  return rows
    .flatMap(({ key, hashes }) => Array.from(hashes, (hash) => ({ key, hash })))
    .sort((a, b) => a.hash - b.hash || a.key - b.key);
}
