import { StemmaError } from '../error.js';
import type { Deposit, Receipt } from './archive.js';
import { fileBatch, hashAddress, planBatch, type HeldVersion, type NewHolding, type NewIndex } from './plan-batch.js';
import type { ArchiveDatabase, ArchiveTransaction } from './schema.js';
import { slices } from './slices.js';

/** What writing needs that differs from engine to engine. */
export interface SqlWriter {
  readonly db: ArchiveDatabase;
  /** Makes other writers wait until the transaction ends. */
  lock(trx: ArchiveTransaction): Promise<void>;
  /** Inserts holdings and words of new witnesses. */
  insert(trx: ArchiveTransaction, rows: readonly NewHolding[]): Promise<void>;
  /** Inserts postings and outlines, keys ascending. */
  index(trx: ArchiveTransaction, rows: readonly NewIndex[]): Promise<void>;
  /** Takes words, postings and outlines out. Resolves to the number of postings. */
  unindex(trx: ArchiveTransaction, keys: readonly number[]): Promise<number>;
  /** Takes all postings and outlines out. */
  clearIndex(trx: ArchiveTransaction): Promise<void>;
}

/** Adds a batch within a transaction. Receipts in the order of deposits. */
export async function addBatch(
  writer: SqlWriter,
  trx: ArchiveTransaction,
  batch: readonly Deposit[],
): Promise<readonly Receipt[]> {
  await writer.lock(trx);
  const tally = await trx.selectFrom('tally').select(['next_key', 'scheme']).executeTakeFirstOrThrow();
  if (tally.scheme.startsWith(HALF_MADE)) throw halfMade();
  const filings = fileBatch(batch);
  const held = await versionsAt(trx, [...new Set(filings.map((filing) => filing.addressHash))]);
  const { receipts, rows, newAddresses } = planBatch(filings, held, tally.next_key);
  if (rows.length === 0) return receipts;
  await writer.insert(trx, rows);
  await writer.index(trx, rows);
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

/** Stands before the scheme of an archive whose fingerprints are being made anew. */
export const HALF_MADE = 'half made: ';

function halfMade(): StemmaError {
  const sentence = 'The archive’s fingerprints are half made anew: run stemma archive migrate again to finish.';
  return new StemmaError('schema-mismatch', sentence);
}

async function versionsAt(db: ArchiveDatabase, addressHashes: readonly number[]): Promise<HeldVersion[]> {
  const held: HeldVersion[] = [];
  for (const slice of slices(addressHashes)) {
    const columns = ['key', 'address', 'version', 'digest'] as const;
    held.push(...(await db.selectFrom('holding').select(columns).where('address_hash', 'in', slice).execute()));
  }
  return held;
}

/** Removes witnesses within a transaction. Resolves to how many there were. */
export async function removeKeys(writer: SqlWriter, trx: ArchiveTransaction, keys: readonly number[]): Promise<number> {
  await writer.lock(trx);
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
  const postings = await writer.unindex(
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
