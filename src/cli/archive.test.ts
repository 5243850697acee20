import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openSqliteArchive } from '../archive/sqlite.js';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const STORY = fileURLToPath(new URL('../../examples/tram-contract-verdict', import.meta.url));
const room = mkdtempSync(join(tmpdir(), 'stemma-cli-archive-'));

afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function stemma(args: readonly string[], input = ''): Promise<Ended> {
  const command = ['--import', import.meta.resolve('tsx'), MAIN, ...args];
  return new Promise((done) => {
    const child = execFile(process.execPath, command, { cwd: room }, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
    child.stdin?.end(input);
  });
}

it(
  'an archive is filled, filled again without doubles, looked at, and carried over to another',
  { timeout: 120_000 },
  async () => {
    const first = await stemma(['add', STORY, 'missing.html', '--archive', 'a', '--json']);
    expect(first.status).toBe(2);
    expect(JSON.parse(first.out)).toEqual({
      added: 7,
      known: 0,
      versions: 0,
      unreadable: [{ input: 'missing.html', why: 'does not exist' }],
    });
    expect((await stemma(['add', STORY, '--archive', 'a'])).out).toBe(
      '0 added, 7 known, 0 new versions, 0 unreadable\n',
    );
    expect(JSON.parse((await stemma(['archive', 'info', '--archive', 'a', '--json'])).out)).toMatchObject({
      witnesses: 7,
      addresses: 7,
    });
    expect(await stemma(['archive', 'verify', '--archive', 'a'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/is sound\.\n$/) as string,
    });
    const { out } = await stemma(['archive', 'export', '--archive', 'a']);
    expect(JSON.parse((await stemma(['add', '-', '--jsonl', '--archive', 'b', '--json'], out)).out)).toMatchObject({
      added: 7,
    });
    const carried = (await stemma(['archive', 'export', '--archive', 'b'])).out;
    const pagesOf = (rows: string): unknown[] =>
      rows
        .trim()
        .split('\n')
        .map((row) => ({ ...(JSON.parse(row) as object), added: '' }));
    expect(pagesOf(carried)).toEqual(pagesOf(out));
  },
);

it('a web archive that is cut off gives what came before, and the cut is said', { timeout: 60_000 }, async () => {
  const text =
    'The tram council of Velm voted on Monday to end the contract, officials said. The mayor called it a sad day. '.repeat(
      4,
    );
  const record = `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://velm.example/tram\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}\r\n\r\n${text}\r\n\r\n`;
  writeFileSync(join(room, 'crawl.warc'), `${record}${record.slice(0, 150)}`);
  const { status, out } = await stemma(['add', 'crawl.warc', '--archive', 'warc', '--json']);
  expect(status).toBe(2);
  expect(JSON.parse(out)).toEqual({
    added: 1,
    known: 0,
    versions: 0,
    unreadable: [{ input: 'crawl.warc', why: 'it is cut off in record 2; the 1 page before that was read' }],
  });
});

it(
  'a second writer, an archive that isn’t there and nothing to add end with a sentence and status 2',
  { timeout: 60_000 },
  async () => {
    const archive = await openSqliteArchive(join(room, 'held'), { owner: 'the desk, stemma serve --port 4800' });
    const second = await stemma(['add', STORY, '--archive', 'held']);
    await archive.close();
    expect(second).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringMatching(
        /^stemma: The archive in held is being written by process \d+ on .*--archive http:\/\/127\.0\.0\.1:4800\.\n$/,
      ) as string,
    });
    expect(await stemma(['archive', 'info', '--archive', 'nowhere'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('stemma: There is no SQLite archive in') as string,
    });
    expect(await stemma(['add', 'missing.html', '--archive', 'held'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('stemma: Nothing was added: missing.html does not exist.') as string,
    });
  },
);

it('who carried a text is found in the archive, and clusters of copies without one', { timeout: 60_000 }, async () => {
  await stemma(['add', STORY, '--archive', 'copies']);
  const { status, out } = await stemma(['copies', join(STORY, 'original.txt'), '--archive', 'copies', '--json']);
  const { copies } = JSON.parse(out) as { copies: { id: string; share: number; changes: object }[] };
  expect(status).toBe(0);
  expect(copies.map(({ id }) => id)).toEqual(
    expect.arrayContaining([join(STORY, 'spun.txt'), join(STORY, 'credited.txt')]),
  );
  expect(copies[0]).toMatchObject({ changes: { quotes: expect.any(Array) as unknown[] } });
  const rows = (await stemma(['dedup', STORY])).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; cluster: number });
  const clusterOf = (name: string): number | undefined => rows.find(({ id }) => id === join(STORY, name))?.cluster;
  expect(rows).toHaveLength(7);
  expect(clusterOf('spun.txt')).toBe(clusterOf('original.txt'));
  expect(clusterOf('independent.txt')).not.toBe(clusterOf('original.txt'));
});
