import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { StemmaError } from '../error.js';
import { guardedLookup, isPublicAddress, literalAddress, PRIVATE_ADDRESS } from './address-guard.js';
import { decode } from './http-response.js';
import { PAGE_LIMIT } from './limits.js';
import { parseRobots, type Robots } from './robots.js';

/** How the web may be used. */
export interface WebOptions {
  /** Whether loopback and private addresses may be asked. False unless said. */
  readonly allowPrivate?: boolean;
  /** Milliseconds between two requests to one host; a longer `Crawl-delay` of its robots.txt wins. 1,000 unless said. */
  readonly pace?: number;
  readonly signal?: AbortSignal;
}

/** What the last answer said of itself, so that an unchanged document isn't sent again. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A document of the web. */
interface WebDocument extends Validators {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  readonly bytes: Buffer;
  readonly contentType?: string;
}

/** A polite and careful way to the web. What it remembers (robots.txt, paces) lives as long as the value. */
export interface Web {
  /** Gets a document; undefined where it hasn't changed since `known`. Throws `bad-input` or `unreadable-page` with a sentence. */
  get(url: string, known?: Validators): Promise<WebDocument | undefined>;
  close(): Promise<void>;
}

/** Who asks. Sites address it in robots.txt by its first word. */
const USER_AGENT = 'Stemma/0.1 (source tracing)';

/** Redirects that are followed, as browsers and RFC 9309 (five for robots.txt) have it. */
const REDIRECTS = 5;

/** Milliseconds for a host to begin to answer, and for a whole document. */
const HEADERS_TIMEOUT = 15_000;
const DOCUMENT_TIMEOUT = 60_000;

/** Longest `Crawl-delay` that is honoured, in seconds: longer ones mean "don't", and robots.txt has a word for that. */
const LONGEST_DELAY = 30;

interface Host {
  robot?: Promise<Robots | undefined>;
  /** When it may be asked again, in milliseconds of the monotonic clock. */
  free: number;
}

interface Visit {
  readonly agent: Agent;
  readonly hosts: Map<string, Host>;
  readonly options: WebOptions;
}

/** Opens a way to the web: public addresses only unless told otherwise, checked again at every redirect; robots.txt, a pace for each host, limits of size and time. */
export function openWeb(options: WebOptions = {}): Web {
  const lookup = options.allowPrivate === true ? {} : { lookup: guardedLookup };
  const agent = new Agent({
    connect: { ...lookup, timeout: HEADERS_TIMEOUT },
    headersTimeout: HEADERS_TIMEOUT,
    bodyTimeout: HEADERS_TIMEOUT,
  });
  const visit: Visit = { agent, hosts: new Map(), options };
  return {
    get: (url, known = {}) => follow(visit, url, known),
    close: () => agent.close(),
  };
}

async function follow(visit: Visit, first: string, known: Validators): Promise<WebDocument | undefined> {
  let url = checked(visit, first);
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    await permitted(visit, url);
    await paced(visit, url);
    const answer = await ask(visit, url, known);
    if (answer.location === undefined) return answer.document;
    url = checked(visit, new URL(answer.location, url).href);
  }
  throw new StemmaError('unreadable-page', `${first} redirects more than ${REDIRECTS} times.`);
}

function checked(visit: Visit, address: string): URL {
  if (!URL.canParse(address)) throw new StemmaError('bad-input', `${address} is not an address of the web.`);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new StemmaError('bad-input', `${address} is neither http nor https.`);
  const literal = literalAddress(url.hostname);
  if (visit.options.allowPrivate !== true && literal !== undefined && !isPublicAddress(literal))
    throw privateAddress(url);
  return url;
}

function privateAddress(url: URL): StemmaError {
  return new StemmaError('bad-input', `${url.host} is a private or local address; --allow-private lets Stemma ask it.`);
}

interface Answer {
  readonly document?: WebDocument;
  readonly location?: string;
}

