import type { Step } from './step.js';

/** A passage before it is put into characters: word-aligned steps that follow one another on both sides. */
export interface Stretch {
  readonly steps: readonly Step[];
  /** Chain of sentences that it belongs to: stretches of one block stand in the same order on both sides. */
  readonly block: number;
}
