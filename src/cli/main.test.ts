import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const STORY = join(EXAMPLES, 'lakeside-summit');
const room = mkdtempSync(join(tmpdir(), 'stemma-cli-'));

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function stemma(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', TSX, MAIN, ...args],
      { cwd: room, env: { ...process.env, ...env }, maxBuffer: 2 ** 28 },
      (error, out, err) =>
        done({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err }),
    );
    child.stdin?.end(input);
  });
}

function lines(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

beforeAll(async () => {
  expect(await stemma(['add', EXAMPLES, '--archive', 'archive'])).toMatchObject({ status: 0 });
}, 120_000);

afterAll(() => rmSync(room, { recursive: true, force: true }));

describe('stemma trace', () => {
  it('finds the exemplar of a spun page and answers in the fields that scripts rely on', async () => {
    const { status, out } = await stemma(['trace', join(STORY, 'spun.html'), '--archive', 'archive', '--json']);
    const [report = {}] = lines(out);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['id', 'page', 'verdict', 'collations', 'stemma', 'statements', 'sources', 'inspect']),
    );
    expect(report['verdict']).toMatchObject({ relation: 'spun' });
    expect(
      Object.values((report['verdict'] as { relations: Record<string, number> }).relations).reduce((a, b) => a + b),
    ).toBeCloseTo(1);
  });

  it('searches loose files without an archive and says where a stage stands', async () => {
    const against = ['--against', join(STORY, 'original.html'), join(EXAMPLES, 'ashkeld-dam', 'original.html')];
    const { status, out } = await stemma([
      'trace',
      join(STORY, 'spun.html'),
      ...against,
      '--until',
      'candidates',
      '--json',
    ]);
    const [{ candidates } = {}] = lines(out) as { candidates: { id: string; score: number }[] }[];
    expect(status).toBe(0);
    expect(candidates?.[0]?.id).toBe(join(STORY, 'original.html'));
  });

  it('prints no colours into a pipe, and colours where they are forced unless NO_COLOR is set', async () => {
    const args = ['trace', join(STORY, 'spun.html'), '--archive', 'archive'];
    const [piped, forced, muted] = await Promise.all([
      stemma(args),
      stemma(args, { env: { FORCE_COLOR: '1', NO_COLOR: undefined } }),
      stemma(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
    ]);
    expect(piped.out).not.toContain('\u001b');
    expect(forced.out).toContain('\u001b[');
    expect(muted.out).not.toContain('\u001b');
    expect(piped.out).toMatch(/^\n {2}A copy, spun\./);
  });

  it('writes evidence that holds no script and no address to load', async () => {
    const { out } = await stemma(['trace', join(STORY, 'spun.html'), '--archive', 'archive', '--format', 'html']);
    expect(out).toContain('<!doctype html>');
    expect(out).not.toMatch(/<script|<img|<link|@import|url\(/i);
  });
});

describe('bad input', () => {
  it('gives one sentence that names the thing, and status 2', async () => {
    writeFileSync(join(room, 'empty.html'), '');
    writeFileSync(join(room, 'junk.html'), Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)));
    writeFileSync(join(room, 'menu.html'), '<nav><a href="/">Home</a><a href="/b">News</a></nav>');
    writeFileSync(join(room, 'broken.txt.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4]));
    writeFileSync(join(room, 'note.txt'), 'no archive');
    const cases = [
      [['read', 'missing.html'], 'missing.html'],
      [['read', 'empty.html'], 'empty.html'],
      [['read', 'junk.html'], 'junk.html'],
      [['read', 'menu.html'], 'menu.html'],
      [['read', 'broken.txt.gz'], 'broken.txt.gz'],
      [['read', '--jsonl', '.'], '.'],
      [['trace', join(STORY, 'spun.html'), '--archive', 'nowhere'], 'nowhere'],
      [['trace', join(STORY, 'spun.html'), '--archive', 'note.txt'], 'note.txt'],
      [['trace', join(STORY, 'spun.html'), '--until', 'dinner'], 'dinner'],
      [['nonsense'], 'nonsense'],
    ] as const;
    for (const [args, name] of cases) {
      const { status, out, err } = await stemma([...args]);
      expect([args, status, out]).toEqual([args, 2, '']);
      expect(err).toContain(name);
      expect(err).not.toContain('    at ');
    }
  });

  it('costs a batch only its own row', async () => {
    const input = [
      '{"id":1,"text":"The dam held. Nobody was hurt on Tuesday."}',
      '{broken',
      '{"id":"c"}',
      '{"id":"d","text":""}',
    ].join('\n');
    const { status, out } = await stemma(['read', '--jsonl', '-'], { input });
    const rows = lines(out);
    expect(status).toBe(0);
    expect(rows.map((row) => row['id'])).toEqual([1, undefined, 'c', 'd']);
    expect(rows.map((row) => 'error' in row)).toEqual([false, true, true, true]);
  });

  it('answers the same, in the same order, on several threads', { timeout: 120_000 }, async () => {
    const row = (i: number): string =>
      i % 50 === 20
        ? '{broken'
        : JSON.stringify({ id: i, text: i % 50 === 30 ? '' : `“We lost ${i} boats,” Mayor Ada Roe said.` });
    const input = Array.from({ length: 700 }, (_, i) => row(i)).join('\n');
    const [alone, threaded] = await Promise.all(
      ['1', '2'].map((readers) => stemma(['statements', '--jsonl', '-', '--readers', readers], { input })),
    );
    expect(lines(alone?.out ?? '')).toHaveLength(700);
    expect(lines(alone?.out ?? '').filter((one) => 'error' in one)).toHaveLength(28);
    expect(threaded).toEqual(alone);
  });

  it('is status 1 where the page is read and nothing is found', async () => {
    const input = JSON.stringify({
      id: 'x',
      text: 'Beekeepers in the valley counted their hives after a mild winter, and most of them were pleased with what they saw.',
    });
    const { status, out } = await stemma(['trace', '--jsonl', '--archive', 'archive', '--until', 'candidates'], {
      input,
    });
    expect([status, lines(out)]).toEqual([1, [{ id: 'x', candidates: [] }]]);
  });
});

it('what names no page, or a second one for a format of one document, ends with a sentence and status 2', async () => {
  const [original, spun] = ['original.html', 'spun.html'].map((name) => join(STORY, name)) as [string, string];
  writeFileSync(join(room, 'empty.txt'), '');
  mkdirSync(join(room, 'no-pages'));
  expect(await stemma(['trace', 'no-pages', '--against', original])).toMatchObject({
    status: 2,
    err: 'stemma: There is no page in no-pages: name files, or a folder that has some.\n',
  });
  expect(await stemma(['trace', spun, '--against', original, 'empty.txt'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('stemma: empty.txt: ') as string,
  });
  expect(await stemma(['trace', spun, original, '--against', original, '--format', 'html'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('--format html writes one document: trace one page at a time.') as string,
  });
});
