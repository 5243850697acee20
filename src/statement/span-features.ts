import { mix, PAD, type Attributes } from './attributes.js';
import type { Chain } from './crf.js';
import type { Put } from './cue-features.js';
import type { Quotation } from './quotes.js';
import type { Reading } from './reading.js';
import type { Stretch, Words } from './words.js';

/** Labels of the span model: nothing, the cue itself (given), a content's first word and its others, the source. */
export const SpanLabel = { outside: 0, cue: 1, begin: 2, inside: 3, source: 4 } as const;
export const SPAN_CONTEXTS = 16 + 20 + 16 + 8;
const PER_WORD = 4;
/** Sentences of the cue's paragraph that are looked at before and after the cue's own. */
const SENTENCES_BEFORE = 4;
const SENTENCES_AFTER = 7;
const LONGEST_WINDOW = 160;

/** The words in which a cue's source and content are looked for: its paragraph, near it. */
export function spanWindow(words: Words, cue: Stretch): Stretch {
  const paragraph = words.paragraphs[words.paragraph[cue.from] ?? 0] ?? cue;
  const sentence = words.sentence[cue.from] ?? 0;
  const first = words.sentences[sentence - SENTENCES_BEFORE]?.from ?? 0;
  const last = words.sentences[sentence + SENTENCES_AFTER]?.to ?? words.length;
  return {
    from: Math.max(paragraph.from, first, cue.from - LONGEST_WINDOW),
    to: Math.min(paragraph.to, last, cue.to + LONGEST_WINDOW),
  };
}

/** Features that do not depend on the cue: worked out once a text, shared by all its cues. */
export function staticSpanFeatures(reading: Reading, bits: number): { features: Int32Array; offsets: Uint32Array } {
  const { words } = reading;
  const mask = 2 ** bits - 1;
  const features = new Int32Array(words.length * 60);
  const offsets = new Uint32Array(words.length + 1);
  let n = 0;
  for (let i = 0; i < words.length; i++) {
    staticFeatures(reading, i, (template, a, b = 0, c = 0) => {
      features[n++] = mix(template, a, b, c) & mask;
    });
    offsets[i + 1] = n;
  }
  return { features: features.subarray(0, n), offsets };
}

function staticFeatures(reading: Reading, i: number, put: Put): void {
  const x = reading.attributes;
  const { words } = reading;
  const at = i + PAD;
  const sentence = words.sentences[words.sentence[i] ?? 0] ?? { from: 0, to: 0 };
  const t = (o: number) => x.tag[at + o] ?? 0;
  const q = x.quoted[at] ?? 0;
  put(300, 0);
  put(301, x.form[at] ?? 0);
  put(302, x.middle[at] ?? 0);
  put(303, x.coarse[at] ?? 0, t(0));
  put(304, x.shape[at] ?? 0, t(0));
  put(305, q, x.quoted[at - 1] ?? 0, x.quoted[at + 1] ?? 0);
  put(306, x.suffix[at] ?? 0);
  for (const o of [-3, -2, -1, 1, 2, 3]) {
    put(310 + o, x.form[at + o] ?? 0);
    put(320 + o, x.middle[at + o] ?? 0);
    put(330 + o, t(o), t(0));
    put(340 + o, x.coarse[at + o] ?? 0);
  }
  put(350, x.form[at - 1] ?? 0, x.form[at] ?? 0);
  put(351, x.form[at] ?? 0, x.form[at + 1] ?? 0);
  put(352, t(-1), t(0), t(1));
  put(353, t(-2), t(-1), t(0));
  put(354, t(0), t(1), t(2));
  put(355, x.middle[at - 1] ?? 0, x.middle[at] ?? 0);
  put(356, x.middle[at] ?? 0, x.middle[at + 1] ?? 0);
  put(357, Math.min(3, i - sentence.from), Math.min(4, sentence.to - 1 - i), q);
  put(358, words.headed && words.paragraph[i] === 0 ? 1 : 0, t(0));
}

