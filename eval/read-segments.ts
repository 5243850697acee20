import { readPage } from '../src/page/read-page.js';
import { dataRows, half } from './data.js';

/** A page of pages-segments: strings that its text must hold and must not hold. */
export interface SegmentRow {
  readonly url: string;
  readonly html: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** Segments counted as trafilatura's evaluation counts them. */
export interface SegmentCount {
  tp: number;
  fn: number;
  fp: number;
  tn: number;
}

export const SEGMENTS = 'pages-segments.jsonl.gz';

/** The rows of one half of the data. */
export function segmentRows(which: 'tune' | 'test'): readonly SegmentRow[] {
  return dataRows<SegmentRow>(SEGMENTS).filter((row) => half(row.url) === which);
}

/** Which segments of a row are wrong in a text: missing ones of `with`, found ones of `without`. */
function wrongSegments(row: SegmentRow, text: string): { missing: string[]; kept: string[] } {
  const folded = fold(text);
  return {
    missing: row.with.filter((segment) => !folded.includes(fold(segment))),
    kept: row.without.filter((segment) => folded.includes(fold(segment))),
  };
}

/** Counts segments over rows, with the text that `read` gives for a page; a page that can't be read has no text. */
export function countSegments(rows: readonly SegmentRow[], read: (row: SegmentRow) => string = ownText): SegmentCount {
  const count = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const row of rows) {
    const { missing, kept } = wrongSegments(row, read(row));
    count.fn += missing.length;
    count.tp += row.with.length - missing.length;
    count.fp += kept.length;
    count.tn += row.without.length - kept.length;
  }
  return count;
}

export function f1({ tp, fn, fp }: SegmentCount): number {
  return (2 * tp) / (2 * tp + fp + fn);
}

function ownText(row: SegmentRow): string {
  try {
    return readPage({ html: row.html, url: row.url }).text;
  } catch {
    return '';
  }
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
