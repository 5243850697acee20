import { setTimeout as sleep } from 'node:timers/promises';
import { isHeld } from './add.js';
import { prepare } from './prepare.js';
import { agreeOnScheme } from './archive/agree-on-scheme.js';
import type { Archive } from './archive/archive.js';
import { StemmaError } from './error.js';
import { isUnreadable, type Incoming, type Unreadable } from './intake/incoming.js';
import type { Link } from './intake/link.js';
import { readFeed, readOpml } from './intake/read-feed.js';
import { fetchLink } from './intake/read-source.js';
import { sourceKind } from './intake/source-kind.js';
import type { Validators, Web } from './intake/web.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import type { Report } from './report/report.js';

/** What watching needs. */
export interface WatchContext {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  readonly web: Web;
  /** Says where a page's text comes from; asked before the page is added. */
  readonly trace: (raw: RawPage) => Promise<Report>;
  readonly signal?: AbortSignal;
}

/** A new page of a feed, traced and added. */
export interface Finding {
  /** ISO 8601. */
  readonly at: string;
  readonly feed: string;
  readonly report: Report;
}

/** What one reading of a feed came to. */
export type FeedNews = Finding | Unreadable;

/** What is remembered of a feed from one reading to the next. */
export interface FeedMemory {
  validators: Validators;
  /** Addresses met that gave no page, so that they aren't asked for at every reading; only those that the feed still lists. */
  refused: ReadonlySet<string>;
}

/** Milliseconds between two readings of a feed unless told otherwise: feeds say themselves that they change every few minutes at most. */
export const WATCH_INTERVAL = 300_000;

/** Readings that a feed which can't be read sits out at most: at five minutes each, some two hours. A choice. */
const LONGEST_REST = 24;

/**
 * Keeps reading feeds (or the feeds of OPML lists) until the signal ends it. A feed that can't be read is said, and sits out one
 * reading, then two, four, …; where none of them could be read at the first reading, the addresses are wrong: throws `bad-input`.
 */
export async function* watchFeeds(
  feeds: readonly string[],
  context: WatchContext,
  interval = WATCH_INTERVAL,
): AsyncIterable<FeedNews> {
  const turns = feeds.map((feed) => ({ feed, memory: newFeedMemory(), rest: 0, failures: 0 }));
  const isOver = (): boolean => context.signal?.aborted === true;
  for (let reading = 1; !isOver(); reading++) {
    for (const turn of turns) {
      if (turn.rest-- > 0) continue;
      let failed = false;
      for await (const news of pollFeed(turn.feed, turn.memory, context)) {
        failed ||= 'why' in news && news.input === turn.feed;
        yield news;
      }
      turn.failures = failed ? turn.failures + 1 : 0;
      turn.rest = failed ? Math.min(LONGEST_REST, 2 ** (turn.failures - 1)) : 0;
    }
    if (reading === 1 && turns.every(({ failures }) => failures > 0) && !isOver())
      throw new StemmaError('bad-input', 'None of the feeds could be read: look at their addresses and try again.');
    await pause(interval, context.signal);
  }
}

export function newFeedMemory(): FeedMemory {
  return { validators: {}, refused: new Set() };
}

/** Reads a feed once: each page that the archive hasn't is fetched, traced, added and given. Asks only whether the feed has changed where `memory` has met it before. */
export async function* pollFeed(feed: string, memory: FeedMemory, context: WatchContext): AsyncIterable<FeedNews> {
  let links: Link[];
  try {
    links = await linksOf(feed, memory, context);
  } catch (error) {
    yield { input: feed, why: error instanceof Error ? error.message : String(error) };
    return;
  }
  const refused = new Set<string>();
  for (const link of links) {
    if (context.signal?.aborted === true) return;
    if (memory.refused.has(link.url)) refused.add(link.url);
    if (memory.refused.has(link.url) || (await isHeld(context.archive, link))) continue;
    const news = await newsOf(await fetchLink(link, context.web), { feed, context });
    if ('why' in news) refused.add(link.url);
    yield news;
  }
  memory.refused = refused;
}

/** Entries of a feed that has changed, the oldest first: a copy then meets what it copied. */
async function linksOf(feed: string, memory: FeedMemory, { web }: WatchContext): Promise<Link[]> {
  const document = await web.get(feed, memory.validators);
  if (document === undefined) return [];
  const { etag, lastModified } = document;
  memory.validators = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  const text = document.bytes.toString('utf8');
  if (sourceKind(document.url, text.slice(0, 4096)) !== 'opml') return readFeed(text, document.url).reverse();
  const links: Link[] = [];
  for (const url of readOpml(text, document.url)) {
    const listed = await web.get(url);
    if (listed !== undefined) links.push(...readFeed(listed.bytes.toString('utf8'), listed.url).reverse());
  }
  return links;
}

async function newsOf(
  incoming: Incoming,
  { feed, context }: { readonly feed: string; readonly context: WatchContext },
): Promise<FeedNews> {
  if (isUnreadable(incoming)) return incoming;
  const deposit = prepare(incoming, context.knowledge, feed);
  if ('why' in deposit) return deposit;
  const report = await context.trace(incoming);
  await agreeOnScheme(context.archive, context.knowledge.lexicon);
  await context.archive.add([deposit]);
  return { at: new Date().toISOString(), feed, report };
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {});
}