/** What stands between the cue and each word of its window, and how the cue itself is built. */
interface Bearings {
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

/** The chain of a cue's window. `prior` holds what the cue model thought of each word, 0 to 9. */
export function spanChain(
  reading: Reading,
  cue: Stretch,
  o: { bits: number; shared: ReturnType<typeof staticSpanFeatures>; prior: Uint8Array },
): Chain {
  const window = spanWindow(reading.words, cue);
  const length = window.to - window.from;
  const mask = 2 ** o.bits - 1;
  const common = (o.shared.offsets[window.to] ?? 0) - (o.shared.offsets[window.from] ?? 0);
  const features = new Int32Array(common + length * 60);
  const offsets = new Uint32Array(length + 1);
  const contexts = new Uint16Array(length * PER_WORD);
  const bearings = takeBearings(reading, { cue, window }, o.prior);
  let n = 0;
  for (let i = window.from; i < window.to; i++) {
    const to = o.shared.offsets[i + 1] ?? 0;
    for (let f = o.shared.offsets[i] ?? 0; f < to; f++) features[n++] = o.shared.features[f] ?? 0;
    if (i < cue.from || i >= cue.to) {
      relativeFeatures(reading, bearings, i, (template, a, b = 0, c = 0) => {
        features[n++] = mix(template, a, b, c) & mask;
      });
    }
    offsets[i - window.from + 1] = n;
    setContexts(reading, cue, i, contexts.subarray((i - window.from) * PER_WORD));
  }
  return {
    length,
    features: features.subarray(0, n),
    offsets,
    contexts,
    contextsPerWord: PER_WORD,
    pinned: { from: cue.from - window.from, to: cue.to - window.from, label: SpanLabel.cue },
  };
}

const WEIGHTY = new Map([
  [',', 1],
  [':', 2],
  ['that', 3],
  [';', 4],
  ['—', 5],
  ['--', 5],
  ['–', 5],
  ['(', 6],
  [')', 7],
  ['and', 8],
  ['but', 9],
  ['.', 10],
  ['to', 11],
  ['who', 12],
  ['for', 13],
  ['of', 14],
  ['-', 5],
  ['as', 15],
]);

function setContexts(reading: Reading, cue: Stretch, i: number, into: Uint16Array): void {
  const x = reading.attributes;
  into[0] = (x.quoted[i + PAD - 1] ?? 0) * 4 + (x.quoted[i + PAD] ?? 0);
  into[1] = 16 + Math.min(19, x.tag[i + PAD - 1] ?? 0);
  into[2] = 36 + (WEIGHTY.get(reading.words.forms[i - 1] ?? '') ?? 0);
  const opens = reading.words.sentence[i] === reading.words.sentence[i - 1] ? 0 : 1;
  const place = i === cue.from ? 1 : i === cue.to ? 2 : i < cue.from ? 3 : 4;
  into[3] = 52 + (opens === 1 ? (place === 3 ? 5 : 6) : place);
}

function takeBearings(reading: Reading, at: { cue: Stretch; window: Stretch }, prior: Uint8Array): Bearings {
  const { cue, window } = at;
  const { words, attributes: x, quotes } = reading;
  const head = headOf(x, cue) + PAD;
  const size = window.to - window.from;
  const b = {
    commas: new Uint8Array(size),
    verbs: new Uint8Array(size),
    clauses: new Uint8Array(size),
    marks: new Uint8Array(size),
    others: new Uint8Array(size),
  };
  const walk = (from: number, to: number, step: number) => {
    let [commas, verbs, clauses, marks, others] = [0, 0, 0, 0, 0];
    for (let i = from; (to - i) * step > 0; i += step) {
      const k = i - window.from;
      b.commas[k] = Math.min(3, commas);
      b.verbs[k] = Math.min(4, verbs);
      b.clauses[k] = Math.min(3, clauses);
      b.marks[k] = Math.min(5, marks);
      b.others[k] = Math.min(3, others);
      const form = words.forms[i] ?? '';
      const tag = x.tag[i + PAD] ?? 0;
      if (form === ',') commas++;
      if (tag === 4 || tag === 16) verbs++;
      if (form === 'that' || form === ';' || form === '—' || form === '--' || form === 'who' || form === 'which')
        clauses++;
      if ((x.quoted[i + PAD] ?? 0) >= 2) marks++;
      if ((prior[i] ?? 0) >= 5 && (prior[i - step] ?? 0) < 5) others++;
    }
  };
  walk(cue.to, window.to, 1);
  walk(cue.from - 1, window.from - 1, -1);
  return {
    cue,
    window,
    lemma: x.lemma[head] ?? 0,
    middle: x.middle[head] ?? 0,
    shape: Math.min(3, cue.to - cue.from) * 32 + (x.tag[cue.to - 1 + PAD] ?? 0),
    sentence: words.sentences[words.sentence[cue.from] ?? 0] ?? cue,
    inQuote: quotes.inside[cue.from] ?? 0,
    ...b,
  };
}

/** The word that a cue turns on: its last verb, else its first word. */
export function headOf(x: Attributes, cue: Stretch): number {
  for (let i = cue.to - 1; i >= cue.from; i--) if (x.tag[i + PAD] === 16) return i;
  return cue.from;
}

function distance(gap: number): number {
  if (gap < 8) return gap;
  if (gap < 12) return 8;
  if (gap < 20) return 9;
  return gap < 40 ? 10 : 11;
}

function relativeFeatures(reading: Reading, b: Bearings, i: number, put: Put): void {
  const { words, attributes: x, quotes } = reading;
  const at = i + PAD;
  const k = i - b.window.from;
  const side = i < b.cue.from ? 0 : 1;
  const near = distance(side === 0 ? b.cue.from - 1 - i : i - b.cue.to);
  const apart = Math.max(-3, Math.min(3, (words.sentence[i] ?? 0) - (words.sentence[b.cue.from] ?? 0))) + 3;
  const place = apart * 2 + side;
  const t = x.tag[at] ?? 0;
  const m = x.middle[at] ?? 0;
  const quotation = quotes.quotations[(quotes.inside[i] ?? 0) - 1];
  const q = quoteBearing(b, quotation, x.quoted[at] ?? 0);
  const marks = b.marks[k] ?? 0;
  const between = (b.commas[k] ?? 0) + 4 * (b.clauses[k] ?? 0) + 16 * marks;
  const others = b.others[k] ?? 0;
  const first = words.forms[b.cue.to] ?? '';
  const link =
    first === 'that'
      ? 1
      : first === ','
        ? 2
        : (x.quoted[b.cue.to + PAD] ?? 0) >= 2
          ? 3
          : first === ':'
            ? 4
            : 5 + (x.tag[b.cue.to + PAD] ?? 0);
  const lead =
    (x.quoted[b.cue.from + PAD - 1] ?? 0) >= 2
      ? 1
      : words.forms[b.cue.from - 1] === ','
        ? 2
        : 3 + (x.tag[b.cue.from + PAD - 1] ?? 0);
  put(400, place, near);
  put(401, place, t);
  put(402, place, m);
  put(403, place, x.form[at] ?? 0);
  put(404, place, q);
  put(405, place, between);
  put(406, place, b.verbs[k] ?? 0, near);
  put(407, place, others, q);
  put(408, side, b.lemma, near);
  put(409, place, b.lemma, q);
  put(410, side, b.middle, t);
  put(411, place, b.middle, near);
  put(412, place, link, near);
  put(413, place, link, q);
  put(414, place, lead, near);
  put(415, place, lead, q);
  put(416, place, link * 32 + lead, q);
  put(417, side, b.lemma, link);
  put(418, side * 64 + near, t, x.tag[at - 1] ?? 0);
  put(419, side * 64 + near, t, x.tag[at + 1] ?? 0);
  put(420, side * 64 + b.shape, near);
  put(421, place, others * 8 + (b.verbs[k] ?? 0), b.commas[k]);
  put(422, place, x.form[at - 1] ?? 0, x.form[at] ?? 0);
  put(423, place, x.form[at] ?? 0, x.form[at + 1] ?? 0);
  put(424, place, between, t);
  put(425, place, others, b.lemma);
  const sentence = words.sentences[words.sentence[i] ?? 0] ?? b.sentence;
  const opening = Math.min(2, i - sentence.from);
  const closing = Math.min(2, sentence.to - 1 - i);
  put(426, place, opening * 4 + closing, q);
  put(427, place, link, opening * 4 + closing);
  put(428, side, b.lemma, x.form[at] ?? 0);
  put(429, place, lead * 32 + link, Math.min(near, 4));
  put(430, place, b.inQuote > 0 ? 1 : 0, q);
  const quotedSentence = (x.quoted[sentence.from + PAD] ?? 0) > 0 ? 1 : 0;
  put(431, place, quotedSentence, q);
  put(432, side, b.lemma * 3 + (b.commas[k] ?? 0), b.clauses[k]);
  put(433, side, b.middle, between);
}

/** How a word lies to quotation marks: outside, the cue's own quotation, the one that touches the cue, another; its length, its end. */
function quoteBearing(b: Bearings, quotation: Quotation | undefined, quoted: number): number {
  if (quotation === undefined) return 0;
  const long = quotation.to - quotation.from > 8 ? 1 : 0;
  const own = quotation.from <= b.cue.from && b.cue.to <= quotation.to;
  const touches = Math.abs(quotation.to - b.cue.from) < 6 || Math.abs(quotation.from - b.cue.to) < 4;
  return 1 + quoted + 4 * (own ? 1 : touches ? 2 : 0) + 12 * long + 24 * (quotation.closed ? 1 : 0);
}
