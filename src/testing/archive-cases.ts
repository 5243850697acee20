import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Archive, Deposit, Holding } from '../archive/archive.js';
import { depositOf } from '../archive/deposit.js';
import { openMemoryArchive } from '../archive/memory.js';
import { markOf } from '../archive/pack-outline.js';
import { outlineOf } from '../fingerprint/outline.js';
import type { Page } from '../page/page.js';
import { samplePage } from './sample-page.js';

/** An engine to put through the suite: its name, and how to get an empty archive of it. */
export interface ArchiveCase {
  readonly name: string;
  readonly open: () => Promise<Archive>;
}

/** What every archive must do, whatever keeps it: one suite, and a property that compares it with the archive in memory. */
export function archiveCases({ name, open }: ArchiveCase): void {
  describe(`${name} archive`, () => {
    const opened: Archive[] = [];
    const fresh = async (): Promise<Archive> => {
      const archive = await open();
      opened.push(archive);
      return archive;
    };
    afterEach(async () => {
      for (const archive of opened.splice(0)) await archive.close();
    });
    addingCases(fresh);
    findingCases(fresh);
    searchingCases(fresh);
    removingCases(fresh);
    schemeCases(fresh);
    oracleCases(fresh);
  });
}

function deposit(said: Partial<Page>, ...hashes: number[]): Deposit {
  return depositOf(samplePage(said), Float64Array.from(hashes));
}

