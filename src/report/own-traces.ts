import { hostOf } from '../page/host-of.js';
import type { Page } from '../page/page.js';
import { listOf } from './plain-words.js';

/** Whom the page itself names as where it came from. */
export function* tracesOn(page: Page): Iterable<string> {
  const originals = distinct(page, new Set(['original', 'canonical'])).filter((value) => !isOwnAddress(value, page));
  const agencies = distinct(page, new Set(['agency']));
  if (originals.length > 0) yield `The page itself points to ${listOf(originals)}.`;
  if (agencies.length > 0) yield `It names ${listOf(agencies)} in its credits, byline, dateline or image names.`;
}

function distinct(page: Page, fields: ReadonlySet<string>): string[] {
  return [...new Set(page.claims.filter((claim) => fields.has(claim.field)).map((claim) => claim.value))];
}

/** A page names its own address as canonical. A saved page has no other: then its outlet's name tells, as most stand in their host's. */
function isOwnAddress(value: string, { url, outlet }: Page): boolean {
  const host = hostOf(value);
  if (host === undefined) return false;
  if (url !== undefined) return host === hostOf(url);
  return outlet === undefined || squeezed(host).includes(squeezed(outlet).slice(0, OUTLET_LETTERS));
}

function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Letters of an outlet's name that its host mostly begins with: "Brannock Echo" at brannockecho.example. A choice. */
const OUTLET_LETTERS = 6;
