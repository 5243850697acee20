import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { openSchema } from './open-schema.js';
import type { ArchiveTables } from './schema.js';
import { sqlitePostings, type SqlitePostings } from './sqlite-postings.js';

async function freshDatabase(): Promise<Database.Database> {
  const database = new Database(':memory:');
  const db = new Kysely<ArchiveTables>({ dialect: new SqliteDialect({ database }) });
  await openSchema(db, { engine: 'sqlite', name: 'test', create: true, migrate: false });
  return database;
}

function insert(database: Database.Database, postings: SqlitePostings, key: number, hashes: readonly number[]): void {
  const hold = database.prepare(`insert into holding values (?, 0, '', 1, x'', '', '', '', '', '', x'')`);
  hold.run(key);
  postings.insert([{ key, hashes: Float64Array.from(hashes) }]);
}

/** Many witnesses of few hashes and hashes of few witnesses. */
const WITNESS = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 ** 52 - 1 })), {
  maxLength: 12,
});

it('answers alike however few postings stay unpacked, also when witnesses are removed', async () => {
  const witnesses = fc.array(WITNESS, { maxLength: 60 });
  const property = fc.asyncProperty(
    witnesses,
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
    async (all, removed) => {
      const [a, b] = [await freshDatabase(), await freshDatabase()];
      const [packing, rows] = [sqlitePostings(a, 3), sqlitePostings(b)];
      all.forEach((hashes, i) => {
        insert(a, packing, i + 1, hashes);
        insert(b, rows, i + 1, hashes);
      });
      const asked = Float64Array.from(new Set([...all.flat(), 3, 77]));
      for (const step of [0, 1]) {
        if (step === 1) expect(packing.remove(new Set(removed))).toBe(rows.remove(new Set(removed)));
        for (const one of [a, b]) if (step === 1) one.exec(`delete from holding where key in (${removed.join()})`);
        expect(packing.postings(asked)).toEqual(rows.postings(asked));
        expect(packing.frequencies(asked, 1000)).toEqual(rows.frequencies(asked, 1000));
        expect(packing.frequencies(asked, 2)).toEqual(rows.frequencies(asked, 2));
        expect(packing.verify()).toEqual([]);
      }
      a.close();
      b.close();
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

it('keeps a hash that thousands of witnesses have in a block of its own and finds them all', async () => {
  const database = await freshDatabase();
  const postings = sqlitePostings(database, 10);
  for (let key = 1; key <= 1500; key++) insert(database, postings, key, [4, key * 1000]);
  const { keys, hashes } = postings.postings(Float64Array.of(4, 5_000, 1));
  expect(keys).toHaveLength(1501);
  expect([keys[4], hashes[4], keys[5], hashes[5]]).toEqual([5, 4, 5, 5000]);
  expect([...postings.frequencies(Float64Array.of(4, 5_000, 1), 2000)]).toEqual([1500, 1, 0]);
  expect([...postings.frequencies(Float64Array.of(4, 5_000, 1), 100)]).toEqual([100, 1, 0]);
  expect(database.prepare('select max(entries) from posting_pack').pluck().get()).toBeGreaterThan(1400);
  expect(postings.verify()).toEqual([]);
});

it('finds what contradicts itself', async () => {
  const database = await freshDatabase();
  const postings = sqlitePostings(database, 0);
  insert(database, postings, 1, [1, 2, 3]);
  database.exec(
    'update posting_pack set fingerprint = 9; update posting_layer set fresh = 7; insert into posting values (5, 5)',
  );
  expect(postings.verify()).toEqual([
    '1 postings belong to no witness.',
    '1 blocks of postings contradict their place or name witnesses that aren’t there.',
    '1 + 3 postings are stored where 7 + 3 were counted.',
  ]);
});
