import { parseDate } from './date.js';
import type { Claim } from './page.js';
import { scriptText } from './structured-data.js';
import type { Tree } from './tree.js';

const KEYS =
  /["'](date_?published|publish(?:ed)?_?(?:date|time|at|on)|first_?published(?:_?at)?|pub_?date|publication_?date|date_?created|created_?at|date_?modified|modified_?(?:date|at)|updated_?at|last_?modified)["']\s*[:,]\s*["']?(\d{4}-\d{2}-\d{2}[^"',}]{0,25}|\d{10}(?:\d{3})?)/giu;
const MOST = 20;
const LONGEST = 400_000;

/** Dates that a page's scripts carry under a telling key; the last resort, since they may be those of another story. */
export function scriptDates(tree: Tree): readonly Claim[] {
  const claims: Claim[] = [];
  for (const element of tree.elements) {
    if (element.tag !== 'script' || claims.length >= MOST) continue;
    for (const [, key = '', value = ''] of scriptText(element).slice(0, LONGEST).matchAll(KEYS)) {
      if (parseDate(value) === undefined || claims.length >= MOST) continue;
      claims.push({ field: /modif|updat/iu.test(key) ? 'modified' : 'published', value, from: 'script' });
    }
  }
  return claims;
}
