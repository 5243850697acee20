import { mix, PAD, type Put } from './attributes.js';
import type { Chain } from './crf.js';
import type { Reading } from './reading.js';
import { relationOf, takeBearings, type Bearings, type Relation } from './span-bearings.js';
import type { Stretch, Words } from './words.js';

/** Labels of the span model: nothing, the cue itself (given), a content's first word and its others, a source's first word and its others. */
export const SpanLabel = { outside: 0, cue: 1, begin: 2, inside: 3, source: 4, sourceInside: 5 } as const;
/** Tags that a context tells apart, forms (`WEIGHTY`), places. */
const CONTEXT_TAGS = 20;
const CONTEXT_FORMS = 16;
const CONTEXT_PLACES = 8;
/** Where the contexts of each kind begin; the first are 16 pairs of quotation marks. */
const TAGS_BEFORE = 16;
const FORMS_BEFORE = TAGS_BEFORE + CONTEXT_TAGS;
const PLACES = FORMS_BEFORE + CONTEXT_FORMS;
const TAGS_HERE = PLACES + CONTEXT_PLACES;
const FORMS_HERE = TAGS_HERE + CONTEXT_TAGS;
const TAG_PAIRS = FORMS_HERE + CONTEXT_FORMS;
export const SPAN_CONTEXTS = TAG_PAIRS + CONTEXT_TAGS * CONTEXT_TAGS;
/** Contexts of a word that do not depend on the cue; one more says where it stands to the cue. */
const SHARED_CONTEXTS = 6;
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

/** More than a word has, of features that do not depend on the cue and of those that do. */
const STATIC_FEATURES = 60;
const RELATIVE_FEATURES = 60;

/** What does not depend on the cue: worked out once a text, shared by all its cues. Offsets count from the text's first word. */
export type SharedSpans = Pick<Chain, 'features' | 'offsets' | 'contexts' | 'contextsPerWord'>;

export function sharedSpans(reading: Reading, bits: number): SharedSpans {
  const { length } = reading.words;
  const mask = 2 ** bits - 1;
  const features = new Int32Array(length * STATIC_FEATURES);
  const offsets = new Uint32Array(length + 1);
  const contexts = new Uint16Array(length * SHARED_CONTEXTS);
  let n = 0;
  const put: Put = (template, a, b, c) => {
    features[n++] = mix(template, a, b, c) & mask;
  };
  for (let i = 0; i < length; i++) {
    staticFeatures(reading, i, put);
    offsets[i + 1] = n;
    setContexts(reading, i, contexts);
  }
  return { features: features.subarray(0, n), offsets, contexts, contextsPerWord: SHARED_CONTEXTS };
}

function staticFeatures(reading: Reading, i: number, put: Put): void {
  const x = reading.attributes;
  const { words } = reading;
  const at = i + PAD;
  const sentence = words.sentences[words.sentence[i] ?? 0] ?? { from: 0, to: 0 };
  const { tag } = x;
  const t = tag[at];
  const q = x.quoted[at];
  put(300, 0);
  put(301, x.form[at] ?? 0);
  put(302, x.middle[at] ?? 0);
  put(303, x.coarse[at] ?? 0, t);
  put(304, x.shape[at] ?? 0, t);
  put(305, q, x.quoted[at - 1] ?? 0, x.quoted[at + 1] ?? 0);
  put(306, x.suffix[at] ?? 0);
  for (let o = -3; o <= 3; o++) {
    if (o === 0) continue;
    put(310 + o, x.form[at + o] ?? 0);
    put(320 + o, x.middle[at + o] ?? 0);
    put(330 + o, tag[at + o], t);
    put(340 + o, x.coarse[at + o] ?? 0);
  }
  put(350, x.form[at - 1] ?? 0, x.form[at] ?? 0);
  put(351, x.form[at] ?? 0, x.form[at + 1] ?? 0);
  put(352, tag[at - 1], t, tag[at + 1]);
  put(353, tag[at - 2], tag[at - 1], t);
  put(354, t, tag[at + 1], tag[at + 2]);
  put(355, x.middle[at - 1] ?? 0, x.middle[at] ?? 0);
  put(356, x.middle[at] ?? 0, x.middle[at + 1] ?? 0);
  put(357, Math.min(3, i - sentence.from), Math.min(4, sentence.to - 1 - i), q);
  put(358, words.headed && words.paragraph[i] === 0 ? 1 : 0, t);
}

/**
 * What depends on the cue in the chain of its window. `prior` holds what the cue model thought of each word, 0 to 9.
 */
export function relativeChain(reading: Reading, cue: Stretch, o: { bits: number; prior: Uint8Array }): Chain {
  const window = spanWindow(reading.words, cue);
  const length = window.to - window.from;
  const mask = 2 ** o.bits - 1;
  const features = new Int32Array(length * RELATIVE_FEATURES);
  const offsets = new Uint32Array(length + 1);
  const contexts = new Uint16Array(length);
  const bearings = takeBearings(reading, { cue, window }, o.prior);
  let n = 0;
  const put: Put = (template, a, b, c) => {
    features[n++] = mix(template, a, b, c) & mask;
  };
  for (let i = window.from; i < window.to; i++) {
    if (i < cue.from || i >= cue.to) relativeFeatures(reading, bearings, i, put);
    offsets[i - window.from + 1] = n;
    contexts[i - window.from] = placeContext(reading, cue, i);
  }
  return {
    length,
    features: features.subarray(0, n),
    offsets,
    contexts,
    contextsPerWord: 1,
    pinned: { from: cue.from - window.from, to: cue.to - window.from, label: SpanLabel.cue },
  };
}

