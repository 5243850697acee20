import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Witness } from '../witness/witness.js';
import { collate } from './collate.js';

const { lexicon, relationModel: model } = openKnowledge();
const TEXT = `The ferry operator Norrlines said on Tuesday that its oldest ship would leave service in the autumn after 41 years.

The vessel carried nine million passengers between Tromsund and the outer islands. Its engines failed twice in March.`;
const SPUN = `The ferryboat hustler Norrlines averred on Tuesday that its oldest bark would vacate ministration in the autumn after 41 years.

The watercraft toted nine million wayfarers betwixt Tromsund and the outer islands. Its engines foundered twice in March.`;

function page(text: string, about: Partial<Page>): Witness {
  const witness = plainWitness(text, lexicon);
  return { ...witness, page: { ...witness.page, ...about, parts: about.parts ?? witness.page.parts } };
}

function judged(base: Witness, witness: Witness): readonly [string, readonly string[]] {
  const { direction, grounds } = collate(base, witness, { lexicon, model });
  return [direction, grounds.map(({ kind }) => kind)];
}

describe('direction', () => {
  test('is unknown between equal texts without dates', () => {
    expect(judged(page(TEXT, {}), page(TEXT, {}))[0]).toBe('unknown');
  });

  test('names the side that is dated earlier', () => {
    const early = page(TEXT, { published: '2026-03-04T09:00:00Z' });
    const late = page(TEXT, { published: '2026-03-05T11:00:00Z' });
    expect(judged(early, late)).toEqual(['base', ['earlier']]);
    expect(judged(late, early)).toEqual(['witness', ['earlier']]);
  });

  test('goes by a credit against a date that lies', () => {
    const original = page(TEXT, { outlet: 'Norrvale Wire', published: '2026-03-05T11:00:00Z' });
    const credit = { kind: 'contributor', text: 'Norrvale Wire contributed to this report.' } as const;
    const copy = page(TEXT, { outlet: 'Daily Spark', published: '2026-03-04T09:00:00Z', parts: [credit] });
    expect(judged(original, copy)[0]).toBe('base');
  });

  test('takes the side with the rarer words for the copy', () => {
    expect(judged(page(TEXT, {}), page(SPUN, {}))[0]).toBe('base');
    expect(judged(page(SPUN, {}), page(TEXT, {}))[0]).toBe('witness');
  });

  test('says nothing of texts that share nothing', () => {
    const other = page('Scientists counted fewer puffins this summer, they wrote in a report on seabirds.', {
      published: '2026-03-05',
    });
    expect(judged(page(TEXT, { published: '2026-03-04' }), other)).toEqual(['unknown', []]);
  });
});

describe('versions of one story', () => {
  const url = 'https://norrvale.example/ferry';
  const first = { url, outlet: 'Norrvale Wire', published: '2026-03-04T09:00:00Z' };

  test('are told apart by their last change, not by when the story came out', () => {
    const [early, late] = [page(TEXT, first), page(TEXT, { ...first, modified: '2026-03-04T12:00:00Z' })];
    expect(judged(early, late)).toEqual(['base', ['version']]);
    expect(judged(late, early)).toEqual(['witness', ['version']]);
    expect(collate(early, late, { lexicon, model }).version).toBe(true);
  });

  test('are told apart by a note of change where no time tells', () => {
    const note = { kind: 'correction', text: 'Correction: An earlier version gave the wrong month.' } as const;
    expect(judged(page(TEXT, { ...first, parts: [note] }), page(TEXT, first))).toEqual(['witness', ['version']]);
  });

  test('are of unknown age where nothing tells, whatever their words', () => {
    expect(judged(page(TEXT, first), page(SPUN, first))).toEqual(['unknown', []]);
  });

  test('are told apart by when an archive saw them', () => {
    const seen = (stamp: string): Partial<Page> => ({ ...first, url: `https://web.archive.org/web/${stamp}/${url}` });
    expect(judged(page(TEXT, seen('20260306')), page(TEXT, seen('20260305')))[0]).toBe('witness');
  });
});
