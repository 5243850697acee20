import type { Deposit } from '../archive/archive.js';
import { depositOf } from '../archive/deposit.js';
import { samplePage } from './sample-page.js';

/** Witnesses of one batch that a kill may hit. */
export const KILLED_BATCH = 40;

/** Fingerprints of each: one of its own, the others shared. */
const HASHES = 30;

/** The deposits of a batch, the same for the same number. */
export function killedDeposits(batch: number): Deposit[] {
  return Array.from({ length: KILLED_BATCH }, (_, i) => {
    const n = batch * KILLED_BATCH + i;
    const hashes = Float64Array.from({ length: HASHES }, (_, k) =>
      k === 0 ? ownHash(n) : ((n * 31 + k) * 2 ** 21) % 2 ** 51,
    );
    const text = `Ferry number ${n} left the harbour of Velm at dawn. `.repeat(20).trim();
    return depositOf(samplePage({ url: `https://coast.example/${n}`, text }), Float64Array.from(new Set(hashes)));
  });
}

/** The fingerprint that only the nth witness has. */
export function ownHash(n: number): number {
  return 2 ** 51 + n * 1009;
}
