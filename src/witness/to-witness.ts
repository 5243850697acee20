import type { Page } from '../page/page.js';
import { findDates } from './find-dates.js';
import { findNames } from './find-names.js';
import { findNumbers } from './find-numbers.js';
import { findQuotations } from './find-quotations.js';
import type { Lexicon } from './lexicon.js';
import { splitSentences } from './split-sentences.js';
import { tokenise } from './tokenise.js';
import { Flag, type Span, type Witness } from './witness.js';

/** Stage 2: a page's words, sentences, names, numbers, dates and quotations, with offsets into `page.source`. Cost: linear. */
export function toWitness(page: Page, lexicon: Lexicon): Witness {
  const text = page.source;
  const tokens = tokenise(text);
  const sentences = splitSentences(page, text, tokens);
  const dates = findDates(text, tokens);
  const names = findNames(tokens, sentences, dates, lexicon);
  const quotations = findQuotations(text, tokens, sentences);
  const sentence = new Uint32Array(tokens.length);
  sentences.forEach((span, s) => sentence.fill(s, span.from, span.to));
  const isFunction = tokens.forms.map((form) => lexicon.isFunctionWord(form));
  for (let i = 0; i < tokens.length; i++)
    if (isFunction[tokens.form[i] ?? 0]) mark(tokens.flags, { from: i, to: i + 1 }, Flag.functionWord);
  for (const span of sentences) mark(tokens.flags, { from: span.from, to: span.from + 1 }, Flag.opening);
  for (const span of names) mark(tokens.flags, span, Flag.name);
  for (const span of quotations) mark(tokens.flags, span, Flag.quoted);
  const numbers = findNumbers(tokens, lexicon);
  return {
    id: page.id ?? page.url ?? '',
    page,
    text,
    ...tokens,
    sentence,
    sentences,
    names,
    numbers,
    dates,
    quotations,
  };
}

function mark(flags: Uint16Array, span: Span, bit: number): void {
  for (let i = span.from; i < span.to; i++) flags[i] = (flags[i] ?? 0) | bit;
}
