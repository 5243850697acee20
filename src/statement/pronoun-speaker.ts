import { openingPhrase } from './opening-phrase.js';
import { nominal } from './nominal-speaker.js';
import { isOnePerson, mostSalient } from './salience.js';
import { NOBODY, ofFigure, type Speaker, type SpeakerContext } from './speaker.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Statements back in which the speaker of a quotation is looked for. */
const STATEMENTS_BACK = 40;

/** "I" in a quotation is whoever says the quotation. */
export function quotedSpeaker(context: SpeakerContext, at: number): Speaker {
  const owner = context.before
    .slice(-STATEMENTS_BACK)
    .findLast(({ triple }) => triple.content.some((s) => s.from <= at && at < s.to));
  return owner?.speaker ?? NOBODY;
}

/** "The researchers plan to return, they wrote": whom the sentence opens with. */
export function openingPlural(context: SpeakerContext, at: number): Speaker | undefined {
  const phrase = phraseBefore(context, at);
  return phrase !== undefined && PLURAL_NOUN.test(lastForm(context, phrase)) ? nominal(context, phrase) : undefined;
}

const PLURAL_NOUN = /(?:ers|ors|ists|ants|ials|ians|ees|men|women)$/u;

export function lastPlural(context: SpeakerContext, triple: Triple): Speaker | undefined {
  const { words } = context.reading;
  const here = words.paragraph[triple.cue.from] ?? 0;
  const last = context.before.slice(-STATEMENTS_BACK).findLast(({ triple: other, speaker }) => {
    const person = speaker.figure !== undefined && context.cast.figures[speaker.figure]?.kind === 'person';
    return !person && speaker.name !== undefined && (words.paragraph[other.cue.from] ?? 0) + 1 >= here;
  });
  return last?.speaker;
}

export function lastBody(context: SpeakerContext, at: number): Speaker | undefined {
  const best = mostSalient(context, at, (figure) => figure.kind === 'body' || figure.kind === 'outlet', 0);
  return describedBody(context, at) ?? (best === undefined ? undefined : ofFigure(context.cast, best));
}

/** "The council said … It said": the body without a name that spoke last, in the same paragraph or the next. */
export function lastUnnamed({ reading: { words }, before }: SpeakerContext, at: number): Speaker | undefined {
  const last = before.at(-1);
  if (
    last === undefined ||
    (words.paragraph[at] ?? 0) - (words.paragraph[last.triple.cue.from] ?? 0) > UNNAMED_PARAGRAPHS
  )
    return undefined;
  const head =
    (last.speaker.name ?? '')
      .split(/ (?:of|in|for|at|from|on) /u)[0]
      ?.toLowerCase()
      .split(' ')
      .at(-1) ?? '';
  return BODY_NOUN.test(head) || PAPER.test(head) ? last.speaker : undefined;
}

/** "A report by the council put it at 31 million. It warned": the body or paper that opens the sentence before. */
export function bodyBefore(context: SpeakerContext, at: number): Speaker | undefined {
  const phrase = phraseOfSentenceBefore(context, at);
  return phrase !== undefined && PAPER.test(lastForm(context, phrase)) ? nominal(context, phrase) : undefined;
}

/** Paragraphs after which "it" is no longer the body that spoke last. */
const UNNAMED_PARAGRAPHS = 2;

const PAPER =
  /^(?:report|statement|letter|study|paper|survey|poll|audit|review|memo|document|inquiry|lawsuit|complaint)$/u;

/** "The dentist had voted for Daleth. He thinks …": the person whom the sentence before opens with, named or not. */
export function describedPerson(context: SpeakerContext, at: number, gender: number): Speaker | undefined {
  const phrase = phraseOfSentenceBefore(context, at);
  if (phrase === undefined || !isOnePerson(lastForm(context, phrase))) return undefined;
  const speaker = nominal(context, phrase);
  const known = speaker.figure === undefined ? undefined : context.cast.figures[speaker.figure];
  return known !== undefined && known.gender === -gender ? undefined : speaker;
}

/** "The regulator has no concerns, it said": the phrase that opens the sentence of "it", where it names no figure. */
function describedBody(context: SpeakerContext, at: number): Speaker | undefined {
  const phrase = phraseBefore(context, at);
  return phrase !== undefined && BODY_NOUN.test(lastForm(context, phrase)) ? nominal(context, phrase) : undefined;
}

/** The phrase that opens the sentence of a word, and ends before it. */
function phraseBefore({ reading }: SpeakerContext, at: number): Stretch | undefined {
  const sentence = reading.words.sentences[reading.words.sentence[at] ?? 0];
  const phrase = sentence === undefined ? undefined : openingPhrase(reading, sentence);
  return phrase === undefined || phrase.to >= at ? undefined : phrase;
}

/** The phrase that opens the sentence before, where a word opens its own, in the same paragraph. */
function phraseOfSentenceBefore({ reading }: SpeakerContext, at: number): Stretch | undefined {
  const { sentences, sentence, paragraph } = reading.words;
  const here = sentence[at] ?? 0;
  const before = sentences[here - 1];
  if (before === undefined || sentences[here]?.from !== at || paragraph[before.from] !== paragraph[at])
    return undefined;
  return openingPhrase(reading, before);
}

function lastForm({ reading }: SpeakerContext, phrase: Stretch): string {
  return reading.words.forms[phrase.to - 1] ?? '';
}

/** What can say something and is "it". */
const BODY_NOUN =
  /^(?:regulator|watchdog|society|ministry|agency|company|bank|firm|group|fund|party|department|committee|commission|charity|union|university|court|institute|institution|organi[sz]ation|association|authority|council|government|operator|lender|airline|panel|board|office|police|campaign|retailer|manufacturer|insurer|utility|hospital|school|embassy|club|federation|foundation|team)$/u;
