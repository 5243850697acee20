import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPages } from './add.js';
import type { Archive } from './archive/archive.js';
import { openMemoryArchive } from './archive/memory.js';
import { copiesOf } from './copies.js';
import { dedup } from './dedup.js';
import { openKnowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { isDirected } from './stemma/stemma.js';
import { trace } from './trace.js';
import { collate, stem } from './verbs.js';
import { spin } from './testing/spinner.js';

/** Which of two pages is the older: the one called `a`, the one called `b`, or nobody can tell. */
type Older = 'a' | 'b' | 'unknown';
type Pair = readonly [a: RawPage, b: RawPage];

const knowledge = openKnowledge();
const blocks = (text: string): string[] => text.split(/\n\s*\n/u);
/** The report alone: no menus, no credits. */
const example = (name: string): string =>
  blocks(readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8'))
    .filter((block) => block.length > 120 && !block.includes('contributed'))
    .join('\n\n');
const [STORY, OTHER] = [
  example('tram-contract-verdict/original.txt'),
  example('tram-contract-verdict/independent.txt'),
];

/** What somebody made of a text. */
const MADE: Readonly<Record<string, (text: string) => string>> = {
  same: (text) => text,
  cut: (text) => blocks(text).slice(0, -2).join('\n\n'),
  compiled: (text) => [...blocks(OTHER).slice(1), ...blocks(text).slice(0, -2)].join('\n\n'),
  grown: (text) => `${text}\n\n${blocks(OTHER).slice(1, 3).join('\n\n')}`,
  spun: (text) => spin(text, { thesaurus: (word) => knowledge.lexicon.synonyms(word), rate: 0.3, seed: 7 }).text,
};

const dates = fc.constantFrom(undefined, '2026-03-11', '2026-03-11T08:00:00Z', '2026-03-11T17:30:00Z', '2026-03-13');
const madePair = fc
  .record({
    made: fc.constantFrom(...Object.keys(MADE)),
    first: dates,
    second: dates,
    credit: fc.boolean(),
    version: fc.boolean(),
  })
  .map(({ made, first, second, credit, version }): Pair => {
    const url = 'https://norrvale.example/verdict';
    const base = { id: 'a', text: STORY, outlet: 'Norrvale Wire', ...(version && { url }), ...dated(first) };
    const copy = {
      id: 'b',
      text: MADE[made]?.(STORY) ?? STORY,
      outlet: version ? 'Norrvale Wire' : 'Daily Spark',
      ...(version && { url: `${url}?utm_source=mail` }),
      ...(credit && !version && { byline: ['Norrvale Wire'] }),
      ...dated(second),
    };
    return [base, copy];
  });

function dated(published: string | undefined): { published?: string } {
  return published === undefined ? {} : { published };
}

async function archiveOf(pages: readonly RawPage[]): Promise<Archive> {
  const archive = openMemoryArchive();
  await addPages(['-'], archive, knowledge, { stdin: streamOf(pages), jsonLines: true });
  return archive;
}

function streamOf(pages: readonly RawPage[]): Readable {
  return Readable.from([Buffer.from(pages.map((page) => JSON.stringify(page)).join('\n'))]);
}

function collated([a, b]: Pair): Older {
  return ({ base: 'a', witness: 'b', unknown: 'unknown' } as const)[collate(a, b, knowledge).direction];
}

function stemmed(pages: Pair): Older | undefined {
  const { witnesses, descents } = stem(pages, knowledge).stemma;
  const [descent] = descents;
  if (descent === undefined) return undefined;
  return isDirected(descent) ? (witnesses.find(({ siglum }) => siglum === descent.exemplar)?.id as Older) : 'unknown';
}

/** As a reader has it from the verdict's first sentence. */
async function traced(page: RawPage, against: RawPage): Promise<Older | undefined> {
  const { sentence } = (await trace(page, { archive: await archiveOf([against]), knowledge })).verdict;
  const [own, other] = [page.id, against.id] as [Older, Older];
  if (sentence.includes('which is older is unknown')) return 'unknown';
  if (/^(?:The older text|An earlier version)/u.test(sentence)) return own;
  return /^(?:A copy|In part a copy|A later version)/u.test(sentence) ? other : undefined;
}

async function copied(page: RawPage, holding: RawPage): Promise<Older | undefined> {
  const [found] = await copiesOf(page, { archive: await archiveOf([holding]), knowledge });
  if (found === undefined || found.place === 'sibling') return undefined;
  const [own, other] = [page.id, holding.id] as [Older, Older];
  if (found.place === 'version')
    return ({ later: own, earlier: other, unknown: 'unknown' } as const)[found.version?.other ?? 'unknown'];
  return ({ copy: own, exemplar: other, unclear: 'unknown' } as const)[found.place];
}

/** A text is always kept: where nothing tells, any. */
async function kept(pages: Pair): Promise<Older | undefined> {
  const exemplars: string[] = [];
  for await (const one of dedup(['-'], knowledge, { stdin: streamOf(pages), jsonLines: true }))
    if ('exemplar' in one) exemplars.push(one.exemplar);
  return exemplars[0] === exemplars[1] ? (exemplars[0] as Older) : undefined;
}

it('every verb has the same of two pages for the older, or none can tell', { timeout: 240_000 }, async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(madePair, async ([a, b]) => {
      const older = collated([a, b]);
      expect(collated([b, a])).toBe(({ a: 'b', b: 'a', unknown: 'unknown' } as const)[older]);
      const answers = {
        stem: stemmed([a, b]),
        'stem turned': stemmed([b, a]),
        'trace a': await traced(a, b),
        'trace b': await traced(b, a),
        copies: await copied(a, b),
        'copies turned': await copied(b, a),
        ...(older !== 'unknown' && { dedup: await kept([a, b]), 'dedup turned': await kept([b, a]) }),
      };
      const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
      if (older !== 'unknown') told += given.length;
      expect(Object.fromEntries(given)).toEqual(Object.fromEntries(given.map(([verb]) => [verb, older])));
    }),
    { numRuns: 16 },
  );
  expect(told).toBeGreaterThan(32);
});
