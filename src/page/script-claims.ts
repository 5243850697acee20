import { parseByline } from './byline.js';
import { looksLikePerson } from './name-shape.js';
import { parseDate } from './date.js';
import type { Claim } from './page.js';
import { scriptText } from './structured-data.js';
import type { Tree } from './tree.js';

const DATES =
  /["'](date_?published|publish(?:ed)?_?(?:date|time|at|on)|first_?published(?:_?at)?|pub_?date|publication_?date|date_?created|created_?at|date_?modified|modified_?(?:date|at)|updated_?at|last_?modified)["']\s*[:,]\s*["']?(\d{4}-\d{2}-\d{2}[^"',}]{0,25}|\d{10}(?:\d{3})?)/giu;
/** The author that a page tells its own statistics and advertisers: `"authors": ["Ann Roe"]`, `page_author = 'Ann Roe'`. */
const AUTHORS =
  /(?:["']|[\s.{,])(?:page|article|content|story|post)?[_-]?(?:authors?|byline)(?:[_-]?names?)?["']?\s*[:=,]\s*\[?\s*(?:"([^"<>{}[\]]{3,80})"|'([^'<>{}[\]]{3,80})')/giu;
const MOST = 20;
const LONGEST = 400_000;
/** Scripts that name more authors than this list other stories'. */
const MOST_AUTHORS = 3;

/** What a page's scripts carry under a telling key, dates and authors; the last resort, since they may be those of another story. */
export function scriptClaims(tree: Tree): readonly Claim[] {
  const claims: Claim[] = [];
  const authors = new Set<string>();
  for (const element of tree.elements) {
    if (element.tag !== 'script' || /ld\+json/iu.test(element.attributes['type'] ?? '')) continue;
    const text = scriptText(element).slice(0, LONGEST);
    for (const name of authorsIn(text)) if (authors.size <= MOST_AUTHORS) authors.add(name);
    if (claims.length < MOST) claims.push(...datesIn(text).slice(0, MOST - claims.length));
  }
  if (authors.size <= MOST_AUTHORS)
    for (const value of authors) claims.push({ field: 'author', value, from: 'script' });
  return claims;
}

function datesIn(text: string): readonly Claim[] {
  return [...text.matchAll(DATES)]
    .filter(([, , value = '']) => parseDate(value) !== undefined)
    .map(([, key = '', value = '']) => ({
      field: /modif|updat/iu.test(key) ? 'modified' : 'published',
      value,
      from: 'script',
    }));
}

function authorsIn(text: string): readonly string[] {
  return [...text.matchAll(AUTHORS)]
    .slice(0, MOST)
    .flatMap(([, double, single]) => parseByline(double ?? single ?? '').names.filter(looksLikePerson));
}