async function ask(visit: Visit, url: URL, known: Validators): Promise<Answer> {
  const conditions = {
    ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, br, deflate',
    ...conditions,
  };
  try {
    const response = await open(visit, url, headers);
    const header = (name: string): string | undefined => [response.headers[name] ?? []].flat()[0];
    const location = header('location');
    if (
      response.statusCode >= 300 &&
      response.statusCode < 400 &&
      response.statusCode !== 304 &&
      location !== undefined
    ) {
      await response.body.dump();
      return { location };
    }
    if (response.statusCode !== 200) await response.body.dump();
    if (response.statusCode === 304) return {};
    if (response.statusCode !== 200)
      throw new StemmaError('unreadable-page', `${url.href} answers with status ${response.statusCode}.`);
    const body = decode(await limited(response.body, url), header('content-encoding'));
    if (body === undefined)
      throw new StemmaError('unreadable-page', `${url.href} sends compressed data that can’t be unpacked.`);
    const [contentType, etag, lastModified] = [header('content-type'), header('etag'), header('last-modified')];
    const said = { ...(contentType && { contentType }), ...(etag && { etag }), ...(lastModified && { lastModified }) };
    return { document: { url: url.href, bytes: body, ...said } };
  } catch (error) {
    throw failureOf(error, url);
  }
}

type Response = Awaited<ReturnType<typeof request>>;

/** Asks again once where the connection was gone: a server may close a kept one in the moment in which it is used. */
async function open(visit: Visit, url: URL, headers: Record<string, string>): Promise<Response> {
  const signal = timeLimit(visit);
  const once = (): Promise<Response> => request(url, { dispatcher: visit.agent, headers, signal });
  try {
    return await once();
  } catch (error) {
    if (!GONE.has((error as { code?: string }).code ?? '')) throw error;
    return await once();
  }
}

const GONE: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function timeLimit({ options }: Visit): AbortSignal {
  const limit = AbortSignal.timeout(DOCUMENT_TIMEOUT);
  return options.signal === undefined ? limit : AbortSignal.any([options.signal, limit]);
}

async function limited(body: AsyncIterable<Buffer>, url: URL): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > PAGE_LIMIT)
      throw new StemmaError('unreadable-page', `${url.href} is larger than ${PAGE_LIMIT / 2 ** 20} MB.`);
  }
  return Buffer.concat(chunks);
}

function failureOf(error: unknown, url: URL): Error {
  if (error instanceof StemmaError) return error;
  const { code, name } = error as { code?: string; name?: string };
  if (code === PRIVATE_ADDRESS) return privateAddress(url);
  const why =
    code === 'ENOTFOUND'
      ? 'has no such host'
      : name === 'TimeoutError' || code?.includes('TIMEOUT')
        ? 'takes too long to answer'
        : 'can’t be reached';
  return new StemmaError('unreadable-page', `${url.href} ${why}.`, { cause: error });
}

function hostOf(visit: Visit, url: URL): Host {
  const host = visit.hosts.get(url.origin) ?? { free: 0 };
  visit.hosts.set(url.origin, host);
  return host;
}

async function paced(visit: Visit, url: URL): Promise<void> {
  const host = hostOf(visit, url);
  const delay = Math.min((await host.robot)?.getCrawlDelay(USER_AGENT) ?? 0, LONGEST_DELAY) * 1000;
  const turn = Math.max(performance.now(), host.free);
  host.free = turn + Math.max(visit.options.pace ?? 1000, delay);
  if (turn > performance.now())
    await sleep(
      turn - performance.now(),
      undefined,
      visit.options.signal === undefined ? {} : { signal: visit.options.signal },
    );
}

async function permitted(visit: Visit, url: URL): Promise<void> {
  const host = hostOf(visit, url);
  host.robot ??= robotOf(visit, url);
  if ((await host.robot)?.isDisallowed(url.href, USER_AGENT) === true) {
    throw new StemmaError('unreadable-page', `${url.href} is closed to readers like Stemma by its site’s robots.txt.`);
  }
}

/** RFC 9309: no file (4xx) permits all, a server that fails (5xx) permits nothing. A host that can't be reached says so at the page itself. */
async function robotOf(visit: Visit, page: URL): Promise<Robots | undefined> {
  let url = new URL('/robots.txt', page);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const answer = await ask(visit, url, {});
      if (answer.location === undefined) return parseRobots(url.href, answer.document?.bytes.toString('utf8') ?? '');
      url = checked(visit, new URL(answer.location, url).href);
    }
    return undefined;
  } catch (error) {
    const failed = error instanceof StemmaError && /status 5\d\d\.$/.test(error.message);
    return failed ? parseRobots(new URL('/robots.txt', page).href, 'User-agent: *\nDisallow: /') : undefined;
  }
}
