import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveCases } from '../testing/archive-cases.js';
import { killAdds } from '../testing/kill-adds.js';
import { killedDeposits } from '../testing/killed-deposits.js';
import { openPostgresSchema, postgresUrls, type PostgresSchema } from '../testing/postgres-schema.js';
import { reindexCases } from '../testing/reindex-cases.js';
import { seeded } from '../testing/seeded.js';
import { openPostgresArchive } from './postgres.js';

const [database = ''] = postgresUrls();

describe.skipIf(database === '')('an archive in a database', () => {
  const schemas: PostgresSchema[] = [];
  const fresh = async (): Promise<PostgresSchema> => {
    const schema = await openPostgresSchema(database, `stemma_test_${process.pid}_${schemas.length}`);
    schemas.push(schema);
    return schema;
  };

  afterAll(async () => {
    for (const schema of schemas) await schema.drop();
  });

  reindexCases('PostgreSQL', async () => openPostgresArchive((await fresh()).url));
  archiveCases({ name: 'PostgreSQL', open: async () => openPostgresArchive((await fresh()).url) });

  it(
    'loses nothing that was acknowledged when a client is killed, and keeps nothing half',
    { timeout: 60_000 },
    async () => {
      const report = await killAdds((await fresh()).url, 2, seeded(5));
      expect(report).toMatchObject({ kills: 2, lost: 0, halves: 0, findings: [] });
      expect(report.acknowledged).toBeGreaterThan(80);
    },
  );

  it('says that the database went away in the middle of an add, keeps what was acknowledged, and goes on when it is back', async () => {
    const { url, ask } = await fresh();
    const archive = await openPostgresArchive(url);
    await archive.add(killedDeposits(0));
    const blocker = new pg.Client(url);
    await blocker.connect();
    await blocker.query('begin; select 1 from tally for update');
    const adding = expect(archive.add(killedDeposits(1))).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringMatching(/what was added before is kept\.$/) as string,
    });
    const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%tally for update%'`;
    let pids = await ask(waiting);
    while (pids.length === 0) pids = await ask(waiting);
    for (const { pid } of pids) await ask(`select pg_terminate_backend(${Number(pid)})`);
    await adding;
    await blocker.query('rollback');
    await blocker.end();
    expect((await archive.count()).witnesses).toBe(40);
    expect((await archive.add(killedDeposits(1))).every((receipt) => receipt.outcome === 'added')).toBe(true);
    expect(await archive.verify()).toEqual([]);
    await archive.close();
  });

  it('is written by several processes at once, each add whole', async () => {
    const { url } = await fresh();
    const [a, b] = [await openPostgresArchive(url), await openPostgresArchive(url)];
    const receipts = await Promise.all(
      [a, b, a, b].map((archive, i) => archive.add([...killedDeposits(9), ...killedDeposits(i)])),
    );
    expect(new Set(receipts.flat().map((receipt) => receipt.key)).size).toBe(200);
    expect(await b.count()).toMatchObject({ witnesses: 200, addresses: 200 });
    await a.close();
    await b.close();
  });

  it('may be opened for reading only, once it is there', async () => {
    const { url } = await fresh();
    await expect(openPostgresArchive(url, { readOnly: true })).rejects.toThrow(
      /is empty: add pages with stemma add first/,
    );
    await (await openPostgresArchive(url)).close();
    const reader = await openPostgresArchive(url, { readOnly: true });
    await expect(reader.add(killedDeposits(0))).rejects.toThrow('opened for reading');
    await reader.close();
  });

  it('says that it was written by a newer Stemma', async () => {
    const { url, ask } = await fresh();
    await (await openPostgresArchive(url)).close();
    await ask(`insert into kysely_migration values ('999-later', '2030-01-01')`);
    await expect(openPostgresArchive(url)).rejects.toMatchObject({ code: 'schema-mismatch' });
  });

  it('says which database isn’t there or doesn’t let it in, without the password', async () => {
    const other = new URL(database);
    other.pathname = '/no_such_database';
    other.password = 'secret';
    await expect(openPostgresArchive(other.href)).rejects.toThrow(
      `The PostgreSQL archive at ${other.host}/no_such_database can’t be used. There is no such database`,
    );
  });
});

it('a database that doesn’t answer is a sentence', async () => {
  await expect(openPostgresArchive('postgres://127.0.0.1:1/stemma')).rejects.toMatchObject({
    code: 'archive-unavailable',
    message:
      'The PostgreSQL archive at 127.0.0.1:1/stemma can’t be used. Nothing answers at that address: start the database, or correct the address.',
  });
});
