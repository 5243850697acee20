import { OMITTED, type ReadingRow, type ReadingTable } from './reading-table.js';

/** How word frequencies moved from the exemplar to the copy. */
export interface WordingDrift {
  /** Single content words that were swapped. */
  readonly words: number;
  /** Log odds that the second side is the copy; negative: the first. */
  readonly nats: number;
}

/**
 * Log odds for each natural-log unit of frequency that words lost. Small, since a machine's taste is one for all its swaps; and
 * in proportion, so that a copying taken for two says no more than one. Working values, not measured; so are those of mistyped words.
 */
const DRIFT_NATS = 0.06;
const MOST_A_WORD = 3;
/** Swaps of one copying say no more than this. */
const MOST_DRIFT = 6;
/** Occurrences per million that an unknown word is granted. */
const UNKNOWN = 0.5;
/** Log odds for each word that is a known one mistyped, and how many of them count. */
const TYPO_NATS = 2;
const MOST_TYPOS = 4;

/** As `wordingDrift`, from readings; a mistyped word speaks for itself. */
export function readingDrift(table: ReadingTable, rows: { exemplar: ReadingRow; copy: ReadingRow }): WordingDrift {
  let compared = 0;
  let sum = 0;
  let typos = 0;
  for (let place = 0; place < table.places; place++) {
    if (table.kind[place] === 0) continue;
    const [from, to] = [rows.exemplar.at[place] ?? 0, rows.copy.at[place] ?? 0];
    if (from <= OMITTED || to <= OMITTED || from === to) continue;
    const [before, after] = [table.frequency[from] ?? -1, table.frequency[to] ?? -1];
    if (before < 0 || after < 0) continue;
    if ((before === 0) !== (after === 0) && isSlip(table.texts[from] ?? '', table.texts[to] ?? '')) {
      typos += before === 0 ? -1 : 1;
      continue;
    }
    compared++;
    sum += clip(Math.log((before + UNKNOWN) / (after + UNKNOWN)), MOST_A_WORD);
  }
  const nats = clip(DRIFT_NATS * sum, MOST_DRIFT) + TYPO_NATS * clip(typos, MOST_TYPOS);
  return { words: compared + Math.abs(typos), nats };
}

/** One letter missing, put in, or changed, or two exchanged. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function clip(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
