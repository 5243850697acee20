import { PAD } from './attributes.js';
import type { Triple } from './find-triples.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** Verbs after which the speaker stands where what was said goes before: "…, said two officials who …". */
const INVERTED =
  /^(?:said|says|added|adds|wrote|writes|asked|asks|explained|warned|recalled|tweeted|admitted|insisted)$/u;
const OPENS_PHRASE = new Set(
  ['DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'].map((tag) => (TAGS as readonly string[]).indexOf(tag) + 1),
);

/** The speaker of "“We will appeal,” says Roe" where no source was found: what stands from the verb to the next mark. */
export function withInvertedSource(reading: Reading, triple: Triple): Triple {
  if (triple.source.length > 0 || !triple.content.some((s) => s.to <= triple.cue.from)) return triple;
  const { forms } = reading.words;
  const last = forms[triple.cue.to - 1] ?? '';
  if (!INVERTED.test(last)) return triple;
  const source = phraseAfter(reading, triple);
  return source === undefined ? triple : { ...triple, source: [source] };
}

function phraseAfter(reading: Reading, triple: Triple): Stretch | undefined {
  const { words } = reading;
  const from = triple.cue.to;
  const end = words.sentences[words.sentence[triple.cue.from] ?? 0]?.to ?? from;
  if (from >= end || !OPENS_PHRASE.has(reading.attributes.tag[from + PAD] ?? 0)) return undefined;
  let to = from;
  while (to < end && !/^(?:[.,;:?!()"“”—–]|''|in|on|at|after|during|as|when|while)$/u.test(words.forms[to] ?? '')) {
    if (triple.content.some((s) => s.from === to)) break;
    to++;
    // "officials who spoke on condition of anonymity because …" is one phrase to its end.
    if (/^(?:who|which)$/u.test(words.forms[to] ?? '')) return { from, to: clauseEnd(reading, to, end) };
  }
  return to > from ? { from, to } : undefined;
}

function clauseEnd(reading: Reading, from: number, end: number): number {
  let to = from;
  while (to < end && !/^(?:[.,;:?!"“”]|'')$/u.test(reading.words.forms[to] ?? '')) to++;
  return to;
}
