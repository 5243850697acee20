import type { RawPage } from '../page/raw-page.js';
import { byteReader, type ByteReader } from './byte-reader.js';
import { readHttpResponse } from './http-response.js';
import type { Incoming } from './incoming.js';
import { PAGE_LIMIT } from './limits.js';
import type { ByteStream } from './unzip.js';

/**
 * Pages of a web archive (ISO 28500). Responses of status 200, resources and conversions whose type is HTML or plain
 * text are pages; images, requests and the rest are passed over. Own reader: warcio ends in silence where a file is cut
 * off. Here what came before is given, then an error is thrown that says so. Memory: one record of at most `PAGE_LIMIT`.
 */
export async function* readWarc(source: ByteStream, name: string): AsyncIterable<Incoming> {
  const reader = byteReader(source);
  for (let number = 1; ; number++) {
    const headers = await readRecordHeaders(reader);
    if (headers === undefined) return;
    const length = Number(headers.get('content-length') ?? 'none');
    if (!Number.isSafeInteger(length) || length < 0) throw new Error(`record ${number} doesn’t say how long it is`);
    if (!mayBePage(headers) || length > PAGE_LIMIT) {
      if ((await reader.skip(length)) < length) throw cutOff(number);
      if (mayBePage(headers))
        yield {
          input: targetOf(headers) ?? `${name} record ${number}`,
          why: `is larger than ${PAGE_LIMIT / 2 ** 20} MB`,
        };
      continue;
    }
    const block = await reader.take(length);
    if (block.length < length) throw cutOff(number);
    const incoming = pageOfRecord(headers, block, `${name} record ${number}`);
    if (incoming !== undefined) yield incoming;
  }
}

type Headers = ReadonlyMap<string, string>;

const PAGE_TYPE = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i;

/** Characters of one header line, and lines of one record's head, that are read. */
const HEADER_LIMIT = 65_536;
const HEADERS_LIMIT = 1000;

async function readRecordHeaders(reader: ByteReader): Promise<Headers | undefined> {
  let line = await reader.line(HEADER_LIMIT);
  while (line === '') line = await reader.line(HEADER_LIMIT);
  if (line === undefined) return undefined;
  if (!/^WARC\/\d/.test(line))
    throw new Error('it is not a web archive, or is damaged: a record doesn’t begin with WARC/');
  const headers = new Map<string, string>();
  for (let count = 0; count < HEADERS_LIMIT; count++) {
    line = await reader.line(HEADER_LIMIT);
    if (line === undefined) throw new Error('it is cut off in a record’s head');
    if (line === '') return headers;
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), utf8(line.slice(colon + 1).trim()));
  }
  throw new Error('a record’s head has no end');
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

function mayBePage(headers: Headers): boolean {
  const type = headers.get('warc-type');
  const content = headers.get('content-type') ?? '';
  return type === 'response'
    ? /^application\/http\b/i.test(content)
    : (type === 'resource' || type === 'conversion') && PAGE_TYPE.test(content);
}

function targetOf(headers: Headers): string | undefined {
  return headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
}

function pageOfRecord(headers: Headers, block: Uint8Array, name: string): Incoming | undefined {
  const target = targetOf(headers);
  const url = target !== undefined && /^https?:/i.test(target) ? { url: target } : {};
  if (headers.get('warc-type') !== 'response') return page(url, block, headers.get('content-type'));
  const response = readHttpResponse(block);
  if (response === undefined) return { input: target ?? name, why: 'has a response that can’t be read' };
  if (response.status !== 200 || (response.contentType !== undefined && !PAGE_TYPE.test(response.contentType)))
    return undefined;
  return page(url, response.body, response.contentType);
}

function page(url: { url?: string }, bytes: Uint8Array, contentType: string | undefined): RawPage {
  return { ...url, bytes, ...(contentType === undefined ? {} : { contentType }) };
}

function cutOff(record: number): Error {
  return new Error(`it is cut off in record ${record}`);
}
