import type { Page } from '../page/page.js';
import { tokenise, type Tokens } from './tokenise.js';
import { Flag, type SentenceSpan } from './witness.js';

/**
 * Cuts the tokens of a page into sentences: at part borders, at blank lines, and after a full stop, question or
 * exclamation mark (with the closing marks behind it) where the next word can begin a sentence.
 * Rules of our own rather than `Intl.Segmenter`: sentences decide fingerprints and collations, which must come out
 * alike on every Node, whatever ICU it was built with. Cost: linear.
 */
export function splitSentences(page: Page, text: string, tokens: Tokens): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  const parts = page.parts.map((part, index) => ({ ...part, index })).filter((part) => part.start !== undefined);
  let at = 0;
  for (const part of parts) {
    const start = part.start ?? 0;
    const end = part.end ?? start;
    const before = at;
    while (at < tokens.length && (tokens.start[at] ?? 0) < start) at++;
    cut(text, tokens, { from: before, to: at, part: -1 }, sentences);
    const first = at;
    while (at < tokens.length && (tokens.start[at] ?? 0) < end) at++;
    cut(text, tokens, { from: first, to: at, part: part.index }, sentences);
  }
  cut(text, tokens, { from: at, to: tokens.length, part: -1 }, sentences);
  return sentences;
}

/** Where the sentences of a bare text end, in order: at the first character of the next one, the last at the end. Cost: linear. */
export function sentenceEnds(text: string): readonly number[] {
  const tokens = tokenise(text);
  const sentences: SentenceSpan[] = [];
  cut(text, tokens, { from: 0, to: tokens.length, part: -1 }, sentences);
  return sentences.map(({ to }) => tokens.start[to] ?? text.length);
}

function cut(text: string, tokens: Tokens, run: SentenceSpan, into: SentenceSpan[]): void {
  let from = run.from;
  for (let i = run.from; i < run.to; i++) {
    if (i + 1 < run.to && !endsAt(text, tokens, i, run.to)) continue;
    into.push({ from, to: i + 1, part: run.part });
    from = i + 1;
  }
}

/** Whether a sentence ends behind token i. */
function endsAt(text: string, tokens: Tokens, i: number, to: number): boolean {
  const gap = text.slice(tokens.end[i], tokens.start[i + 1]);
  if (BLANK_LINE.test(gap)) return true;
  let stop = i;
  while (
    stop > 0 &&
    CLOSING.has(text.slice(tokens.start[stop], tokens.end[stop])) &&
    tokens.end[stop - 1] === tokens.start[stop]
  )
    stop--;
  const mark = text.slice(tokens.start[stop], tokens.end[stop]);
  const dotted = mark.length > 2 && mark.endsWith('.');
  if (!STOPS.has(mark) && !dotted) return false;
  if (gap === '' || !canBegin(text, tokens, i + 1, to)) return false;
  if (dotted) return BEGINNERS.has(text.slice(tokens.start[i + 1], tokens.end[i + 1]));
  return mark !== '.' || !isAbbreviation(text, tokens, stop - 1);
}

/** A capital, a digit, or an opening mark in front of one. */
function canBegin(text: string, tokens: Tokens, i: number, to: number): boolean {
  const flags = tokens.flags[i] ?? 0;
  if (flags & (Flag.capital | Flag.number)) return true;
  if (!(flags & Flag.punctuation)) return false;
  const mark = text.slice(tokens.start[i], tokens.end[i]);
  return (OPENING.has(mark) && i + 1 < to && canBegin(text, tokens, i + 1, to)) || DASH.test(mark);
}

function isAbbreviation(text: string, tokens: Tokens, i: number): boolean {
  if (i < 0 || tokens.end[i] !== tokens.start[i + 1]) return false;
  const word = text.slice(tokens.start[i], tokens.end[i]);
  return (
    ABBREVIATIONS.has(word) || (word.length === 1 && word !== 'I' && ((tokens.flags[i] ?? 0) & Flag.capital) !== 0)
  );
}

const BLANK_LINE = /\n[^\S\n]*\n/;
const DASH = /^[-\u2013\u2014\u2022*]$/;
const STOPS = new Set(['.', '?', '!', '\u2026']);
const CLOSING = new Set(['"', '\u201d', '\u2019', "'", ')', ']', '\u00bb']);
const OPENING = new Set(['"', '\u201c', '\u2018', "'", '(', '[', '\u00ab', '\u201e']);
/** Words that begin a sentence after "U.S." or "p.m."; a name would rather go on with it ("U.S. Senate"). */
const BEGINNERS = new Set(
  'The A An He She It They We I You In On At But And Or For From With This That These Those There His Her Its Their Our As If When While After Before Since Although However Officials Some Many Most Both Last According'.split(
    ' ',
  ),
);
const ABBREVIATIONS = new Set(
  'Mr Mrs Ms Dr Prof Gen Maj Capt Col Lt Sgt Cpl Cmdr Adm Sen Rep Gov Hon Rev Fr St Mt Ft Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos vs v Inc Ltd Corp Co Bros Dept Univ Assn Ave Blvd Rd Sq approx est e.g i.e cf etc al pct Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Messrs Insp Det Supt'.split(
    ' ',
  ),
);
