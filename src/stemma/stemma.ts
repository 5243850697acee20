import type { Ground, Relation } from '../collation/collation.js';

/** A witness as the stemma names it. */
export interface StemmaWitness {
  /** Short name: A, B, C…; lost ancestors α, β, γ… */
  readonly siglum: string;
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  /** Nobody kept it; inferred from what its descendants share. */
  readonly lost: boolean;
}

/** One copying. A copy with several exemplars (contamination) has several. */
export interface Descent {
  readonly exemplar: string;
  readonly copy: string;
  readonly relation: Relation;
  /** Set where the copy is a later version of the exemplar: one story at one address. */
  readonly version?: true;
  readonly probability: number;
  /** Share of the copy's words in sentences that this exemplar has, 0 to 1. */
  readonly share?: number;
  readonly grounds: readonly Ground[];
}

/** Who copied whom. A witness without a descent is a root. */
export interface Stemma {
  readonly witnesses: readonly StemmaWitness[];
  readonly descents: readonly Descent[];
}

/** One thing said, wherever it is carried. */
export interface SourcedStatement {
  readonly name: string;
  /** As the best (oldest, fullest) carrier has it. */
  readonly content: string;
  /** Ids of all pages that carry it. */
  readonly carriers: readonly string[];
  /** Independent origins, after copies are set aside and `via` is followed. */
  readonly origins: readonly string[];
  /** From speaker to page, in one line's order. */
  readonly chain: readonly string[];
}

/**
 * How many sources are left. An origin is a page that copies none of the others, a lost ancestor (counted once, however
 * many copies there are), or a copy of which a fifth at most is copied. Adding a copy of a page at hand never raises a count.
 */
export interface Sources {
  /** Pages at hand; lost ones aren't counted. */
  readonly pages: number;
  readonly independent: number;
  readonly origins: readonly { readonly name: string; readonly pages: readonly string[] }[];
  readonly statements: readonly SourcedStatement[];
}
