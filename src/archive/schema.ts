import type { Kysely, Transaction } from 'kysely';

/** A stored witness. Facets are kept beside the packed page so that search reads no page. */
export interface HoldingTable {
  readonly key: number;
  /** 52 bits of the address's SHA-256: an index entry of 12 bytes instead of the whole address. */
  readonly address_hash: number;
  readonly address: string;
  readonly version: number;
  readonly digest: Buffer;
  readonly added: string;
  readonly outlet: string;
  readonly host: string;
  readonly agency: string;
  readonly day: string;
  readonly page: Buffer;
}

/** One row: the next key and the counts, changed in the same transaction as what they count. Who locks it writes alone. */
interface TallyTable {
  readonly id: number;
  readonly next_key: number;
  readonly witnesses: number;
  readonly addresses: number;
  readonly postings: number;
  /** What fingerprints were made with; empty where nobody has said. */
  readonly scheme: string;
  /** While all are made anew: the last witness that is done. */
  readonly reindexed: number;
}

/** Which witness holds which fingerprint. */
interface PostingTable {
  readonly fingerprint: number;
  readonly article: number;
}

/** What a ranking's second step reads of a witness: see `Outlined`. */
export interface OutlineTable {
  readonly key: number;
  readonly mark: number;
  readonly words: Buffer;
}

/** Tables that the engines have in common. */
export interface ArchiveTables {
  readonly holding: HoldingTable;
  readonly tally: TallyTable;
  readonly posting: PostingTable;
  readonly outline: OutlineTable;
}

export type ArchiveDatabase = Kysely<ArchiveTables>;
export type ArchiveTransaction = Transaction<ArchiveTables>;
