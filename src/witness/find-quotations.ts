import type { Tokens } from './tokenise.js';
import type { QuotationSpan, SentenceSpan } from './witness.js';

/**
 * Text between quotation marks, outermost marks only, marks excluded, in order of text.
 * Marks are paired inside one part; a quotation that is still open where its part ends is kept with `closed: false`
 * (speech that runs over paragraphs opens each of them and closes the last). Single quotes count where they stand
 * like quotes (a space or bracket before the opening one, none of a letter behind the closing one), so that
 * apostrophes and "the boys' coats" don't. Cost: linear.
 */
export function findQuotations(text: string, tokens: Tokens, sentences: readonly SentenceSpan[]): QuotationSpan[] {
  const found: QuotationSpan[] = [];
  let from = 0;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s];
    const next = sentences[s + 1];
    if (sentence === undefined || (next !== undefined && sameParagraph(text, tokens, sentence, next))) continue;
    pair(text, tokens, from, sentence.to, found);
    from = sentence.to;
  }
  return found;
}

function sameParagraph(text: string, tokens: Tokens, a: SentenceSpan, b: SentenceSpan): boolean {
  return a.part === b.part && !/\n[^\S\n]*\n/.test(text.slice(tokens.end[a.to - 1], tokens.start[b.from]));
}

function pair(text: string, tokens: Tokens, from: number, to: number, found: QuotationSpan[]): void {
  let opened = -1;
  let closer = '';
  for (let i = from; i < to; i++) {
    const mark = text.slice(tokens.start[i], tokens.end[i]);
    if (opened < 0) {
      const closing = CLOSER.get(mark);
      if (closing === undefined || !standsOpen(text, tokens, i)) continue;
      if (SINGLE.has(mark) && !closesLater(text, tokens, i, to)) continue;
      opened = i + 1;
      closer = closing;
    } else if (closer.includes(mark) && (!SINGLE.has(mark) || standsClosed(text, tokens, i))) {
      if (i > opened) found.push({ from: opened, to: i, closed: true });
      opened = -1;
    }
  }
  if (opened >= 0 && opened < to && closer !== SINGLE_CLOSERS) found.push({ from: opened, to, closed: false });
}

/** Nothing or a space, bracket or dash in front, something readable behind. A straight mark needs this to be an opening one. */
function standsOpen(text: string, tokens: Tokens, i: number): boolean {
  const before = text.charAt((tokens.start[i] ?? 0) - 1);
  const after = text.charAt(tokens.end[i] ?? 0);
  return (before === '' || /[\s([{\u2014\u2013\-/:]/.test(before)) && after !== '' && !/\s/.test(after);
}

function standsClosed(text: string, tokens: Tokens, i: number): boolean {
  const before = text.charAt((tokens.start[i] ?? 0) - 1);
  return !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(text.charAt(tokens.end[i] ?? 0));
}

/** A single mark only opens a quotation if another one closes it within its paragraph and reach. */
function closesLater(text: string, tokens: Tokens, i: number, to: number): boolean {
  const last = Math.min(to, i + SINGLE_REACH);
  for (let k = i + 2; k < last; k++) {
    if (SINGLE_CLOSERS.includes(text.slice(tokens.start[k], tokens.end[k])) && standsClosed(text, tokens, k))
      return true;
  }
  return false;
}

/** Tokens that a quotation in single marks may have: long ones are set in double marks, and a stray apostrophe must not cost the paragraph. */
const SINGLE_REACH = 120;
const SINGLE_CLOSERS = "'\u2019";
const SINGLE: ReadonlySet<string> = new Set(["'", '\u2018', '\u2019']);
const CLOSER: ReadonlyMap<string, string> = new Map([
  ['"', '"\u201d'],
  ['\u201c', '\u201d"'],
  ['\u201e', '\u201c\u201d'],
  ['\u00ab', '\u00bb'],
  ["'", SINGLE_CLOSERS],
  ['\u2018', SINGLE_CLOSERS],
]);
