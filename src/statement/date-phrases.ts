import { PAD } from './attributes.js';
import { isSundayPaper } from './name-runs.js';
import { dayAt, dayOf, isMonth, isoOf, latestWeekday, monthOf, weekdayOf, yearOf } from './calendar.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/**
 * The times that a page names: "on Wednesday", "June 19, 2024", "last night", "a day earlier", "in May". Days are
 * resolved against the page's day; what follows another day ("the day before") against the day named last. Linear.
 */
export interface DatePhrase extends Stretch {
  /** ISO 8601: a day, or a month or year where the page says no more. Undefined where it can't be told ("this week"). */
  readonly date: string | undefined;
}

/** What phrases are resolved against: the page's day, and the day that the text named last. */
interface Reference {
  readonly day: number | undefined;
  readonly last: number | undefined;
}

type Parser = (reading: Reading, i: number, reference: Reference) => DatePhrase | undefined;

/** Paragraphs on which a named day still is the one that "a day earlier" counts from. */
const ANCHOR_PARAGRAPHS = 2;

/** All times of a text, in reading order. `today` is the page's day, ISO 8601. */
export function findDatePhrases(reading: Reading, today: string | undefined): DatePhrase[] {
  const { words } = reading;
  const day = today === undefined ? undefined : dayOf(today);
  const phrases: DatePhrase[] = [];
  let last: { readonly day: number; readonly paragraph: number } | undefined;
  for (let i = 0; i < words.length; i++) {
    const paragraph = words.paragraph[i] ?? 0;
    const near = last !== undefined && paragraph - last.paragraph <= ANCHOR_PARAGRAPHS ? last.day : day;
    const phrase = phraseAt(reading, i, { day, last: near });
    if (phrase === undefined) continue;
    phrases.push(phrase);
    const named = phrase.date === undefined ? undefined : dayOf(phrase.date);
    if (named !== undefined && !isAhead(words.forms, phrase)) last = { day: named, paragraph };
    i = phrase.to - 1;
  }
  return phrases;
}

const BEFORE_IT = /^(?:by|until|till|next|before|since|for|from|due|starting|beginning|through|to|past|between)$/u;
const PLANNED = /^(?:due|scheduled|set|planned|expected|slated|prior|ahead|effective|than|as)$/u;

