import type { TreeElement } from './tree.js';

/** All text inside an element, white space collapsed. */
export function plainText(element: TreeElement): string {
  const pieces: string[] = [];
  const visit = (node: TreeElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') pieces.push(child);
      else if (!/^(?:script|style|noscript|svg|template|button|select)$/.test(child.tag)) {
        const breaks = /^(?:br|div|p|li|h[1-6]|section|header|td)$/.test(child.tag);
        if (breaks) pieces.push(' ');
        visit(child);
        if (breaks) pieces.push(' ');
      }
    }
  };
  visit(element);
  return pieces
    .join('')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}
