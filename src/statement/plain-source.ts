import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * Speakers that the span model missed where the sentence leaves no doubt: after an inverted verb, and right before a
 * cue ("Iran on Thursday denied that …").
 */
export function withPlainSource(reading: Reading, triple: Triple): Triple {
  if (triple.source.length > 0) return triple;
  const source = triple.content.some((s) => s.to <= triple.cue.from)
    ? invertedSource(reading, triple)
    : (subjectBefore(reading, triple) ?? describedSubject(reading, triple));
  return source === undefined ? triple : { ...triple, source: [source] };
}

/** Verbs after which the speaker stands where what was said goes before: "…, said two officials who …". */
const INVERTED =
  /^(?:said|says|added|adds|wrote|writes|asked|asks|explained|warned|recalled|tweeted|admitted|insisted)$/u;
const OPENS_PHRASE = new Set(tagsOf('DET', 'NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'));

/** The speaker of "“We will appeal,” says Roe": what stands from the verb to the next mark. */
function invertedSource(reading: Reading, triple: Triple): Stretch | undefined {
  const last = reading.words.forms[triple.cue.to - 1] ?? '';
  return INVERTED.test(last) ? phraseAfter(reading, triple) : undefined;
}

/** Cues that have no subject of their own before them. */
const NO_SUBJECT = /^(?:is|are|was|were|be|been|being|to|according|:|[–—-])$|ing$/u;
const SUBJECT_WORDS = new Set(tagsOf('DET', 'NOUN', 'PROPN', 'NUM', 'ADJ'));

/** "Iran on Thursday denied": the phrase that opens the sentence and reaches up to the cue, or to the day before it. */
function subjectBefore(reading: Reading, triple: Triple): Stretch | undefined {
  const { words, attributes } = reading;
  const { forms } = words;
  if (NO_SUBJECT.test(forms[triple.cue.from] ?? '')) return undefined;
  let to = triple.cue.from;
  if (weekdayOf(forms[to - 1] ?? '') === undefined) return undefined;
  to--;
  if (forms[to - 1] === 'on') to--;
  let from = to;
  while (from > 0 && to - from < LONGEST_SUBJECT && SUBJECT_WORDS.has(attributes.tag[from - 1 + PAD] ?? 0)) from--;
  return from < to && words.sentence[from] === words.sentence[triple.cue.from] ? { from, to } : undefined;
}

/** "A teacher who lives near the port, and who asked not to be named, said": the phrase that opens the sentence up to "who". */
function describedSubject({ words, attributes }: Reading, { cue }: Triple): Stretch | undefined {
  const { forms } = words;
  const { from } = words.sentences[words.sentence[cue.from] ?? 0] ?? cue;
  if (forms[cue.from - 1] !== ',' || !/^(?:said|says|told|added|recalled)$/u.test(forms[cue.from] ?? ''))
    return undefined;
  let to = from;
  while (to < cue.from && to - from < LONGEST_SUBJECT && SUBJECT_WORDS.has(attributes.tag[to + PAD] ?? 0)) to++;
  const end = forms[to] === ',' ? to + 1 : to;
  return to > from && /^(?:who|whose)$/u.test(forms[end] ?? '') ? { from, to } : undefined;
}

/** Words of such a subject at most. */
const LONGEST_SUBJECT = 8;

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
