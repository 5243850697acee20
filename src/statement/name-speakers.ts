import { PAD } from './attributes.js';
import { mentionsIn, type Cast, type Mention } from './cast.js';
import { firstBelow } from './described-figure.js';
import { headMention } from './head-mention.js';
import {
  bodyBefore,
  describedPerson,
  lastBody,
  lastPlural,
  lastUnnamed,
  openingPlural,
  quotedSpeaker,
} from './pronoun-speaker.js';
import type { Triple } from './triple.js';
import { nominal, RELATIVE } from './nominal-speaker.js';
import { textOf, type Reading } from './reading.js';
import { antecedent, isSubject } from './salience.js';
import { isHearer, NOBODY, ofFigure, type Speaker, type SpeakerContext } from './speaker.js';
import { TAGS, tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * Gives each statement's source a name: a surname its full name, a pronoun its antecedent, an office its holder.
 * By rule over the page's cast; salience after Lappin and Leass 1994 (recency, subject before others, the last speaker).
 * Cost: statements × mentions of the few sentences before.
 */
const GENDER = new Map([
  ['he', -1],
  ['him', -1],
  ['his', -1],
  ['himself', -1],
  ['she', 1],
  ['her', 1],
  ['hers', 1],
  ['herself', 1],
]);
const PLURAL = new Set(['they', 'them', 'their', 'both', 'some', 'others', 'many', 'those', 'these', 'all']);
const FIRST = new Set(['i', 'me', 'my', 'we', 'us', 'our', "i'm"]);

/** Speakers of the triples, which come in order of their cues. */
export function nameSpeakers(reading: Reading, cast: Cast, triples: readonly Triple[]): Speaker[] {
  const context: SpeakerContext = { reading, cast, before: [] };
  return triples.map((triple) => {
    const [source] = triple.source;
    const speaker = isHearer(reading, triple)
      ? NOBODY
      : source === undefined
        ? (sharedSubject(context, triple) ?? impliedSubject(context, triple))
        : nameSource(context, source, triple);
    context.before.push({ triple, speaker });
    return speaker;
  });
}

/** "Roe spoke of a betrayal and announced a strike": the second verb has the first one's speaker. */
function sharedSubject({ reading, before }: SpeakerContext, { cue }: Triple): Speaker | undefined {
  const { forms, sentence } = reading.words;
  const last = before.at(-1);
  if (last === undefined || sentence[last.triple.cue.from] !== sentence[cue.from]) return undefined;
  return /^(?:and|but|also|then)$/u.test(forms[cue.from - 1] ?? '') ? last.speaker : undefined;
}

/** "…, adding that": whoever the sentence is about. */
function impliedSubject(context: SpeakerContext, triple: Triple): Speaker {
  const { words, quotes } = context.reading;
  if (!/ing$/u.test(words.forms[triple.cue.from] ?? '')) return NOBODY;
  const from = words.sentences[words.sentence[triple.cue.from] ?? 0]?.from ?? 0;
  for (let i = triple.cue.from - 1; i >= from; i--) {
    if ((quotes.inside[i] ?? 0) > 0) continue;
    const gender = GENDER.get(words.forms[i] ?? '');
    if (gender !== undefined && /^s?he$/u.test(words.forms[i] ?? '')) return antecedent(context, i, gender) ?? NOBODY;
    const last = context.before
      .slice(-3)
      .findLast(({ triple: other }) => other.source.some((s) => s.from <= i && i < s.to));
    if (last !== undefined) return last.speaker;
    const mention = mentionsIn(context.cast, { from: i, to: i + 1 }).find(
      (m) => context.cast.figures[m.figure]?.kind === 'person' || m.from - from <= 1,
    );
    if (mention !== undefined && isSubject(context.reading, mention)) return ofFigure(context.cast, mention.figure);
  }
  return NOBODY;
}

/** The speaker that a source stands for. */
function nameSource(context: SpeakerContext, found: Stretch, triple: Triple): Speaker {
  const source = withoutFury(context.reading, withWholeName(context, found));
  const { forms } = context.reading.words;
  const first = forms[source.from] ?? '';
  if (isMisread(context.reading, source)) return NOBODY;
  // "the WHO" is no relative.
  const relative = RELATIVE.has(first) && context.reading.attributes.shape[source.from + PAD] === 1;
  if (source.to - source.from <= 2 || relative) {
    const gender = GENDER.get(first);
    const alone = source.to - source.from === 1;
    if (gender !== undefined && alone)
      return (
        describedPerson(context, source.from, gender) ??
        antecedent(context, source.from, gender) ??
        firstBelow(context, source.from, gender) ??
        NOBODY
      );
    if (relative) return relativeHead(context, source.from);
    if (FIRST.has(first) && alone) return quotedSpeaker(context, source.from);
    if (PLURAL.has(first) && alone)
      return (
        openingPlural(context, source.from) ??
        lastPlural(context, triple) ?? { ...NOBODY, name: textOf(context.reading, source) }
      );
    if (first === 'it' && alone)
      return (
        bodyBefore(context, source.from) ??
        lastBody(context, source.from) ??
        lastUnnamed(context, source.from) ??
        NOBODY
      );
  }
  const head = headMention(context, source);
  const figure = (head ?? appositionMention(context, source))?.figure;
  return figure === undefined ? nominal(context, source) : ofFigure(context.cast, figure);
}

/** "Touch" of "In Touch": a source that begins inside of a name has all of it. */
function withWholeName({ cast }: SpeakerContext, source: Stretch): Stretch {
  const around = mentionsIn(cast, { from: Math.max(0, source.from - LONGEST_NAME), to: source.from }).findLast(
    (mention) => mention.to > source.from,
  );
  return around === undefined ? source : { from: around.from, to: Math.max(source.to, around.to) };
}

/** "us three patients", "you": nobody who is reported to have said something. */
function isMisread({ words: { forms }, attributes: { shape }, quotes }: Reading, { from, to }: Stretch): boolean {
  if (forms[from] === 'you') return (quotes.inside[from] ?? 0) === 0;
  return shape[from + PAD] === 1 && to - from > 1 && /^(?:us|me|them|him)$/u.test(forms[from] ?? '');
}

/** "GAFFER'S FURY: …": a headline's anger is whose it is. */
function withoutFury({ words: { forms, headed, paragraph } }: Reading, source: Stretch): Stretch {
  const [mark = '', noun = ''] = forms.slice(source.to - 2, source.to);
  if (!headed || paragraph[source.from] !== 0 || source.to - source.from < 3 || !/^['’]s$/u.test(mark)) return source;
  return MOOD.test(noun) ? { from: source.from, to: source.to - 2 } : source;
}

const MOOD =
  /^(?:fury|anger|rage|outrage|joy|shock|agony|heartbreak|pain|plea|vow|warning|message|verdict|blast|claim|fear|fears|pledge|promise|hope|admission|confession|defence|defense|apology)$/u;

/** Words of a name at most. */
const LONGEST_NAME = 6;

/** "The state railway, TalRail,": the name that says who is meant by a common noun. */
function appositionMention({ reading, cast }: SpeakerContext, source: Stretch): Mention | undefined {
  const { forms } = reading.words;
  const length = forms.slice(source.from, source.to).indexOf(',');
  if (length < 0) return undefined;
  const comma = source.from + length;
  const owned = forms.slice(source.from, comma).some((form) => /^['’]s$/u.test(form));
  if (!owned && !/^(?:the|its|their|his|her)$/u.test(forms[source.from] ?? '')) return undefined;
  const [named, more] = mentionsIn(cast, { from: owned ? comma : source.from, to: source.to });
  const ends =
    named !== undefined && (named.to === source.to || (forms[named.to] === ',' && named.to + 1 === source.to));
  return ends && more === undefined && named.from === comma + 1 ? named : undefined;
}

/** Whom "who" or "which" goes on about: the phrase before it, or the person before an apposition. */
function relativeHead(context: SpeakerContext, at: number): Speaker {
  const { words, attributes } = context.reading;
  const from = words.sentences[words.sentence[at] ?? 0]?.from ?? 0;
  const after = words.forms[at - 1] === ',';
  const end = after ? at - 1 : at;
  const before = mentionsIn(context.cast, { from: Math.max(from, end - 16), to: end }).filter((m) => m.to <= end);
  const touching = before.findLast((m) => m.to === end);
  const person = before.findLast((m) => context.cast.figures[m.figure]?.kind === 'person');
  if (touching !== undefined && (!after || touching === person || person === undefined))
    return ofFigure(context.cast, touching.figure);
  if (after && person !== undefined && words.forms[person.to] === ',') return ofFigure(context.cast, person.figure);
  let start = end;
  const nounish = new Set(tagsOf('NOUN', 'ADJ', 'PROPN', 'NUM', 'DET', 'ADP'));
  while (start > from && end - start < 8 && nounish.has(attributes.tag[start - 1 + PAD] ?? 0)) start--;
  while (start < end && attributes.tag[start + PAD] === TAGS.indexOf('ADP') + 1) start++;
  if (start < end) return nominal(context, { from: start, to: end });
  return touching === undefined ? NOBODY : ofFigure(context.cast, touching.figure);
}
