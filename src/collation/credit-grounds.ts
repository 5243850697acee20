import { hostOf } from '../page/host-of.js';
import type { Page, PartKind } from '../page/page.js';
import type { Ground } from './collation.js';

/** A page that credits the other, or bears its address or its people's line, is the younger of the two. */
export function creditGrounds(base: Page, witness: Page): Ground[] {
  return [...creditsOf(base, witness, 'witness'), ...creditsOf(witness, base, 'base')];
}

/** What the one page bears of the other; `favours` is the other's side. */
function creditsOf(page: Page, other: Page, favours: 'base' | 'witness'): Ground[] {
  const found: Ground[] = [];
  const side = favours === 'base' ? 'witness' : 'base';
  const host = hostOf(other.url ?? other.canonical);
  const own = hostOf(page.url);
  if (
    host !== undefined &&
    host !== own &&
    page.claims.some((claim) => claim.value.includes('://') && hostOf(claim.value) === host)
  ) {
    found.push({ kind: 'leftover', text: `The ${side} bears an address of ${host}.`, favours, weight: ADDRESS });
  }
  if (other.outlet !== undefined && !isSameOutlet(page.outlet, other.outlet)) {
    const line = creditLines(page).find((text) => plainWords(text).includes(plainWords(other.outlet ?? '')));
    if (line !== undefined)
      found.push({
        kind: 'credited',
        text: `The ${side} credits ${other.outlet}: “${line.slice(0, LONGEST_LINE)}”.`,
        favours,
        weight: CREDIT,
      });
  }
  return found;
}

function creditLines(page: Page): string[] {
  return [
    ...page.parts.filter((part) => CREDITING.has(part.kind)).map((part) => part.text),
    ...page.byline,
    ...(page.dateline === undefined ? [] : [page.dateline]),
    ...page.claims.filter((claim) => CREDIT_FIELDS.test(claim.field)).map((claim) => claim.value),
  ];
}

function isSameOutlet(a: string | undefined, b: string): boolean {
  return a !== undefined && plainWords(a) === plainWords(b);
}

/** Words in lower case between single blanks, a blank at both ends: a name is found in it as whole words. */
export function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const CREDITING: ReadonlySet<PartKind> = new Set(['byline', 'dateline', 'contributor', 'credit', 'caption']);
const CREDIT_FIELDS = /agency|credit|author|source|byline|contributor/i;
/** Copies keep the original’s addresses by oversight, and credit others with a reason: both outweigh a date. */
const ADDRESS = 4;
const CREDIT = 3.6;
const LONGEST_LINE = 120;
