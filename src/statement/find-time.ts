import type { Triple } from './find-triples.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/**
 * When something was said: the weekday or date in the sentence that reports it, outside what is said, resolved against
 * the day the page was published. A weekday is the latest one not after that day.
 */
export interface TimeMark extends Stretch {
  /** ISO 8601 date. */
  readonly date: string;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/u;
const DAY_MS = 86_400_000;

/** The time of a triple, nearest to its cue; undefined where its sentence gives none. */
export function findTime(reading: Reading, triple: Triple, published: string | undefined): TimeMark | undefined {
  const { words } = reading;
  const sentence = words.sentences[words.sentence[triple.cue.from] ?? 0];
  if (sentence === undefined) return undefined;
  const marks = timesIn(reading, sentence, published).filter(
    (mark) => !triple.content.some((s) => mark.from >= s.from && mark.from < s.to) && !isAhead(words.forms, mark),
  );
  const gap = (mark: Stretch) => (mark.to <= triple.cue.from ? triple.cue.from - mark.to : mark.from - triple.cue.to);
  return marks.sort((a, b) => gap(a) - gap(b))[0];
}

/** "by Friday", "until Monday", "next Tuesday" are not when it was said. */
export function isAhead(forms: readonly string[], mark: Stretch): boolean {
  return /^(?:by|until|till|next|before|after|since|for|from|due)$/u.test(forms[mark.from - 1] ?? '');
}

/** All times of a stretch that can be told. */
export function timesIn(reading: Reading, stretch: Stretch, published: string | undefined): TimeMark[] {
  const reference = published === undefined ? undefined : dayOf(published);
  const marks: TimeMark[] = [];
  for (let i = stretch.from; i < stretch.to; i++) {
    const mark = dateAt(reading.words.forms, i, reference) ?? weekdayAt(reading.words.forms, i, reference);
    if (mark === undefined) continue;
    marks.push(mark);
    i = mark.to - 1;
  }
  return marks;
}

/** The first date of a stretch that has its year: the page's day where it does not say when it was published. */
export function fullDate(reading: Reading, stretch: Stretch): string | undefined {
  for (let i = stretch.from; i < stretch.to; i++) {
    const mark = dateAt(reading.words.forms, i, undefined);
    if (mark !== undefined) return mark.date;
  }
  return undefined;
}

/** Days since 1970 of an ISO date or time, by the calendar day that it names. */
function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  if (match === null) return undefined;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
}

/** Days from one ISO date to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return (dayOf(later) ?? 0) - (dayOf(earlier) ?? 0);
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function weekdayAt(forms: readonly string[], i: number, reference: number | undefined): TimeMark | undefined {
  if (reference === undefined) return undefined;
  const form = (forms[i] ?? '').replace(/\.$/u, '');
  if (form === 'yesterday') return { from: i, to: i + 1, date: isoOf(reference - 1) };
  if (form === 'today' || form === 'tonight') return { from: i, to: i + 1, date: isoOf(reference) };
  if (form === 'this' && /^(?:morning|afternoon|evening)$/u.test(forms[i + 1] ?? ''))
    return { from: i, to: i + 2, date: isoOf(reference) };
  const weekday = DAYS.indexOf(form);
  if (weekday < 0) return undefined;
  const dated = [1, 2].map((o) => dateAt(forms, i + o, reference)).find((mark) => mark !== undefined);
  if (dated !== undefined && dated.from <= i + 2) return { ...dated, from: i };
  const back = (new Date(reference * DAY_MS).getUTCDay() - weekday + 7) % 7;
  const from = forms[i - 1] === 'last' ? i - 1 : i;
  return { from, to: i + 1, date: isoOf(reference - (from < i && back === 0 ? 7 : back)) };
}

/** "June 19, 2024", "Oct. 9", "19 June"; without a year, the one that puts it nearest before the page's day. */
function dateAt(forms: readonly string[], i: number, reference: number | undefined): TimeMark | undefined {
  const monthFirst = MONTH.test(forms[i] ?? '') && /^\d{1,2}$/u.test(forms[i + 1] ?? '');
  const dayFirst = /^\d{1,2}$/u.test(forms[i] ?? '') && MONTH.test(forms[i + 1] ?? '');
  if (!monthFirst && !dayFirst) return undefined;
  const month = MONTHS.indexOf((forms[monthFirst ? i : i + 1] ?? '').slice(0, 3));
  const day = Number(forms[monthFirst ? i + 1 : i]);
  let to = i + 2;
  const yearAt = forms[to] === ',' ? to + 1 : to;
  let year = /^(?:19|20)\d{2}$/u.test(forms[yearAt] ?? '') ? Number(forms[yearAt]) : undefined;
  if (year !== undefined) to = yearAt + 1;
  else if (reference === undefined) return undefined;
  else {
    year = new Date(reference * DAY_MS).getUTCFullYear();
    if (Date.UTC(year, month, day) / DAY_MS > reference + 31) year--;
  }
  if (day < 1 || day > 31) return undefined;
  return { from: i, to, date: isoOf(Date.UTC(year, month, day) / DAY_MS) };
}
