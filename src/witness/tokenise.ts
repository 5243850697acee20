import { formOf } from './form.js';
import { Flag } from './witness.js';

/** Tokens as columns; see `Witness`. */
export interface Tokens {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly form: Uint32Array;
  readonly flags: Uint16Array;
  readonly forms: readonly string[];
}

/**
 * Cuts a text into words, numbers and single punctuation marks.
 * A hyphen parts two words ("long-term" is three tokens) and so does the possessive ("Putin’s" is two), since
 * a copyist changes the one and leaves the other, and so is a unit that is written onto its number ("60km", "1.5bn", "9am");
 * "U.S." and "don’t" stay whole, and so do 1,200 and 2.5.
 * Cost: linear; the pattern has no nested repetition.
 */
export function tokenise(text: string): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const form: number[] = [];
  const flags: number[] = [];
  const vocabulary = new Map<string, number>();
  const push = (from: number, to: number, flag: number): void => {
    const key = formOf(text.slice(from, to));
    let index = vocabulary.get(key);
    if (index === undefined) vocabulary.set(key, (index = vocabulary.size));
    start.push(from);
    end.push(to);
    form.push(index);
    flags.push(flag);
  };
  for (const match of text.matchAll(TOKEN)) {
    const [token, number, abbreviation, word] = match;
    const from = match.index;
    const to = from + token.length;
    if (number !== undefined) push(from, to, Flag.number);
    else if (abbreviation !== undefined) push(from, to, Flag.word | caseOf(token));
    else if (word === undefined) push(from, to, Flag.punctuation);
    else {
      const stem = token.length - (POSSESSIVE.test(token) ? 2 : 0);
      // The capital of a unit ("1.5B") makes no name of it.
      const unit = from === end.at(-1) && ((flags.at(-1) ?? 0) & Flag.number) !== 0;
      push(from, from + stem, unit ? Flag.word : Flag.word | caseOf(token.slice(0, stem)));
      if (stem < token.length) push(from + stem, to, Flag.word);
    }
  }
  return {
    length: start.length,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    form: Uint32Array.from(form),
    flags: Uint16Array.from(flags),
    forms: [...vocabulary.keys()],
  };
}

/** What is written onto a number and is a word of its own: "1.5bn", "60km", "9am". */
const UNIT = /bn|BN|mn|mln|bln|tn|kms?|KM|kmh|kph|mph|kg|cm|mm|ft|lbs?|am|pm|AM|PM|pc|pct|[mkMKB]/u.source;
const TOKEN = new RegExp(
  `(\\d+(?:[.,:/]\\d+)*(?:(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}])|(?=(?:${UNIT})(?![\\p{L}\\p{N}]))))|((?:\\p{L}\\.){2,})|([\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}\\p{Cf}_]*(?:['\\u2019\\u02bc][\\p{L}\\p{M}\\p{Cf}]+)*)|[^\\s\\p{Cf}\\p{Z}]`,
  'gu',
);
const POSSESSIVE = /..['\u2019\u02bc][sS]$/;

function caseOf(word: string): number {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 0;
  return word.length > 1 && word === word.toUpperCase() ? Flag.upper | Flag.capital : Flag.capital;
}
