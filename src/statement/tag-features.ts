import { mix, PAD, type Attributes, type Put } from './attributes.js';
import type { Chain } from './crf.js';
import type { Words } from './words.js';

/** Universal parts of speech (universaldependencies.org); a word's tag is 1 + its index, 0 is no word. */
export const TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

/** The tags of words by their names. */
export function tagsOf(...names: readonly (typeof TAGS)[number][]): number[] {
  return names.map((name) => TAGS.indexOf(name) + 1);
}

const FEATURES = 34;

/** One sentence's chain for the tagger. */
export function tagChain(words: Words, x: Attributes, o: { bits: number; from: number; to: number }): Chain {
  const length = o.to - o.from;
  const mask = 2 ** o.bits - 1;
  const features = new Int32Array(length * FEATURES);
  const offsets = new Uint32Array(length + 1);
  let n = 0;
  const put: Put = (template, a, b, c) => {
    features[n++] = mix(template, a, b, c) & mask;
  };
  for (let i = o.from; i < o.to; i++) {
    tagFeatures(words, x, i, put);
    offsets[i - o.from + 1] = n;
  }
  return { length, features: features.subarray(0, n), offsets, contexts: new Uint16Array(length), contextsPerWord: 1 };
}

function tagFeatures(words: Words, x: Attributes, i: number, put: Put): void {
  const at = i + PAD;
  const form = words.forms[i] ?? '';
  const opening = words.sentences[words.sentence[i] ?? 0]?.from === i ? 1 : 0;
  const shape = (x.shape[at] ?? 0) * 2 + opening;
  put(500, x.form[at] ?? 0);
  put(501, x.form[at] ?? 0, shape);
  put(502, x.suffix[at] ?? 0);
  put(503, ending(form, 2), shape);
  put(504, ending(form, 4));
  put(505, form.charCodeAt(0), form.length < 4 ? form.length : 4);
  put(506, shape, x.shape[at - 1] ?? 0, x.shape[at + 1] ?? 0);
  put(507, x.coarse[at] ?? 0, x.suffix[at] ?? 0);
  put(508, x.middle[at] ?? 0, shape);
  put(509, x.fine[at] ?? 0);
  for (let o = -2; o <= 2; o++) {
    if (o === 0) continue;
    put(510 + o, x.form[at + o] ?? 0);
    put(520 + o, x.middle[at + o] ?? 0, x.middle[at] ?? 0);
    put(530 + o, x.coarse[at + o] ?? 0, x.suffix[at + o] ?? 0);
  }
  put(540, x.form[at - 1] ?? 0, x.form[at] ?? 0);
  put(541, x.form[at] ?? 0, x.form[at + 1] ?? 0);
  put(542, x.form[at - 1] ?? 0, x.form[at + 1] ?? 0);
  put(543, x.coarse[at - 1] ?? 0, x.coarse[at] ?? 0, x.coarse[at + 1] ?? 0);
  put(544, x.suffix[at - 1] ?? 0, x.suffix[at] ?? 0);
  put(545, x.suffix[at] ?? 0, x.suffix[at + 1] ?? 0);
  put(546, x.form[at - 2] ?? 0, x.form[at - 1] ?? 0);
  put(547, x.form[at + 1] ?? 0, x.form[at + 2] ?? 0);
}

function ending(form: string, length: number): number {
  let value = 7;
  for (let i = Math.max(0, form.length - length); i < form.length; i++)
    value = Math.imul(value, 31) + form.charCodeAt(i);
  return value;
}
