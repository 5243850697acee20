import type { Stretch } from './words.js';

/** A cue with its source and content, as ranges of words; a span may be in several pieces. */
export interface Triple {
  readonly cue: Stretch;
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** That it is a statement, 0 to 1. */
  readonly probability: number;
}
