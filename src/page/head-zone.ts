import type { Block } from './block.js';
import { findHeadline } from './find-headline.js';
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
/** A block this long, once reported, is the body's first paragraph. */
const PARAGRAPH = 80;

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
