import { mkdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect, type SqlBool } from 'kysely';
import { StemmaError } from '../error.js';
import type { Archive } from './archive.js';
import { sqliteFailure } from './archive-failure.js';
import { openSchema } from './open-schema.js';
import type { NewHolding } from './plan-batch.js';
import type { ArchiveDatabase, ArchiveTables, ArchiveTransaction } from './schema.js';
import { slices, sqlArchive, type SqlEngine } from './sql-archive.js';
import { sqlitePostings, type SqlitePostings } from './sqlite-postings.js';
import { takeWriteLock, type WriteLock } from './write-lock.js';

export interface SqliteOptions {
  /** Only for reading: takes no lock and works beside a process that writes. False unless said. */
  readonly readOnly?: boolean;
  /** Whether an older schema is brought up to date. False unless said. */
  readonly migrate?: boolean;
  /** What this process is doing, told to another that wants to write. `stemma` unless said. */
  readonly owner?: string;
}

/** Pages kept in memory by each connection, in KiB (negative: SQLite's way of saying KiB). 64 MiB holds the inner nodes of 10 million postings. */
const CACHE = -65_536;

/** Bytes that the write-ahead log is cut back to after a large batch. */
const LOG_LIMIT = 64 * 2 ** 20;

/**
 * Opens the embedded archive in a folder, making both where they are missing. One process may write at a time, any
 * number may read beside it (the write-ahead log gives each reader a consistent view), so a trace never waits for an add.
 * Throws `archive-unavailable` where the folder can't be used or another process is writing, `schema-mismatch` where the
 * schema is another version's.
 */
export async function openSqliteArchive(folder: string, options: SqliteOptions = {}): Promise<Archive> {
  const name = `SQLite archive in ${resolve(folder)}`;
  const file = join(folder, 'archive.db');
  let lock: WriteLock | undefined;
  const open: Database.Database[] = [];
  const close = (): void => {
    for (const database of open) database.close();
    lock?.release();
  };
  try {
    if (options.readOnly === true && !existsSync(file)) throw missing(name);
    if (options.readOnly !== true) {
      mkdirSync(folder, { recursive: true });
      lock = takeWriteLock(folder, options.owner ?? 'stemma');
      open.push(connect(file, false));
      await openSchema(kyselyOf(open[0]!), { engine: 'sqlite', name, create: true, migrate: options.migrate === true });
    }
    open.push(connect(file, true));
    await openSchema(kyselyOf(open.at(-1)!), { engine: 'sqlite', name, create: false, migrate: false });
    return sqlArchive(
      engineOf({ name, reader: open.at(-1)!, ...(open.length > 1 ? { writer: open[0]! } : {}), close }),
    );
  } catch (error) {
    close();
    throw sqliteFailure(error, name);
  }
}

function missing(name: string): StemmaError {
  return new StemmaError(
    'archive-unavailable',
    `There is no ${name}: add pages with stemma add first, or name another with --archive.`,
  );
}

function connect(file: string, readonly: boolean): Database.Database {
  const database = new Database(file, { readonly, timeout: 5000 });
  if (!readonly) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`journal_size_limit = ${LOG_LIMIT}`);
  }
  database.pragma(`cache_size = ${CACHE}`);
  return database;
}

function kyselyOf(database: Database.Database): ArchiveDatabase {
  return new Kysely<ArchiveTables>({ dialect: new SqliteDialect({ database }) });
}

interface Connections {
  readonly name: string;
  readonly reader: Database.Database;
  readonly writer?: Database.Database;
  close(): void;
}

function engineOf({ name, reader, writer, close }: Connections): SqlEngine {
  const readPostings = sqlitePostings(reader);
  const writePostings = writer === undefined ? undefined : sqlitePostings(writer);
  return {
    name,
    reader: kyselyOf(reader),
    ...(writer === undefined ? {} : { writer: kyselyOf(writer) }),
    lock: async () => {},
    insert: async (trx, rows) => {
      for (const slice of slices(rows))
        await trx
          .insertInto('holding')
          .values(slice.map(({ row }) => row))
          .execute();
      insertWords(writer!, rows);
      writePostings!.insert(rows.map(({ row, hashes }) => ({ key: row.key, hashes })));
    },
    unindex: (trx, keys) => unindex(trx, writePostings!, keys),
    frequencies: async (hashes, atMost) => readPostings.frequencies(hashes, atMost),
    rank: async (hashes, limit) => readPostings.rank(hashes, limit),
    postings: async (hashes) => readPostings.postings(hashes),
    holdsWords: (words) =>
      sql<SqlBool>`key in (select rowid from word where word match ${words.map((word) => `"${word}"`).join(' ')})`,
    verify: async () => verify(reader, readPostings),
    failure: (error) => sqliteFailure(error, name),
    close: async () => close(),
  };
}

function insertWords(writer: Database.Database, rows: readonly NewHolding[]): void {
  const insert = writer.prepare('insert into word (rowid, words) values (?, ?)');
  for (const { row, facets } of rows) insert.run(row.key, facets.words.join(' '));
}

async function unindex(trx: ArchiveTransaction, postings: SqlitePostings, keys: readonly number[]): Promise<number> {
  for (const slice of slices(keys)) await sql`delete from word where rowid in (${sql.join(slice)})`.execute(trx);
  return postings.remove(new Set(keys));
}

function verify(reader: Database.Database, postings: SqlitePostings): string[] {
  const damage = (reader.pragma('integrity_check(20)') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  const findings = damage.filter((line) => line !== 'ok').map((line) => `SQLite finds: ${line}.`);
  return [...findings, ...postings.verify()];
}
