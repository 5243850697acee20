import { formAt } from './form.js';
import type { Tokens } from './tokenise.js';
import { Flag, type DateSpan } from './witness.js';

/**
 * Dates as they stand: "19 June 2024", "June 19, 2024", "June 19", "June 2024", "2024-06-19", "Wednesday", "Sept. 3".
 * `iso` is given as far as the words alone tell ("--06-19" without a year, as in ISO 8601:2000); weekdays are left
 * for whoever knows the day of writing.
 */
export function findDates(text: string, tokens: Tokens): DateSpan[] {
  const found: DateSpan[] = [];
  for (let i = 0; i < tokens.length;) {
    const date = readDate(text, tokens, i);
    if (date === undefined) {
      i++;
      continue;
    }
    found.push(date);
    i = date.to;
  }
  return found;
}

function readDate(text: string, tokens: Tokens, i: number): DateSpan | undefined {
  const form = formAt(tokens, i);
  const capital = ((tokens.flags[i] ?? 0) & Flag.capital) !== 0;
  if (capital && WEEKDAYS.has(form)) return { from: i, to: i + 1 };
  const month = capital ? MONTHS.get(form) : undefined;
  if (month !== undefined) return monthFirst(tokens, i, month);
  const day = dayOf(form);
  if (day !== undefined) {
    const of = formAt(tokens, i + 1) === 'of' ? 1 : 0;
    const named = MONTHS.get(formAt(tokens, i + 1 + of));
    if (named !== undefined && (tokens.flags[i + 1 + of] ?? 0) & Flag.capital)
      return dayFirst(tokens, i, { day, month: named, at: i + 1 + of });
  }
  return numeric(text, tokens, i);
}

function monthFirst(tokens: Tokens, i: number, month: number): DateSpan | undefined {
  let at = i + 1;
  if (formAt(tokens, at) === '.') at++;
  const day = dayOf(formAt(tokens, at));
  if (day === undefined) {
    const year = yearOf(formAt(tokens, at));
    if (year !== undefined) return { from: i, to: at + 1, iso: `${year}-${pad(month)}` };
    return formAt(tokens, i) === 'may' || formAt(tokens, i) === 'march'
      ? undefined
      : { from: i, to: i + 1, iso: `--${pad(month)}` };
  }
  return withYear(tokens, { from: i, to: at + 1 }, `${pad(month)}-${pad(day)}`);
}

function dayFirst(tokens: Tokens, i: number, found: { day: number; month: number; at: number }): DateSpan {
  const to = formAt(tokens, found.at + 1) === '.' ? found.at + 2 : found.at + 1;
  return withYear(
    tokens,
    { from: i, to: yearOf(formAt(tokens, to)) === undefined ? found.at + 1 : to },
    `${pad(found.month)}-${pad(found.day)}`,
  );
}

function withYear(tokens: Tokens, span: { from: number; to: number }, rest: string): DateSpan {
  const skip = [',', '.'].includes(formAt(tokens, span.to)) ? 1 : 0;
  const year = yearOf(formAt(tokens, span.to + skip));
  return year === undefined
    ? { ...span, iso: `--${rest}` }
    : { from: span.from, to: span.to + skip + 1, iso: `${year}-${rest}` };
}

/** 2024-06-19 and 19/06/2024 (the latter without a value: half of the world reads it the other way round). */
function numeric(text: string, tokens: Tokens, i: number): DateSpan | undefined {
  if (((tokens.flags[i] ?? 0) & Flag.number) === 0) return undefined;
  const last = i + 4;
  if (last < tokens.length) {
    const iso = text.slice(tokens.start[i], tokens.end[last]);
    if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return { from: i, to: last + 1, iso };
  }
  return /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}$/.test(formAt(tokens, i)) ? { from: i, to: i + 1 } : undefined;
}

function dayOf(form: string): number | undefined {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(form);
  const value = Number(day?.[1]);
  return value >= 1 && value <= 31 ? value : undefined;
}

function yearOf(form: string): number | undefined {
  return /^(?:1[5-9]|20)\d{2}$/.test(form) ? Number(form) : undefined;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
      [name === 'september' ? 'sept' : name, index + 1],
    ]),
);
