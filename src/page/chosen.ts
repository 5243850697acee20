import type { Claim } from './page.js';

/** What was chosen among claims, and where they disagreed why, as one plain sentence. */
export interface Chosen<Value> {
  readonly value: Value;
  /** The claim that the value was taken from; absent where none made it (a date in the address). */
  readonly claim?: Claim;
  readonly reason?: string;
}
