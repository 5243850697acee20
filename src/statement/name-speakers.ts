import { PAD } from './attributes.js';
import { firstMention, mentionsIn, type Cast, type Figure, type Mention } from './cast.js';
import { isOutletWord } from './figure-kind.js';
import { OFFICE, textOf } from './name-runs.js';
import { TITLE } from './name-words.js';
import type { Triple } from './find-triples.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * Gives each statement's source a name: a surname its full name, a pronoun its antecedent, an office its holder.
 * By rule over the page's cast; salience after Lappin and Leass 1994 (recency, subject before others, the last speaker).
 * Cost: statements × mentions of the few sentences before.
 */
export interface Speaker {
  readonly name: string | undefined;
  readonly office: string | undefined;
  /** Index into the cast. */
  readonly figure: number | undefined;
}

interface Context {
  readonly reading: Reading;
  readonly cast: Cast;
  /** Speakers of the statements before, newest last. */
  readonly before: { readonly triple: Triple; readonly speaker: Speaker }[];
}

const NOBODY: Speaker = { name: undefined, office: undefined, figure: undefined };
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
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);
const FIRST = new Set(['i', 'me', 'my', 'we', 'us', 'our', "i'm"]);
const PREPOSITION = new Set([
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
/** Salience of a mention in the same sentence, what it loses with each sentence, what a subject and the last speaker have more. */
const FRESH = 6;
const FADING = 1.2;
const SUBJECT = 2;
const SPOKE = 2;
/** Sentences in which an antecedent is looked for. */
const REACH = 6;
/** Mentions among which the holder of an office is looked for: a page's worth, and a bound for endless pages. */
const MENTIONS_BACK = 400;
/** Words back in which a noun's introduction is looked for. */
const WORDS_BACK = 1500;
/** Statements back in which the speaker of a quotation is looked for. */
const STATEMENTS_BACK = 40;

/** Speakers of the triples, which come in order of their cues. */
export function nameSpeakers(reading: Reading, cast: Cast, triples: readonly Triple[]): Speaker[] {
  const context: Context = { reading, cast, before: [] };
  return triples.map((triple) => {
    const [source] = triple.source;
    const speaker = source === undefined ? impliedSubject(context, triple) : nameSource(context, source, triple);
    context.before.push({ triple, speaker });
    return speaker;
  });
}

/** "…, adding that": whoever the sentence is about. */
function impliedSubject(context: Context, triple: Triple): Speaker {
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
      (m) => context.cast.figures[m.figure]?.kind === 'person',
    );
    if (mention !== undefined && isSubject(context.reading, mention)) return ofFigure(context.cast, mention.figure);
  }
  return NOBODY;
}

/** The speaker that a source stands for. */
function nameSource(context: Context, source: Stretch, triple: Triple): Speaker {
  const { forms } = context.reading.words;
  const first = forms[source.from] ?? '';
  if (source.to - source.from <= 2 || RELATIVE.has(first)) {
    const gender = GENDER.get(first);
    const alone = source.to - source.from === 1;
    if (gender !== undefined && alone) return antecedent(context, source.from, gender) ?? NOBODY;
    if (RELATIVE.has(first)) return relativeHead(context, source.from);
    if (FIRST.has(first) && alone) return quotedSpeaker(context, source.from);
    if (PLURAL.has(first) && alone)
      return lastPlural(context, triple) ?? { ...NOBODY, name: textOf(context.reading, source) };
    if (first === 'it' && alone) return lastBody(context, source.from) ?? NOBODY;
  }
  const head = headMention(context, source);
  if (head !== undefined) return ofFigure(context.cast, head.figure);
  return nominal(context, source);
}

function ofFigure(cast: Cast, figure: number): Speaker {
  const known = cast.figures[figure];
  return { name: known?.name, office: known?.office, figure };
}

