import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { StemmaError } from '../error.js';
import type {
  Archive,
  ArchiveCount,
  Holding,
  Outlined,
  Postings,
  Ranked,
  SearchQuery,
  WeightedHash,
} from './archive.js';
import { unpackOutline } from './pack-outline.js';
import { unpackPage } from './pack-page.js';
import { hashAddress } from './plan-batch.js';
import type { ArchiveDatabase, ArchiveTables, ArchiveTransaction, HoldingTable } from './schema.js';
import { reindex } from './reindex.js';
import { foldQuery, SEARCH_LIMIT, type FoldedQuery } from './search-query.js';
import { SLICE, slices } from './slices.js';
import { addBatch, removeKeys, type SqlWriter } from './sql-writer.js';

/** What differs from engine to engine: postings and words. The rest is common SQL. */
export interface SqlEngine {
  readonly name: string;
  /** For reading; sees committed witnesses only. */
  readonly reader: ArchiveDatabase;
  /** Absent in an archive opened for reading. */
  readonly writer?: SqlWriter;
  frequencies(hashes: Float64Array, atMost: number): Promise<Uint32Array>;
  rank(hashes: readonly WeightedHash[], limit: number): Promise<readonly Ranked[]>;
  postings(hashes: Float64Array): Promise<Postings>;
  /** A condition on `holding.key` or its columns: all words stand in the page. */
  holdsWords(words: readonly string[]): Expression<SqlBool>;
  /** Findings of the engine's own check and of a comparison of indexes with holdings. */
  verify(): Promise<readonly string[]>;
  /** The sentence for a failure of the engine. */
  failure(error: unknown): Error;
  close(): Promise<void>;
}

/** An archive on an SQL engine. */
export function sqlArchive(engine: SqlEngine): Archive {
  const { reader } = engine;
  const explained = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw engine.failure(error);
    });
  const writerOf = (): SqlWriter => {
    if (engine.writer !== undefined) return engine.writer;
    throw new StemmaError('archive-unavailable', `The ${engine.name} was opened for reading.`);
  };
  const writing = async <T>(work: (writer: SqlWriter, trx: ArchiveTransaction) => Promise<T>): Promise<T> => {
    const writer = writerOf();
    return writer.db.transaction().execute((trx) => work(writer, trx));
  };
  return {
    name: engine.name,
    add: (batch) =>
      explained(batch.length === 0 ? Promise.resolve([]) : writing((writer, trx) => addBatch(writer, trx, batch))),
    frequencies: (hashes, atMost = 2 ** 32 - 1) => explained(engine.frequencies(hashes, atMost)),
    rank: (hashes, limit) => explained(engine.rank(hashes, limit)),
    postings: (hashes) => explained(engine.postings(hashes)),
    holdings: (keys) => explained(holdingsIn(reader, keys)),
    outlines: (keys) => explained(outlinesIn(reader, keys)),
    versions: (address) => explained(versionsIn(reader, address)),
    search: (query) => explained(searchIn(engine, query)),
    count: () => explained(countIn(reader)),
    remove: (keys) =>
      explained(keys.length === 0 ? Promise.resolve(0) : writing((writer, trx) => removeKeys(writer, trx, keys))),
    verify: () => explained(verifyIn(engine)),
    scan: () => scanIn(engine),
    scheme: () => explained(schemeIn(reader)),
    claim: (scheme) =>
      explained(
        engine.writer === undefined ? Promise.resolve() : writing((writer, trx) => claimIn(writer, trx, scheme)),
      ),
    reindex: async (scheme, hashesOf, onProgress) =>
      explained(reindex(writerOf(), { scheme, hashesOf, ...(onProgress === undefined ? {} : { onProgress }) })),
    close: () => engine.close(),
  };
}

async function holdingsIn(db: ArchiveDatabase, keys: readonly number[]): Promise<Holding[]> {
  const found = new Map<number, Holding>();
  for (const slice of slices([...new Set(keys)])) {
    const rows = await db.selectFrom('holding').select(HOLDING).where('key', 'in', slice).execute();
    for (const row of rows) found.set(row.key, toHolding(row));
  }
  return keys.flatMap((key) => found.get(key) ?? []);
}

