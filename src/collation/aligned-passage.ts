import type { Passage } from './collation.js';
import type { Variation } from './variation.js';
import type { Stretch } from './stretch.js';

/** A passage with the steps and variations it was made from. */
export interface AlignedPassage extends Stretch {
  readonly passage: Passage;
  readonly variations: readonly Variation[];
}