/** "by Friday", "until Monday", "next Tuesday", "ahead of Thursday's vote" are not when something was said. */
export function isAhead(forms: readonly string[], phrase: Stretch): boolean {
  const before = forms[phrase.from - 1] ?? '';
  if (/^'s?$/u.test(forms[phrase.to] ?? ''))
    return (
      !/^(?:at|during|in|of|after|following|on)$/u.test(before) ||
      (before === 'of' && forms[phrase.from - 2] === 'ahead')
    );
  if (BEFORE_IT.test(before) || before === 'after') return true;
  return /^(?:on|to|of|in|for|later)$/u.test(before) && PLANNED.test(forms[phrase.from - 2] ?? '');
}

function phraseAt(reading: Reading, i: number, reference: Reference): DatePhrase | undefined {
  const { forms } = reading.words;
  if (!mayOpen(forms[i] ?? '') && !UNIT.test(forms[i + 1] ?? '')) return undefined;
  for (const parse of PARSERS) {
    const phrase = parse(reading, i, reference);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

/** Words by which a time can begin, beside names of days and months and numbers: no other word is looked at twice. */
const OPENING = new Set(
  'last this past yesterday today tonight overnight over the a one two three four five six seven eight nine ten days weeks months years decades at earlier'.split(
    ' ',
  ),
);
/** What "two weeks ago" counts in. */
const UNIT = /^(?:week|month|year)s?$/u;

function mayOpen(form: string): boolean {
  const first = form.charCodeAt(0);
  return OPENING.has(form) || (first >= 48 && first <= 57) || weekdayOf(form) !== undefined || isMonth(form);
}

const ORDINAL = /^(?:st|nd|rd|th)$/u;

/** "June 19, 2024", "Oct. 9", "19 June", "June 19th"; without a year, the one that puts it nearest before the page's day. */
const dayOfMonth: Parser = ({ words: { forms } }, i, { day: today }) => {
  const first = monthOf(forms[i] ?? '');
  if (first === undefined && !/^\d/u.test(forms[i] ?? '')) return undefined;
  let to = i + 1;
  let month = first;
  let number = forms[to] ?? '';
  if (first === undefined) {
    number = forms[i] ?? '';
    if (ORDINAL.test(forms[to] ?? '')) to++;
    if (forms[to] === 'of') to++;
    month = monthOf(forms[to] ?? '');
  }
  to++;
  if (month === undefined || !/^\d{1,2}$/u.test(number) || Number(number) < 1 || Number(number) > 31) return undefined;
  if (first !== undefined && ORDINAL.test(forms[to] ?? '')) to++;
  const yearAt = forms[to] === ',' ? to + 1 : to;
  const year = yearOf(forms[yearAt] ?? '');
  if (year !== undefined) return { from: i, to: yearAt + 1, date: isoOf(dayAt(year, month, Number(number))) };
  return today === undefined ? undefined : { from: i, to, date: isoOf(nearestYear(today, month, Number(number))) };
};

/** Days by which a date without a year may lie after the page: "the vote on July 3". */
const AHEAD_DAYS = 31;

function nearestYear(today: number, month: number, day: number): number {
  const year = Number(isoOf(today).slice(0, 4));
  const here = dayAt(year, month, day);
  return here > today + AHEAD_DAYS ? dayAt(year - 1, month, day) : here;
}

/** "Wednesday", "last Wednesday", "Friday, October 9, 2026". */
const weekday: Parser = (reading, i, reference) => {
  const { forms } = reading.words;
  const from = forms[i] === 'last' || forms[i] === 'this' ? i + 1 : i;
  const wanted = weekdayOf(forms[from] ?? '');
  if (wanted === undefined || isSundayPaper(forms, from + 1)) return undefined;
  for (const o of [1, 2]) {
    const dated = o === 2 && forms[from + 1] !== ',' ? undefined : dayOfMonth(reading, from + o, reference);
    if (dated !== undefined) return { ...dated, from: i };
  }
  if (reference.day === undefined) return { from: i, to: from + 1, date: undefined };
  const latest = latestWeekday(wanted, reference.day);
  return { from: i, to: from + 1, date: isoOf(forms[i] === 'last' && latest === reference.day ? latest - 7 : latest) };
};

const PART_OF_DAY = /^(?:morning|afternoon|evening|night|lunchtime|noon)$/u;

/** "yesterday", "today", "tonight", "this morning", "last night". */
const relativeDay: Parser = ({ words: { forms } }, i, { day }) => {
  const form = forms[i] ?? '';
  const next = forms[i + 1] ?? '';
  const back = (to: number, days: number) => ({ from: i, to, date: day === undefined ? undefined : isoOf(day - days) });
  if (form === 'yesterday') return back(i + 1, 1);
  if (form === 'today' || form === 'tonight') return back(i + 1, 0);
  if (form === 'this' && PART_OF_DAY.test(next)) return back(i + 2, 0);
  if (form === 'last' && (next === 'night' || next === 'evening')) return back(i + 2, 1);
  return undefined;
};

const COUNTS = new Map(
  ['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, n): [string, number] => [
    word,
    n + 1,
  ]),
).set('one', 1);

/** "two days ago" counts from the page's day; "a day earlier", "the day before", "the following morning" from the day named last. */
const countedDay: Parser = ({ words: { forms } }, i, { day, last }) => {
  const form = forms[i] ?? '';
  const next = forms[i + 1] ?? '';
  const after = forms[i + 2] ?? '';
  const count = COUNTS.get(form) ?? (/^\d{1,2}$/u.test(form) ? Number(form) : undefined);
  if (count !== undefined && /^days?$/u.test(next)) {
    if (after === 'ago') return counted(i, day, -count);
    if (after === 'earlier' || after === 'before') return counted(i, isLoose(forms, i + 3) ? last : undefined, -count);
    if (after === 'later') return counted(i, last, count);
  }
  if (form !== 'the') return undefined;
  if (/^(?:day|night|evening)$/u.test(next) && (after === 'before' || after === 'after'))
    return counted(i, isLoose(forms, i + 3) ? last : undefined, after === 'before' ? -1 : 1);
  if (!/^(?:day|morning|afternoon|evening|night)$/u.test(after)) return undefined;
  if (/^(?:previous|preceding)$/u.test(next)) return counted(i, last, -1);
  return /^(?:following|next)$/u.test(next) ? counted(i, last, 1) : undefined;
};

/** Three words that count days from another. */
function counted(i: number, from: number | undefined, shift: number): DatePhrase {
  return { from: i, to: i + 3, date: from === undefined ? undefined : isoOf(from + shift) };
}

/** "the day before." stands by itself; "the day before the vote" counts from an event whose day isn't told here. */
function isLoose(forms: readonly string[], at: number): boolean {
  return !/^(?:the|a|an|his|her|its|their|that|this|election|he|she|it|they)$/u.test(forms[at] ?? '');
}

/** "last month", "this year". */
const calendarSpan: Parser = ({ words: { forms } }, i, { day }) => {
  const unit = forms[i + 1] ?? '';
  if (!/^(?:last|this)$/u.test(forms[i] ?? '') || (unit !== 'month' && unit !== 'year')) return undefined;
  const phrase = { from: i, to: i + 2 };
  if (day === undefined) return { ...phrase, date: undefined };
  const [year = 0, month = 0] = isoOf(day).split('-').map(Number);
  const back = forms[i] === 'last' ? 1 : 0;
  if (unit === 'year') return { ...phrase, date: String(year - back) };
  return { ...phrase, date: isoOf(dayAt(year, month - 1 - back, 1)).slice(0, 7) };
};

/** "in May", "in May 2023", "in 2019", "in a 2015 interview": no more than a month or a year. */
const monthOrYear: Parser = (reading, i, { day }) => {
  const { forms } = reading.words;
  if (!opensMonth(forms, i)) return undefined;
  const alone = yearOf(forms[i] ?? '');
  if (alone !== undefined) return { from: i, to: i + 1, date: String(alone) };
  const month = (reading.attributes.shape[i + PAD] ?? 0) === 2 ? monthOf(forms[i] ?? '') : undefined;
  if (month === undefined) return undefined;
  const yearAt = forms[i + 1] === ',' ? i + 2 : i + 1;
  const year = yearOf(forms[yearAt] ?? '');
  if (year !== undefined) return { from: i, to: yearAt + 1, date: isoOf(dayAt(year, month, 1)).slice(0, 7) };
  if (/^\d/u.test(forms[i + 1] ?? '')) return undefined;
  return { from: i, to: i + 1, date: day === undefined ? undefined : latestMonth(day, month) };
};

function opensMonth(forms: readonly string[], i: number): boolean {
  const before = forms[i - 1] ?? '';
  if (/^(?:in|during|late|early|of|mid)$/u.test(before)) return true;
  return /^(?:a|an|the|his|her|its|their|that)$/u.test(before) && /^(?:in|at|during|from)$/u.test(forms[i - 2] ?? '');
}

/** The latest such month not after a day's own. */
function latestMonth(day: number, month: number): string {
  const [year = 0, here = 0] = isoOf(day).split('-').map(Number);
  return isoOf(dayAt(month > here - 1 ? year - 1 : year, month, 1)).slice(0, 7);
}

const SPAN = /^(?:week|weekend|summer|winter|spring|autumn|fall|season|decade|century)$/u;

/** "earlier this week", "overnight", "weeks ago": a time, but no day that could be told. */
const vague: Parser = ({ words: { forms } }, i) => {
  const form = forms[i] ?? '';
  const next = forms[i + 1] ?? '';
  const after = forms[i + 2] ?? '';
  if (/^(?:this|last|past)$/u.test(form) && SPAN.test(next)) return { from: i, to: i + 2, date: undefined };
  if (form === 'over' && next === 'the' && after === 'weekend') return { from: i, to: i + 3, date: undefined };
  if (form === 'overnight') return { from: i, to: i + 1, date: undefined };
  if (/^(?:days|weeks|months|years|decades)$/u.test(form) && /^(?:ago|earlier|before|later)$/u.test(next))
    return { from: i, to: i + 2, date: undefined };
  if (/^(?:week|weeks|month|months|year|years)$/u.test(next) && /^(?:ago|earlier|before|later)$/u.test(after))
    return { from: i, to: i + 3, date: undefined };
  return undefined;
};

const PARSERS: readonly Parser[] = [weekday, dayOfMonth, relativeDay, countedDay, calendarSpan, monthOrYear, vague];
