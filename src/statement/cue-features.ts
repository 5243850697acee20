import { mix, PAD, type Attributes, type Put } from './attributes.js';
import type { Chain } from './crf.js';
import type { Reading } from './reading.js';

/** Labels of the cue model. */
export const CueLabel = { outside: 0, begin: 1, inside: 2 } as const;
export const CUE_CONTEXTS = 24;
const PER_WORD = 2;

/** The whole text as one chain for the cue model. */
export function cueChain(reading: Reading, bits: number): Chain {
  const { words } = reading;
  const features = new Int32Array(words.length * 120);
  const offsets = new Uint32Array(words.length + 1);
  const contexts = new Uint16Array(words.length * PER_WORD);
  const mask = 2 ** bits - 1;
  const view = surroundings(reading);
  let n = 0;
  const put: Put = (template, a, b, c) => {
    features[n++] = mix(template, a, b, c) & mask;
  };
  const { quoted, tag } = reading.attributes;
  for (let i = 0; i < words.length; i++) {
    wordFeatures(reading.attributes, i, put);
    neighbourFeatures(reading.attributes, i, put);
    placeFeatures(reading, view, i, put);
    offsets[i + 1] = n;
    contexts[i * PER_WORD] = quoted[i + PAD] ?? 0;
    contexts[i * PER_WORD + 1] = 4 + Math.min(18, tag[i + PAD] ?? 0);
  }
  return { length: words.length, features: features.subarray(0, n), offsets, contexts, contextsPerWord: PER_WORD };
}

function wordFeatures(x: Attributes, i: number, put: Put): void {
  const { form, fine, middle, coarse, tag, lemma } = x;
  const at = i + PAD;
  const m = middle[at];
  const t = tag[at];
  const l = lemma[at];
  put(0, 0);
  put(1, form[at]);
  put(2, fine[at]);
  put(3, m);
  put(4, coarse[at], t);
  put(5, x.suffix[at], t);
  put(6, x.shape[at], t);
  put(7, l);
  put(8, l, t);
  for (let o = -4; o <= 4; o++) {
    if (o === 0) continue;
    const n = at + o;
    put(10 + o, form[n]);
    put(20 + o, middle[n]);
    put(30 + o, coarse[n], tag[n]);
    put(190 + o, tag[n], t);
    if (o >= -2 && o <= 2) {
      put(40 + o, fine[n]);
      put(50 + o, form[n], l);
      put(60 + o, middle[n], m);
      put(70 + o, form[n], m);
      put(80 + o, tag[n], l);
      put(170 + o, lemma[n], t);
    }
  }
}

/** What stands around a word, two or three words at a time. */
function neighbourFeatures({ form, middle, coarse, tag, lemma }: Attributes, i: number, put: Put): void {
  const at = i + PAD;
  const l = lemma[at];
  const m = middle[at];
  put(90, tag[at - 1], tag[at], tag[at + 1]);
  put(91, tag[at], tag[at + 1], tag[at + 2]);
  put(92, tag[at - 2], tag[at - 1], tag[at]);
  put(93, l, tag[at + 1], tag[at + 2]);
  put(94, l, tag[at - 1], tag[at - 2]);
  put(95, form[at], form[at + 1], form[at + 2]);
  put(96, form[at - 2], form[at - 1], form[at]);
  put(97, form[at - 1], l, form[at + 1]);
  put(98, middle[at - 1], l, middle[at + 1]);
  put(99, coarse[at - 1], m, coarse[at + 1]);
  put(100, l, form[at + 1], tag[at + 2]);
  put(101, tag[at - 1], l, tag[at + 1]);
  put(102, m, form[at + 1], form[at + 2]);
  put(103, m, form[at - 1], form[at - 2]);
}