function addingCases(fresh: () => Promise<Archive>): void {
  it('gives back a page as it was added', async () => {
    const archive = await fresh();
    const source = 'By Mara Lind\n\nThe ferry “Aurora” sailed again.\n\n“It’s safe,” said the harbour master.';
    const page = samplePage({
      id: 'row-7',
      url: 'https://coast.example/aurora',
      outlet: 'The Coast Courier',
      title: 'Aurora sails again',
      published: '2024-06-19T08:00:00Z',
      text: 'The ferry “Aurora” sailed again.\n\n“It’s safe,” said the harbour master.',
      source,
      parts: [
        { kind: 'byline', text: 'By Mara Lind', start: 0, end: 12 },
        { kind: 'paragraph', text: 'The ferry “Aurora” sailed again.', start: 14, end: 46 },
        { kind: 'paragraph', text: '“It’s safe,” said the harbour master.', start: 48, end: source.length },
        { kind: 'caption', text: 'The ferry in its berth' },
      ],
      claims: [{ field: 'title', value: 'Aurora sails again', from: 'og:title' }],
      notes: ['zero-width marks'],
    });
    const [receipt] = await archive.add([depositOf(page, Float64Array.of(1, 2))]);
    const [holding] = await archive.holdings([receipt?.key ?? 0]);
    expect(holding).toMatchObject({
      page,
      address: 'https://coast.example/aurora',
      version: 1,
      key: receipt?.key ?? 0,
    });
    expect(holding?.page).toEqual(page);
    expect(Date.parse(holding?.added ?? '')).not.toBeNaN();
  });

  it('adds nothing twice, within a batch and across batches', async () => {
    const archive = await fresh();
    const same = deposit({ url: 'https://coast.example/a' }, 1, 2);
    const first = await archive.add([same, same]);
    const second = await archive.add([same]);
    expect(first.map((receipt) => receipt.outcome)).toEqual(['added', 'known']);
    expect(second).toEqual([{ key: first[0]?.key, outcome: 'known' }]);
    expect(await archive.count()).toEqual({ witnesses: 1, addresses: 1, postings: 2 });
  });

  it('keeps a changed page as a new version of its address, with tracking marks and fragments set aside', async () => {
    const archive = await fresh();
    const receipts = await archive.add([
      deposit({ url: 'https://coast.example/a?id=3', text: 'The pier burned.' }, 1),
      deposit({ url: 'https://coast.example/a?id=3&utm_source=mail#top', text: 'The pier burned down.' }, 1, 2),
      deposit({ url: 'https://coast.example/a?id=4', text: 'The pier burned down.' }, 2),
    ]);
    expect(receipts.map((receipt) => receipt.outcome)).toEqual(['added', 'version', 'added']);
    const versions = await archive.versions('https://coast.example/a?id=3');
    expect(versions.map((holding) => [holding.version, holding.page.text])).toEqual([
      [1, 'The pier burned.'],
      [2, 'The pier burned down.'],
    ]);
    expect(await archive.versions('https://coast.example/none')).toEqual([]);
    expect((await archive.count()).addresses).toBe(2);
  });

  it('keeps one text under two names as two witnesses where neither has an address', async () => {
    const archive = await fresh();
    const receipts = await archive.add([deposit({ id: 'a' }, 1), deposit({ id: 'b' }, 1), deposit({ id: 'a' }, 1)]);
    expect(receipts.map((receipt) => receipt.outcome)).toEqual(['added', 'added', 'known']);
  });

  it('takes an empty batch and a page without fingerprints', async () => {
    const archive = await fresh();
    expect(await archive.add([])).toEqual([]);
    expect((await archive.add([deposit({})])).map((receipt) => receipt.outcome)).toEqual(['added']);
    expect(await archive.count()).toEqual({ witnesses: 1, addresses: 1, postings: 0 });
  });

  it('gives holdings in the order asked and leaves unknown keys out', async () => {
    const archive = await fresh();
    const receipts = await archive.add([deposit({ id: 'a' }), deposit({ id: 'b' }), deposit({ id: 'c' })]);
    const [a, b, c] = receipts.map((receipt) => receipt.key);
    const holdings = await archive.holdings([c ?? 0, 999_999, a ?? 0, b ?? 0]);
    expect(holdings.map((holding) => holding.page.id)).toEqual(['c', 'a', 'b']);
  });

  it('scans all holdings in key order', async () => {
    const archive = await fresh();
    await archive.add(Array.from({ length: 1203 }, (_, i) => deposit({ id: `row ${i}` }, i)));
    const ids: (string | undefined)[] = [];
    for await (const holding of archive.scan()) ids.push(holding.page.id);
    expect(ids).toEqual(Array.from({ length: 1203 }, (_, i) => `row ${i}`));
    expect(await archive.verify()).toEqual([]);
  });

  it('numbers witnesses without gaps or doubles when adds overlap', async () => {
    const archive = await fresh();
    const batches = Array.from({ length: 8 }, (_, i) => [
      deposit({ id: `own ${i}` }, i),
      deposit({ id: 'common' }, 99),
    ]);
    const receipts = (await Promise.all(batches.map((batch) => archive.add(batch)))).flat();
    expect(new Set(receipts.map((receipt) => receipt.key)).size).toBe(9);
    expect(receipts.filter((receipt) => receipt.outcome === 'known')).toHaveLength(7);
    expect(await archive.count()).toEqual({ witnesses: 9, addresses: 9, postings: 9 });
  });
}

const HIGHEST = 2 ** 52 - 1;