/** The whole chain of a cue's window: what is shared and what depends on the cue. */
export function spanChain(
  reading: Reading,
  cue: Stretch,
  o: { bits: number; shared: SharedSpans; prior: Uint8Array },
): Chain {
  const { from } = spanWindow(reading.words, cue);
  const own = relativeChain(reading, cue, o);
  const { shared } = o;
  const first = shared.offsets[from] ?? 0;
  const features = new Int32Array((shared.offsets[from + own.length] ?? 0) - first + own.features.length);
  const offsets = new Uint32Array(own.length + 1);
  const contexts = new Uint16Array(own.length * (SHARED_CONTEXTS + 1));
  let n = 0;
  for (let i = 0; i < own.length; i++) {
    for (const part of [
      shared.features.subarray(shared.offsets[from + i], shared.offsets[from + i + 1]),
      own.features.subarray(own.offsets[i], own.offsets[i + 1]),
    ]) {
      features.set(part, n);
      n += part.length;
    }
    offsets[i + 1] = n;
    const at = (from + i) * SHARED_CONTEXTS;
    contexts.set(shared.contexts.subarray(at, at + SHARED_CONTEXTS), i * (SHARED_CONTEXTS + 1));
    contexts[i * (SHARED_CONTEXTS + 1) + SHARED_CONTEXTS] = own.contexts[i] ?? 0;
  }
  return { ...own, features, offsets, contexts, contextsPerWord: SHARED_CONTEXTS + 1 };
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

/**
 * What moves a label's change: marks, tags and weighty forms on both sides. With the tag and form of the word itself
 * beside those of the word before, source exact rose from .853 to .856, source and content together from .593 to .597
 * (given the cues, a third of the training articles held out).
 */
function setContexts({ attributes: { tag, quoted }, words: { forms } }: Reading, i: number, into: Uint16Array): void {
  const at = i + PAD;
  const before = Math.min(CONTEXT_TAGS - 1, tag[at - 1] ?? 0);
  const here = Math.min(CONTEXT_TAGS - 1, tag[at] ?? 0);
  const k = i * SHARED_CONTEXTS;
  into[k] = (quoted[at - 1] ?? 0) * 4 + (quoted[at] ?? 0);
  into[k + 1] = TAGS_BEFORE + before;
  into[k + 2] = FORMS_BEFORE + (WEIGHTY.get(forms[i - 1] ?? '') ?? 0);
  into[k + 3] = TAGS_HERE + here;
  into[k + 4] = FORMS_HERE + (WEIGHTY.get(forms[i] ?? '') ?? 0);
  into[k + 5] = TAG_PAIRS + before * CONTEXT_TAGS + here;
}

/** Where a word stands to the cue. */
function placeContext({ words: { sentence } }: Reading, cue: Stretch, i: number): number {
  const place = i === cue.from ? 1 : i === cue.to ? 2 : i < cue.from ? 3 : 4;
  if (sentence[i] === sentence[i - 1]) return PLACES + place;
  return PLACES + (place === 3 ? 5 : 6);
}

function relativeFeatures(reading: Reading, b: Bearings, i: number, put: Put): void {
  const x = reading.attributes;
  const at = i + PAD;
  const k = i - b.window.from;
  const relation = relationOf(reading, b, i);
  const { side, near, place, q, between, others, link, lead } = relation;
  const t = x.tag[at] ?? 0;
  put(400, place, near);
  put(401, place, t);
  put(402, place, x.middle[at] ?? 0);
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
  sentenceFeatures(reading, b, i, relation, put);
}

/** Where a word stands in its sentence, and what clauses and marks lie between it and the cue. */
function sentenceFeatures(reading: Reading, b: Bearings, i: number, relation: Relation, put: Put): void {
  const { words, attributes: x } = reading;
  const { side, near, place, q, between, link, lead } = relation;
  const k = i - b.window.from;
  const sentence = words.sentences[words.sentence[i] ?? 0] ?? b.sentence;
  const ends = Math.min(2, i - sentence.from) * 4 + Math.min(2, sentence.to - 1 - i);
  put(426, place, ends, q);
  put(427, place, link, ends);
  put(428, side, b.lemma, x.form[i + PAD] ?? 0);
  put(429, place, lead * 32 + link, Math.min(near, 4));
  put(430, place, b.inQuote > 0 ? 1 : 0, q);
  put(431, place, (x.quoted[sentence.from + PAD] ?? 0) > 0 ? 1 : 0, q);
  put(432, side, b.lemma * 3 + (b.commas[k] ?? 0), b.clauses[k]);
  put(433, side, b.middle, between);
}
