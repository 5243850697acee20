import type { Relation } from '../src/collation/collation.js';

/** Two texts whose relation is known. */
export interface RelationPair {
  readonly base: string;
  readonly witness: string;
  readonly relation: Relation;
  /** Other answers that are right as well, where two relations describe the pair. */
  readonly also?: readonly Relation[];
  /** How it was made or where it comes from. */
  readonly origin: string;
}
