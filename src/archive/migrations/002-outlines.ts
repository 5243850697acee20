import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineName } from '../engine-name.js';

/**
 * Outlines beside the postings, what both were made with, and packed postings found by one descent instead of two.
 * What was indexed before is dropped: it has to be made anew, since nobody knows with which words' frequencies it was made.
 */
export function outlines(engine: EngineName): Migration {
  return { up: engine === 'sqlite' ? upSqlite : upPostgres };
}

async function upSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists outline (
    key integer primary key, mark integer not null, words blob not null) strict`.execute(db);
  await sql`create table if not exists posting_pack (
    fingerprint integer primary key, entries integer not null, bytes blob not null) strict`.execute(db);
  const columns = await sql<{ name: string }>`select name from pragma_table_info('tally')`.execute(db);
  const has = (name: string): boolean => columns.rows.some((row) => row.name === name);
  if (has('reindexed')) return;
  await sql`drop table if exists posting_block`.execute(db);
  await sql`delete from posting`.execute(db);
  await sql`update posting_layer set fresh = 0, packed = 0, cursor = 0`.execute(db);
  if (!has('scheme')) await sql`alter table tally add column scheme text not null default ''`.execute(db);
  await markStale(db);
  // Comes last: where a cut migration runs again, it says that all before was done.
  await sql`alter table tally add column reindexed integer not null default 0`.execute(db);
}

async function upPostgres(db: Kysely<unknown>): Promise<void> {
  const citus = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  const isSpread = citus.rows.length > 0;
  // Citus changes tables on all shards at once, after which it may not change others in the same transaction.
  if (isSpread) await sql`set local citus.multi_shard_modify_mode to 'sequential'`.execute(db);
  await sql`create table if not exists outline (
    key bigint primary key, mark bigint not null, words bytea not null)`.execute(db);
  await sql`alter table outline alter column words set storage external`.execute(db);
  await sql`truncate posting`.execute(db);
  await sql`alter table tally add column scheme text not null default ''`.execute(db);
  await markStale(db);
  await sql`alter table tally add column reindexed bigint not null default 0`.execute(db);
  if (isSpread) await sql`select create_distributed_table('outline', 'key', colocate_with => 'holding')`.execute(db);
}

async function markStale(db: Kysely<unknown>): Promise<void> {
  await sql`update tally set postings = 0, scheme = case when witnesses > 0 then 'of an older version' else '' end`.execute(
    db,
  );
}
