import { looksLikePerson } from './name-shape.js';
import { unescaped } from './page-claims.js';
import { plainText } from './plain-text.js';
import type { Claim } from './page.js';
import type { Tree, TreeElement } from './tree.js';

/** "Ann Roe's blog": a site that its writer named after herself. */
const OWNED =
  /^(\p{Lu}[\p{L}. ’'-]{3,40}?)[’']s (?:\p{L}+ )?(?:blog|weblog|home|home ?page|site|website|journal|notes|diary)$/iu;

const LONGEST_TITLE = 1_000;

/** The titles that people see, the window's and the page's headings of the first rank, and whom or which day the window's names. */
export function headingClaims(tree: Tree): readonly Claim[] {
  const claims: Claim[] = [];
  for (const element of tree.elements) {
    if (element.tag === 'title' && !claims.some((claim) => claim.from === 'title'))
      claims.push(
        { field: 'title', value: titleOf(element), from: 'title' },
        ...ownerIn(titleOf(element)),
        ...dayIn(titleOf(element)),
      );
    if (element.tag === 'h1' && claims.length < 10)
      claims.push({ field: 'title', value: titleOf(element), from: 'h1' });
  }
  return claims.filter((claim) => claim.value !== '');
}

function titleOf(element: TreeElement): string {
  const text = unescaped(plainText(element, LONGEST_TITLE).slice(0, LONGEST_TITLE));
  return text !== '' || element.tag === 'title' ? text : pictured(element);
}

/** A heading set as a picture says its words in the picture's text. */
function pictured(element: TreeElement, level = 0): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const text = child.tag === 'img' ? (child.attributes['alt'] ?? '') : level < 2 ? pictured(child, level + 1) : '';
    if (text !== '') return text.slice(0, LONGEST_TITLE).trim();
  }
  return '';
}

/** "Council votes | Ashford Courier | 19.01.2020": the day that a window's title ends with. */
const LAST_DAY = /[|–—·•,-]\s+(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)$/u;

function dayIn(title: string): readonly Claim[] {
  const value = LAST_DAY.exec(title)?.[1];
  return value === undefined ? [] : [{ field: 'published', value, from: 'title' }];
}

function ownerIn(title: string): readonly Claim[] {
  const owners = title.split(/\s+[|–—·•«»:-]\s+/u).map((piece) => OWNED.exec(piece.trim())?.[1]);
  return owners
    .filter((owner): owner is string => owner !== undefined && looksLikePerson(owner))
    .map((value) => ({ field: 'author', value, from: 'site name' }));
}
