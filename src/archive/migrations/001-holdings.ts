import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineName } from '../engine-name.js';

/** Holdings, their counts, their words and their postings. */
export function holdings(engine: EngineName): Migration {
  return { up: engine === 'sqlite' ? upSqlite : upPostgres };
}

async function upSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists holding (
    key integer primary key, address_hash integer not null, address text not null, version integer not null,
    digest blob not null, added text not null, outlet text not null, host text not null, agency text not null,
    day text not null, page blob not null) strict`.execute(db);
  await sql`create index if not exists holding_address on holding (address_hash)`.execute(db);
  await sql`create index if not exists holding_day on holding (day, key)`.execute(db);
  await sql`create virtual table if not exists word using fts5 (
    words, content='', contentless_delete=1, detail=none, tokenize=ascii)`.execute(db);
  await sql`create table if not exists posting (
    fingerprint integer not null, article integer not null, primary key (fingerprint, article)) without rowid, strict`.execute(
    db,
  );
  await sql`create table if not exists posting_block (
    id integer primary key, fingerprint integer not null, article integer not null, bytes blob not null) strict`.execute(
    db,
  );
  await sql`create index if not exists posting_block_start on posting_block (fingerprint, article)`.execute(db);
  await sql`create table if not exists posting_layer (
    id integer primary key, fresh integer not null, packed integer not null, cursor integer not null) strict`.execute(
    db,
  );
  await sql`insert into posting_layer (id, fresh, packed, cursor) values (1, 0, 0, 0) on conflict do nothing`.execute(
    db,
  );
  await tally(db);
}

async function upPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists holding (
    key bigint primary key, address_hash bigint not null, address text not null, version integer not null,
    digest bytea not null, added text not null, outlet text collate "C" not null, host text collate "C" not null,
    agency text collate "C" not null, day text collate "C" not null, words text[] not null,
    page bytea not null)`.execute(db);
  await sql`alter table holding alter column page set storage external`.execute(db);
  await sql`create index if not exists holding_address on holding (address_hash)`.execute(db);
  await sql`create index if not exists holding_day on holding (day, key)`.execute(db);
  await sql`create index if not exists holding_words on holding using gin (words)`.execute(db);
  await sql`create table if not exists posting (
    fingerprint bigint not null, article bigint not null, primary key (fingerprint, article))`.execute(db);
  await tally(db);
  await distribute(db);
}

async function tally(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists tally (
    id integer primary key, next_key bigint not null, witnesses bigint not null, addresses bigint not null,
    postings bigint not null)`.execute(db);
  await sql`insert into tally (id, next_key, witnesses, addresses, postings) values (1, 1, 0, 0, 0)
    on conflict do nothing`.execute(db);
}

/**
 * With Citus at hand, witnesses are spread by key and their postings lie beside them: weights come with the question, so
 * each shard groups, orders and cuts its own, and the merge is exact. Spread by fingerprint, every candidate would travel.
 */
async function distribute(db: Kysely<unknown>): Promise<void> {
  const extension = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  if (extension.rows.length === 0) return;
  await sql`select create_reference_table('tally')`.execute(db);
  await sql`select create_distributed_table('holding', 'key')`.execute(db);
  await sql`select create_distributed_table('posting', 'article', colocate_with => 'holding')`.execute(db);
}
