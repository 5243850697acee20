import type { Page } from '../page/page.js';

/** How two pages' dates stand to each other. */
export interface TimeBetween {
  /** 1: the second is later; -1: earlier; 0: can't be told. */
  readonly order: -1 | 0 | 1;
  /** 0 to 1: how much the difference can be relied on. */
  readonly trust: number;
  /** "3 hours", "2 days". */
  readonly words: string;
}

/** What dates are read from. */
export type Dated = Pick<Page, 'published' | 'modified'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Without an offset a time of day may be off by as much as time zones are apart. */
const ZONES = 12 * HOUR;

/** Compares the dates of publication; undefined where a page gives none. Days without a time are compared as days. */
export function timeBetween(first: Dated, second: Dated): TimeBetween | undefined {
  const a = parseTime(first.published ?? first.modified);
  const b = parseTime(second.published ?? second.modified);
  if (!a || !b) return undefined;
  const apart = b.at - a.at;
  const words = durationWords(Math.abs(apart));
  const order = apart > 0 ? 1 : -1;
  if (a.precision === 'instant' && b.precision === 'instant')
    return apart === 0 ? same(words) : { order, trust: 1, words };
  const daysOnly = a.precision === 'day' || b.precision === 'day';
  if (daysOnly && Math.floor(a.at / DAY) === Math.floor(b.at / DAY)) return same(words);
  if (daysOnly) return { order, trust: 1, words: durationWords(Math.max(DAY, Math.abs(apart))) };
  if (apart === 0) return same(words);
  return { order, trust: Math.abs(apart) >= ZONES ? 1 : 0.5, words };
}

/** Milliseconds since 1970 of an ISO 8601 date; undefined where it isn't one. */
export function timeOf(iso: string | undefined): number | undefined {
  return parseTime(iso)?.at;
}

/** Milliseconds since 1970 of a date that gives the time of day with its offset; days and local times can't be put in one order. */
export function instantOf({ published, modified }: Dated): number | undefined {
  const time = parseTime(published ?? modified);
  return time?.precision === 'instant' ? time.at : undefined;
}

interface ParsedTime {
  readonly at: number;
  readonly precision: 'instant' | 'local' | 'day';
}

function parseTime(iso: string | undefined): ParsedTime | undefined {
  if (iso === undefined || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return undefined;
  const hasTime = /T\d{2}:\d{2}/.test(iso);
  const hasZone = hasTime && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso);
  const at = Date.parse(hasZone ? iso : hasTime ? `${iso}Z` : iso.slice(0, 10));
  if (Number.isNaN(at)) return undefined;
  return { at, precision: hasZone ? 'instant' : hasTime ? 'local' : 'day' };
}

function same(words: string): TimeBetween {
  return { order: 0, trust: 0, words };
}

function durationWords(span: number): string {
  if (span < HOUR) return plural(Math.max(1, Math.round(span / 60_000)), 'minute');
  if (span < 2 * DAY) return plural(Math.round(span / HOUR), 'hour');
  return plural(Math.round(span / DAY), 'day');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
