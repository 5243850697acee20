import { mentionsIn } from './cast.js';
import { daysBetween } from './calendar.js';
import { TITLE } from './name-words.js';
import { isAhead } from './date-phrases.js';
import { timesIn } from './find-time.js';
import type { Triple } from './triple.js';
import type { Telling } from './telling.js';
import type { Reading } from './reading.js';
import type { Speaker } from './speaker.js';
import type { Stretch } from './words.js';

/** A report's first paragraphs, and the day of what they report. */
export interface Lead extends Stretch {
  readonly day: string | undefined;
  /** Where its first paragraph ends. */
  readonly first: number;
}

/** A statement whose day is looked for. */
interface Dated {
  readonly triple: Triple;
  readonly speaker: Speaker;
  /** Sources of the page's statements: who only speaks in the lead has not made its event. */
  readonly sources: readonly Stretch[];
}

/** Paragraphs in which a report says on which day its event was, and names those who made it. */
const LEAD_PARAGRAPHS = 3;
/** Sentences before that of an office and its holder, in the paragraph before too, that can say that they speak in public: "She took no questions. The governor did." */
const SCENE_BEFORE = 2;
/** Words of public speech: an officer who spoke so on the page's event spoke on its day. */
const IN_PUBLIC =
  /^(?:conference|questions|convention|press|briefing|reporters|journalists|broadcast|remarks|court|speech|announced|announcement|televised|tweeted|tweet|declared|proclaimed|note|letter|memo|statement|television|tv|pavement|cameras|microphones|talks|penned|authored)$/u;
/** Words of a piece of content from which on its words are what is said, and not the hall where it's said, taken for content. */
const SHORTEST_SAID = 5;
/** Tenses in which nothing is said on a day. */
const TIMELESS =
  /^(?:has|have|had|says|say|tells|denies|insists|argues|claims|maintains|warns|is|are|been|thinks|believes|expects)$/u;

/**
 * The day of the event that the page reports, for what persons say whom its lead names, and officers who speak in public,
 * where the cue is in the simple past. A body's statement may be of any day.
 */
export function leadDay(page: Telling, lead: Lead, one: Dated): string | undefined {
  const { words } = page.reading;
  const { cue } = one.triple;
  const { figure } = one.speaker;
  const speaker = figure === undefined ? undefined : page.cast.figures[figure];
  if (speaker?.kind !== 'person' || isTimeless(page.reading, one.triple)) return undefined;
  if (isElsewhere(page, one)) return undefined;
  const sentence = words.sentences[words.sentence[cue.from] ?? 0] ?? lead;
  const before = { from: 0, to: Math.min(lead.to, sentence.from) };
  const isSource = (word: number) => one.sources.some((s) => s.from <= word && word < s.to);
  const named = mentionsIn(page.cast, before).filter((m) => m.figure === figure);
  if (named.some((m) => m.from < lead.first || !isSource(m.from))) return lead.day;
  const paragraph = words.paragraphs[words.paragraph[cue.from] ?? 0] ?? lead;
  const back = words.sentences[(words.sentence[cue.from] ?? 0) - SCENE_BEFORE] ?? paragraph;
  const introduced = officeBefore(page.reading, sentence);
  const from = introduced ? Math.min(paragraph.from, back.from) : paragraph.from;
  const said = one.triple.content.filter((s) => s.to - s.from >= SHORTEST_SAID);
  const outlets = mentionsIn(page.cast, { from, to: sentence.to }).filter(
    (m) => page.cast.figures[m.figure]?.kind === 'outlet',
  );
  const inPublic = words.forms
    .slice(from, sentence.to)
    .filter((_, i) => ![...said, ...outlets].some((s) => s.from <= from + i && from + i < s.to))
    .some((form, i, all) => IN_PUBLIC.test(form) || (form === 'morning' && all[i - 2] === 'in'));
  const holdsOffice = (speaker.office !== undefined && !PRIVATE.test(speaker.office)) || introduced;
  return inPublic && holdsOffice && !foretells(page.reading, one.triple) ? lead.day : undefined;
}

/** "told a station", "In a police interview": on a day of its own that the page doesn't tell. */
function isElsewhere(page: Telling, { triple: { cue, source, content } }: Dated): boolean {
  const { words } = page.reading;
  const sentence = words.sentences[words.sentence[cue.from] ?? 0] ?? cue;
  const hearer = mentionsIn(page.cast, { from: cue.to, to: cue.to + LONGEST_HEARER }).find(
    (m) => page.cast.figures[m.figure]?.kind === 'outlet' && !content.some((s) => s.from <= m.from && m.from < s.to),
  );
  const hearers = words.forms.slice(cue.to, content[0]?.from === cue.to ? cue.to : cue.to + LONGEST_HEARER);
  const crowd = hearers.some((form) => /^(?:reporters|journalists)$/u.test(form));
  if (words.forms[cue.to - 1] === 'told' && !crowd && (hearer !== undefined || STATION.test(hearers.join(' '))))
    return true;
  if (
    /\b(?:letter|memo|e-?mail|note|message|document)\b.*\b(?:seen|obtained|reviewed|viewed) by\b/u.test(
      words.forms.slice(sentence.from, sentence.to).join(' '),
    )
  )
    return true;
  const paragraph = words.paragraphs[words.paragraph[cue.from] ?? 0] ?? cue;
  return words.forms
    .slice(paragraph.from, sentence.to)
    .some(
      (form, i) =>
        form === 'interview' &&
        ![...content, ...source].some((s) => s.from <= paragraph.from + i && paragraph.from + i < s.to),
    );
}

