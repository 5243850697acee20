import type { Page } from '../page/page.js';

/** Bits of `Witness.flags`. */
export const Flag = {
  word: 1,
  number: 2,
  /** First letter upper case, others not all. */
  capital: 4,
  /** All letters upper case, two or more. */
  upper: 8,
  /** First word of its sentence. */
  opening: 16,
  /** Between quotation marks. */
  quoted: 32,
  punctuation: 64,
  functionWord: 128,
  /** Part of a name (a run of capitalised words that is not only a sentence's first word). */
  name: 256,
} as const;

/** A run of tokens, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface NumberSpan extends Span {
  /** Value where it can be told ("two million" → 2000000, "1,200" → 1200, "third" → 3). */
  readonly value?: number;
  /** Unit or currency that goes with it, normalised: "%", "km", "USD". */
  readonly unit?: string;
}

export interface DateSpan extends Span {
  /** ISO date, or a part of one ("2024-06", "--06-19"), where it can be told without a reference date. */
  readonly iso?: string;
}

/** Text between quotation marks, marks excluded. */
export interface QuotationSpan extends Span {
  /** False where the closing mark is missing (a quotation that runs on over the paragraph). */
  readonly closed: boolean;
}

/** Sentence: a run of tokens and the part it stands in. */
export interface SentenceSpan extends Span {
  /** Index into `page.parts`; -1 where the text stands in no part. */
  readonly part: number;
}

/**
 * A page's words. Columns rather than an object a token, so that one page and ten million are served alike.
 * Token i is `text.slice(start[i], end[i])`; `forms[form[i]]` is how it is compared.
 */
export interface Witness {
  readonly id: string;
  readonly page: Page;
  /** `page.source`: what offsets point into. */
  readonly text: string;
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index into `forms`. */
  readonly form: Uint32Array;
  readonly flags: Uint16Array;
  /** Sentence that the token stands in. */
  readonly sentence: Uint32Array;
  /** Distinct normalised forms: lower case, straight quotes, no zero-width marks, homoglyphs folded. */
  readonly forms: readonly string[];
  readonly sentences: readonly SentenceSpan[];
  readonly names: readonly Span[];
  readonly numbers: readonly NumberSpan[];
  readonly dates: readonly DateSpan[];
  readonly quotations: readonly QuotationSpan[];
}
