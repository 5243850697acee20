import { endsSentence } from './line-kind.js';
import type { PartKind } from './page.js';
import type { TextBlock } from './text-block.js';

/** A line or paragraph of a plain text whose kind is being found out. */
export interface TextLine extends TextBlock {
  kind: PartKind | undefined;
}

/** Words from which a line is taken for a paragraph, not for a heading or byline. A choice: lines of the head are shorter, most paragraphs longer. */
export const PARAGRAPH_WORDS = 15;
export const LONGEST_HEADLINE = 220;

/** True for two lines that say the same in other letters or marks. */
export function sameLine(a: string, b: string): boolean {
  const plain = (line: string): string =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b) && plain(a) !== '';
}

/** Words of a text, up to as many as any rule asks for: blocks may be whole articles. */
export function countWords(text: string): number {
  let count = 1;
  const gaps = text.matchAll(/\s+/gu);
  while (count < MOST_COUNTED && gaps.next().done !== true) count++;
  return count;
}

const MOST_COUNTED = 64;
/** True where the text reads as sentences: most of its longer blocks end as sentences do. Stripped or spun texts do not. */
export function isPunctuated(blocks: readonly TextLine[]): boolean {
  const long = blocks.filter((block) => countWords(block.text) >= PARAGRAPH_WORDS);
  return long.length > 0 && long.filter((block) => endsSentence(block.text)).length >= long.length / 2;
}
