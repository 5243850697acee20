import { PAD, type Attributes } from './attributes.js';
import type { Quotation } from './quotes.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** What stands between the cue and each word of its window, and how the cue itself is built. */
export interface Bearings {
  readonly cue: Stretch;
  readonly window: Stretch;
  readonly lemma: number;
  readonly middle: number;
  readonly shape: number;
  readonly sentence: Stretch;
  readonly inQuote: number;
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
  readonly clauses: Uint8Array;
  readonly marks: Uint8Array;
  readonly others: Uint8Array;
}

/** Columns of the window's words: what stands between each and the cue. */
type Counts = Pick<Bearings, 'commas' | 'verbs' | 'clauses' | 'marks' | 'others'>;

export function takeBearings(reading: Reading, at: { cue: Stretch; window: Stretch }, prior: Uint8Array): Bearings {
  const { cue, window } = at;
  const { words, attributes: x, quotes } = reading;
  const head = headOf(x, cue) + PAD;
  const column = () => new Uint8Array(window.to - window.from);
  const counts: Counts = { commas: column(), verbs: column(), clauses: column(), marks: column(), others: column() };
  countBetween(reading, prior, { from: cue.to, to: window.to, step: 1, origin: window.from }, counts);
  countBetween(reading, prior, { from: cue.from - 1, to: window.from - 1, step: -1, origin: window.from }, counts);
  return {
    cue,
    window,
    lemma: x.lemma[head] ?? 0,
    middle: x.middle[head] ?? 0,
    shape: Math.min(3, cue.to - cue.from) * 32 + (x.tag[cue.to - 1 + PAD] ?? 0),
    sentence: words.sentences[words.sentence[cue.from] ?? 0] ?? cue,
    inQuote: quotes.inside[cue.from] ?? 0,
    ...counts,
  };
}

/** Walks from the cue outward and notes at each word what was passed. */
function countBetween(
  reading: Reading,
  prior: Uint8Array,
  walk: { from: number; to: number; step: number; origin: number },
  counts: Counts,
): void {
  const { words, attributes: x } = reading;
  const { step } = walk;
  let [commas, verbs, clauses, marks, others] = [0, 0, 0, 0, 0];
  for (let i = walk.from; (walk.to - i) * step > 0; i += step) {
    const k = i - walk.origin;
    counts.commas[k] = Math.min(3, commas);
    counts.verbs[k] = Math.min(4, verbs);
    counts.clauses[k] = Math.min(3, clauses);
    counts.marks[k] = Math.min(5, marks);
    counts.others[k] = Math.min(3, others);
    const form = words.forms[i] ?? '';
    const tag = x.tag[i + PAD] ?? 0;
    if (form === ',') commas++;
    if (tag === AUX || tag === VERB) verbs++;
    if (CLAUSE.has(form)) clauses++;
    if ((x.quoted[i + PAD] ?? 0) >= 2) marks++;
    if ((prior[i] ?? 0) >= 5 && (prior[i - step] ?? 0) < 5) others++;
  }
}

const AUX = TAGS.indexOf('AUX') + 1;
const VERB = TAGS.indexOf('VERB') + 1;
/** What opens or parts clauses. */
const CLAUSE = new Set(['that', ';', '—', '--', 'who', 'which']);

/** The word that a cue turns on: its last verb, else its first word. */
export function headOf(x: Attributes, cue: Stretch): number {
  for (let i = cue.to - 1; i >= cue.from; i--) if (x.tag[i + PAD] === VERB) return i;
  return cue.from;
}

function distance(gap: number): number {
  if (gap < 8) return gap;
  if (gap < 12) return 8;
  if (gap < 20) return 9;
  return gap < 40 ? 10 : 11;
}

/** How a word lies to the cue. */
export interface Relation {
  /** 0 before the cue, 1 after it. */
  readonly side: number;
  readonly near: number;
  /** Sentences apart and side in one. */
  readonly place: number;
  readonly q: number;
  readonly between: number;
  readonly others: number;
  /** What follows the cue, what stands before it. */
  readonly link: number;
  readonly lead: number;
}

export function relationOf(reading: Reading, b: Bearings, i: number): Relation {
  const { words, attributes: x, quotes } = reading;
  const k = i - b.window.from;
  const side = i < b.cue.from ? 0 : 1;
  const apart = Math.max(-3, Math.min(3, (words.sentence[i] ?? 0) - (words.sentence[b.cue.from] ?? 0))) + 3;
  const quotation = quotes.quotations[(quotes.inside[i] ?? 0) - 1];
  return {
    side,
    near: distance(side === 0 ? b.cue.from - 1 - i : i - b.cue.to),
    place: apart * 2 + side,
    q: quoteBearing(b, quotation, x.quoted[i + PAD] ?? 0),
    between: (b.commas[k] ?? 0) + 4 * (b.clauses[k] ?? 0) + 16 * (b.marks[k] ?? 0),
    others: b.others[k] ?? 0,
    link: linkOf(reading, b.cue.to),
    lead: leadOf(reading, b.cue.from - 1),
  };
}

/** The kind of word that follows a cue. */
function linkOf({ words, attributes: x }: Reading, at: number): number {
  const form = words.forms[at] ?? '';
  if (form === 'that') return 1;
  if (form === ',') return 2;
  if ((x.quoted[at + PAD] ?? 0) >= 2) return 3;
  return form === ':' ? 4 : 5 + (x.tag[at + PAD] ?? 0);
}

/** The kind of word that stands before a cue. */
function leadOf({ words, attributes: x }: Reading, at: number): number {
  if ((x.quoted[at + PAD] ?? 0) >= 2) return 1;
  return words.forms[at] === ',' ? 2 : 3 + (x.tag[at + PAD] ?? 0);
}

/** How a word lies to quotation marks: outside, the cue's own quotation, the one that touches the cue, another; its length, its end. */
function quoteBearing(b: Bearings, quotation: Quotation | undefined, quoted: number): number {
  if (quotation === undefined) return 0;
  const long = quotation.to - quotation.from > 8 ? 1 : 0;
  const own = quotation.from <= b.cue.from && b.cue.to <= quotation.to;
  const touches = Math.abs(quotation.to - b.cue.from) < 6 || Math.abs(quotation.from - b.cue.to) < 4;
  return 1 + quoted + 4 * (own ? 1 : touches ? 2 : 0) + 12 * long + 24 * (quotation.closed ? 1 : 0);
}
