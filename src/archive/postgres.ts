import { Kysely, PostgresDialect, sql, type SqlBool } from 'kysely';
import pg from 'pg';
import type { Archive, Postings, Ranked, WeightedHash } from './archive.js';
import { openSchema } from './open-schema.js';
import { sortPostings } from './posting-block.js';
import type { NewHolding, NewIndex } from './plan-batch.js';
import { postgresFailure } from './postgres-failure.js';
import type { ArchiveDatabase, ArchiveTables, ArchiveTransaction } from './schema.js';
import { slices } from './slices.js';
import { sqlArchive, type SqlEngine } from './sql-archive.js';
import type { SqlWriter } from './sql-writer.js';

export interface PostgresOptions {
  /** Only for reading. False unless said. */
  readonly readOnly?: boolean;
  /** Whether an older schema is brought up to date. False unless said. */
  readonly migrate?: boolean;
}

/** Connections that one process keeps: adds wait for one another anyway, questions rarely need more than a few at once. */
const CONNECTIONS = 8;

/** Milliseconds to wait for a connection before saying that the database doesn't answer. */
const CONNECT_TIMEOUT = 10_000;

/** Rows of one insert of postings: a statement of about 1.5 MB. */
const POSTINGS_SLICE = 50_000;

/**
 * Opens the archive in a PostgreSQL database (15 or later), making its tables where they are missing. Any number of
 * processes may read and write: adds take turns by a lock on one row. Where the Citus extension is installed the tables
 * are spread over its workers. The URL may name a schema: `?options=-c%20search_path=news`.
 */
