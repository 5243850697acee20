import { createHash } from 'node:crypto';
import type { Page, PartKind } from '../page/page.js';
import { TRACKING } from '../page/story-address.js';
import type { Deposit } from './archive.js';

/** Parts outside the reported text whose change makes a new version: what a page says of its origin and its mistakes. */
const VERSIONED: ReadonlySet<PartKind> = new Set<PartKind>(['deck', 'credit', 'contributor', 'correction']);

/** A page and its fingerprints, ready for `Archive.add`. `hashes` are distinct integers in [0, 2^52). */
export function depositOf(page: Page, hashes: Float64Array): Deposit {
  return { page, hashes, digest: digestOf(page) };
}

/**
 * SHA-256 (hex) of what makes a page this version of itself: title, byline, date, text, credits, corrections.
 * Furniture (tags, related stories, advertisements, the time of the last touch) doesn't count: it changes at every visit.
 */
export function digestOf(page: Page): string {
  const parts = page.parts.filter((part) => VERSIONED.has(part.kind)).map((part) => [part.kind, part.text]);
  const said = [page.title ?? '', page.byline, page.dateline ?? '', page.published ?? '', page.text, parts];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/**
 * What a page is filed under: its URL without fragment and tracking marks. A page without one is filed under its
 * digest and the caller's name for it: two rows of one text with different ids are two witnesses, the same row twice is one.
 * Of a file's path only the last part counts, since one folder is called differently from different places.
 */
export function addressOf(page: Page, digest: string): string {
  if (page.url !== undefined) return addressOfUrl(page.url);
  return page.id === undefined ? `digest:${digest}` : `digest:${digest}#${page.id.replace(PATH, '')}`;
}

/** The folders of what looks like a file's path: the rest has an extension. */
const PATH = /^.*[/\\](?=[^/\\]{1,255}\.[a-z]{1,8}$)/is;

/** A URL without fragment and tracking marks. */
export function addressOfUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  const names = [...new Set(parsed.searchParams.keys())].filter((name) => TRACKING.test(name.toLowerCase()));
  for (const name of names) parsed.searchParams.delete(name);
  return parsed.href;
}
