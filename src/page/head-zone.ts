import type { Block } from './block.js';
import { fold } from './fold.js';
import type { Claim } from './page.js';

/** The place of a report on its page, in block numbers. */
export interface HeadZone {
  /** The block that holds the headline; -1 where none was found. */
  readonly headline: number;
  /** First and last block of the report's body. */
  readonly first: number;
  readonly last: number;
  /** Where bylines, dates and decks are looked for: half-open. */
  readonly start: number;
  readonly end: number;
}

/** Blocks above the headline and below the first paragraph in which a byline may stand. Below: 3 lost dates, 5 found them all on the tuning half of pages-metadata. */
const ABOVE = 12;
const BELOW = 5;
/** A headline farther above the body than this belongs to something else. */
const FARTHEST = 45;
const MOST_HEADINGS = 60;
/** A block this long, once reported, is the body's first paragraph. */
const PARAGRAPH = 80;
/** Characters of a line in no heading that may be the headline, and words of a title that isn't only the outlet's name. */
const SHORTEST_LINE = 8;
const TITLE_WORDS = 3;

/** Finds headline and body: the headline is the last heading above the body that agrees with what machines are told, else the nearest of first rank. */
export function findHeadZone(
  blocks: readonly Block[],
  isReported: (at: number) => boolean,
  claims: readonly Claim[],
): HeadZone {
  const reported = blocks.map((_, at) => isReported(at));
  const long = blocks.findIndex((block, at) => reported[at] && block.text.length >= PARAGRAPH);
  const first = long >= 0 ? long : Math.max(reported.indexOf(true), 0);
  const headline = findHeadline(blocks, first, claims);
  const start = Math.max(0, (headline >= 0 && headline <= first ? headline : first) - ABOVE);
  return {
    headline,
    first,
    last: Math.max(reported.lastIndexOf(true), first),
    start,
    end: Math.min(blocks.length, Math.max(first, headline) + BELOW),
  };
}

function findHeadline(blocks: readonly Block[], first: number, claims: readonly Claim[]): number {
  const outlets = new Set(claims.filter((claim) => claim.field === 'outlet').map((claim) => fold(claim.value)));
  const machine = claims
    .filter((claim) => claim.field === 'title' && claim.from !== 'h1')
    .map((claim) => claim.value.slice(0, 500))
    .slice(0, 20);
  const headings = blocks
    .map((_, at) => at)
    .filter((at) => {
      const block = blocks[at];
      return (
        block !== undefined &&
        at < first + 4 &&
        headingRank(block) > 0 &&
        fold(block.text).length >= 3 &&
        !outlets.has(fold(block.text))
      );
    })
    .slice(-MOST_HEADINGS);
  const best = (candidates: readonly number[]): number =>
    candidates.findLast((at) => at <= first) ?? candidates[0] ?? -1;
  const text = (at: number): string => blocks[at]?.text ?? '';
  const equal = headings.filter((at) => machine.some((title) => fold(title) === fold(text(at))));
  const agreeing = headings.filter((at) => machine.some((title) => titlesAgree(text(at), title)));
  const firstRank = headings.filter(
    (at) => blocks[at]?.element.tag === 'h1' && at >= first - FARTHEST && text(at).split(/\s+/u).length >= 2,
  );
  const justAbove = headings.filter(
    (at) => /^h[23]$/u.test(blocks[at]?.element.tag ?? '') && at < first && at >= first - 3,
  );
  const lines = blocks.map((_, at) => at).filter((at) => at < first + 4 && fold(text(at)).length >= SHORTEST_LINE);
  // A line of its own in no heading that machines call the title.
  const saidByMachines = lines.filter((at) =>
    machine.some((title) => fold(title) === fold(text(at)) || fold(title).startsWith(`${fold(text(at))} `)),
  );
  const told = claims
    .filter((claim) => claim.field === 'title' && claim.from !== 'h1' && claim.from !== 'title')
    .map((claim) => fold(claim.value.slice(0, 500)));
  const knowTitle = told.some((title) => title.split(' ').length >= TITLE_WORDS && !outlets.has(title));
  for (const candidates of [
    equal.filter((at) => headingRank(blocks[at] as Block) === 1),
    agreeing.filter((at) => headingRank(blocks[at] as Block) === 1),
    equal,
    agreeing,
    firstRank,
    saidByMachines.filter((at) => told.includes(fold(text(at)))),
    // The subheading above the body is no headline where machines are told quite another one.
    knowTitle ? justAbove.filter((at) => told.some((title) => sharedWords(title, text(at)) >= 2)) : justAbove,
    saidByMachines,
  ])
    if (candidates.length > 0) return best(candidates);
  return -1;
}

/** 1 for the first rank, 2 and 3 for the next; 0 for what is no heading. */
function headingRank(block: Block): number {
  for (
    let element: Block['element'] | undefined = block.element, level = 0;
    element && level < 3;
    element = element.parent, level++
  ) {
    const digit = /^h([1-3])$/u.exec(element.tag)?.[1];
    if (digit !== undefined) return Number(digit);
  }
  return /(?:^|[\s_-])(?:headline|article-?title|entry-?title|post-?title|story-?title)(?:$|[\s_-])/iu.test(
    block.element.attributes['class'] ?? '',
  ) || block.element.attributes['itemprop'] === 'headline'
    ? 1
    : 0;
}

/** Two titles say the same where most words of the shorter stand in the longer. */
export function titlesAgree(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return a === b;
  if (fold(a) === fold(b)) return true;
  const shared = [...left].filter((word) => right.has(word)).length;
  return smaller >= 2 && shared >= smaller * 0.7 && shared >= Math.max(left.size, right.size) * 0.4;
}

/** Words of four letters and more that both titles have. */
function sharedWords(a: string, b: string): number {
  const words = wordsOf(b);
  return [...wordsOf(a)].filter((word) => word.length >= 4 && words.has(word)).length;
}

function wordsOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  // Without spaces (Japanese, Chinese) pairs of characters stand for words.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded))
    return new Set(Array.from({ length: Math.max(folded.length - 1, 0) }, (_, at) => folded.slice(at, at + 2)));
  return new Set(folded.split(' ').filter((word) => word !== ''));
}
