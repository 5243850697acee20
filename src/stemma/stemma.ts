import type { Ground, Relation } from '../collation/collation.js';
import type { ReadingDifference } from '../statement/reading-difference.js';

/** A witness as the stemma names it. */
export interface StemmaWitness {
  /** Short name: A, B, C…; lost ancestors α, β, γ… */
  readonly siglum: string;
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  readonly modified?: string;
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

/** Whether it's known which of the two is the older. */
export function isDirected({ grounds }: Descent): boolean {
  return !grounds.some(({ kind }) => kind === 'unknown');
}

/** One thing said, wherever it is carried. */
export interface SourcedStatement {
  readonly name: string;
  /** As the best (oldest, fullest) carrier has it; in a trace, one that the traced page goes back to. */
  readonly content: string;
  /** The same as it reads behind the speaker's name, with the cue where that says more than "said": "denied that …". */
  readonly told: string;
  /** As in `Statement.marks`: `denial, hedge, question, no-comment, anonymous`. */
  readonly marks: readonly string[];
  /** Ids of all pages that carry it in this sense. */
  readonly carriers: readonly string[];
  /** Independent origins, after copies are set aside and `via` is followed. */
  readonly origins: readonly string[];
  /** From speaker to page, in one line's order. */
  readonly chain: readonly string[];
  /** Pages that have it in another sense: with another figure, day or name, a denial lost or gained. They are no carriers. */
  readonly otherwise: readonly OtherReading[];
  /** How the traced page has it, where it does. */
  readonly here?: HereReading;
}

/** A statement as some page has it, and where that differs from `SourcedStatement.content`. */
interface ToldReading {
  readonly content: string;
  readonly told: string;
  readonly marks: readonly string[];
  readonly differences: readonly ReadingDifference[];
}

/** A reading that makes another statement of it. */
export interface OtherReading extends ToldReading {
  /** Ids of the pages that have it so. */
  readonly pages: readonly string[];
  /** Independent origins of this reading; none where copies made it. */
  readonly origins: readonly string[];
}

/** The traced page's own reading; it may differ in the words of quotations alone, and is a carrier then. */
export interface HereReading extends ToldReading {
  /** Its place among the report's `statements`. */
  readonly statement: number;
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
