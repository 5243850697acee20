import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/running-desk.js';
import type { Problem } from './problem.js';

let desk: TestDesk;
let paths: readonly (readonly [method: string, path: string])[];

beforeAll(async () => {
  desk = await openTestDesk();
  const document = (await (await desk.ask('/api/openapi.json')).json()) as {
    readonly paths: Record<string, Record<string, unknown>>;
  };
  paths = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/, 'nobody')] as const),
  );
});
afterAll(() => desk.close());

const JSON_TYPE = { 'content-type': 'application/json' };

async function problemOf(response: Response, asked: string): Promise<Problem> {
  expect([asked, response.headers.get('content-type')]).toEqual([asked, 'application/problem+json; charset=utf-8']);
  return (await response.json()) as Problem;
}

/** Routes that take no body at all, or any bytes. */
const BODILESS = ['/api/archive/scan', '/api/uploads'];

describe('a request that is wrong', () => {
  it.each([
    ['[]', /not a list|one "file" or more/],
    ['null', /not null|one "file" or more/],
    ['7', /not a number|one "file" or more/],
    ['{"a":', /no JSON|one "file" or more/],
    ['', /no JSON|one "file" or more/],
  ])('is told so at every address that takes JSON, in one sentence (%s)', async (body, said) => {
    for (const [method, path] of paths) {
      if (method !== 'POST' || BODILESS.includes(path)) continue;
      const response = await desk.ask(path, { method, body, headers: JSON_TYPE });
      const { status, code, detail } = await problemOf(response, path);
      expect([path, status, code, detail]).toEqual([path, 400, 'bad-input', expect.stringMatching(said)]);
      expect([path, detail]).toEqual([path, expect.stringMatching(/^[A-Z"][^.]*\.$/)]);
    }
  });

  it.each<[path: string, body: unknown, said: string]>([
    ['/api/trace', {}, 'Send the page’s "text", "html" or "url", or "holding", the key of a page of the archive.'],
    ['/api/read', {}, 'A page needs "text", "html" or "url".'],
    ['/api/copies', {}, 'A page needs "text", "html" or "url".'],
    ['/api/stem', {}, '"pages" is missing: it must be a list.'],
    ['/api/stem', { pages: [] }, '"pages" is empty.'],
    ['/api/stem', { pages: [{ text: 'Words.' }, {}] }, '"pages.1": a page needs "text", "html" or "url".'],
    ['/api/trace', { text: null }, '"text" is null: it must be a text.'],
    ['/api/trace', { text: 'Words.', until: 'tea' }, '"until" must be one of page, candidates, stemma, report.'],
    ['/api/trace', { text: 'Words.', limit: 1.5 }, '"limit" must be a whole number.'],
    ['/api/trace', { text: 'Words.', against: 'all' }, '"against" is a text: it must be a list.'],
    ['/api/read', { url: 'page.html' }, '"url" must begin with http:// or https://, not “page.html”.'],
    ['/api/read', { text: 'x'.repeat(2 ** 24 + 1) }, '"text" has more than 16,777,216 characters: send fewer.'],
    [
      '/api/collate',
      { base: 'Words.' },
      '"witness" is missing: it must be a text, or a page with "text", "html" or "url".',
    ],
    ['/api/collate', { base: 'Words.', witness: { text: 7 } }, '"witness.text" is a number: it must be a text.'],
    [
      '/api/add',
      {},
      'There is nothing to add: name addresses in "sources", or files that were sent to /api/uploads in "uploads".',
    ],
    ['/api/watch/feeds', {}, '"url" is missing: it must be a text.'],
    ['/api/archive/holdings', {}, '"keys" is missing: it must be a list.'],
  ])('names the field and what to send: %s', async (path, body, said) => {
    const { detail } = await problemOf(await desk.post(path, body), path);
    expect(detail).toBe(said);
  });

  it.each([
    [
      '/api/archive/search?since=2&month=March',
      '"since" must be a day such as 2026-03-11; "month" must be a month such as 2026-03.',
    ],
    ['/api/archive/search?from=-1', '"from" must be at least 0.'],
    ['/api/archive/pages/first', '"key" must be a number.'],
    ['/api/archive/pair?base=1', '"witness" must be a number.'],
    ['/api/reports?limit=many', '"limit" must be a number.'],
    ['/api/reports/last', '"id" must be the 20 hexadecimal digits that a report’s address ends with.'],
    ['/api/trace', '/api/trace takes POST, not GET.'],
  ])('is told what its address should have: %s', async (path, said) => {
    const { detail } = await problemOf(await desk.ask(path), path);
    expect(detail).toBe(said);
  });

  it('that is no JSON by its header is refused at every address that takes JSON', async () => {
    for (const [method, path] of paths) {
      if (method !== 'POST' || [...BODILESS, '/api/trace/files'].includes(path)) continue;
      const headers = { 'content-type': 'text/plain' };
      const { status, detail } = await problemOf(await desk.ask(path, { method, body: '{}', headers }), path);
      expect([path, status, detail]).toEqual([path, 415, 'Send JSON, with content-type application/json.']);
    }
  });
});
