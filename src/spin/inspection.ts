/** A word or phrase that a machine may have put in, and what probably stood there. */
export interface SuspectSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Probability that it was swapped. */
  readonly probability: number;
  /** Best first; scores in 0 to 1. */
  readonly suggestions: readonly { readonly text: string; readonly score: number }[];
}

/** Is this wording a person's? */
export interface Inspection {
  /** Probability that a machine reworded the page. */
  readonly spun: number;
  /** Kind of machine, where spun: `thesaurus`, `dictionary`, `back-translation`. */
  readonly machine?: string;
  readonly spans: readonly SuspectSpan[];
  /** The text with the best suggestions put back. */
  readonly restored: string;
  /** Strings to search the web with, most promising first. */
  readonly queries: readonly string[];
  /** What the page bears of a machine's hand, a plain sentence each. */
  readonly grounds: readonly string[];
}
