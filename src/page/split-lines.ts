import type { Block } from './block.js';
import { fold } from './fold.js';
import { endsSentence, lineKind } from './line-kind.js';

/** Titles shorter than this, folded, are words that any line may be. */
const SHORTEST_TITLE = 10;
/** Lines of a head or of a foot are shorter; longer ones are told text with breaks in it. */
const LONGEST_LINE = 300;
/** A block of more lines is neither head nor foot; a million line breaks would be 90,000 blocks. */
const MOST_LINES = 200;

/**
 * Pages laid out with line breaks run headline, deck and byline into one block, and the links below a report into another.
 * A block with the title among its lines, or of lines that all say themselves what they are, is cut into its lines.
 */
export function splitLines(blocks: readonly Block[], titles: readonly string[]): readonly Block[] {
  const wanted = new Set(titles.map(fold).filter((title) => title.length > SHORTEST_TITLE));
  return blocks.flatMap((block) => {
    if (!block.text.includes('\n')) return [block];
    const lines = block.text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2 || lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE))
      return [block];
    const isHead = lines.some((line) => wanted.has(fold(line)));
    const isFoot = lines.every((line) => !endsSentence(line) && lineKind(line) !== undefined);
    return isHead || isFoot ? lines.map((text) => ofLine(block, text)) : [block];
  });
}

/** Counts of the whole, shared out by length, but for links: a line of a head is mostly not one. */
function ofLine(block: Block, text: string): Block {
  const share = text.length / block.text.length;
  const isAll = block.linked >= block.text.length * 0.9;
  return {
    ...block,
    text,
    linked: isAll ? text.length : 0,
    bold: Math.round(block.bold * share),
    links: isAll ? 1 : 0,
    images: 0,
  };
}
