import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { dedup, type Deduplicated } from './dedup.js';
import type { Unreadable } from './intake/incoming.js';
import { openKnowledge } from './knowledge/knowledge.js';

const story = fileURLToPath(new URL('../examples/tram-contract-verdict/', import.meta.url));
const knowledge = openKnowledge();

async function dedupRows(rows: readonly object[]): Promise<(Deduplicated | Unreadable)[]> {
  const stdin = Readable.from([Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))]);
  const found: (Deduplicated | Unreadable)[] = [];
  for await (const one of dedup(['-'], knowledge, { stdin, jsonLines: true })) found.push(one);
  return found;
}

const texts = Object.fromEntries(
  readdirSync(story).map((name) => [name.replace('.txt', ''), readFileSync(story + name, 'utf8')]),
);

it(
  'puts copies and spun copies into one cluster, other reports of the event into clusters of their own, in order of input',
  { timeout: 30_000 },
  async () => {
    const names = ['independent', 'spun', 'original', 'independent-2', 'respun'];
    const found = (await dedupRows(names.map((id) => ({ id, text: texts[id] })))) as Deduplicated[];
    expect(found.map(({ id }) => id)).toEqual(names);
    expect(found.map(({ cluster }) => cluster)).toEqual([1, 2, 2, 3, 2]);
    for (const { share } of found) expect(share).toBeGreaterThan(0.3);
  },
);

it('takes the earliest text for the exemplar, by day where a time is missing', { timeout: 30_000 }, async () => {
  const text = texts['original'];
  const found = (await dedupRows([
    { id: 'late', text, published: '2026-03-11T18:00:00Z' },
    { id: 'early', text: `${text} `, published: '2026-03-11T18:30:00+02:00' },
    { id: 'next day', text: `${text}\n`, published: '2026-03-12' },
  ])) as Deduplicated[];
  expect(found.map(({ exemplar }) => exemplar)).toEqual(['early', 'early', 'early']);
  expect(found.map(({ relation, share }) => [relation, share])).toEqual([
    ['verbatim', 1],
    ['verbatim', 1],
    ['verbatim', 1],
  ]);
});

it('never takes a spun text for the exemplar where no date says which is older', { timeout: 30_000 }, async () => {
  const orders = [
    ['spun', 'original', 'credited'],
    ['respun', 'spun', 'original'],
    ['credited', 'original', 'respun', 'spun'],
  ];
  for (const names of orders) {
    const found = (await dedupRows(names.map((id) => ({ id, text: texts[id] })))) as Deduplicated[];
    for (const { exemplar } of found) expect(['original', 'credited']).toContain(exemplar);
  }
});

it('never joins two reports by a page that mixes them, in whatever order', { timeout: 60_000 }, async () => {
  const [one = '', other = ''] = [texts['original'], texts['independent']];
  const mixed = `${one}\n\n${other}`;
  const rows = { one, mixed, other, spun: texts['spun'] };
  const orders = [
    ['one', 'mixed', 'other', 'spun'],
    ['mixed', 'one', 'spun', 'other'],
    ['one', 'other', 'mixed', 'spun'],
  ] as const;
  for (const names of orders) {
    const dated = names.map((id) => ({ id, text: rows[id], published: id === 'mixed' ? '2026-03-13' : '2026-03-12' }));
    const found = (await dedupRows(dated)) as Deduplicated[];
    const clusterOf = new Map(found.map(({ id, cluster }) => [id, cluster]));
    expect(clusterOf.get('other')).not.toBe(clusterOf.get('one'));
    expect(clusterOf.get('spun')).toBe(clusterOf.get('one'));
    expect(found[0]?.cluster).toBe(1);
  }
});

it('says in its place which row can’t be read', async () => {
  const [empty, text] = await dedupRows([
    { id: 'a', text: '' },
    { id: 'b', text: texts['independent'] },
  ]);
  expect(empty).toMatchObject({ id: 'a', code: 'unreadable-page', why: 'There is no text here: the page is empty.' });
  expect(text).toMatchObject({ id: 'b', cluster: 1, exemplar: 'b', relation: 'verbatim', share: 1 });
});

/** The paragraphs of a report. */
const paragraphs = (name: string): string[] =>
  (texts[name] ?? '').split(/\n\s*\n/u).filter((paragraph) => paragraph.length > 120);

it('keeps the earliest of several versions, and says which texts are versions of it', { timeout: 30_000 }, async () => {
  const url = 'https://pressanord.example/tram';
  const [text, published] = [paragraphs('original').join('\n\n'), '2026-10-09T16:47:00Z'];
  const later = `${text}\n\nThe harbour board said late on Friday that it would not comment before Monday’s meeting.`;
  const found = (await dedupRows([
    { id: 'later', url: `${url}?utm_source=mail`, text: later, published, modified: '2026-10-09T20:00:00Z' },
    { id: 'earlier', url, text, published },
    { id: 'copy', url: 'https://spark.example/tram', text: later, published: '2026-10-10T08:00:00Z' },
  ])) as Deduplicated[];
  expect(found.map(({ exemplar, version = false }) => [exemplar, version])).toEqual([
    ['earlier', true],
    ['earlier', false],
    ['earlier', false],
  ]);
});

it(
  'hangs copies on the report that they copy, not on an earlier page that has two paragraphs of it',
  { timeout: 30_000 },
  async () => {
    const [report, other] = [paragraphs('original'), paragraphs('independent')];
    const rows = [
      {
        id: 'live',
        text: [...other.slice(0, 2), ...report.slice(0, 3)].join('\n\n'),
        published: '2026-10-09T10:00:00Z',
      },
      { id: 'cut', text: report.slice(0, 5).join('\n\n'), published: '2026-10-10T10:00:00Z' },
      { id: 'whole', text: report.join('\n\n'), published: '2026-10-09T16:00:00Z' },
      { id: 'spun', text: paragraphs('spun').join('\n\n'), published: '2026-10-10T09:00:00Z' },
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const found = (await dedupRows(order)) as Deduplicated[];
      const exemplarOf = new Map(found.map(({ id, exemplar }) => [id, exemplar]));
      expect([exemplarOf.get('cut'), exemplarOf.get('spun'), exemplarOf.get('whole')]).toEqual([
        'whole',
        'whole',
        'whole',
      ]);
    }
  },
);

it('moves a text to a later one that it has more of', { timeout: 30_000 }, async () => {
  const [report, other] = [paragraphs('original'), paragraphs('independent')];
  const part = [...report.slice(0, 3), ...report.slice(5, 8)];
  const found = (await dedupRows([
    { id: 'live', text: [...other.slice(0, 3), ...report.slice(0, 3)].join('\n\n') },
    { id: 'part', text: part.join('\n\n') },
    { id: 'whole', text: report.join('\n\n') },
  ])) as Deduplicated[];
  expect(found.find(({ id }) => id === 'part')?.exemplar).toBe('whole');
});
