import { plainText } from './plain-text.js';
import type { Claim } from './page.js';
import type { Tree } from './tree.js';

/** The titles that people see: the window's and the page's headings of the first rank. */
export function headingClaims(tree: Tree): readonly Claim[] {
  const claims: Claim[] = [];
  for (const element of tree.elements) {
    if (element.tag === 'title' && !claims.some((claim) => claim.from === 'title'))
      claims.push({ field: 'title', value: plainText(element), from: 'title' });
    if (element.tag === 'h1' && claims.length < 10)
      claims.push({ field: 'title', value: plainText(element), from: 'h1' });
  }
  return claims.filter((claim) => claim.value !== '');
}