/** For each word, where the nearest quotation, verb, subject and "that" of its sentence are. */
interface Surroundings {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

function surroundings(reading: Reading): Surroundings {
  const { words, quotes } = reading;
  const before = new Int32Array(words.length).fill(-1);
  const after = new Int32Array(words.length).fill(-1);
  let q = -1;
  for (let i = 0; i < words.length; i++) {
    while (q + 1 < quotes.quotations.length && (quotes.quotations[q + 1]?.to ?? 0) <= i) q++;
    before[i] = q;
  }
  q = quotes.quotations.length;
  for (let i = words.length - 1; i >= 0; i--) {
    while (q > 0 && (quotes.quotations[q - 1]?.from ?? 0) > i) q--;
    after[i] = q < quotes.quotations.length ? q : -1;
  }
  return { before, after };
}

function bucket(distance: number): number {
  if (distance < 6) return distance;
  if (distance < 9) return 6;
  if (distance < 14) return 7;
  return distance < 25 ? 8 : 9;
}

/** 0 no quotation, 1 a few quoted words, 2 more. */
function lengthClass(s: { from: number; to: number } | undefined): number {
  if (s === undefined) return 0;
  return s.to - s.from > 7 ? 2 : 1;
}

function placeFeatures(reading: Reading, view: Surroundings, i: number, put: Put): void {
  const { words, quotes, attributes: x } = reading;
  const at = i + PAD;
  const sentence = words.sentences[words.sentence[i] ?? 0] ?? { from: 0, to: 0 };
  const paragraph = words.paragraphs[words.paragraph[i] ?? 0] ?? sentence;
  const l = x.lemma[at] ?? 0;
  const m = x.middle[at] ?? 0;
  const t = x.tag[at] ?? 0;
  const quoted = x.quoted[at] ?? 0;
  put(110, quoted, t);
  put(111, quoted, l);
  const prev = quotes.quotations[view.before[i] ?? -1];
  const next = quotes.quotations[view.after[i] ?? -1];
  const prevAt = prev !== undefined && prev.to > paragraph.from ? bucket(i - prev.to) : 10;
  const nextAt = next !== undefined && next.from < paragraph.to ? bucket(next.from - i - 1) : 10;
  const prevSame = prev !== undefined && prev.to > sentence.from ? 1 : 0;
  const nextSame = next !== undefined && next.from < sentence.to ? 1 : 0;
  put(112, prevAt, prevSame, lengthClass(prev));
  put(113, nextAt, nextSame, lengthClass(next));
  put(114, m, Math.min(prevAt, 7) * 2 + prevSame, lengthClass(prev));
  put(115, m, Math.min(nextAt, 7) * 2 + nextSame, lengthClass(next));
  put(116, t, prevAt * 32 + prevSame * 16 + lengthClass(prev), nextAt * 32 + nextSame * 16 + lengthClass(next));
  put(117, l, prevSame + 2 * nextSame);
  put(118, Math.min(5, i - sentence.from), t);
  put(119, Math.min(5, sentence.to - 1 - i), t);
  put(120, words.headed && words.paragraph[i] === 0 ? 1 : 0, t, x.coarse[at]);
  put(121, i === sentence.from ? 1 : 0, m);
  subjectFeatures(reading, i, sentence, put);
}

const WORD_TAGS = {
  adp: 1,
  adverb: 2,
  aux: 3,
  determiner: 5,
  noun: 7,
  pronoun: 10,
  proper: 11,
  subordinate: 13,
  verb: 15,
};

function isNoun(tag: number): boolean {
  return tag === WORD_TAGS.noun || tag === WORD_TAGS.pronoun || tag === WORD_TAGS.proper;
}

/** The nearest noun, pronoun or name to the left, and what comes on the right. */
function subjectFeatures(reading: Reading, i: number, sentence: { from: number; to: number }, put: Put): void {
  const x = reading.attributes;
  const t = x.tag[i + PAD] ?? 0;
  const l = x.lemma[i + PAD] ?? 0;
  const m = x.middle[i + PAD] ?? 0;
  let left = i - 1;
  while (left >= sentence.from && left > i - 12 && !isNoun(x.tag[left + PAD] ?? 0)) left--;
  const hasLeft = left >= sentence.from && left > i - 12;
  const head = hasLeft ? left + PAD : 0;
  put(130, x.coarse[head] ?? 0, x.tag[head] ?? 0, m);
  put(131, x.lemma[head] ?? 0, t);
  put(132, x.tag[head] ?? 0, Math.min(6, i - left), t);
  put(133, x.middle[head] ?? 0, m);
  put(134, x.tag[head] ?? 0, l);
  aheadFeatures(reading, i, sentence, put);
}

/** "that", the next verb and the next noun to the right. */
function aheadFeatures(reading: Reading, i: number, sentence: { from: number; to: number }, put: Put): void {
  const x = reading.attributes;
  const t = x.tag[i + PAD] ?? 0;
  const l = x.lemma[i + PAD] ?? 0;
  const m = x.middle[i + PAD] ?? 0;
  let right = i + 1;
  let that = 0;
  let verb = 0;
  let noun = 0;
  for (; right < sentence.to && right < i + 10; right++) {
    const tag = x.tag[right + PAD] ?? 0;
    if (that === 0 && reading.words.forms[right] === 'that') that = right - i;
    if (verb === 0 && (tag === WORD_TAGS.verb || tag === WORD_TAGS.aux)) verb = right - i;
    if (noun === 0 && isNoun(tag)) noun = right - i;
  }
  put(135, that, m);
  put(136, that, l);
  put(137, verb, m);
  put(138, verb, noun, t);
  put(139, l, that > 0 ? 1 : 0, verb > 0 ? 1 : 0);
  put(140, x.coarse[i + noun + PAD] ?? 0, m);
  put(141, l, verb > 0 ? (x.form[i + verb + PAD] ?? 0) : 0);
}
