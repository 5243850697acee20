import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { RawPage } from '../page/raw-page.js';
import { isUnreadable, type Incoming, type Unreadable } from './incoming.js';
import { intake } from './intake.js';
import type { IntakeOptions } from './intake-options.js';

const root = mkdtempSync(join(tmpdir(), 'stemma-intake-'));

afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function all(inputs: string[], options?: IntakeOptions): Promise<Incoming[]> {
  const found: Incoming[] = [];
  for await (const incoming of intake(inputs, options)) found.push(incoming);
  return found;
}

function textOf(incoming: Incoming | undefined): string {
  const page = incoming as RawPage;
  return page.text ?? page.html ?? Buffer.from(page.bytes ?? []).toString('utf8');
}

function response(
  url: string,
  body: string | Uint8Array,
  headers = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
  return record(
    { 'WARC-Type': 'response', 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' },
    http,
  );
}

function record(headers: Record<string, string>, block: Uint8Array): Buffer {
  const lines = Object.entries({ ...headers, 'Content-Length': String(block.length) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

describe('intake of files', () => {
  it('takes a file as bytes, named by its path', async () => {
    const path = file('storm.txt', 'A storm closed the port of Velm.');
    expect(await all([path])).toEqual([{ id: path, bytes: Buffer.from('A storm closed the port of Velm.') }]);
  });

  it('takes a packed file as what it packs', async () => {
    const path = file('storm.html.gz', gzipSync('<p>A storm closed the port.'));
    expect((await all([path])).map(textOf)).toEqual(['<p>A storm closed the port.']);
  });

  it('reads a folder’s pages in name order, deep down, and leaves other files, hidden ones and links alone', async () => {
    file('folder/b.htm', 'two');
    file('folder/a/deep.md', 'one');
    file('folder/logo.png', 'no');
    file('folder/.hidden.html', 'no');
    file('folder/c.jsonl', '{"text":"three"}\n');
    symlinkSync(join(root, 'folder'), join(root, 'folder', 'loop.html'));
    expect((await all([join(root, 'folder')])).map(textOf)).toEqual(['one', 'two', 'three']);
  });

  it('says what is missing and goes on', async () => {
    const path = file('after.txt', 'after');
    const [missing, after] = await all([join(root, 'none.html'), path]);
    expect(missing).toEqual({ input: join(root, 'none.html'), why: 'does not exist' });
    expect(textOf(after)).toBe('after');
  });

  it('reads standard input, packed or not', async () => {
    const stdin = (content: Uint8Array): IntakeOptions => ({ stdin: Readable.from([content]) });
    expect((await all(['-'], stdin(Buffer.from('<p>Hello')))).map(textOf)).toEqual(['<p>Hello']);
    expect((await all(['-'], stdin(gzipSync('{"text":"row"}\n')))).map(textOf)).toEqual(['row']);
  });

  it('refuses a page larger than the limit, packed ones too', async () => {
    const found = await all([
      file('big.txt', Buffer.alloc(17 * 2 ** 20, 'a')),
      file('bomb.txt.gz', gzipSync(Buffer.alloc(300 * 2 ** 20, 'a'))),
    ]);
    expect(found.map((incoming) => (incoming as Unreadable).why)).toEqual([
      'is larger than 16 MB',
      'is larger than 16 MB',
    ]);
  });

  it('stops unpacking what would never end', async () => {
    const [bomb] = await all([file('bomb.jsonl.gz', gzipSync(Buffer.alloc(200 * 2 ** 20)))]);
    expect((bomb as Unreadable).why).toBe('it unpacks to far more than it could hold');
  });
});

describe('intake of JSON Lines', () => {
  it('gives rows in order and an error in the place of one that can’t be read', async () => {
    const lines = [
      '{"id":"a","text":"one","outlet":"Velm Post","extra":1}',
      'oops',
      '',
      '{"id":"b"}',
      '{"id":7,"html":"<p>two","byline":["Ann Roe"]}',
      '[]',
      '{"id":"c","text":5}',
    ];
    const path = file('rows.jsonl', `\uFEFF${lines.join('\r\n')}`);
    expect(await all([path])).toEqual([
      { id: 'a', text: 'one', outlet: 'Velm Post' },
      { input: `${path} line 2`, why: 'is not JSON' },
      { input: `${path} line 4`, why: 'has neither “html” nor “text”', id: 'b' },
      { id: '7', html: '<p>two', byline: ['Ann Roe'] },
      { input: `${path} line 6`, why: 'is not an object with a page’s fields' },
      { input: `${path} line 7`, why: 'has a “text” that is not text', id: 'c' },
    ]);
  });

  it('passes over a line without end and reads the next', async () => {
    const path = file('long.jsonl', Buffer.concat([Buffer.alloc(40 * 2 ** 20, 'a'), Buffer.from('\n{"text":"next"}')]));
    const [long, next] = await all([path]);
    expect(long).toEqual({ input: `${path} line 1`, why: 'is longer than 32 MB' });
    expect(next).toEqual({ text: 'next' });
  });

  it('says that a packed file is cut off, after all rows before the cut', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) =>
      JSON.stringify({ id: `${i}`, text: `Row ${Math.sin(i)} of the list.` }),
    );
    const packed = gzipSync(rows.join('\n'));
    const path = file('cut.jsonl.gz', packed.subarray(0, packed.length - 2000));
    const found = await all([path]);
    const pages = found.filter((incoming) => !isUnreadable(incoming));
    expect(pages.length).toBeGreaterThan(1500);
    expect(pages.at(-1)).toHaveProperty('id', `${pages.length - 1}`);
    expect(found.at(-1)).toEqual({
      input: path,
      why: `it is cut off; the ${pages.length} pages before that were read`,
    });
  });

  it('reads JSON of one page or a list of pages', async () => {
    expect(
      await all([file('one.json', '{ "text": "one" }'), file('two.json', '[{"text":"two"},{"text":"three"}]')]),
    ).toEqual([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
  });
});

describe('intake of web archives', () => {
  const chunked = '5\r\n<p>Th\r\n6;x=1\r\ne quay\r\n0\r\n\r\n';
  const archive = Buffer.concat([
    record({ 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' }, Buffer.from('software: x\r\n')),
    record(
      { 'WARC-Type': 'request', 'Content-Type': 'application/http; msgtype=request' },
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    ),
    response('https://coast.example/plain', '<p>The pier'),
    response('https://coast.example/logo', 'x', ['Content-Type: image/png']),
    response('https://coast.example/gone', '<p>gone', ['Content-Type: text/html'], '404 Not Found'),
    response('https://coast.example/chunked', chunked, ['Content-Type: text/html', 'Transfer-Encoding: chunked']),
    response('https://coast.example/packed', gzipSync('<p>The dock'), [
      'Content-Type: text/html',
      'Content-Encoding: gzip',
    ]),
    record(
      { 'WARC-Type': 'conversion', 'WARC-Target-URI': 'https://coast.example/text', 'Content-Type': 'text/plain' },
      Buffer.from('The bay'),
    ),
  ]);
  const addresses = ['plain', 'chunked', 'packed', 'text'].map((name) => `https://coast.example/${name}`);
  const texts = ['<p>The pier', '<p>The quay', '<p>The dock', 'The bay'];

  it('gives the pages, decoded, and passes over everything else', async () => {
    const found = await all([file('crawl.warc', archive)]);
    expect(found.map(textOf)).toEqual(texts);
    expect(found.map((incoming) => (incoming as RawPage).url)).toEqual(addresses);
    expect(found[0]).toHaveProperty('contentType', 'text/html; charset=utf-8');
  });

  it('reads one packed record by record', async () => {
    const members = Buffer.concat([gzipSync(archive), gzipSync(response('https://coast.example/last', '<p>Last'))]);
    expect((await all([file('crawl.warc.gz', members)])).map(textOf)).toEqual([...texts, '<p>Last']);
  });

  it('says that one is cut off, wherever the cut is, and gives what came before', async () => {
    const end = archive.indexOf('The bay') + 3;
    const path = file('cut.warc', archive.subarray(0, end));
    const found = await all([path]);
    expect(found.slice(0, -1).map(textOf)).toEqual(texts.slice(0, 3));
    expect(found.at(-1)).toEqual({ input: path, why: 'it is cut off in record 8; the 3 pages before that were read' });
    const packed = gzipSync(archive);
    const half = await all([file('cut.warc.gz', packed.subarray(0, packed.length - 12))]);
    expect((half.at(-1) as Unreadable).why).toMatch(/^it is cut off.* pages before that were read$/);
    const head = await all([file('head.warc', archive.subarray(0, archive.indexOf('WARC-Type: request')))]);
    expect((head.at(-1) as Unreadable).why).toBe('it is cut off in a record’s head');
  });

  it('says what is damaged', async () => {
    const damaged = Buffer.concat([response('https://coast.example/a', '<p>A'), Buffer.from('garbage\r\n\r\n')]);
    const [page, said] = await all([file('damaged.warc', damaged)]);
    expect(textOf(page)).toBe('<p>A');
    expect((said as Unreadable).why).toMatch(/doesn’t begin with WARC\/; the 1 page before that was read/);
  });
});
