/** Largest fingerprint plus one: 52 bits are exact in a JavaScript number, in JSON and in SQL `bigint`. */
export const FINGERPRINT_SPACE = 2 ** 52;

/** What the archive keeps of a witness: few hashes, each an integer in [0, 2^52), distinct, ascending. */
export interface Fingerprints {
  readonly hashes: Float64Array;
}

/** One question to the archive: a hash, where in the query it stands, and how much it says. */
export interface Probe {
  readonly hash: number;
  /** Token position in the query witness, for rewarding runs. */
  readonly at: number;
  /** Integer so that every engine sums alike. Set from document frequency by the caller. */
  readonly weight: number;
}

/** A witness of the archive that shares fingerprints with the query. */
export interface Candidate {
  /** The archive's number for the witness. */
  readonly key: number;
  readonly id: string;
  readonly url?: string;
  /** Only for ordering; higher is better. */
  readonly score: number;
}
