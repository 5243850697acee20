import type { Range } from '../collation/collation.js';

/** A reading within its words: what stands before it, itself, what follows. */
export interface Excerpt {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

/** Characters on either side: some seven words, enough to tell what "no" or "17" was said of. */
const ASIDE = 44;

/** The words around a place of a text, not beyond its sentence or line. */
export function excerptAt(text: string, [start, end]: Range): Excerpt {
  const left = text.slice(Math.max(0, start - ASIDE), start);
  const right = text.slice(end, end + ASIDE);
  const opening = sentenceStart(left);
  const closing = sentenceEnd(right);
  const cutLeft = opening === 0 && start > left.length;
  const cutRight = closing === right.length && end + right.length < text.length;
  return {
    before: cutLeft ? `…${left.replace(/^\S*\s?/, '')}` : left.slice(opening),
    at: text.slice(start, end),
    after: cutRight ? `${right.replace(/\s?\S*$/, '')}…` : right.slice(0, closing),
  };
}

function sentenceStart(left: string): number {
  const ends = [...left.matchAll(/[.!?…]["”’)]*\s+(?=["“‘(]?\p{Lu})|\n\s*/gu)].at(-1);
  return ends === undefined ? 0 : ends.index + ends[0].length;
}

function sentenceEnd(right: string): number {
  const line = right.indexOf('\n');
  const within = line < 0 ? right : right.slice(0, line);
  const end = /[.!?…]["”’)]*(?=\s+["“‘(]?\p{Lu})/u.exec(within);
  return end === null ? within.length : end.index + end[0].length;
}
