import type { Outline } from '../fingerprint/outline.js';
import type { Page } from '../page/page.js';

/** What is handed to the archive: a page as read and its fingerprints. */
export interface Deposit {
  readonly page: Page;
  /** Digest of the page's text and metadata (SHA-256, hex): same URL and digest = already known. */
  readonly digest: string;
  /** Distinct, in [0, 2^52). */
  readonly hashes: Float64Array;
}

/** What happened to one deposit of a batch. */
export interface Receipt {
  readonly key: number;
  readonly outcome: 'added' | 'known' | 'version';
}

/** A stored witness, before its words are counted again. */
export interface Holding {
  readonly key: number;
  readonly page: Page;
  readonly digest: string;
  /** Address it is filed under: its URL without tracking marks, or `digest:…` for a page without one (see `addressOf`). */
  readonly address: string;
  /** 1 for the first version of an address. */
  readonly version: number;
  /** ISO 8601 time of the add. */
  readonly added: string;
}

/** What a ranking reads of a witness before it reads its page. */
export interface Outlined {
  readonly key: number;
  /** The first 48 bits of its digest: whether a look at the whole is worth while. */
  readonly mark: number;
  readonly words: Outline;
}

/** One posting list's question: hash and integer weight. */
export interface WeightedHash {
  readonly hash: number;
  readonly weight: number;
}

export interface Ranked {
  readonly key: number;
  readonly score: number;
}

/** Which postings a set of witnesses holds: parallel columns, ordered by key, then hash. */
export interface Postings {
  readonly keys: Float64Array;
  readonly hashes: Float64Array;
}

/** All that is given must hold. Answers come newest first by `published` (pages without a date last), then by key, newest first. */
export interface SearchQuery {
  /** Words that all stand in the page's title or text; case and accents don't matter. */
  readonly words?: string;
  /** An outlet's name, or a host (`example.org` also finds `www.example.org`). */
  readonly outlet?: string;
  /** Part of a credit line or agency's name. */
  readonly agency?: string;
  /** ISO dates, inclusive. */
  readonly since?: string;
  readonly until?: string;
  readonly offset?: number;
  /** 50 unless said. */
  readonly limit?: number;
}

export interface ArchiveCount {
  readonly witnesses: number;
  readonly addresses: number;
  readonly postings: number;
}

/**
 * Where witnesses are kept and found: one interface at every size.
 * Answers are the same on every engine: orders are total, weights are integers.
 */
export interface Archive {
  /** What and where, for people: `SQLite archive at …`. */
  readonly name: string;
  /** All or nothing, durable when it returns, idempotent by address and digest; a changed page is a new version. Receipts in the order of deposits. */
  add(batch: readonly Deposit[]): Promise<readonly Receipt[]>;
  /**
   * In how many witnesses each hash stands, in the order asked. With `atMost` counting stops there and larger
   * counts read `atMost`: what a caller who drops common hashes needs, at a cost that the archive's size doesn't change.
   */
  frequencies(hashes: Float64Array, atMost?: number): Promise<Uint32Array>;
  /** Witnesses by the sum of the weights of the hashes that they hold; score descending, then key ascending. */
  rank(hashes: readonly WeightedHash[], limit: number): Promise<readonly Ranked[]>;
  /** All (key, hash) among the asked hashes, ordered by key, then hash: what a ranking that rewards runs of hits reads. The caller drops too frequent hashes first. */
  postings(hashes: Float64Array): Promise<Postings>;
  /** In the order asked; unknown keys are left out. */
  holdings(keys: readonly number[]): Promise<readonly Holding[]>;
  /** The same of outlines. */
  outlines(keys: readonly number[]): Promise<readonly Outlined[]>;
  /** All versions of an address, oldest first. */
  versions(address: string): Promise<readonly Holding[]>;
  search(query: SearchQuery): Promise<readonly Holding[]>;
  count(): Promise<ArchiveCount>;
  /** Takes witnesses out; keys are never used again. Resolves to how many there were. Reads all postings: remove many at a time. */
  remove(keys: readonly number[]): Promise<number>;
  /** Looks for damage and contradictions; each finding is a sentence, an empty list is a sound archive. */
  verify(): Promise<readonly string[]>;
  /** All holdings in key order, in bounded memory; what is added meanwhile may be met too. */
  scan(): AsyncIterable<Holding>;
  /** What the fingerprints were made with (see `schemeOf`); empty where nobody has said. */
  scheme(): Promise<string>;
  /** Says so where nobody has; an archive that is open for reading lets it be. */
  claim(scheme: string): Promise<void>;
  /**
   * Makes all postings and outlines anew, in steps that a kill may cut: the next call goes on from there, and until it is
   * through `scheme` names neither. Calls `onProgress` with the number of witnesses done.
   */
  reindex(scheme: string, hashesOf: (page: Page) => Float64Array, onProgress?: (done: number) => void): Promise<void>;
  close(): Promise<void>;
}
