import { Migrator, sql, type Kysely } from 'kysely';
import { StemmaError } from '../error.js';
import type { EngineName } from './engine-name.js';
import { migrationsOf } from './migrations/migrations.js';
import type { ArchiveDatabase } from './schema.js';

/** How an archive's tables stand against what this version of Stemma knows. */
type SchemaState = 'absent' | 'older' | 'current' | 'newer';

/** Looks at which migrations the archive has had. */
async function schemaState(db: ArchiveDatabase, engine: EngineName): Promise<SchemaState> {
  const known = Object.keys(migrationsOf(engine));
  const applied = await appliedMigrations(db, engine);
  if (applied.length === 0) return 'absent';
  if (applied.some((name) => !known.includes(name))) return 'newer';
  return applied.length < known.length ? 'older' : 'current';
}

/** What to do where the schema isn't the current one. */
export interface SchemaOptions {
  readonly engine: EngineName;
  /** The archive's name for sentences. */
  readonly name: string;
  /** Whether tables may be created in an empty database. */
  readonly create: boolean;
  /** Whether an older schema may be brought up to date. */
  readonly migrate: boolean;
}

/** Creates or updates the tables as far as allowed. Throws a `StemmaError` that says what to do where that isn't enough. */
export async function openSchema(db: ArchiveDatabase, options: SchemaOptions): Promise<void> {
  const { engine, name, create, migrate } = options;
  const state = await schemaState(db, engine);
  if (state === 'newer') throw mismatch(`The ${name} was written by a newer Stemma: update this one to use it.`);
  if (state === 'absent' && !create) {
    throw new StemmaError('archive-unavailable', `The ${name} is empty: add pages with stemma add first.`);
  }
  if (state === 'older' && !migrate)
    throw mismatch(`The ${name} has an older schema: run stemma archive migrate first.`);
  if (state !== 'current') await migrateToLatest(db, engine);
}

async function migrateToLatest(db: ArchiveDatabase, engine: EngineName): Promise<void> {
  const migrations = migrationsOf(engine);
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  // Without a schema Kysely takes a log that stands in any schema of the database for its own.
  const schema = engine === 'postgres' ? { migrationTableSchema: await currentSchema(db) } : {};
  const { error } = await new Migrator({ db, provider, ...schema }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
}

async function currentSchema(db: ArchiveDatabase): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? 'public';
}

async function appliedMigrations(db: ArchiveDatabase, engine: EngineName): Promise<string[]> {
  const table =
    engine === 'sqlite'
      ? sql`select 1 from sqlite_master where name = 'kysely_migration'`
      : sql`select 1 where to_regclass('kysely_migration') is not null`;
  if ((await table.execute(db)).rows.length === 0) return [];
  const log = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  return (await log.selectFrom('kysely_migration').select('name').orderBy('name').execute()).map((row) => row.name);
}

function mismatch(sentence: string): StemmaError {
  return new StemmaError('schema-mismatch', sentence);
}
