import { mix, PAD } from './attributes.js';
import type { Chain } from './crf.js';
import type { Put } from './cue-features.js';
import type { Reading } from './reading.js';
import { relationOf, takeBearings, type Bearings, type Relation } from './span-bearings.js';
import type { Stretch, Words } from './words.js';

/** Labels of the span model: nothing, the cue itself (given), a content's first word and its others, a source's first word and its others. */
export const SpanLabel = { outside: 0, cue: 1, begin: 2, inside: 3, source: 4, sourceInside: 5 } as const;
/** Tags that a context tells apart, forms (`WEIGHTY`), places. */
const CONTEXT_TAGS = 20;
const CONTEXT_FORMS = 16;
const CONTEXT_PLACES = 8;
export const SPAN_CONTEXTS = 16 + 2 * CONTEXT_TAGS + 2 * CONTEXT_FORMS + CONTEXT_PLACES + CONTEXT_TAGS * CONTEXT_TAGS;
const PER_WORD = 7;
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

/**
 * What moves a label's change: marks, tags and weighty forms on both sides. With the tag and form of the word itself
 * beside those of the word before, source exact rose from .853 to .856, source and content together from .593 to .597
 * (given the cues, a third of the training articles held out).
 */
function setContexts(reading: Reading, cue: Stretch, i: number, into: Uint16Array): void {
  const x = reading.attributes;
  const { forms, sentence } = reading.words;
  const [before, here] = [i - 1, i].map((w) => Math.min(CONTEXT_TAGS - 1, x.tag[w + PAD] ?? 0)) as [number, number];
  const weight = (w: number) => WEIGHTY.get(forms[w] ?? '') ?? 0;
  const place = i === cue.from ? 1 : i === cue.to ? 2 : i < cue.from ? 3 : 4;
  const opens = sentence[i] !== sentence[i - 1];
  let base = 0;
  const next = (k: number, value: number, size: number) => {
    into[k] = base + value;
    base += size;
  };
  next(0, (x.quoted[i + PAD - 1] ?? 0) * 4 + (x.quoted[i + PAD] ?? 0), 16);
  next(1, before, CONTEXT_TAGS);
  next(2, weight(i - 1), CONTEXT_FORMS);
  next(3, opens ? (place === 3 ? 5 : 6) : place, CONTEXT_PLACES);
  next(4, here, CONTEXT_TAGS);
  next(5, weight(i), CONTEXT_FORMS);
  next(6, before * CONTEXT_TAGS + here, CONTEXT_TAGS * CONTEXT_TAGS);
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
