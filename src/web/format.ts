import { hostOf } from '../page/host-of.js';
import { dayOf } from '../report/plain-words.js';

/** How long ago something was, in the largest unit that says something. */
export function agoOf(iso: string, now: number): string {
  const minutes = Math.round((now - Date.parse(iso)) / 60_000);
  if (Number.isNaN(minutes)) return iso;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 60 * 24) return `${Math.round(minutes / 60)} h ago`;
  return minutes < 60 * 24 * 7 ? counted(Math.round(minutes / 1440), 'day') + ' ago' : dayOf(iso);
}

/** A span of time in words: "3 h 12 min", "2 days". */
export function spanOf(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return counted(Math.round(hours / 24), 'day');
}

/** A share of a text, from 0 to 100 %. */
export function shareOf(share: number): string {
  return `${share > 0 && share < 0.005 ? 'under 1' : Math.round(share * 100)} %`;
}

/** "1 page", "1,200 pages". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}

/** Bytes for people. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** An address that may be a link: http and https only, whatever a page claims. */
export function safeHref(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}

/** What people know a page by, shortest first. */
export function labelOf(page: {
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  readonly id?: string;
}): string {
  return page.outlet ?? hostOf(page.url) ?? page.title ?? page.url ?? page.id ?? 'an untitled page';
}
