import { PAD } from './attributes.js';
import type { Reading } from './reading.js';
import { TAGS, tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/** "The dentist", "The province's law society": the phrase of common nouns that opens a sentence as its subject. */
export function openingPhrase(reading: Reading, sentence: Stretch): Stretch | undefined {
  const { forms } = reading.words;
  if (!/^(?:the|a|an)$/u.test(forms[sentence.from] ?? '')) return undefined;
  const open = tagsOf('NOUN', 'ADJ', 'PROPN');
  let from = sentence.from;
  let to = from + 1;
  while (to < sentence.to && to - sentence.from < LONGEST_PHRASE) {
    if (/^['’]s$/u.test(forms[to] ?? '')) from = to;
    else if (!open.includes(reading.attributes.tag[to + PAD] ?? 0)) break;
    to++;
  }
  if (reading.attributes.tag[to + PAD] === TAGS.indexOf('ADV') + 1) to++;
  const end = reading.attributes.tag[to - 1 + PAD] === TAGS.indexOf('ADV') + 1 ? to - 1 : to;
  const verb = tagsOf('VERB', 'AUX');
  if (!verb.includes(reading.attributes.tag[to + PAD] ?? -1) || end - from < 2) return undefined;
  return forms[from] === 'the' || from === sentence.from ? { from, to: end } : { from: from + 1, to: end };
}

/** Words of a sentence's opening phrase at most. */
const LONGEST_PHRASE = 8;
