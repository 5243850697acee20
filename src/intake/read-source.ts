import type { RawPage } from '../page/raw-page.js';
import type { Incoming } from './incoming.js';
import type { IntakeOptions } from './intake-options.js';
import { DEPTH_LIMIT, LIST_LIMIT, PAGE_LIMIT } from './limits.js';
import type { Link } from './link.js';
import { pageOf, readJsonLines } from './read-json-lines.js';
import type { SitemapEntry } from './read-sitemap.js';
import { readWarc } from './read-warc.js';
import { isGzip, sourceKind, type SourceKind } from './source-kind.js';
import { unzip, type ByteStream } from './unzip.js';
import type { Web } from './web.js';

/** Bytes of anything, and where they came from. */
export interface Source {
  /** For sentences. */
  readonly name: string;
  readonly bytes: ByteStream;
  /** Name of the page, if it is one: a file's path. */
  readonly id?: string;
  /** Address, if it came from the web. */
  readonly url?: string;
  readonly contentType?: string;
}

/** Characters by which a source's kind is told: comments and declarations before a root element fit in. */
const HEAD = 4096;

/** Shortest HTML content (characters) of a feed's entry that stands in for a page that can't be fetched; less is a teaser. */
const WHOLE_CONTENT = 1000;

/** Where a list of pages is being followed, and how deep. */
interface Trail {
  readonly web: Web;
  readonly options: IntakeOptions;
  readonly depth: number;
}

/** Pages of a source, whatever it is. Throws, after what could be read, where the rest can't be. */
export function readSource(source: Source, web: Web, options: IntakeOptions): AsyncIterable<Incoming> {
  return readAt(source, { web, options, depth: 0 });
}

async function* readAt(source: Source, trail: Trail): AsyncIterable<Incoming> {
  const packed = await peek(source.bytes);
  const { head, bytes } = isGzip(packed.head) ? await peek(unzip(packed.bytes)) : packed;
  const kind =
    trail.options.jsonLines === true ? 'json-lines' : sourceKind(source.name, Buffer.from(head).toString('utf8'));
  yield* readKind(kind, { ...source, bytes }, trail);
}

function readKind(kind: SourceKind, source: Source, trail: Trail): AsyncIterable<Incoming> {
  const { name, bytes } = source;
  switch (kind) {
    case 'json-lines':
      return readJsonLines(bytes, name);
    case 'warc':
      return readWarc(bytes, name);
    case 'json':
      return readJson(source);
    case 'feed':
      return readEntries(source, trail);
    case 'opml':
      return readFeeds(source, trail);
    case 'sitemap':
      return readSitemapAddresses(source, trail);
    case 'page':
      return readWhole(source);
  }
}

async function* readWhole(source: Source): AsyncIterable<Incoming> {
  yield pageFrom(await whole(source.bytes, PAGE_LIMIT), source);
}

// Readers of lists are loaded when one comes: a single page, the usual input, shouldn't wait for them.
async function* readEntries({ bytes, url }: Source, trail: Trail): AsyncIterable<Incoming> {
  const { readFeed } = await import('./read-feed.js');
  yield* readLinks(readFeed((await whole(bytes, LIST_LIMIT)).toString('utf8'), url), trail);
}

async function* readFeeds({ bytes, url }: Source, trail: Trail): AsyncIterable<Incoming> {
  const { readOpml } = await import('./read-feed.js');
  const feeds = readOpml((await whole(bytes, LIST_LIMIT)).toString('utf8'), url);
  for (const feed of feeds) yield* readListed({ url: feed }, trail);
}

async function* readSitemapAddresses({ bytes, url }: Source, trail: Trail): AsyncIterable<Incoming> {
  const { readSitemap } = await import('./read-sitemap.js');
  yield* readAddresses(readSitemap(bytes, url), trail);
}

async function* readAddresses(entries: AsyncIterable<SitemapEntry>, trail: Trail): AsyncIterable<Incoming> {
  for await (const entry of entries) {
    yield* entry.kind === 'sitemap' ? readListed(entry, trail) : readLinks([entry], trail);
  }
}

/** A list that another list names. A failure is said and the rest goes on. */
async function* readListed(link: Link, trail: Trail): AsyncIterable<Incoming> {
  if (trail.depth >= DEPTH_LIMIT) {
    yield { input: link.url, why: 'is a list in a list too many times over' };
    return;
  }
  try {
    const document = await trail.web.get(link.url);
    if (document === undefined) return;
    const { url, bytes } = document;
    yield* readAt({ name: url, url, bytes: stream(bytes) }, { ...trail, depth: trail.depth + 1 });
  } catch (error) {
    yield { input: link.url, why: messageOf(error) };
  }
}

/** The pages that a feed or sitemap lists. */
async function* readLinks(links: Iterable<Link>, { web, options }: Trail): AsyncIterable<Incoming> {
  for (const link of links) {
    if (options.signal?.aborted === true) return;
    if ((await options.isKnown?.(link)) === true) options.onKnown?.(link);
    else yield await fetchLink(link, web);
  }
}

/** A listed page from the web, or from the list itself where the web doesn't give it and the list holds all of it. */
export async function fetchLink(link: Link, web: Web): Promise<Incoming> {
  try {
    const document = await web.get(link.url);
    if (document === undefined) return { input: link.url, why: 'has nothing new' };
    return pageFrom(document.bytes, { name: link.url, ...document, bytes: stream(document.bytes) });
  } catch (error) {
    const { url, title, published, content = '' } = link;
    if (content.length < WHOLE_CONTENT) return { input: link.url, why: messageOf(error) };
    return { url, html: content, ...(title && { title }), ...(published && { published }) };
  }
}

async function* readJson({ bytes, name }: Source): AsyncIterable<Incoming> {
  const value: unknown = JSON.parse((await whole(bytes, LIST_LIMIT)).toString('utf8').replace(/^\uFEFF/, ''));
  const rows = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const [i, row] of rows.entries()) yield pageOf(row, rows.length === 1 ? name : `${name} item ${i + 1}`);
}

function pageFrom(bytes: Uint8Array, { id, url, contentType }: Source): RawPage {
  return {
    bytes,
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

async function whole(bytes: ByteStream, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) throw new Error(`is larger than ${limit / 2 ** 20} MB`);
  }
  return Buffer.concat(chunks);
}

/** The first bytes of a stream, and the stream as if they hadn't been taken. An error after them waits for its turn. */
async function peek(source: ByteStream): Promise<{ head: Uint8Array; bytes: ByteStream }> {
  const chunks = source[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let [size, failure]: [number, Error | undefined] = [0, undefined];
  try {
    while (size < HEAD) {
      const next = await chunks.next();
      if (next.done === true) break;
      taken.push(next.value);
      size += next.value.length;
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  return { head: Buffer.concat(taken).subarray(0, HEAD), bytes: resume(taken, chunks, failure) };
}

async function* resume(
  taken: readonly Uint8Array[],
  chunks: AsyncIterator<Uint8Array>,
  failure: Error | undefined,
): ByteStream {
  try {
    yield* taken;
    if (failure !== undefined) throw failure;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}

/** Bytes at hand, as a stream. */
export async function* stream(bytes: Uint8Array): ByteStream {
  yield await Promise.resolve(bytes);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
