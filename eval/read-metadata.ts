import { readPage } from '../src/page/read-page.js';
import type { Page } from '../src/page/page.js';
import { dataRows, half } from './data.js';

/** A page of pages-metadata with what is expected of it, where known. */
export interface MetadataRow {
  readonly url: string;
  readonly html: string;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly date_published?: string | null;
}

/** Right and present, by field. */
export interface MetadataCount {
  readonly title: Tally;
  readonly author: Tally;
  /** The same, where of an expected author only the names count: see `namesOnly`. */
  readonly named: Tally;
  readonly date: Tally;
  /** One line a miss, for a person to look at. */
  readonly misses: readonly string[];
}

interface Tally {
  right: number;
  present: number;
}

export const METADATA = 'pages-metadata.jsonl.gz';

export function metadataRows(which: 'tune' | 'test'): readonly MetadataRow[] {
  return dataRows<MetadataRow>(METADATA).filter((row) => half(row.url) === which);
}

/** Counts titles, authors and dates that are as expected, of those present. */
export function countMetadata(rows: readonly MetadataRow[]): MetadataCount {
  const count = {
    title: { right: 0, present: 0 },
    author: { right: 0, present: 0 },
    named: { right: 0, present: 0 },
    date: { right: 0, present: 0 },
    misses: [] as string[],
  };
  for (const row of rows) {
    const page = readOrNothing(row);
    const judge = (
      field: 'title' | 'author' | 'date',
      expected: string | null | undefined,
      found: string,
      same: boolean,
    ): void => {
      if (!expected) return;
      count[field].present++;
      if (same) count[field].right++;
      else count.misses.push(`${field} ${row.url}\n    expected ${expected}\n    found    ${found}`);
    };
    judge('title', row.title, page?.title ?? '', sameTitle(row.title ?? '', page?.title ?? ''));
    judge('author', row.author, page?.byline.join(' + ') ?? '', sameAuthors(row.author ?? '', page?.byline ?? []));
    if (row.author) {
      count.named.present++;
      if (sameAuthors(namesOnly(row.author), page?.byline ?? [])) count.named.right++;
    }
    judge('date', row.date_published, page?.published ?? '', sameDay(row.date_published ?? '', page?.published ?? ''));
  }
  return count;
}

function readOrNothing(row: MetadataRow): Page | undefined {
  try {
    return readPage({ html: row.html, url: row.url });
  } catch {
    return undefined;
  }
}

function sameTitle(expected: string, found: string): boolean {
  return fold(expected) === fold(found);
}

/** Of an expected author what a reader would call the name: its first line, no e-mail address, no brackets; of an address its last word. */
function namesOnly(expected: string): string {
  const [line = ''] = expected.split(/\\n|\n/u);
  const slug = /^https?:\/\/\S*\/([^/?#]+)\/?$/u.exec(line)?.[1];
  if (slug !== undefined) return slug.replace(/[-_]+/gu, ' ');
  return line.replace(/\S+@\S+\.\S+|[(（][^()（）]*[)）]/gu, ' ').replace(/\|\s*$/u, '');
}

/** All names found stand in the expected line, and what is left of it holds no further name. */
function sameAuthors(expected: string, found: readonly string[]): boolean {
  if (found.length === 0) return false;
  let rest = fold(expected);
  for (const name of found) {
    if (!rest.includes(fold(name))) return false;
    rest = rest.replace(fold(name), ' ');
  }
  const left = rest
    .replace(
      /\b(?:by|and|with|the|staff|writer|reporter|editor|for|illustration|view|orcid|profile|politik|time|associated press)\b/g,
      ' ',
    )
    .trim();
  return left.length <= Math.max(12, fold(expected).length * 0.35);
}

/** The same day, on the page's clock or in UTC: expected dates were converted to UTC, pages give their own or none. */
function sameDay(expected: string, found: string): boolean {
  if (found === '') return false;
  if (expected.slice(0, 10) === found.slice(0, 10)) return true;
  const distance = Math.abs(Date.parse(found) - Date.parse(expected));
  return distance <= (found.length > 10 ? 14 : 24) * 3_600_000;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
