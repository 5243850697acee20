import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type {
  Archive,
  ArchiveCount,
  Deposit,
  Holding,
  Postings,
  Ranked,
  Receipt,
  SearchQuery,
  WeightedHash,
} from './archive.js';
import { foldQuery, SEARCH_LIMIT, type FoldedQuery } from './search-query.js';
import { unpackPage } from './pack-page.js';
import { fileBatch, hashAddress, planBatch, type HeldVersion, type NewHolding } from './plan-batch.js';
import type { ArchiveDatabase, ArchiveTables, ArchiveTransaction, HoldingTable } from './schema.js';

/** What differs from engine to engine: postings and words. The rest is common SQL. */
export interface SqlEngine {
  readonly name: string;
  /** For reading; sees committed witnesses only. */
  readonly reader: ArchiveDatabase;
  /** For writing; absent in an archive opened for reading. */
  readonly writer?: ArchiveDatabase;
  /** Makes other writers wait until the transaction ends. */
  lock(trx: ArchiveTransaction): Promise<void>;
  /** Inserts holdings, words and postings of new witnesses. */
  insert(trx: ArchiveTransaction, rows: readonly NewHolding[]): Promise<void>;
  /** Takes words and postings out. Resolves to the number of postings. */
  unindex(trx: ArchiveTransaction, keys: readonly number[]): Promise<number>;
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

/** Rows that one statement fetches or asks for: bounds memory and the number of parameters (SQLite's limit is 32,766). */
const SLICE = 500;

/** An archive on an SQL engine. */
export function sqlArchive(engine: SqlEngine): Archive {
  const { reader } = engine;
  const explained = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw engine.failure(error);
    });
  const writing = async <T>(work: (trx: ArchiveTransaction) => Promise<T>): Promise<T> => {
    if (engine.writer === undefined) throw new Error('opened for reading');
    return engine.writer.transaction().execute(work);
  };
  return {
    name: engine.name,
    add: (batch) => explained(batch.length === 0 ? Promise.resolve([]) : writing((trx) => addIn(engine, trx, batch))),
    frequencies: (hashes, atMost = 2 ** 32 - 1) => explained(engine.frequencies(hashes, atMost)),
    rank: (hashes, limit) => explained(engine.rank(hashes, limit)),
    postings: (hashes) => explained(engine.postings(hashes)),
    holdings: (keys) => explained(holdingsIn(reader, keys)),
    versions: (address) => explained(versionsIn(reader, address)),
    search: (query) => explained(searchIn(engine, query)),
    count: () => explained(countIn(reader)),
    remove: (keys) => explained(keys.length === 0 ? Promise.resolve(0) : writing((trx) => removeIn(engine, trx, keys))),
    verify: () => explained(verifyIn(engine)),
    scan: () => scanIn(engine),
    close: () => engine.close(),
  };
}

async function addIn(
  engine: SqlEngine,
  trx: ArchiveTransaction,
  batch: readonly Deposit[],
): Promise<readonly Receipt[]> {
  await engine.lock(trx);
  const tally = await trx.selectFrom('tally').select('next_key').executeTakeFirstOrThrow();
  const filings = fileBatch(batch);
  const held = await versionsAt(trx, [...new Set(filings.map((filing) => filing.addressHash))]);
  const { receipts, rows, newAddresses } = planBatch(filings, held, tally.next_key);
  if (rows.length === 0) return receipts;
  await engine.insert(trx, rows);
  await trx
    .updateTable('tally')
    .set((eb) => ({
      next_key: eb('next_key', '+', rows.length),
      witnesses: eb('witnesses', '+', rows.length),
      addresses: eb('addresses', '+', newAddresses),
      postings: eb(
        'postings',
        '+',
        rows.reduce((sum, row) => sum + row.hashes.length, 0),
      ),
    }))
    .execute();
  return receipts;
}

async function versionsAt(db: ArchiveDatabase, addressHashes: readonly number[]): Promise<HeldVersion[]> {
  const held: HeldVersion[] = [];
  for (const slice of slices(addressHashes)) {
    const columns = ['key', 'address', 'version', 'digest'] as const;
    held.push(...(await db.selectFrom('holding').select(columns).where('address_hash', 'in', slice).execute()));
  }
  return held;
}

async function removeIn(engine: SqlEngine, trx: ArchiveTransaction, keys: readonly number[]): Promise<number> {
  await engine.lock(trx);
  const found: HeldVersion[] = [];
  for (const slice of slices([...new Set(keys)])) {
    found.push(
      ...(await trx
        .selectFrom('holding')
        .select(['key', 'address', 'version', 'digest'])
        .where('key', 'in', slice)
        .execute()),
    );
  }
  const addresses = [...new Set(found.map((row) => row.address))];
  const postings = await engine.unindex(
    trx,
    found.map((row) => row.key),
  );
  for (const slice of slices(found))
    await trx
      .deleteFrom('holding')
      .where(
        'key',
        'in',
        slice.map((row) => row.key),
      )
      .execute();
  const left = new Set((await versionsAt(trx, addresses.map(hashAddress))).map((row) => row.address));
  const gone = addresses.filter((address) => !left.has(address)).length;
  await trx
    .updateTable('tally')
    .set((eb) => ({
      witnesses: eb('witnesses', '-', found.length),
      addresses: eb('addresses', '-', gone),
      postings: eb('postings', '-', postings),
    }))
    .execute();
  return found.length;
}

async function holdingsIn(db: ArchiveDatabase, keys: readonly number[]): Promise<Holding[]> {
  const found = new Map<number, Holding>();
  for (const slice of slices([...new Set(keys)])) {
    const rows = await db.selectFrom('holding').select(HOLDING).where('key', 'in', slice).execute();
    for (const row of rows) found.set(row.key, toHolding(row));
  }
  return keys.flatMap((key) => found.get(key) ?? []);
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

/** A list in pieces that one statement can take. */
export function slices<T>(list: readonly T[], size = SLICE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
