import type { Relation } from '../collation/collation.js';

/** "1 date", "3 dates"; pass the plural where it isn't the singular with an s. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** "a, b and c". */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** "2024-06-19T08:00:00Z" → "19 June 2024"; the text itself where it's no ISO date. Never shifts by time zone: the page's own day counts. */
export function dayOf(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match === null || month === undefined ? iso : `${Number(match[3])} ${month} ${match[1] ?? ''}`;
}

/** "2024-06-19T08:05:00+09:00" → "19 June 2024, 08:05 +09:00". */
export function momentOf(iso: string): string {
  const time = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?/.exec(iso);
  if (time === null) return dayOf(iso);
  const zone = time[2] === 'Z' ? ' UTC' : time[2] === undefined ? '' : ` ${time[2]}`;
  return `${dayOf(iso)}, ${time[1] ?? ''}${zone}`;
}

/** "19 Jun, 08:05", in UTC, for axes and lists. */
export function shortMoment(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const date = new Date(time);
  const day = `${date.getUTCDate()} ${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)}`;
  return iso.includes('T') ? `${day}, ${date.toISOString().slice(11, 16)}` : day;
}

/** What people know a page by: its title, outlet and day, as far as it gives them. */
export function nameOf(page: {
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
  readonly id?: string;
}): string {
  const aside = [page.outlet, page.published === undefined ? undefined : dayOf(page.published)].filter(
    (word) => word !== undefined,
  );
  const name = page.title === undefined ? (page.url ?? page.id ?? 'an untitled page') : `“${inner(page.title)}”`;
  return aside.length === 0 ? name : `${name} (${aside.join(', ')})`;
}

/** Quotation marks of a title that stands in quotation marks itself. */
function inner(title: string): string {
  return title.replaceAll('“', '‘').replaceAll('”', '’');
}

/** A probability as a person says it: never 0 % or 100 %. */
export function percentOf(probability: number): string {
  return probability > 0.99 ? 'over 99 %' : probability < 0.01 ? 'under 1 %' : `${Math.round(probability * 100)} %`;
}

/** Text cut to a number of characters at a word's end, with an ellipsis. */
export function shorten(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const cut = flat.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

/** A copying in a word: how the text was taken, or that it's a later version. */
export function tieOf({ relation, version }: { readonly relation: Relation; readonly version?: true }): string {
  return version === true ? 'later version' : relation;
}

/** The relation as the verdict's first words have it. */
export const HEADLINES: Readonly<Record<Relation, string>> = {
  verbatim: 'A copy, word for word.',
  spun: 'A copy, spun.',
  rewritten: 'A copy, rewritten.',
  partial: 'In part a copy.',
  independent: 'An independent report.',
  unrelated: 'No source found.',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