const STATION = /\b(?:television|tv|radio|broadcaster|newspaper|magazine|agency|station)\b/u;

/** Words of "told the private television channel" at most. */
const LONGEST_HEARER = 6;

/** "The governor did take some. Anton Keveli said": the office stands in the sentence before, as its subject. */
function officeBefore({ words }: Reading, sentence: Stretch): boolean {
  const before = words.sentences[(words.sentence[sentence.from] ?? 0) - 1];
  if (before === undefined || words.paragraph[before.from] !== words.paragraph[sentence.from]) return false;
  const opening = words.forms.slice(before.from, Math.min(before.to, before.from + LONGEST_OFFICE));
  return opening[0] === 'the' && opening.some((form) => TITLE.has(form));
}

/** What somebody is who holds no office: they speak on any day. */
const PRIVATE =
  /\b(?:passenger|resident|farmer|survivor|shopkeeper|teacher|nurse|driver|activist|researcher|protester|scientist|historian|student|witness|neighbou?r|villager|customer|analyst|mother|father|wife|husband|widow|daughter|son|sister|brother)s?\b/iu;

/** Words of "The provincial governor" at most. */
const LONGEST_OFFICE = 4;

/** "told reporters that she expected long silences": what is foretold of the event is said before it, on a day that isn't told. */
function foretells({ words: { forms } }: Reading, { cue, content }: Triple): boolean {
  const [first] = content;
  const opening = first === undefined ? [] : forms.slice(first.from, first.from + SHORTEST_SAID);
  return [...forms.slice(cue.from, cue.to), ...opening].some((form) => FORETELLING.test(form));
}

const FORETELLING = /^(?:expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|foresaw|foresees?|predict(?:s|ed|ing)?)$/u;

/** "has said", "says", "believes": on no day in particular. */
export function isTimeless(reading: Reading, { cue }: Triple): boolean {
  const { forms } = reading.words;
  return forms.slice(cue.from, cue.to).some((form, i) => TIMELESS.test(form) && forms[cue.from + i - 1] !== 'to');
}

/** Paragraphs shorter than this (in words), or without an end stop, are a page's furniture: bylines, dates, lists of links. */
const SHORTEST_PARAGRAPH = 9;

export function leadOf(page: Telling): Lead {
  const { paragraphs, forms } = page.reading.words;
  const long = paragraphs
    .filter((p) => p.to - p.from >= SHORTEST_PARAGRAPH && /^(?:[.?!"”]|'')$/u.test(forms[p.to - 1] ?? ''))
    .slice(0, LEAD_PARAGRAPHS);
  const stretch = { from: long[0]?.from ?? 0, to: long.at(-1)?.to ?? 0 };
  return { ...stretch, day: eventDay(page, stretch), first: long[0]?.to ?? 0 };
}

/**
 * The first day of the lead that is the page's day or the one before; else the page's day. Where an outlet is said to have
 * reported on that day, as "state media said on Saturday", what it reports was on a day that isn't told.
 */
function eventDay(page: Telling, lead: Stretch): string | undefined {
  const { today } = page;
  const times = timesIn(page.times, lead).filter((time) => !isAhead(page.reading.words.forms, time));
  // "SEOUL, Aug. 1 (Yonhap)" is when it was written.
  const told = times.filter((time) => page.reading.words.forms[time.to] !== '(' && !isReportDay(page, time));
  const days = told.flatMap(({ date }) => (date?.length === 10 ? [date] : []));
  if (today === undefined) return days[0];
  const near = days.find((date) => date <= today && daysBetween(date, today) <= 1);
  return near ?? (times.some((time) => isReportDay(page, time)) ? undefined : today);
}

/** "state media reported on Thursday", "KCNA said Friday". */
function isReportDay({ reading, cast }: Telling, time: Stretch): boolean {
  const { forms } = reading.words;
  const verb = forms[time.from - 1] === 'on' ? time.from - 2 : time.from - 1;
  if (!/^(?:said|reported)$/u.test(forms[verb] ?? '')) return false;
  const named = mentionsIn(cast, { from: Math.max(0, verb - LONGEST_HEARER), to: verb }).find((m) => m.to === verb);
  return named === undefined
    ? /^(?:media|agency|television|tv|radio|newspaper)$/u.test(forms[verb - 1] ?? '')
    : cast.figures[named.figure]?.kind === 'outlet';
}
