import { PAD } from './attributes.js';
import { firstMention, mentionsIn, type Figure, type Mention } from './cast.js';
import { OFFICE } from './name-office.js';
import { TITLE } from './name-words.js';
import type { Reading } from './reading.js';
import { ofFigure, type Speaker, type SpeakerContext } from './speaker.js';
import { TAGS } from './tag-features.js';

/**
 * Which figure a pronoun stands for: the most salient one that fits, after Lappin and Leass 1994: recency, subjects before
 * others, the last speaker, names outside quotation marks. Cost: the mentions of the few sentences before.
 */
/** Salience of a mention in the same sentence, what it loses with each sentence, what a subject and the last speaker have more. */
const FRESH = 6;
const FADING = 1.2;
const SUBJECT = 2;
const SPOKE = 2;
/** Sentences in which an antecedent is looked for. */
const REACH = 6;

/** Words after which a name is no subject. */
export const PREPOSITION = new Set([
  'for',
  'of',
  'to',
  'with',
  'at',
  'from',
  'in',
  'by',
  'on',
  'against',
  'about',
  'near',
  'inside',
]);

/** The person that "he" or "she" at word `at` stands for. */
export function antecedent(context: SpeakerContext, at: number, gender: number): Speaker | undefined {
  const last = context.before.at(-1);
  const { paragraph } = context.reading.words;
  if (
    last !== undefined &&
    last.speaker.figure === undefined &&
    last.speaker.name !== undefined &&
    paragraph[last.triple.cue.from] === paragraph[at]
  ) {
    const between = mentionsIn(context.cast, { from: last.triple.cue.from, to: at }).some(
      (m) => context.cast.figures[m.figure]?.kind === 'person',
    );
    if (!between && isOnePerson(last.speaker.name)) return last.speaker;
  }
  const best = mostSalient(
    context,
    at,
    (figure) => figure.kind === 'person' && (gender === 0 || figure.gender !== -gender),
    gender,
  );
  return best === undefined ? undefined : ofFigure(context.cast, best);
}

/** Whether a description is of one person: "retired dentist", "widow of the pilot". */
export function isOnePerson(name: string): boolean {
  const head = (name.split(/ (?:of|in|with|who|from|at|for|on|to) /u)[0] ?? name).toLowerCase().split(' ').at(-1) ?? '';
  return (
    TITLE.has(head) ||
    OFFICE.test(head) ||
    /^one /iu.test(name) ||
    /^(?:one|father|mother|son|daughter|sister|brother|widow|friend|neighbou?r|patient|parent|relative)$/u.test(head)
  );
}

/** Whom a pronoun is looked for: where it stands, which figures it can be, its gender. */
interface Sought {
  readonly at: number;
  readonly fits: (figure: Figure) => boolean;
  readonly gender: number;
}

/** The figure that fits and stands out most before a word. */
export function mostSalient(
  context: SpeakerContext,
  at: number,
  fits: (figure: Figure) => boolean,
  gender: number,
): number | undefined {
  const { words } = context.reading;
  const sought = { at, fits, gender };
  const scores = new Map<number, number>();
  scoreSpeaker(context, sought, scores);
  for (let m = firstMention(context.cast, at) - 1; m >= 0; m--) {
    const mention = context.cast.mentions[m];
    if (mention === undefined || (words.sentence[at] ?? 0) - (words.sentence[mention.from] ?? 0) > REACH) break;
    const figure = context.cast.figures[mention.figure];
    if (figure === undefined || !fits(figure)) continue;
    const score = mentionScore(context, sought, { mention, figure });
    scores.set(mention.figure, Math.max(scores.get(mention.figure) ?? -Infinity, score));
  }
  let best: number | undefined;
  for (const [figure, score] of scores) if (best === undefined || score > (scores.get(best) ?? 0)) best = figure;
  return best;
}

/** The last speaker stands out as a subject would, where the statement is near enough. */
function scoreSpeaker(context: SpeakerContext, { at, fits, gender }: Sought, scores: Map<number, number>): void {
  const { sentence } = context.reading.words;
  const last = context.before.at(-1);
  const figure = last?.speaker.figure;
  const speaking = figure === undefined ? undefined : context.cast.figures[figure];
  if (last === undefined || figure === undefined || speaking === undefined || !fits(speaking)) return;
  const apart = (sentence[at] ?? 0) - (sentence[last.triple.cue.from] ?? 0);
  if (apart <= REACH)
    scores.set(figure, FRESH - FADING * apart + SUBJECT + spoke(context, at) + agreement(speaking, gender));
}

function mentionScore(
  context: SpeakerContext,
  { at, gender }: Sought,
  { mention, figure }: { mention: Mention; figure: Figure },
): number {
  const { words, attributes, quotes } = context.reading;
  let score = FRESH - FADING * ((words.sentence[at] ?? 0) - (words.sentence[mention.from] ?? 0));
  if ((quotes.inside[mention.from] ?? 0) > 0 && quotes.inside[mention.from] !== quotes.inside[at]) score -= 2.5;
  if (isSubject(context.reading, mention)) score += SUBJECT;
  if (/^'s?$/u.test(words.forms[mention.to] ?? '')) score -= 1;
  if (gender !== 0) score += agreement(figure, gender);
  if (context.before.at(-1)?.speaker.figure === mention.figure) score += spoke(context, at);
  if ((attributes.quoted[at + PAD] ?? 0) === 0 && mention.from > at - 3) score -= 1;
  return score;
}

/** A little for the right gender, much against the wrong one. */
function agreement(figure: Figure, gender: number): number {
  return figure.gender * gender * (figure.gender * gender > 0 ? 1 : 5);
}

/** What the last speaker has more: all of it in the same paragraph, half in the next. */
function spoke(context: SpeakerContext, at: number): number {
  const { paragraph } = context.reading.words;
  const apart = (paragraph[at] ?? 0) - (paragraph[context.before.at(-1)?.triple.cue.from ?? 0] ?? 0);
  return apart === 0 ? SPOKE : apart === 1 ? SPOKE / 2 : 0;
}

/** The first name of its sentence outside quotation marks, not after a preposition. */
export function isSubject(reading: Reading, mention: Mention): boolean {
  const { words, quotes } = reading;
  const from = words.sentences[words.sentence[mention.from] ?? 0]?.from ?? 0;
  if (mention.from - from > 12) return false;
  for (let i = from; i < mention.from; i++) {
    if (PREPOSITION.has(words.forms[i] ?? '') && i >= mention.from - 5 && i > from) return false;
    const tag = reading.attributes.tag[i + PAD] ?? 0;
    if ((quotes.inside[i] ?? 0) === 0 && tag === TAGS.indexOf('VERB') + 1) return false;
  }
  return true;
}