function findingCases(fresh: () => Promise<Archive>): void {
  it('counts in how many witnesses a hash stands, in the order asked, and stops at most there', async () => {
    const archive = await fresh();
    await archive.add([deposit({ id: 'a' }, 5, HIGHEST), deposit({ id: 'b' }, 5), deposit({ id: 'c' }, 0, 5)]);
    const asked = Float64Array.of(HIGHEST, 7, 5, 0);
    expect([...(await archive.frequencies(asked))]).toEqual([1, 0, 3, 1]);
    expect([...(await archive.frequencies(asked, 2))]).toEqual([1, 0, 2, 1]);
  });

  it('ranks by the sum of weights, then by key', async () => {
    const archive = await fresh();
    const receipts = await archive.add([
      deposit({ id: 'a' }, 1),
      deposit({ id: 'b' }, 2, 3),
      deposit({ id: 'c' }, 1),
      deposit({ id: 'd' }, 4),
    ]);
    const [a, b, c] = receipts.map((receipt) => receipt.key);
    const asked = [1, 2, 3, 9].map((hash) => ({ hash, weight: hash + 10 }));
    const ranked = [
      { key: b, score: 25 },
      { key: a, score: 11 },
      { key: c, score: 11 },
    ];
    expect(await archive.rank(asked, 10)).toEqual(ranked);
    expect(await archive.rank(asked, 2)).toEqual(ranked.slice(0, 2));
  });

  it('lists postings by key, then hash', async () => {
    const archive = await fresh();
    const receipts = await archive.add([deposit({ id: 'a' }, 3, HIGHEST), deposit({ id: 'b' }, 1, 3)]);
    const [a, b] = receipts.map((receipt) => receipt.key);
    const { keys, hashes } = await archive.postings(Float64Array.of(HIGHEST, 3, 2));
    expect([...keys]).toEqual([a, a, b]);
    expect([...hashes]).toEqual([3, HIGHEST, 3]);
  });
}

function searchingCases(fresh: () => Promise<Archive>): void {
  const library = [
    {
      id: 'old',
      title: 'Bridge closed',
      outlet: 'The Coast Courier',
      url: 'https://www.coast.example/1',
      published: '2023-01-02',
    },
    {
      id: 'new',
      title: 'Bridge opened',
      outlet: 'Café du Port',
      url: 'https://news.port.example/2',
      published: '2024-05-06T10:00:00+02:00',
    },
    {
      id: 'undated',
      title: 'A 50% cut in tolls',
      outlet: 'Port_News',
      parts: [{ kind: 'credit', text: 'Northwire  Agency' }],
    },
  ] satisfies Partial<Page>[];
  const ids = (holdings: readonly Holding[]): (string | undefined)[] => holdings.map((holding) => holding.page.id);

  it('finds pages by words, outlet, agency and date, newest first, undated last', async () => {
    const archive = await fresh();
    await archive.add(library.map((said) => deposit(said)));
    expect(ids(await archive.search({}))).toEqual(['new', 'old', 'undated']);
    expect(ids(await archive.search({ words: 'BRIDGE harbour' }))).toEqual(['new', 'old']);
    expect(ids(await archive.search({ words: 'bridge tolls' }))).toEqual([]);
    expect(ids(await archive.search({ outlet: 'cafe du port' }))).toEqual(['new']);
    expect(ids(await archive.search({ outlet: 'coast.example' }))).toEqual(['old']);
    expect(ids(await archive.search({ outlet: 'port.example' }))).toEqual(['new']);
    expect(ids(await archive.search({ outlet: 'port%' }))).toEqual([]);
    expect(ids(await archive.search({ agency: 'northwire agency' }))).toEqual(['undated']);
    expect(ids(await archive.search({ agency: 'north_ire' }))).toEqual([]);
    expect(ids(await archive.search({ since: '2023-01-02', until: '2023-12-31' }))).toEqual(['old']);
    expect(ids(await archive.search({ until: '2030-01-01' }))).toEqual(['new', 'old']);
  });

  it('gives a search in pieces', async () => {
    const archive = await fresh();
    await archive.add(Array.from({ length: 60 }, (_, i) => deposit({ id: `${i}`, published: '2024-01-01' })));
    expect(await archive.search({ words: 'repairs' })).toHaveLength(50);
    expect(ids(await archive.search({ words: 'repairs', offset: 58, limit: 5 }))).toEqual(['1', '0']);
  });

  it('takes any words as words', async () => {
    const archive = await fresh();
    await archive.add([deposit({ id: 'a', title: 'Żółć — naïve “NOT” 東京 x²' })]);
    for (const words of ['żółć', 'NAIVE', 'not', '東京', 'x2'])
      expect(ids(await archive.search({ words })), words).toEqual(['a']);
    expect(await archive.search({ words: '" OR *' })).toEqual([]);
  });
}

