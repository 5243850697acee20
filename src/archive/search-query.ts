import type { SearchQuery } from './archive.js';
import { fold, searchWords, type Facets } from './facets.js';

/** Holdings that a search gives unless told otherwise: a screenful of the desk. */
export const SEARCH_LIMIT = 50;

/** A search in the form that facets are kept in. Empty strings and lists ask nothing. */
export interface FoldedQuery {
  readonly words: readonly string[];
  readonly outlet: string;
  readonly agency: string;
  readonly since: string;
  readonly until: string;
}

/** Folds a query as `facetsOf` folds pages. */
export function foldQuery(query: SearchQuery): FoldedQuery {
  return {
    words: searchWords(query.words ?? ''),
    outlet: fold(query.outlet ?? '').trim(),
    agency: fold(query.agency ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    since: (query.since ?? '').slice(0, 10),
    until: (query.until ?? '').slice(0, 10),
  };
}

/** What every engine answers with, said once in plain code. */
export function matches(facets: Facets, query: SearchQuery): boolean {
  const asked = foldQuery(query);
  const held = new Set(facets.words);
  if (!asked.words.every((word) => held.has(word))) return false;
  if (asked.outlet !== '' && !isOutlet(facets, asked.outlet)) return false;
  if (!facets.agency.includes(asked.agency)) return false;
  if (asked.since !== '' && facets.day < asked.since) return false;
  return asked.until === '' || (facets.day !== '' && facets.day <= asked.until);
}

/** Order of search results: newest first, undated last, then the key that came last. */
export function byNewest(a: { day: string; key: number }, b: { day: string; key: number }): number {
  return a.day === b.day ? b.key - a.key : a.day < b.day ? 1 : -1;
}

function isOutlet({ outlet, host }: Facets, asked: string): boolean {
  return outlet === asked || host === asked.replace(/^www\./, '') || host.endsWith(`.${asked}`);
}