/** The name that a source is about: not the one in "Clinton's aide" or in "a spokesman for Clinton". */
export function headMention(context: Pick<Context, 'reading' | 'cast'>, source: Stretch): Mention | undefined {
  const { forms } = context.reading.words;
  const inside = mentionsIn(context.cast, source).filter((m) => m.to <= source.to);
  const heads = inside.filter((mention) => {
    const kind = context.cast.figures[mention.figure]?.kind;
    if (kind === 'place') return false;
    if (/^'s?$/u.test(forms[mention.to] ?? '') && mention.to < source.to) return false;
    let at = mention.from - 1;
    while (at >= source.from && mention.from - at < 8 && !PREPOSITION.has(forms[at] ?? '') && forms[at] !== ',') at--;
    const afterPreposition = at >= source.from && PREPOSITION.has(forms[at] ?? '') && at > source.from;
    if (afterPreposition) return false;
    return kind === 'person' || endsPhrase(context.reading, mention, source);
  });
  return heads.find((m) => context.cast.figures[m.figure]?.kind === 'person') ?? heads[0];
}

/** A body's name is the head only where no common noun follows it: "the State Department", not "State Department officials". */
function endsPhrase(reading: Reading, mention: Mention, source: Stretch): boolean {
  if (mention.to >= source.to) return true;
  const tag = reading.attributes.tag[mention.to + PAD] ?? 0;
  return tag !== TAGS.indexOf('NOUN') + 1 && tag !== TAGS.indexOf('ADJ') + 1;
}

/** The person that "he" or "she" at word `at` stands for. */
export function antecedent(context: Context, at: number, gender: number): Speaker | undefined {
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

function isOnePerson(name: string): boolean {
  const head = (name.split(/ (?:of|in|with|who|from|at|for|on|to) /u)[0] ?? name).toLowerCase().split(' ').at(-1) ?? '';
  return (
    TITLE.has(head) ||
    OFFICE.test(head) ||
    /^(?:one|father|mother|son|daughter|sister|brother|widow|friend|neighbou?r)$/u.test(head)
  );
}

function mostSalient(
  context: Context,
  at: number,
  fits: (figure: Figure) => boolean,
  gender: number,
): number | undefined {
  const { words, attributes, quotes } = context.reading;
  const sentence = words.sentence[at] ?? 0;
  const last = context.before.at(-1);
  const scores = new Map<number, number>();
  const speaking =
    last === undefined || last.speaker.figure === undefined ? undefined : context.cast.figures[last.speaker.figure];
  if (last?.speaker.figure !== undefined && speaking !== undefined && fits(speaking)) {
    const apart = sentence - (words.sentence[last.triple.cue.from] ?? 0);
    if (apart <= REACH)
      scores.set(
        last.speaker.figure,
        FRESH -
          FADING * apart +
          SUBJECT +
          spoke(context, at) +
          speaking.gender * gender * (speaking.gender * gender > 0 ? 1 : 5),
      );
  }
  for (let m = firstMention(context.cast, at) - 1; m >= 0; m--) {
    const mention = context.cast.mentions[m];
    if (mention === undefined) break;
    const apart = sentence - (words.sentence[mention.from] ?? 0);
    const figure = context.cast.figures[mention.figure];
    if (apart > REACH) break;
    if (figure === undefined || !fits(figure)) continue;
    let score = FRESH - FADING * apart;
    if ((quotes.inside[mention.from] ?? 0) > 0 && quotes.inside[mention.from] !== quotes.inside[at]) score -= 2.5;
    if (isSubject(context.reading, mention)) score += SUBJECT;
    if (/^'s?$/u.test(words.forms[mention.to] ?? '')) score -= 1;
    if (gender !== 0) score += figure.gender * gender * (figure.gender * gender > 0 ? 1 : 5);
    if (last?.speaker.figure === mention.figure) score += spoke(context, at);
    if ((attributes.quoted[at + PAD] ?? 0) === 0 && mention.from > at - 3) score -= 1;
    scores.set(mention.figure, Math.max(scores.get(mention.figure) ?? -Infinity, score));
  }
  let best: number | undefined;
  for (const [figure, score] of scores) if (best === undefined || score > (scores.get(best) ?? 0)) best = figure;
  return best;
}

/** What the last speaker has more: all of it in the same paragraph, half in the next. */
function spoke(context: Context, at: number): number {
  const { paragraph } = context.reading.words;
  const apart = (paragraph[at] ?? 0) - (paragraph[context.before.at(-1)?.triple.cue.from ?? 0] ?? 0);
  return apart === 0 ? SPOKE : apart === 1 ? SPOKE / 2 : 0;
}

/** The first name of its sentence outside quotation marks, not after a preposition. */
function isSubject(reading: Reading, mention: Mention): boolean {
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

/** Whom "who" or "which" goes on about: the phrase before it, or the person before an apposition. */
function relativeHead(context: Context, at: number): Speaker {
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
  const nounish = new Set(
    ['NOUN', 'ADJ', 'PROPN', 'NUM', 'DET', 'ADP'].map((tag) => (TAGS as readonly string[]).indexOf(tag) + 1),
  );
  while (start > from && end - start < 8 && nounish.has(attributes.tag[start - 1 + PAD] ?? 0)) start--;
  while (start < end && attributes.tag[start + PAD] === TAGS.indexOf('ADP') + 1) start++;
  if (start < end) return nominal(context, { from: start, to: end });
  return touching === undefined ? NOBODY : ofFigure(context.cast, touching.figure);
}

/** "I" in a quotation is whoever says the quotation. */
function quotedSpeaker(context: Context, at: number): Speaker {
  const owner = context.before
    .slice(-STATEMENTS_BACK)
    .findLast(({ triple }) => triple.content.some((s) => s.from <= at && at < s.to));
  return owner?.speaker ?? NOBODY;
}

function lastPlural(context: Context, triple: Triple): Speaker | undefined {
  const { words } = context.reading;
  const here = words.paragraph[triple.cue.from] ?? 0;
  const last = context.before.slice(-STATEMENTS_BACK).findLast(({ triple: other, speaker }) => {
    const person = speaker.figure !== undefined && context.cast.figures[speaker.figure]?.kind === 'person';
    return !person && speaker.name !== undefined && (words.paragraph[other.cue.from] ?? 0) + 1 >= here;
  });
  return last?.speaker;
}

function lastBody(context: Context, at: number): Speaker | undefined {
  const best = mostSalient(context, at, (figure) => figure.kind === 'body' || figure.kind === 'outlet', 0);
  return best === undefined ? undefined : ofFigure(context.cast, best);
}

const NO_HOLDER = /^(?:report|reports|poll|survey|statement|letter|document|documents|study|people|man|woman|group)$/u;

/** An office or a kind of person: its holder where the page has named one, else its own words. */
function nominal(context: Context, source: Stretch): Speaker {
  const { words } = context.reading;
  const { forms } = words;
  const name = plainName(context.reading, source)?.replace(/ (?:himself|herself|itself|themselves)$/u, '');
  const head = nominalHead(context.reading, source);
  if (/^(?:the|this|that)$/u.test(forms[source.from] ?? '') && source.to - source.from <= 5) {
    if (/year-old$/u.test(forms[source.to - 1] ?? ''))
      return antecedent(context, source.from, 0) ?? { name, office: undefined, figure: undefined };
    if (forms[head] === 'report' || forms[head] === 'reports') {
      const last = context.before.at(-1);
      if (last?.speaker.name !== undefined) return last.speaker;
    }
    const holder = NO_HOLDER.test(forms[head] ?? '') ? undefined : holderOf(context, source, forms[head] ?? '');
    if (holder !== undefined) return ofFigure(context.cast, holder);
    if (isHonour(forms[head] ?? '') && !introduced(context, source.from, forms[head] ?? ''))
      return antecedent(context, source.from, 0) ?? { name, office: undefined, figure: undefined };
  }
  return { name, office: undefined, figure: undefined };
}

/** What reporters call a person for variety: "the senator", "the real estate mogul". */
function isHonour(head: string): boolean {
  return (
    (TITLE.has(head) && !/^(?:spokes\w+|speaker|detective|officer|inspector)$/u.test(head)) ||
    /^(?:billionaire|businessman|businesswoman|mogul|frontrunner|front-runner|democrat|republican|lawmaker|congressman|neurosurgeon|tycoon|newcomer|incumbent|challenger|veteran)$/u.test(
      head,
    )
  );
}

/** Whether the page brings somebody in by this noun before: "a retired dentist". */
function introduced(context: Context, at: number, head: string): boolean {
  const { forms } = context.reading.words;
  for (let i = Math.max(0, at - WORDS_BACK); i < at; i++) {
    if (forms[i] !== head) continue;
    for (let d = i - 1; d >= Math.max(0, i - 4); d--) if (/^(?:a|an|one|another)$/u.test(forms[d] ?? '')) return true;
  }
  return false;
}

/** The figure whose office, or whose kind, a definite noun names; the latest mentioned one. */
function holderOf(context: Context, source: Stretch, head: string): number | undefined {
  const before = firstMention(context.cast, source.from);
  const latest = context.cast.mentions.slice(Math.max(0, before - MENTIONS_BACK), before).reverse();
  const byOffice = latest.find((m) =>
    (context.cast.figures[m.figure]?.office ?? '')
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .includes(head),
  );
  if (byOffice !== undefined) return byOffice.figure;
  if (BODY_WORD.test(head)) {
    const kin = latest.filter((m) => context.cast.figures[m.figure]?.kind === 'body');
    const named = kin.find((m) => (context.cast.figures[m.figure]?.name ?? '').toLowerCase().split(' ').includes(head));
    return (named ?? (source.to - source.from === 2 ? kin[0] : undefined))?.figure;
  }
  if (!isOutletWord(head)) return undefined;
  return latest.find((m) => context.cast.figures[m.figure]?.kind === 'outlet')?.figure;
}

const BODY_WORD =
  /^(?:company|bank|firm|group|fund|party|ministry|department|committee|charity|union|university|court|institute|organi[sz]ation|campaign|lender|airline)$/u;

function nominalHead(reading: Reading, source: Stretch): number {
  let head = source.from;
  const noun = TAGS.indexOf('NOUN') + 1;
  for (let i = source.from; i < source.to; i++) {
    const form = reading.words.forms[i] ?? '';
    if (i > source.from && (PREPOSITION.has(form) || RELATIVE.has(form) || form === ',')) break;
    if (reading.attributes.tag[i + PAD] === noun || i === source.from) head = i;
  }
  return head;
}

/** The source's words without a leading article and without what follows a comma. */
function plainName(reading: Reading, source: Stretch): string | undefined {
  const { forms } = reading.words;
  let { from, to } = source;
  if (/^(?:the|a|an)$/u.test(forms[from] ?? '') && to - from > 1) from++;
  for (let i = from + 1; i < to; i++) {
    if (!/^[,;:(—–"“]$/u.test(forms[i] ?? '')) continue;
    to = i;
  }
  const name = textOf(reading, { from, to });
  return name === '' ? undefined : name;
}
