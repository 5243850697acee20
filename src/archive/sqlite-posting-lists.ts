import type Database from 'better-sqlite3';
import { collectArticles } from './posting-block.js';
import { slices } from './slices.js';
import { BLOCK } from './sqlite-posting-layers.js';

/** Hashes of one question to SQLite, which gets them as JSON. */
const ASKED_TOGETHER = 5000;

/** Hash → articles. */
type Lists = Map<number, number[]>;

/**
 * Articles of each hash that has some, at most so many, in no particular order. All hashes go to SQLite at once: a call for each took
 * three times as long.
 */
export function lookUp(database: Database.Database): (hashes: Iterable<number>, atMost: number) => Lists {
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
