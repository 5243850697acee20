import { PAD } from './attributes.js';
import type { Reading } from './reading.js';
import { TAGS, tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/** Words of a verb's subject at most: "A spokesperson for the Norvik interior ministry". */
const LONGEST_SUBJECT = 12;
const NOUNS = new Set(tagsOf('NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'));
const PHRASE = new Set(tagsOf('NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET'));
const VERBS = new Set(tagsOf('VERB', 'AUX'));

/** The phrase right before a verb that is its subject: back over nouns, and over "of", "for", "at" between them. */
export function subjectPhrase({ words, attributes: { tag } }: Reading, verb: number): Stretch | undefined {
  const { forms, sentences, sentence } = words;
  const { from: start } = sentences[sentence[verb] ?? 0] ?? { from: verb };
  const to = /^(?:also|has|have|had)$/u.test(forms[verb - 1] ?? '') ? verb - 1 : verb;
  if (!NOUNS.has(tag[to - 1 + PAD] ?? 0)) return undefined;
  let from = to;
  while (from > start && to - from < LONGEST_SUBJECT) {
    const form = forms[from - 1] ?? '';
    const clitic = /^['’]s?$/u.test(form);
    const linked = /^(?:of|for|at|in|from|with|on)$/u.test(form) && from < to && from - 1 > start;
    if (!PHRASE.has(tag[from - 1 + PAD] ?? 0) && !clitic && !linked) break;
    from--;
  }
  while (from < to && /^(?:of|for|at|in|from|with|on|['’]s?|but|and)$/u.test(forms[from] ?? '')) from++;
  return from < to ? { from, to } : undefined;
}

/** Whether a stretch holds a verb. */
export function hasVerb({ attributes: { tag } }: Reading, { from, to }: Stretch): boolean {
  return tag.subarray(from + PAD, to + PAD).some((t) => VERBS.has(t));
}

/** Whether a word is tagged as a full verb. */
export function isVerb({ attributes: { tag } }: Reading, at: number): boolean {
  return tag[at + PAD] === TAGS.indexOf('VERB') + 1;
}