function removingCases(fresh: () => Promise<Archive>): void {
  it('removes witnesses with their postings and words and never uses their keys again', async () => {
    const archive = await fresh();
    const page = { url: 'https://coast.example/a' };
    const receipts = await archive.add([
      deposit({ ...page, text: 'First flood.' }, 1, 2),
      deposit({ ...page, text: 'Second flood.' }, 2, 3),
    ]);
    const [first, second] = receipts.map((receipt) => receipt.key);
    expect(await archive.remove([second ?? 0, 999_999, second ?? 0])).toBe(1);
    expect(await archive.count()).toEqual({ witnesses: 1, addresses: 1, postings: 2 });
    expect([...(await archive.frequencies(Float64Array.of(1, 2, 3)))]).toEqual([1, 1, 0]);
    expect(await archive.search({ words: 'second' })).toEqual([]);
    expect(await archive.remove([first ?? 0])).toBe(1);
    expect(await archive.count()).toEqual({ witnesses: 0, addresses: 0, postings: 0 });
    const [again] = await archive.add([deposit({ ...page, text: 'First flood.' }, 1)]);
    expect(again?.outcome).toBe('added');
    expect(again?.key).toBeGreaterThan(second ?? 0);
    expect(await archive.remove([])).toBe(0);
  });
}

function schemeCases(fresh: () => Promise<Archive>): void {
  it('gives outlines in the order asked and leaves unknown keys out', async () => {
    const archive = await fresh();
    const [ferry, pier] = [deposit({ id: 'a', source: 'The ferry sailed.' }), deposit({ id: 'b', source: '' })];
    const [a, b] = (await archive.add([ferry, pier])).map((receipt) => receipt.key);
    expect(await archive.outlines([b ?? 0, 999_999, a ?? 0])).toEqual([
      { key: b, mark: markOf(pier.digest), words: outlineOf('') },
      { key: a, mark: markOf(ferry.digest), words: outlineOf('The ferry sailed.') },
    ]);
  });

  it('is of the scheme that was claimed first', async () => {
    const archive = await fresh();
    expect(await archive.scheme()).toBe('');
    await archive.claim('first');
    await archive.claim('second');
    expect(await archive.scheme()).toBe('first');
  });
}

/** Few hashes, so that witnesses share many; the space's two ends among them. */
const HASH = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 2 ** 31, 2 ** 51, HIGHEST);

const WITNESS = fc.record({ name: fc.integer({ min: 0, max: 30 }), hashes: fc.uniqueArray(HASH, { maxLength: 8 }) });

function oracleCases(fresh: () => Promise<Archive>): void {
  it('answers as the archive in memory does, whatever was added and removed', { timeout: 120_000 }, async () => {
    const steps = fc.array(fc.array(WITNESS, { maxLength: 12 }), { maxLength: 5 });
    const asked = fc.array(fc.record({ hash: HASH, weight: fc.integer({ min: 1, max: 1000 }) }), { maxLength: 15 });
    const property = fc.asyncProperty(
      steps,
      asked,
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
      async (batches, query, removed) => {
        const [archive, oracle] = [await fresh(), openMemoryArchive()];
        for (const batch of batches) {
          const deposits = batch.map(({ name, hashes }) => deposit({ id: `${name}` }, ...hashes));
          expect(await archive.add(deposits)).toEqual(await oracle.add(deposits));
        }
        expect(await archive.remove(removed)).toBe(await oracle.remove(removed));
        const hashes = Float64Array.from(query, ({ hash }) => hash);
        expect(await archive.rank(query, 7)).toEqual(await oracle.rank(query, 7));
        expect(await archive.frequencies(hashes, 5)).toEqual(await oracle.frequencies(hashes, 5));
        expect(await archive.postings(hashes)).toEqual(await oracle.postings(hashes));
        expect(await archive.count()).toEqual(await oracle.count());
        expect(await archive.verify()).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });
}
