import type { Range } from '../collation/collation.js';

/** Something that somebody is reported to have said. Ranges point into `Witness.text`. */
export interface Statement {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly speaker: readonly Range[];
  /** The speaker as resolved within the page: "he" → "Vladimir Putin". */
  readonly name?: string;
  /** Office or role where the page states one. */
  readonly office?: string;
  /** Through whom the page has it, nearest to the speaker first: Putin ← Interfax ← this page gives `["Interfax"]`. */
  readonly via: readonly string[];
  /** When it was said, ISO 8601 date, where the page tells. */
  readonly time?: string;
  /** `denial, hedge, question, no-comment, anonymous`; `attitude`: what somebody wants or expects, not said by anybody in as many words. */
  readonly marks: readonly string[];
  /** Probability that it is a statement. */
  readonly probability: number;
}
