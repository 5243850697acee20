import type { Quotes } from './quotes.js';
import type { Words } from './words.js';

/**
 * What the models know of each word, as numbers: columns with `PAD` words of nothing on both sides, so that a window
 * never leaves them. Word i stands at `i + PAD`.
 */
export interface Attributes {
  readonly length: number;
  /** Hash of the form, of its last three letters. */
  readonly form: Int32Array;
  readonly suffix: Int32Array;
  readonly lemma: Int32Array;
  /** Word classes, from few to many; 0 for words without. */
  readonly coarse: Int32Array;
  readonly middle: Int32Array;
  readonly fine: Int32Array;
  /** Part of speech: 1 + index into `TAGS`; filled in by the tagger. */
  readonly tag: Int32Array;
  readonly shape: Int32Array;
  /** 0 outside quotation marks, 1 inside, 2 the opening and 3 the closing mark. */
  readonly quoted: Int32Array;
}

/** What is known of a word from other texts. */
export interface WordEntry {
  readonly lemma: string;
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
  /** As a first name: -9 a man's to 9 a woman's. */
  readonly gender: number;
}

export const PAD = 6;

export function toAttributes(words: Words, quotes: Quotes, table: ReadonlyMap<string, WordEntry>): Attributes {
  const column = () => new Int32Array(words.length + 2 * PAD);
  const a = {
    length: words.length,
    form: column(),
    suffix: column(),
    lemma: column(),
    coarse: column(),
    middle: column(),
    fine: column(),
    tag: column(),
    shape: column(),
    quoted: column(),
  };
  const seen = new Map<string, number>();
  for (let i = 0; i < words.length; i++) {
    const form = words.forms[i] ?? '';
    const at = i + PAD;
    a.shape[at] = shapeOf(words.text.slice(words.start[i], words.end[i]));
    const before = seen.get(form);
    if (before !== undefined) {
      for (const column of [a.form, a.suffix, a.lemma, a.coarse, a.middle, a.fine]) column[at] = column[before] ?? 0;
      continue;
    }
    seen.set(form, at);
    const entry = table.get(form);
    a.form[at] = hashText(form);
    a.suffix[at] = hashText(form.slice(-3));
    a.lemma[at] = hashText(entry?.lemma ?? form);
    a.coarse[at] = (entry?.coarse ?? -1) + 1;
    a.middle[at] = (entry?.middle ?? -1) + 1;
    a.fine[at] = (entry?.fine ?? -1) + 1;
  }
  for (const quotation of quotes.quotations) {
    a.quoted.fill(1, quotation.from + PAD, quotation.to + PAD);
    a.quoted[quotation.from + PAD] = 2;
    if (quotation.closed) a.quoted[quotation.to - 1 + PAD] = 3;
  }
  return a;
}

/** 32-bit hash (FNV-1a) of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes a template's number and up to three values into a row of the feature table. */
export function mix(template: number, a = 0, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) + b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 15)) >>> 0;
}

/** 1 lower case, 2 capital, 3 all upper case, 4 holds a digit, 5 punctuation, 6 mixed. */
function shapeOf(word: string): number {
  if (/^\p{Ll}+$/u.test(word)) return 1;
  if (/\d/u.test(word)) return 4;
  if (!/\p{L}/u.test(word)) return 5;
  if (/^[^\p{Lu}]+$/u.test(word)) return 1;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return 2;
  return /^[^\p{Ll}]+$/u.test(word) ? 3 : 6;
}

/** Takes one feature: a template's number and up to three values; what lies outside of a column is 0. */
export type Put = (template: number, a?: number, b?: number, c?: number) => void;
