import { mkdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect, type SqlBool } from 'kysely';
import { StemmaError } from '../error.js';
import type { Archive } from './archive.js';
import { sqliteFailure } from './archive-failure.js';
import { openSchema } from './open-schema.js';
import type { NewHolding, NewIndex } from './plan-batch.js';
import type { ArchiveDatabase, ArchiveTables, ArchiveTransaction } from './schema.js';
import { slices } from './slices.js';
import { sqlArchive, type SqlEngine } from './sql-archive.js';
import type { SqlWriter } from './sql-writer.js';
import { sqlitePostings, type SqlitePostings } from './sqlite-postings.js';
import { takeWriteLock } from './write-lock.js';

export interface SqliteOptions {
  /** Only for reading: takes no lock and works beside a process that writes. False unless said. */
  readonly readOnly?: boolean;
  /** Whether an older schema is brought up to date. False unless said. */
  readonly migrate?: boolean;
  /** Bytes that the archive's file may grow to; beyond, adds fail as on a full disk. As the disk has room unless said. */
  readonly sizeLimit?: number;
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
  const closing: (() => unknown)[] = [];
  const close = (): void => {
    for (const end of closing.splice(0)) end();
  };
  try {
    const writer = options.readOnly === true ? undefined : await openWriter(folder, { name, options, closing });
    const file = fileOf(folder);
    if (!existsSync(file)) throw missing(name);
    const reader = connect(file, true);
    closing.unshift(() => reader.close());
    await openSchema(kyselyOf(reader), { engine: 'sqlite', name, create: false, migrate: false });
    const writing = writer === undefined ? {} : { writer: writingEngine(writer) };
    return sqlArchive({ ...readingEngine(reader, name), ...writing, close: () => Promise.resolve().then(close) });
  } catch (error) {
    close();
    throw sqliteFailure(error, name);
  }
}

interface Opening {
  readonly name: string;
  readonly options: SqliteOptions;
  /** What to do at the end, in this order. */
  readonly closing: (() => unknown)[];
}

async function openWriter(folder: string, { name, options, closing }: Opening): Promise<Database.Database> {
  mkdirSync(folder, { recursive: true });
  const lock = takeWriteLock(folder, options.owner ?? 'stemma');
  closing.unshift(() => lock.release());
  const writer = connect(fileOf(folder), false);
  closing.unshift(() => rest(writer));
  if (options.sizeLimit !== undefined) {
    const pageSize = Number(writer.pragma('page_size', { simple: true }));
    writer.pragma(`max_page_count = ${Math.floor(options.sizeLimit / pageSize)}`);
  }
  await openSchema(kyselyOf(writer), { engine: 'sqlite', name, create: true, migrate: options.migrate === true });
  return writer;
}

/**
 * Closes the writer and leaves an archive that needs no file beside it, so that it can be read from a disk that can only be
 * read. While others read, SQLite doesn't allow it: then the next writer sees to it.
 */
function rest(writer: Database.Database): void {
  try {
    writer.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    writer.close();
  }
}

function fileOf(folder: string): string {
  return join(folder, 'archive.db');
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
  const dialect = new SqliteDialect({ database });
  return new Kysely<ArchiveTables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => {
        const driver = dialect.createDriver();
        const rollback = driver.rollbackTransaction.bind(driver);
        // On a full disk SQLite has rolled back already; a second rollback would fail and hide the reason.
        driver.rollbackTransaction = async (connection) => {
          if (database.inTransaction) await rollback(connection);
        };
        return driver;
      },
    },
  });
}

function readingEngine(reader: Database.Database, name: string): Omit<SqlEngine, 'close' | 'writer'> {
  const index = sqlitePostings(reader);
  // Promise.resolve().then: what SQLite throws at once has to come back as a rejection.
  const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  return {
    name,
    reader: kyselyOf(reader),
    frequencies: (hashes, atMost) => later(() => index.frequencies(hashes, atMost)),
    rank: (hashes, limit) => later(() => index.rank(hashes, limit)),
    postings: (hashes) => later(() => index.postings(hashes)),
    holdsWords: (words) =>
      sql<SqlBool>`key in (select rowid from word where word match ${words.map((word) => `"${word}"`).join(' ')})`,
    verify: () => later(() => verify(reader, index)),
    failure: (error) => sqliteFailure(error, name),
  };
}

function writingEngine(writer: Database.Database): SqlWriter {
  const index = sqlitePostings(writer);
  return {
    db: kyselyOf(writer),
    // The lock on the folder has kept other writers out since it was opened.
    lock: () => Promise.resolve(),
    insert: (_trx, rows) => Promise.resolve().then(() => insertHoldings(writer, rows)),
    index: (_trx, rows) =>
      Promise.resolve().then(() => {
        insertOutlines(writer, rows);
        index.insert(rows.map(({ outline, hashes }) => ({ key: outline.key, hashes })));
      }),
    clearIndex: () =>
      Promise.resolve().then(() => {
        writer.exec('delete from outline');
        index.clear();
      }),
    unindex: (trx, keys) => unindex(trx, index, keys),
  };
}

/** Prepared once a batch: building the statement anew for each slice took a third of an add. */
function insertHoldings(writer: Database.Database, rows: readonly NewHolding[]): void {
  const holding = writer.prepare(
    `insert into holding (key, address_hash, address, version, digest, added, outlet, host, agency, day, page)
    values (@key, @address_hash, @address, @version, @digest, @added, @outlet, @host, @agency, @day, @page)`,
  );
  const word = writer.prepare('insert into word (rowid, words) values (?, ?)');
  for (const { row, facets } of rows) {
    holding.run(row);
    word.run(row.key, facets.words.join(' '));
  }
}

function insertOutlines(writer: Database.Database, rows: readonly NewIndex[]): void {
  const insert = writer.prepare('insert into outline (key, mark, words) values (@key, @mark, @words)');
  for (const { outline } of rows) insert.run(outline);
}

async function unindex(trx: ArchiveTransaction, postings: SqlitePostings, keys: readonly number[]): Promise<number> {
  for (const slice of slices(keys)) {
    await sql`delete from word where rowid in (${sql.join(slice)})`.execute(trx);
    await sql`delete from outline where key in (${sql.join(slice)})`.execute(trx);
  }
  return postings.remove(new Set(keys));
}

function verify(reader: Database.Database, postings: SqlitePostings): string[] {
  const damage = (reader.pragma('integrity_check(20)') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  const findings = damage.filter((line) => line !== 'ok').map((line) => `SQLite finds: ${line}.`);
  return [...findings, ...postings.verify()];
}
