import type { Stretch, Words } from './words.js';

/**
 * Quotation marks paired by rule: straight, curly and doubled marks; single marks where nothing double surrounds them;
 * a quotation that runs on over paragraphs; a mark that nobody closed. One pass over the words.
 */
export interface Quotes {
  /** In reading order, marks included; they do not overlap. */
  readonly quotations: readonly Quotation[];
  /** For each word: 0 outside, otherwise 1 + index into `quotations`. */
  readonly inside: Uint16Array;
}

/** Words between quotation marks, marks included. */
export interface Quotation extends Stretch {
  /** False where the closing mark is missing: it runs to the end of its paragraph. */
  readonly closed: boolean;
  /** The paragraph before left its quotation open and this one opens with a mark. */
  readonly continues: boolean;
}

const DOUBLE = /^(?:["“”„«»]|''|``)$/u;
const SINGLE = /^['‘’`‚]$/u;
/** A quotation in single marks longer than this (in words) is two apostrophes that found each other. */
const LONGEST_SINGLE = 60;

type Side = 'open' | 'close' | 'either';

export function findQuotes(words: Words): Quotes {
  const quotations: Quotation[] = [];
  for (const paragraph of words.paragraphs) {
    const last = quotations.at(-1);
    const running = last !== undefined && !last.closed && last.to === paragraph.from;
    scanParagraph(words, paragraph, running, quotations);
  }
  const inside = new Uint16Array(words.length);
  quotations.slice(0, 65534).forEach((quotation, q) => inside.fill(q + 1, quotation.from, quotation.to));
  return { quotations, inside };
}

function scanParagraph(words: Words, paragraph: Stretch, running: boolean, quotations: Quotation[]): void {
  let open = -1;
  let continues = false;
  for (let i = paragraph.from; i < paragraph.to; i++) {
    const form = words.forms[i] ?? '';
    if (DOUBLE.test(form)) {
      const side = sideOf(words, i, form);
      if (open >= 0 && side !== 'open') {
        quotations.push({ from: open, to: i + 1, closed: true, continues });
        open = -1;
      } else if (open < 0 && side !== 'close') {
        open = i;
        continues = running && i === paragraph.from;
      }
    } else if (open < 0 && SINGLE.test(form)) {
      const close = singleClose(words, i, paragraph.to);
      if (close < 0) continue;
      quotations.push({ from: i, to: close + 1, closed: true, continues: false });
      i = close;
    }
  }
  if (open >= 0) quotations.push({ from: open, to: paragraph.to, closed: false, continues });
}

/** Which side a double mark can be, by its shape, else by the white space around it. */
function sideOf(words: Words, i: number, form: string): Side {
  if (form === '“' || form === '„' || form === '``' || form === '«') return 'open';
  if (form === '”' || form === '»') return 'close';
  const before = words.text[(words.start[i] ?? 0) - 1] ?? ' ';
  const after = words.text[words.end[i] ?? 0] ?? ' ';
  const loose = /[\s([—–-]/u.test(before);
  if (loose && /[^\s]/u.test(after)) return 'open';
  if (!loose && /[\s.,;:?!)\]—–-]/u.test(after)) return 'close';
  return 'either';
}

/** The mark that closes a single quotation opened at `i`, -1 where it is an apostrophe or nothing closes it. */
function singleClose(words: Words, i: number, to: number): number {
  const { text, start, end, forms } = words;
  if (!/[\s([—–"“]/u.test(text[(start[i] ?? 0) - 1] ?? ' ') || /\s/u.test(text[end[i] ?? 0] ?? ' ')) return -1;
  for (let j = i + 1; j < Math.min(to, i + LONGEST_SINGLE); j++) {
    const form = forms[j] ?? '';
    if (DOUBLE.test(form)) return -1;
    if (
      /^['’]$/u.test(form) &&
      /[\s.,;:?!)\]—–-]/u.test(text[end[j] ?? 0] ?? ' ') &&
      !/\s/u.test(text[(start[j] ?? 0) - 1] ?? ' ')
    )
      return j;
  }
  return -1;
}
