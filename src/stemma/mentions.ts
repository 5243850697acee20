import type { Page } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import { creditedOutlets } from './credited-outlets.js';

/** Outlets that a page names, each with the words around the name. */
export type Mentions = ReadonlyMap<string, string>;

/** Names that are a common word by themselves say nothing when they are found in a text. */
const SHORTEST_NAME = 4;
/** Characters shown around a mention. */
const AROUND = 60;
/** A long page is searched no further: credits stand at the ends, which are always searched. */
const MOST_TEXT = 200_000;

/** How an outlet is compared: lower case, without "the" and a domain's ending. Undefined where the page names none. */
export function outletOf(page: Page): string | undefined {
  const outlet = page.outlet
    ?.toLowerCase()
    .replace(/^the /, '')
    .replace(/\.(?:com|org|net|co\.uk|info)$/, '')
    .trim();
  return outlet === undefined || outlet.length < SHORTEST_NAME ? undefined : outlet;
}

/** Outlets of the family's pages, and those that they credit. */
export function namedOutlets(family: readonly Witness[]): string[] {
  return [...new Set([...family.flatMap(({ page }) => outletOf(page) ?? []), ...family.flatMap(creditedOutlets)])];
}

/**
 * Which of these outlets each page names: in its reported text, its credits, or what it claims of itself.
 * A page's own name is found too: what is left of it in a copy betrays the exemplar. Cost: family size × text.
 */
export function findMentions(family: readonly Witness[]): Mentions[] {
  const outlets = namedOutlets(family);
  return family.map((witness) => mentionsOf(witness, outlets));
}

function mentionsOf(witness: Witness, outlets: readonly string[]): Mentions {
  const { page } = witness;
  const asides = [...page.parts.filter((part) => part.kind !== 'outlet').map((part) => part.text), ...page.byline];
  const claims = page.claims
    .filter((claim) => claim.field !== 'outlet' && claim.field !== 'publisher')
    .map((claim) => claim.value);
  const text = [...asides, ...claims].join('\n').slice(0, MOST_TEXT);
  const lower = text.toLowerCase();
  const found = new Map<string, string>();
  for (const outlet of outlets) {
    const at = wordIndex(lower, outlet);
    if (at >= 0) found.set(outlet, excerpt(text, at, outlet.length));
  }
  return found;
}

function wordIndex(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length))) return at;
  }
  return -1;
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}

/** The words around a mention, whole; dots where the line goes on. */
function excerpt(text: string, at: number, length: number): string {
  const first = text.lastIndexOf('\n', at) + 1;
  const after = text.indexOf('\n', at);
  const last = after < 0 ? text.length : after;
  const near = Math.max(first, at - AROUND / 2);
  const far = Math.min(last, at + length + AROUND / 2);
  const gap = text.indexOf(' ', near);
  const from = near === first ? first : gap < 0 || gap > at ? at : gap + 1;
  const end = far === last ? last : Math.max(at + length, text.lastIndexOf(' ', far));
  return `${from > first ? '…' : ''}${text.slice(from, end).trim()}${end < last ? '…' : ''}`;
}