export async function openPostgresArchive(url: string, options: PostgresOptions = {}): Promise<Archive> {
  const name = `PostgreSQL archive at ${withoutPassword(url)}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    types,
  });
  // A connection that dies says so here, idle or at work; unheard, it would end the process. Whoever asks gets the sentence.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db: ArchiveDatabase = new Kysely<ArchiveTables>({ dialect: new PostgresDialect({ pool }) });
  const readOnly = options.readOnly === true;
  let isSpread = false;
  try {
    await openSchema(db, {
      engine: 'postgres',
      name,
      create: !readOnly,
      migrate: options.migrate === true && !readOnly,
    });
    isSpread = await hasCitus(db);
  } catch (error) {
    await pool.end();
    throw postgresFailure(error, name);
  }
  return sqlArchive(engineOf(db, { name, readOnly, isSpread }));
}

interface Opened {
  readonly name: string;
  readonly readOnly: boolean;
  /** Whether the tables lie on several servers. */
  readonly isSpread: boolean;
}

async function hasCitus(db: ArchiveDatabase): Promise<boolean> {
  return (await sql`select 1 from pg_extension where extname = 'citus'`.execute(db)).rows.length > 0;
}

function engineOf(db: ArchiveDatabase, { name, readOnly, isSpread }: Opened): SqlEngine {
  return {
    name,
    reader: db,
    ...(readOnly ? {} : { writer: writingEngine(db) }),
    frequencies: (hashes, atMost) => frequencies(db, hashes, { atMost, isSpread }),
    rank: (hashes, limit) => rank(db, hashes, limit),
    postings: (hashes) => postings(db, hashes),
    holdsWords: (words) => sql<SqlBool>`words @> ${words}::text[]`,
    verify: () => verify(db),
    failure: (error) => postgresFailure(error, name),
    close: () => db.destroy(),
  };
}

function writingEngine(db: ArchiveDatabase): SqlWriter {
  return {
    db,
    lock: async (trx) => {
      await sql`select 1 from tally for update`.execute(trx);
    },
    insert: async (trx, rows) => {
      for (const slice of slices(rows)) await insertHoldings(trx, slice);
    },
    index: async (trx, rows) => {
      await insertOutlines(trx, rows);
      await insertPostings(trx, rows);
    },
    clearIndex: async (trx) => {
      await sql`delete from outline`.execute(trx);
      await sql`delete from posting`.execute(trx);
    },
    unindex: async (trx, keys) => {
      await sql`delete from outline where key = any(${keys}::bigint[])`.execute(trx);
      const gone = await sql`delete from posting where article = any(${keys}::bigint[])`.execute(trx);
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}

/** bigint, which count(*) gives too, as numbers: keys and hashes stay below 2^53. The rest as the driver has it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as never,
};

async function insertHoldings(trx: ArchiveTransaction, rows: readonly NewHolding[]): Promise<void> {
  const values = rows.map(({ row, facets }) => {
    const { key, address_hash, address, version, digest, added, outlet, host, agency, day, page } = row;
    return sql`(${key}, ${address_hash}, ${address}, ${version}, ${digest}, ${added}, ${outlet}, ${host}, ${agency}, ${day}, ${facets.words}::text[], ${page})`;
  });
  await sql`insert into holding (key, address_hash, address, version, digest, added, outlet, host, agency, day, words, page)
    values ${sql.join(values)}`.execute(trx);
}

async function insertOutlines(trx: ArchiveTransaction, rows: readonly NewIndex[]): Promise<void> {
  const [keys, marks] = [rows.map(({ outline }) => outline.key), rows.map(({ outline }) => outline.mark)];
  const words = rows.map(({ outline }) => outline.words);
  await sql`insert into outline (key, mark, words)
    select * from unnest(${keys}::bigint[], ${marks}::bigint[], ${words}::bytea[])`.execute(trx);
}

/** `unnest` of two array parameters: one statement, two parameters, whatever the number of rows. Sorted, so that each page of the key is touched once. */
async function insertPostings(trx: ArchiveTransaction, rows: readonly NewIndex[]): Promise<void> {
  const { hashes, articles } = sortPostings(
    rows.map(({ outline, hashes: own }) => ({ key: outline.key, hashes: own })),
  );
  for (let from = 0; from < hashes.length; from += POSTINGS_SLICE) {
    const fingerprints = [...hashes.subarray(from, from + POSTINGS_SLICE)];
    const keys = [...articles.subarray(from, from + POSTINGS_SLICE)];
    await sql`insert into posting (fingerprint, article)
      select * from unnest(${fingerprints}::bigint[], ${keys}::bigint[])`.execute(trx);
  }
}

interface Counting {
  readonly atMost: number;
  readonly isSpread: boolean;
}

/** On one server counting stops at the limit. Citus can't push a limit into a join: there each shard counts its own and the sums are cut. */
async function frequencies(
  db: ArchiveDatabase,
  hashes: Float64Array,
  { atMost, isSpread }: Counting,
): Promise<Uint32Array> {
  const asked = [...new Set(hashes)];
  const held = isSpread
    ? sql`join posting on posting.fingerprint = asked.fingerprint`
    : sql`cross join lateral (select 1 from posting where posting.fingerprint = asked.fingerprint limit ${atMost}) as held`;
  const { rows } = await sql<{ fingerprint: number; n: number }>`
    select asked.fingerprint, count(*) as n from unnest(${asked}::bigint[]) as asked (fingerprint) ${held}
    group by asked.fingerprint`.execute(db);
  const counts = new Map(rows.map((row) => [row.fingerprint, Math.min(row.n, atMost)]));
  return Uint32Array.from(hashes, (hash) => counts.get(hash) ?? 0);
}

async function rank(db: ArchiveDatabase, hashes: readonly WeightedHash[], limit: number): Promise<Ranked[]> {
  const [asked, weights] = [hashes.map(({ hash }) => hash), hashes.map(({ weight }) => weight)];
  const { rows } = await sql<Ranked>`
    select posting.article as key, sum(asked.weight)::bigint as score
    from unnest(${asked}::bigint[], ${weights}::bigint[]) as asked (fingerprint, weight) join posting using (fingerprint)
    group by posting.article order by score desc, key limit ${limit}`.execute(db);
  return rows;
}

async function postings(db: ArchiveDatabase, hashes: Float64Array): Promise<Postings> {
  const { rows } = await sql<{ key: number; hash: number }>`
    select posting.article as key, posting.fingerprint as hash
    from unnest(${[...new Set(hashes)]}::bigint[]) as asked (fingerprint) join posting using (fingerprint)
    order by key, hash`.execute(db);
  return { keys: Float64Array.from(rows, (row) => row.key), hashes: Float64Array.from(rows, (row) => row.hash) };
}

async function verify(db: ArchiveDatabase): Promise<string[]> {
  const { rows } = await sql<{ stored: number; counted: number; orphans: number }>`
    select (select count(*) from posting) as stored, (select sum(postings)::bigint from tally) as counted,
      (select count(*) from posting left join holding on holding.key = posting.article where holding.key is null) as orphans`.execute(
    db,
  );
  const { stored, counted, orphans } = rows[0] ?? { stored: 0, counted: 0, orphans: 0 };
  const findings = [];
  if (stored !== counted) findings.push(`${stored} postings are stored where ${counted} were counted.`);
  if (orphans > 0) findings.push(`${orphans} postings belong to no witness.`);
  return findings;
}

function withoutPassword(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed === undefined ? 'an address that can’t be read' : `${parsed.host}${parsed.pathname}`;
}
