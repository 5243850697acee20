/** How two pages are related; one word each, used everywhere. */
export const RELATIONS = ['verbatim', 'spun', 'rewritten', 'partial', 'independent', 'unrelated'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations in which text was taken over: one side is the other's copy, straight or through others. */
export const COPIED: readonly Relation[] = ['verbatim', 'spun', 'rewritten', 'partial'];

export type VariantKind =
  'spelling' | 'inflection' | 'synonym' | 'substitution' | 'omission' | 'addition' | 'transposition';

/** What a variant touches, beyond words. */
export type Touch = 'quotation' | 'number' | 'date' | 'name' | 'negation' | 'meaning';

/** Half-open range of UTF-16 offsets. */
export type Range = readonly [start: number, end: number];

/** A place where the two sides differ inside a shared passage. Outside its variants a passage is equal word for word. */
export interface Variant {
  readonly kind: VariantKind;
  readonly base: Range;
  readonly witness: Range;
  /** Base reading, as it stands; empty for an addition. */
  readonly from: string;
  /** Witness reading; empty for an omission. */
  readonly to: string;
  readonly touches: readonly Touch[];
}

/** A stretch that both sides share, word by word or sentence by sentence. */
export interface Passage {
  readonly base: Range;
  readonly witness: Range;
  /** Set where it stands elsewhere among the passages of the other side. */
  readonly moved?: true;
  readonly variants: readonly Variant[];
}

/** A difference that matters to people, with both readings and a plain sentence. */
export interface Change {
  readonly base: Range;
  readonly witness: Range;
  readonly from: string;
  readonly to: string;
  readonly sentence: string;
  /** Further fields that the same edit touches: it is listed in the first one only, so that nothing is counted twice. */
  readonly also?: readonly ChangeField[];
}

export const CHANGE_FIELDS = ['quotes', 'numbers', 'dates', 'names', 'meaning', 'byline', 'credit'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];
export type Changes = Readonly<Record<ChangeField, readonly Change[]>>;

export type Direction = 'base' | 'witness' | 'unknown';

/** Evidence for a judgement, for people. */
export interface Ground {
  /** `earlier, credited, fuller, spun, leftover, shared-error, version, order, wording, …` */
  readonly kind: string;
  readonly text: string;
  /** Which side it makes the older one, where it speaks of direction. */
  readonly favours?: 'base' | 'witness';
  /** Weight of evidence in natural-log odds, positive. */
  readonly weight?: number;
}

/** What two witnesses share and where they differ. Symmetric: it never says who copied; `direction` weighs grounds apart. */
export interface Collation {
  readonly relation: Relation;
  readonly probability: number;
  /** All six, summing to 1. */
  readonly relations: Readonly<Record<Relation, number>>;
  /** Set where both are versions of one story: they stand at one address. */
  readonly version?: true;
  /** The older side. */
  readonly direction: Direction;
  /** Each side's share of its words that stand in passages, 0 to 1. */
  readonly shared: { readonly base: number; readonly witness: number };
  readonly passages: readonly Passage[];
  readonly changes: Changes;
  readonly grounds: readonly Ground[];
}
