import { createHash } from 'node:crypto';
import { outlineOf } from '../fingerprint/outline.js';
import type { Page } from '../page/page.js';
import type { Deposit, Receipt } from './archive.js';
import { addressOf } from './deposit.js';
import { facetsOf, type Facets } from './facets.js';
import { markOf, packOutline } from './pack-outline.js';
import { packPage } from './pack-page.js';
import type { HoldingTable, OutlineTable } from './schema.js';

/** A deposit with what it is filed under. */
export interface Filing {
  readonly deposit: Deposit;
  readonly address: string;
  readonly addressHash: number;
}

/** What an archive knows of an address before a batch. */
export type HeldVersion = Pick<HoldingTable, 'key' | 'address' | 'version' | 'digest'>;

/** What a ranking asks of a witness: its postings and its outline. */
export interface NewIndex {
  readonly outline: OutlineTable;
  readonly hashes: Float64Array;
}

/** A row to be written, with what the indexes need. */
export interface NewHolding extends NewIndex {
  readonly row: HoldingTable;
  readonly facets: Facets;
}

/** What a batch comes to: receipts for all deposits, rows for the new ones. */
export interface BatchPlan {
  readonly receipts: readonly Receipt[];
  readonly rows: readonly NewHolding[];
  readonly newAddresses: number;
}

/** Deposits with their addresses. */
export function fileBatch(batch: readonly Deposit[]): Filing[] {
  return batch.map((deposit) => {
    const address = addressOf(deposit.page, deposit.digest);
    return { deposit, address, addressHash: hashAddress(address) };
  });
}

/** First 52 bits of an address's SHA-256. */
export function hashAddress(address: string): number {
  return Number.parseInt(createHash('sha256').update(address).digest('hex').slice(0, 13), 16);
}

/** Decides for each deposit whether it is known, a new version or new. `held` lists every version of the addresses in the batch. */
export function planBatch(filings: readonly Filing[], held: readonly HeldVersion[], nextKey: number): BatchPlan {
  const byAddress = groupByAddress(held);
  const rows: NewHolding[] = [];
  let newAddresses = 0;
  const added = new Date().toISOString();
  const receipts = filings.map((filing): Receipt => {
    const versions = byAddress.get(filing.address) ?? [];
    const digest = Buffer.from(filing.deposit.digest, 'hex');
    const known = versions.find((version) => version.digest.equals(digest));
    if (known !== undefined) return { key: known.key, outcome: 'known' };
    const version = versions.reduce((last, other) => Math.max(last, other.version), 0) + 1;
    const fresh = newHolding(filing, { key: nextKey + rows.length, version, digest, added });
    rows.push(fresh);
    byAddress.set(filing.address, [...versions, fresh.row]);
    if (version === 1) newAddresses++;
    return { key: fresh.row.key, outcome: version === 1 ? 'added' : 'version' };
  });
  return { receipts, rows, newAddresses };
}

function newHolding(filing: Filing, known: Pick<HoldingTable, 'key' | 'version' | 'digest' | 'added'>): NewHolding {
  const { page, hashes } = filing.deposit;
  const facets = facetsOf(page);
  const { outlet, host, agency, day } = facets;
  const where = { address: filing.address, address_hash: filing.addressHash };
  const row = { ...known, ...where, outlet, host, agency, day, page: packPage(page) };
  return { row, facets, ...indexOf(known.key, filing.deposit.digest, page, hashes) };
}

/** What is indexed of a page. */
export function indexOf(key: number, digest: string, page: Page, hashes: Float64Array): NewIndex {
  return { outline: { key, mark: markOf(digest), words: packOutline(outlineOf(page.source)) }, hashes };
}

function groupByAddress(held: readonly HeldVersion[]): Map<string, HeldVersion[]> {
  const groups = new Map<string, HeldVersion[]>();
  for (const version of held) {
    const group = groups.get(version.address);
    if (group === undefined) groups.set(version.address, [version]);
    else group.push(version);
  }
  return groups;
}
