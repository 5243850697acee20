import type { Collation } from './collation.js';

/** The collation of two members of a family, named by their places in it; `base < witness`. */
export interface FamilyCollation {
  readonly base: number;
  readonly witness: number;
  readonly collation: Collation;
}

/** What is known of the pairs of a family. Pairs that were not worth collating are left out. */
export type FamilyCollations = readonly FamilyCollation[];
