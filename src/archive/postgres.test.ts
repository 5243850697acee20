import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { archiveCases } from '../testing/archive-cases.js';
import { openPostgresArchive } from './postgres.js';

/** `ARCHIVES` names the databases to test against, separated by spaces or commas. */
const urls = (process.env['ARCHIVES'] ?? '').split(/[\s,]+/).filter((url) => url.startsWith('postgres'));

describe.skipIf(urls.length === 0)('a database', () => {
  for (const url of urls) {
    const schemas: string[] = [];

    afterAll(async () => {
      const client = new pg.Client(url);
      await client.connect();
      for (const schema of schemas) await client.query(`drop schema ${schema} cascade`);
      await client.end();
    });

    archiveCases({
      name: 'PostgreSQL',
      open: async () => {
        const schema = `stemma_test_${process.pid}_${schemas.length}`;
        const client = new pg.Client(url);
        await client.connect();
        await client.query(`create schema ${schema}`);
        await client.end();
        schemas.push(schema);
        const own = new URL(url);
        own.searchParams.set('options', `-c search_path=${schema}`);
        return openPostgresArchive(own.href);
      },
    });
  }
});
