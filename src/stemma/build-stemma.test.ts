import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { trueCollations } from '../testing/copyist-collation.js';
import { draftOf, printDraft } from '../testing/copyist-draft.js';
import { family, type FamilyOptions } from '../testing/family.js';
import { plainWitness } from '../testing/plain-witness.js';
import { buildStemma } from './build-stemma.js';
import type { Stemma } from './stemma.js';

const { lexicon } = openKnowledge();

/** The stemma of a noted family as `exemplar>copy`, by the notation's letters; lost ancestors keep their Greek one. */
function stemmaOf(notation: string, options: Omit<FamilyOptions, 'lexicon'> = {}): string[] {
  return edges(buildNoted(notation, options));
}

function buildNoted(notation: string, options: Omit<FamilyOptions, 'lexicon'> = {}): Stemma {
  const { witnesses, collations } = family(notation, { lexicon, ...options });
  return buildStemma(witnesses, collations, { lexicon });
}

function edges(stemma: Stemma): string[] {
  const name = new Map(stemma.witnesses.map((witness) => [witness.siglum, witness.id ?? witness.siglum]));
  return stemma.descents.map(({ exemplar, copy }) => `${name.get(exemplar)}>${name.get(copy)}`).sort();
}

describe('buildStemma', () => {
  it('finds a chain of copies in its order', () => {
    expect(stemmaOf('A > B > C > D', { dated: true })).toEqual(['A>B', 'B>C', 'C>D']);
  });

  it('takes the version of an address that was touched last for the later one', () => {
    for (const [first, second] of [
      ['A', 'B'],
      ['B', 'A'],
    ] as const) {
      const { witnesses, collations } = family('A > B', { lexicon });
      const versions = witnesses.map((witness) => {
        const modified = witness.page.id === first ? '2026-03-11T08:00:00Z' : '2026-03-11T09:30:00Z';
        const page = {
          ...witness.page,
          url: 'https://herald.example/dam',
          published: '2026-03-11T07:00:00Z',
          modified,
        };
        return { ...witness, page };
      });
      const stemma = buildStemma(versions, collations, { lexicon });
      expect(edges(stemma)).toEqual([`${first}>${second}`]);
      expect(stemma.descents[0]?.grounds.map(({ kind }) => kind)).toContain('version');
    }
  });

  it('tells copies of one page from copies of its copies', () => {
    expect(stemmaOf('A > B; A > C; B > D; B > E', { dated: true })).toEqual(['A>B', 'A>C', 'B>D', 'B>E']);
  });

  it('needs no dates to see who is between whom', () => {
    const found = new Set(stemmaOf('A > B > C; A > D').map((edge) => edge.split('>').sort().join('')));
    expect(found).toEqual(new Set(['AB', 'BC', 'AD']));
  });

  it('infers an ancestor that nobody kept from the changes that its copies share', () => {
    const found = stemmaOf('A > W* > B; W* > C; W* > D', { dated: true });
    expect(found).toEqual(['A>α', 'α>B', 'α>C', 'α>D']);
  });

  it('names both exemplars of a page that was merged from two', () => {
    expect(stemmaOf('A > B; X > Y; B + Y > D', { dated: true })).toEqual(['A>B', 'B>D', 'X>Y', 'Y>D']);
  });

  it('leaves reports that share nothing without a descent', () => {
    expect(stemmaOf('A; X', { dated: true })).toEqual([]);
  });

  it('follows the credit where dates lie', () => {
    const pages = {
      A: { outlet: 'Merrow Courier', published: '2026-03-02T09:00:00Z' },
      B: { outlet: 'Daily Farrow', published: '2026-03-02T08:00:00Z', byline: ['Merrow Courier'] },
    };
    expect(stemmaOf('A > B', { pages })).toEqual(['A>B']);
  });

  it('lets one wrong date upset nothing', () => {
    const family = 'A > B > C > D; B > E; A > F';
    const truth = ['A>B', 'A>F', 'B>C', 'B>E', 'C>D'];
    for (const [page, published] of [
      ['B', '2026-03-04T09:00:00Z'],
      ['C', '2026-03-01T09:00:00Z'],
      ['D', '2026-03-01T09:00:00Z'],
    ] as const)
      expect(stemmaOf(family, { dated: true, pages: { [page]: { published } } })).toEqual(truth);
  });

  it('takes a day without a time for no lie beside hours of the same day', () => {
    expect(stemmaOf('A > B > C > D; B > E', { dated: true, pages: { B: { published: '2026-03-02' } } })).toEqual(
      stemmaOf('A > B > C > D; B > E', { dated: true }),
    );
  });

  it('trusts a credit more than a date where the texts are the same', () => {
    let slot = 0;
    const draft = draftOf('The pier was closed. Nine members of the council voted for it.', 'Pier', () => slot++);
    const [first, second] = ['A', 'B'].map((name) => plainWitness(printDraft(draft), lexicon, name));
    if (!first || !second) throw new Error('two witnesses');
    const credited = { ...first, page: { ...first.page, outlet: 'Merrow Courier', published: '2026-03-02T09:00:00Z' } };
    const crediting = {
      ...second,
      page: {
        ...second.page,
        outlet: 'Daily Farrow',
        published: '2026-03-02T08:00:00Z',
        byline: ['Merrow Courier'],
      },
    };
    expect(edges(buildStemma([credited, crediting], trueCollations([draft, draft]), { lexicon }))).toEqual(['A>B']);
  });

  it('hangs nobody on a page with which it shares only what somebody is quoted with', () => {
    let slot = 0;
    const next = (): number => slot++;
    const said = draftOf('“There will be no delays at the pier and no excuses for anyone,” Marlow said.', '', next);
    const reports = [
      'The council voted to close the old pier on Tuesday. Nine members were for it and four against.\n\nSwimmers will have to use the northern beach until May.',
      'Minister orders inquiry into the state of the harbour. A former judge is to lead it and will report in ninety days.\n\nHearings will be public, the ministry wrote.',
    ].map((text) => {
      const own = draftOf(text, 'Pier', next);
      return { ...own, paragraphs: [...own.paragraphs, ...said.paragraphs] };
    });
    const witnesses = reports.map((draft, i) => plainWitness(printDraft(draft), lexicon, 'AB'[i]));
    expect(edges(buildStemma(witnesses, trueCollations(reports), { lexicon }))).toEqual([]);
  });

  it('says that the direction is unknown where nothing tells it', () => {
    let slot = 0;
    const draft = draftOf('The pier was closed. Nine members of the council voted for it.', 'Pier', () => slot++);
    const witnesses = ['A', 'B'].map((name) => plainWitness(printDraft(draft), lexicon, name));
    const [descent] = buildStemma(witnesses, trueCollations([draft, draft]), { lexicon }).descents;
    expect(descent?.grounds.map((ground) => ground.kind)).toContain('unknown');
    expect(descent?.probability).toBeLessThan(0.75);
  });

  it('gives each descent a share, a probability and its grounds', () => {
    for (const descent of buildNoted('A > B > C', { dated: true }).descents) {
      expect(descent.share).toBeGreaterThan(0.9);
      expect(descent.probability).toBeGreaterThan(0.5);
      expect(descent.grounds.some((ground) => ground.kind === 'earlier' && ground.favours === 'base')).toBe(true);
    }
  });

  it('answers alike however the pages are ordered', () => {
    const { witnesses, collations } = family('A > B > C; A > D', { lexicon, dated: true });
    const turned = [...witnesses].reverse();
    const place = (i: number): number => witnesses.length - 1 - i;
    const mirrored = collations.map(({ base, witness, collation }) => ({
      base: place(witness),
      witness: place(base),
      collation: {
        ...collation,
        passages: collation.passages.map((passage) => ({
          base: passage.witness,
          witness: passage.base,
          variants: passage.variants.map((variant) => ({
            ...variant,
            base: variant.witness,
            witness: variant.base,
            from: variant.to,
            to: variant.from,
          })),
        })),
      },
    }));
    expect(edges(buildStemma(turned, mirrored, { lexicon }))).toEqual(
      edges(buildStemma(witnesses, collations, { lexicon })),
    );
  });
});
