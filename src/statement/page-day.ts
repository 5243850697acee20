import type { Page, Part } from '../page/page.js';
import { findDates } from '../witness/find-dates.js';
import { tokenise } from '../witness/tokenise.js';
import { dayOf, isoOf, weekdayOf } from './calendar.js';
import { findDatePhrases } from './date-phrases.js';
import type { Reading } from './reading.js';

/**
 * Hours that the clocks of a dateline's place are ahead of Greenwich's, in winter: a report filed in Seoul on Thursday
 * morning is stamped Wednesday where servers count in UTC.
 */
const HOURS = new Map([
  ...['new york', 'washington', 'toronto', 'ottawa', 'atlanta', 'boston', 'miami', 'philadelphia'].map(zone(-5)),
  ...['bogota', 'lima', 'havana', 'detroit', 'pittsburgh', 'cleveland'].map(zone(-5)),
  ...['chicago', 'houston', 'dallas', 'mexico city', 'austin', 'milwaukee', 'des moines', 'st. louis'].map(zone(-6)),
  ...['denver', 'phoenix', 'salt lake city'].map(zone(-7)),
  ...['los angeles', 'san francisco', 'seattle', 'las vegas', 'vancouver', 'sacramento', 'san diego'].map(zone(-8)),
  ...['honolulu'].map(zone(-10)),
  ...['caracas', 'la paz', 'santiago'].map(zone(-4)),
  ...['rio de janeiro', 'sao paulo', 'brasilia', 'buenos aires'].map(zone(-3)),
  ...['moscow', 'istanbul', 'ankara', 'baghdad', 'riyadh', 'nairobi', 'doha'].map(zone(3)),
  ...['tehran', 'dubai', 'abu dhabi', 'baku', 'tbilisi'].map(zone(4)),
  ...['kabul', 'islamabad', 'karachi', 'new delhi', 'mumbai', 'delhi', 'colombo', 'kathmandu'].map(zone(5)),
  ...['dhaka', 'yangon', 'almaty'].map(zone(6)),
  ...['bangkok', 'hanoi', 'jakarta', 'phnom penh', 'ho chi minh city'].map(zone(7)),
  ...['beijing', 'shanghai', 'hong kong', 'taipei', 'singapore', 'manila', 'kuala lumpur', 'perth'].map(zone(8)),
  ...['tokyo', 'seoul', 'pyongyang', 'osaka', 'hiroshima'].map(zone(9)),
  ...['sydney', 'melbourne', 'canberra', 'brisbane', 'hobart', 'port moresby'].map(zone(10)),
  ...['wellington', 'auckland', 'christchurch', 'suva'].map(zone(12)),
]);

function zone(hours: number): (place: string) => readonly [string, number] {
  return (place) => [place, hours];
}

const HOUR_MS = 3_600_000;
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]00:?00)$/u;

/** The calendar day on which a page was published, where it was written; ISO 8601. Undefined where the page has none. */
export function pageDay(
  page: Partial<Pick<Page, 'published' | 'dateline' | 'parts'>>,
  reading: Reading,
): string | undefined {
  const { published } = page;
  if (published === undefined) return dayInHead(reading) ?? dayOfPictures(page.parts ?? [], reading);
  const hours = HOURS.get((page.dateline ?? '').toLowerCase().replace(/,.*$/u, ''));
  if (hours === undefined || !UTC_TIME.test(published) || /T00:00(?::00(?:\.0+)?)?[Z+-]/u.test(published)) {
    const day = dayOf(published);
    return day === undefined ? dayInHead(reading) : isoOf(day);
  }
  return new Date(Date.parse(published) + hours * HOUR_MS).toISOString().slice(0, 10);
}

/** Words of a line that is a page's furniture rather than a paragraph, and of a dateline before a report. */
const LONGEST_LINE = 14;

/** Paragraphs in which a weekday with its date and year ("Friday, October 9, 2026") is taken for the page's day. */
const TOLD_PARAGRAPHS = 8;

/** The first date with its year in the short lines of a page, at the start of its first paragraph, or with its weekday. */
function dayInHead(reading: Reading): string | undefined {
  const { words } = reading;
  const phrase = findDatePhrases(reading, undefined).find(({ from, date }) => {
    const paragraph = words.paragraphs[words.paragraph[from] ?? 0];
    const first = words.paragraphs.find((p) => p.to - p.from > LONGEST_LINE);
    if (date === undefined || date.length < 10 || paragraph === undefined) return false;
    if (paragraph.to - paragraph.from <= LONGEST_LINE) return true;
    if (paragraph === first && from - paragraph.from < LONGEST_LINE) return true;
    return (words.paragraph[from] ?? 0) < TOLD_PARAGRAPHS && weekdayOf(words.forms[from] ?? '') !== undefined;
  });
  return phrase?.date;
}

/** The last full date in the captions that falls on a weekday which the report's first paragraphs name: its pictures are of the day that it tells of. */
function dayOfPictures(parts: readonly Part[], { words }: Reading): string | undefined {
  const head = words.forms.slice(0, words.paragraphs[TOLD_PARAGRAPHS - 1]?.to);
  const told = new Set(head.flatMap((form) => weekdayOf(form) ?? []));
  return parts
    .filter(({ kind }) => kind === 'caption')
    .flatMap(({ text }) => findDates(text, tokenise(text)))
    .flatMap(({ iso = '' }) => (iso.length === 10 && told.has(new Date(iso).getUTCDay()) ? [iso] : []))
    .sort()
    .at(-1);
}
