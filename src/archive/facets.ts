import { hostOf } from '../page/host-of.js';
import type { Page } from '../page/page.js';

/** What an archive can be searched by, folded alike on every engine. */
export interface Facets {
  /** Outlet's name, folded; empty where unknown. */
  readonly outlet: string;
  /** Host of the page's URL without `www.`; empty where unknown. */
  readonly host: string;
  /** Agencies and credits that the page names, folded, one a line. */
  readonly agency: string;
  /** First ten characters of the ISO date of publication; empty where unknown. */
  readonly day: string;
  /** Distinct words of title and text, folded. */
  readonly words: readonly string[];
}

/** Longest word that is kept for searching; longer ones are cut, so that a page of one endless word costs what others cost. */
const LONGEST_WORD = 40;

/** What a page can be found by. */
export function facetsOf(page: Page): Facets {
  return {
    outlet: fold(page.outlet ?? '').trim(),
    host: fold(hostOf(page.url) ?? ''),
    agency: agenciesOf(page).join('\n'),
    day: /^\d{4}-\d{2}-\d{2}/.exec(page.published ?? '')?.[0] ?? '',
    words: searchWords(`${page.title ?? ''} ${page.text}`),
  };
}

/** Lower case without accents: what search compares. */
export function fold(text: string): string {
  return text.toLowerCase().replace(BEYOND_ASCII, (run) =>
    run
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase(),
  );
}

/** Distinct runs of letters and digits, folded. */
export function searchWords(text: string): string[] {
  // Dashes and curly quotes out, most English is ASCII, which the plain pattern splits in a third of the time.
  const folded = fold(text).replace(BEYOND_ASCII, (run) => run.replace(/[^\p{L}\p{N}]+/gu, ' '));
  const words = folded.match(BEYOND_ASCII) === null ? folded.match(/[a-z0-9]+/g) : folded.match(/[\p{L}\p{N}]+/gu);
  return [...new Set(words?.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word)))];
}

const BEYOND_ASCII = /[^\x00-\x7f]+/g;

function agenciesOf(page: Page): string[] {
  const claimed = page.claims.filter((claim) => /^(?:agency|credit)$/.test(claim.field)).map((claim) => claim.value);
  const printed = page.parts
    .filter((part) => part.kind === 'credit' || part.kind === 'contributor')
    .map((part) => part.text);
  return [...new Set([...claimed, ...printed].map((text) => fold(text).replace(/\s+/g, ' ').trim()))].filter(
    (text) => text !== '',
  );
}