async function outlinesIn(db: ArchiveDatabase, keys: readonly number[]): Promise<Outlined[]> {
  const found = new Map<number, Outlined>();
  for (const slice of slices([...new Set(keys)])) {
    const rows = await db.selectFrom('outline').select(['key', 'mark', 'words']).where('key', 'in', slice).execute();
    for (const { key, mark, words } of rows) found.set(key, { key, mark, words: unpackOutline(words) });
  }
  return keys.flatMap((key) => found.get(key) ?? []);
}

async function schemeIn(db: ArchiveDatabase): Promise<string> {
  return (await db.selectFrom('tally').select('scheme').executeTakeFirstOrThrow()).scheme;
}

async function claimIn(writer: SqlWriter, trx: ArchiveTransaction, scheme: string): Promise<void> {
  await writer.lock(trx);
  await trx.updateTable('tally').set({ scheme }).where('scheme', '=', '').execute();
}

async function versionsIn(db: ArchiveDatabase, address: string): Promise<Holding[]> {
  const same = db.selectFrom('holding').select(HOLDING).where('address_hash', '=', hashAddress(address));
  return (await same.where('address', '=', address).orderBy('version').execute()).map(toHolding);
}

async function searchIn(engine: SqlEngine, query: SearchQuery): Promise<Holding[]> {
  const asked = foldQuery(query);
  const rows = await engine.reader
    .selectFrom('holding')
    .select(HOLDING)
    .where((eb) => eb.and(conditions(eb, engine, asked)))
    .orderBy('day', 'desc')
    .orderBy('key', 'desc')
    .offset(query.offset ?? 0)
    .limit(query.limit ?? SEARCH_LIMIT)
    .execute();
  return rows.map(toHolding);
}

function conditions(
  eb: ExpressionBuilder<ArchiveTables, 'holding'>,
  engine: SqlEngine,
  asked: FoldedQuery,
): Expression<SqlBool>[] {
  const { words, outlet, agency, since, until } = asked;
  const all: Expression<SqlBool>[] = [];
  if (words.length > 0) all.push(engine.holdsWords(words));
  if (outlet !== '') {
    const under = `%.${escapeLike(outlet)}`;
    all.push(
      eb.or([
        eb('outlet', '=', outlet),
        eb('host', '=', outlet.replace(/^www\./, '')),
        sql<SqlBool>`host like ${under} escape '\\'`,
      ]),
    );
  }
  if (agency !== '') all.push(sql<SqlBool>`agency like ${`%${escapeLike(agency)}%`} escape '\\'`);
  if (since !== '') all.push(eb('day', '>=', since));
  if (until !== '') all.push(eb('day', '<=', until), eb('day', '!=', ''));
  return all;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

async function countIn(db: ArchiveDatabase): Promise<ArchiveCount> {
  return db.selectFrom('tally').select(['witnesses', 'addresses', 'postings']).executeTakeFirstOrThrow();
}

async function verifyIn(engine: SqlEngine): Promise<string[]> {
  const findings = [...(await engine.verify())];
  const count = await countIn(engine.reader);
  let holdings = 0;
  for await (const row of rowsOf(engine.reader)) {
    holdings++;
    const problem = damageOf(row);
    if (problem !== undefined) findings.push(problem);
  }
  if (holdings !== count.witnesses)
    findings.push(`${holdings} witnesses are stored where ${count.witnesses} were counted.`);
  return findings;
}

function damageOf(row: HoldingRow): string | undefined {
  try {
    unpackPage(row.page);
    return undefined;
  } catch {
    return `Witness ${row.key} (${row.address}) can't be unpacked.`;
  }
}

async function* scanIn(engine: SqlEngine): AsyncIterable<Holding> {
  try {
    for await (const row of rowsOf(engine.reader)) yield toHolding(row);
  } catch (error) {
    throw engine.failure(error);
  }
}

async function* rowsOf(db: ArchiveDatabase): AsyncIterable<HoldingRow> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('holding')
      .select(HOLDING)
      .where('key', '>', after)
      .orderBy('key')
      .limit(SLICE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

type HoldingRow = Pick<HoldingTable, (typeof HOLDING)[number]>;

const HOLDING = ['key', 'page', 'digest', 'address', 'version', 'added'] as const;

function toHolding({ key, page, digest, address, version, added }: HoldingRow): Holding {
  return { key, page: unpackPage(page), digest: digest.toString('hex'), address, version, added };
}
