import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveCases } from '../testing/archive-cases.js';
import { killAdds } from '../testing/kill-adds.js';
import { killedDeposits } from '../testing/killed-deposits.js';
import { reindexCases } from '../testing/reindex-cases.js';
import { seeded } from '../testing/seeded.js';
import { Kysely, SqliteDialect } from 'kysely';
import { samplePage } from '../testing/sample-page.js';
import type { Page } from '../page/page.js';
import { depositOf } from './deposit.js';
import { holdings } from './migrations/001-holdings.js';
import { packPage } from './pack-page.js';
import { openSqliteArchive } from './sqlite.js';

const root = mkdtempSync(join(tmpdir(), 'stemma-sqlite-'));

afterAll(() => rmSync(root, { recursive: true }));

function newFolder(): string {
  return mkdtempSync(join(root, 'archive-'));
}

reindexCases('SQLite', () => openSqliteArchive(newFolder()));
archiveCases({ name: 'SQLite', open: () => openSqliteArchive(newFolder()) });

describe('an embedded archive', () => {
  it(
    'loses nothing that was acknowledged when its process is killed, keeps nothing half, and opens by itself',
    { timeout: 60_000 },
    async () => {
      const report = await killAdds(newFolder(), 4, seeded(7));
      expect(report).toMatchObject({ kills: 4, lost: 0, halves: 0, findings: [] });
      expect(report.acknowledged).toBeGreaterThan(200);
    },
  );

  it('is written by one process at a time: a second is told who has it and how to go through the desk', async () => {
    const folder = newFolder();
    const archive = await openSqliteArchive(folder, { owner: 'stemma add' });
    await expect(openSqliteArchive(folder)).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringMatching(
        new RegExp(
          `is being written by process ${process.pid} on .* \\(stemma add\\) since .*--archive http://127.0.0.1:`,
        ),
      ) as string,
    });
    await archive.close();
    await (await openSqliteArchive(folder)).close();
  });

  it('may be read beside the process that writes, and shows what that has added', async () => {
    const folder = newFolder();
    const writer = await openSqliteArchive(folder);
    const reader = await openSqliteArchive(folder, { readOnly: true });
    await writer.add(killedDeposits(0));
    expect((await reader.count()).witnesses).toBe(40);
    await expect(reader.add(killedDeposits(1))).rejects.toThrow('opened for reading');
    await reader.close();
    await writer.close();
  });

  it('needs no file beside it once it is closed, so that it can be read from a disk that can only be read', async () => {
    const folder = newFolder();
    const archive = await openSqliteArchive(folder);
    await archive.add(killedDeposits(0));
    await archive.close();
    // Bytes 18 and 19 of SQLite's header: 1 where it keeps no write-ahead log.
    expect([...readFileSync(join(folder, 'archive.db')).subarray(18, 20)]).toEqual([1, 1]);
    const again = await openSqliteArchive(folder);
    expect((await again.add(killedDeposits(1))).length).toBe(40);
    await again.close();
  });

  it('isn’t made by opening it for reading', async () => {
    await expect(openSqliteArchive(join(root, 'none'), { readOnly: true })).rejects.toThrow(
      /There is no SQLite archive in .*none: add pages with stemma add first/,
    );
  });

  it('keeps what was acknowledged when the disk is full, says so in a sentence, and goes on when there is room', async () => {
    const folder = newFolder();
    const archive = await openSqliteArchive(folder);
    await archive.add(killedDeposits(0));
    await archive.close();
    const file = join(folder, 'archive.db');
    const limited = await openSqliteArchive(folder, { sizeLimit: statSync(file).size + 8192 });
    await expect(limited.add(killedDeposits(1))).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringContaining('The disk is full') as string,
    });
    expect((await limited.count()).witnesses).toBe(40);
    expect(await limited.verify()).toEqual([]);
    await limited.close();
    const again = await openSqliteArchive(folder);
    expect((await again.add(killedDeposits(1))).every((receipt) => receipt.outcome === 'added')).toBe(true);
    await again.close();
  });

  it('says that it was written by a newer Stemma', async () => {
    const folder = newFolder();
    await (await openSqliteArchive(folder)).close();
    const database = new Database(join(folder, 'archive.db'));
    database.exec(`insert into kysely_migration values ('999-later', '2030-01-01')`);
    database.close();
    for (const readOnly of [true, false]) {
      await expect(openSqliteArchive(folder, { readOnly })).rejects.toMatchObject({
        code: 'schema-mismatch',
        message: expect.stringContaining('newer Stemma') as string,
      });
    }
  });

  it('of the first schema is to be migrated, and has its fingerprints made anew then', async () => {
    const folder = newFolder();
    const page = samplePage({ url: 'https://coast.example/old' });
    await oldArchive(join(folder, 'archive.db'), page);
    await expect(openSqliteArchive(folder)).rejects.toMatchObject({
      code: 'schema-mismatch',
      message: expect.stringContaining('has an older schema: run stemma archive migrate first') as string,
    });
    const archive = await openSqliteArchive(folder, { migrate: true });
    expect(await archive.scheme()).toBe('of an older version');
    await archive.reindex('new', () => Float64Array.of(3, 5));
    expect(await archive.count()).toEqual({ witnesses: 1, addresses: 1, postings: 2 });
    expect([...(await archive.frequencies(Float64Array.of(3, 7)))]).toEqual([1, 0]);
    expect(await archive.outlines([1])).toHaveLength(1);
    expect(await archive.verify()).toEqual([]);
    await archive.close();
  });

  it('says that its file is damaged, at opening or at the first use', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'archive.db'), 'This is no database. '.repeat(1000));
    await expect(openSqliteArchive(folder)).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringContaining('damaged') as string,
    });
    const cut = newFolder();
    const archive = await openSqliteArchive(cut);
    await archive.add(killedDeposits(0));
    await archive.close();
    truncateSync(join(cut, 'archive.db'), 4096 * 10);
    const findings = openSqliteArchive(cut).then(async (opened) => {
      try {
        return await opened.verify();
      } finally {
        await opened.close();
      }
    });
    await expect(findings).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringContaining('damaged') as string,
    });
  });

  it('says where a file stands in its folder’s place', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(openSqliteArchive(file)).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringContaining('A file stands where its folder should be') as string,
    });
  });
});

/** An archive as the first schema had it, with one page and postings that nobody knows the making of. */
async function oldArchive(file: string, page: Page): Promise<void> {
  const database = new Database(file);
  await holdings('sqlite').up(new Kysely<unknown>({ dialect: new SqliteDialect({ database }) }));
  const { digest } = depositOf(page, new Float64Array(0));
  database
    .prepare(`insert into holding values (1, 9, ?, 1, ?, '2024-01-01T00:00:00Z', '', '', '', '', ?)`)
    .run(page.url, Buffer.from(digest, 'hex'), packPage(page));
  database.exec(`insert into posting values (77, 1); update posting_layer set fresh = 1;
    update tally set next_key = 2, witnesses = 1, addresses = 1, postings = 1;
    create table kysely_migration (name text primary key, timestamp text not null);
    create table kysely_migration_lock (id text primary key, is_locked integer not null default 0);
    insert into kysely_migration values ('001-holdings', '2024-01-01T00:00:00Z')`);
  database.close();
}
