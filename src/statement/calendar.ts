/** Calendar days as whole numbers: days since 1970, whatever the time of day and the zone. */

const DAYS = new Map(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day, n) => [day, n]),
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = new Set(
  'january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.'.split(
    ' ',
  ),
);
const DAY_MS = 86_400_000;

/** The day that an ISO date or time names, in the zone that it is given in. */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  if (match === null) return undefined;
  return dayAt(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

/** The day of a year, a month from 0 on, and a day of the month. */
export function dayAt(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / DAY_MS;
}

export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one ISO date to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return (dayOf(later) ?? 0) - (dayOf(earlier) ?? 0);
}

/** 0 Sunday to 6 Saturday; undefined for other words. */
export function weekdayOf(form: string): number | undefined {
  return DAYS.get(form.endsWith('.') ? form.slice(0, -1) : form);
}

/** The latest such weekday not after a day. */
export function latestWeekday(weekday: number, day: number): number {
  return day - ((new Date(day * DAY_MS).getUTCDay() - weekday + 7) % 7);
}

/** 0 January to 11 December; undefined for other words. */
export function monthOf(form: string): number | undefined {
  return MONTH.has(form) ? MONTHS.indexOf(form.slice(0, 3)) : undefined;
}

export function isMonth(form: string): boolean {
  return MONTH.has(form);
}

/** The year of a form such as "2019". */
export function yearOf(form: string): number | undefined {
  return /^(?:19|20)\d{2}$/u.test(form) ? Number(form) : undefined;
}
