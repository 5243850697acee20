import type { Block } from './block.js';
import type { TreeElement } from './tree.js';

/** Texts and elements looked at, and characters, of a line: longer ones are no bylines. */
const MOST_PIECES = 20;
const MOST_ELEMENTS = 60;
const LONGEST = 160;

/**
 * The texts that stand side by side in one line, each in an element of its own: styles part "Ann Roe" from "Kestrin" where the text
 * alone runs on ("Ann RoeKestrin"). A line all of whose pieces have white space or marks between them is one piece.
 */
export function piecesOfLine({ text, element }: Block): readonly string[] {
  if (text.length > LONGEST) return [text];
  const pieces: string[] = [];
  gather(element, pieces, { left: MOST_ELEMENTS });
  const isWhole = pieces.length <= MOST_PIECES && bare(pieces.join('')) === bare(text);
  if (!isWhole) return [text];
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined[joined.length - 1];
    if (before !== undefined && !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(piece)))
      joined[joined.length - 1] = `${before}${piece}`;
    else joined.push(piece);
  }
  return joined.map((piece) => piece.replace(/\s+/gu, ' ').trim()).filter((piece) => piece !== '');
}

function gather(element: TreeElement, pieces: string[], room: { left: number }): void {
  for (const child of element.children) {
    if (pieces.length > MOST_PIECES || --room.left < 0) return;
    if (typeof child !== 'string') gather(child, pieces, room);
    else if (child !== '') pieces.push(child.slice(0, 4 * LONGEST));
  }
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
