import type { TreeElement } from './tree.js';

/** White space among the characters that are looked at: pages indent short names with many lines of it. */
const LOOSE = 20;

/**
 * The text inside an element, white space collapsed. Where only short texts are of use, `most` bounds the cost: a longer text comes
 * back cut. Without it, each of the elements around a large page would cost the whole page. `between` stands where a line breaks, and
 * where it is given also between elements whose texts touch ("Ann Roe" and "Kestrin" that only styles part).
 */
export function plainText(element: TreeElement, most = Infinity, between = ' '): string {
  const pieces: string[] = [];
  let room = most === Infinity ? Infinity : most * LOOSE;
  const visit = (node: TreeElement): void => {
    for (const [at, child] of node.children.entries()) {
      if (room < 0) return;
      if (typeof child === 'string') {
        if (between !== ' ' && at > 0 && touches(pieces[pieces.length - 1], child)) pieces.push(between);
        pieces.push(room === Infinity ? child : child.slice(0, room + 1));
        room -= child.length + 1;
      } else if (!/^(?:script|style|noscript|svg|template|button|select)$/.test(child.tag)) {
        room--;
        const breaks = /^(?:br|div|p|li|h[1-6]|section|header|td)$/.test(child.tag);
        if (breaks || (between !== ' ' && touches(pieces[pieces.length - 1], child.children[0]))) pieces.push(between);
        visit(child);
        if (breaks) pieces.push(between);
      }
    }
  };
  visit(element);
  return pieces
    .join('')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** A name's letters after another text's, with nothing between but the mark of an element. */
function touches(before: string | undefined, after: TreeElement | string | undefined): boolean {
  return before !== undefined && typeof after === 'string' && /[\p{L}\p{N}]$/u.test(before) && /^\p{L}/u.test(after);
}
