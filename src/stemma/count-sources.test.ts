import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Statement } from '../statement/statement.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Witness } from '../witness/witness.js';
import { countSources } from './count-sources.js';
import { siglum } from './sigla.js';
import type { Sources, Stemma } from './stemma.js';

const { lexicon } = openKnowledge();
const OPENING = 'Ilse Brandt said that ';
const DENIED = 'the old ferry pier would not be closed before the winter storms arrive';
const SAID = 'the old ferry pier would be closed before the winter storms arrive';

interface Carrier {
  readonly outlet: string;
  /** Places of its exemplars in the list; none: a report of its own. */
  readonly from?: readonly number[];
  readonly via?: readonly string[];
  /** What it says was said, where that isn't `SAID`. */
  readonly reading?: string;
}

/** Pages that all carry one statement, with the given descents. */
function count(carriers: readonly Carrier[], lost: readonly (readonly number[])[] = [], traced?: number): Sources {
  const family = carriers.map(({ outlet, reading = SAID }, i): Witness => {
    const witness = plainWitness(`${OPENING}${reading}.`, lexicon, `page ${i}`);
    return { ...witness, page: { ...witness.page, outlet } };
  });
  const statements = carriers.map(({ via = [], reading = SAID }): Statement[] => [
    {
      kind: 'indirect',
      content: [[OPENING.length, OPENING.length + reading.length]],
      cue: [],
      speaker: [],
      name: 'Ilse Brandt',
      via,
      marks: [],
      probability: 1,
    },
  ]);
  const descent = (exemplar: string, copy: number): Stemma['descents'][number] => ({
    exemplar,
    copy: siglum(copy),
    relation: 'verbatim',
    probability: 1,
    share: 1,
    grounds: [],
  });
  const stemma: Stemma = {
    witnesses: [
      ...carriers.map((_, i) => ({ siglum: siglum(i), lost: false })),
      ...lost.map((_, i) => ({ siglum: `lost ${i}`, lost: true })),
    ],
    descents: [
      ...carriers.flatMap(({ from = [] }, copy) => from.map((exemplar) => descent(siglum(exemplar), copy))),
      ...lost.flatMap((copies, i) => copies.map((copy) => descent(`lost ${i}`, copy))),
    ],
  };
  return countSources(family, stemma, statements, { lexicon, ...(traced === undefined ? {} : { traced }) });
}

describe('countSources', () => {
  it('counts a page and its copies as one source', () => {
    const sources = count([{ outlet: 'Courier' }, { outlet: 'Farm', from: [0] }, { outlet: 'Mill', from: [1] }]);
    expect(sources).toMatchObject({
      pages: 3,
      independent: 1,
      origins: [{ name: 'Courier', pages: ['page 0', 'page 1', 'page 2'] }],
    });
    expect(sources.statements).toHaveLength(1);
    expect(sources.statements[0]).toMatchObject({
      carriers: ['page 0', 'page 1', 'page 2'],
      origins: ['Courier'],
      chain: ['Ilse Brandt', 'Courier'],
    });
  });

  it('counts copies of a lost page as one source that has no page', () => {
    const sources = count([{ outlet: 'Courier' }, { outlet: 'Herald' }], [[0, 1]]);
    expect(sources.independent).toBe(1);
    expect(sources.statements[0]?.origins).toHaveLength(1);
  });

  it('counts two outlets that have a statement from one agency as one origin of it', () => {
    const sources = count([
      { outlet: 'Courier', via: ['Interfax'] },
      { outlet: 'Herald', via: ['Interfax'] },
    ]);
    expect(sources.independent).toBe(2);
    expect(sources.statements[0]).toMatchObject({ origins: ['Interfax'], carriers: ['page 0', 'page 1'] });
  });

  it('counts no page that says the opposite among the carriers, and no origin of what a copy made of it', () => {
    const { statements } = count([
      { outlet: 'Courier' },
      { outlet: 'Farm', from: [0], reading: DENIED },
      { outlet: 'Mill', from: [1], reading: DENIED },
      { outlet: 'Herald', reading: DENIED },
      { outlet: 'Post' },
    ]);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      content: SAID,
      carriers: ['page 0', 'page 4'],
      origins: ['Courier', 'Post'],
      otherwise: [{ content: DENIED, pages: ['page 1', 'page 2', 'page 3'], origins: ['Herald'] }],
    });
    expect(
      count([{ outlet: 'Courier' }, { outlet: 'Farm', from: [0], reading: DENIED }]).statements[0]?.otherwise,
    ).toEqual([expect.objectContaining({ pages: ['page 1'], origins: [] })]);
  });

  it('takes the reading that more reports of their own have, unless a page is traced: then that of its line', () => {
    const pages = [{ outlet: 'Courier', reading: DENIED }, { outlet: 'Herald' }, { outlet: 'Post' }];
    expect(count(pages).statements[0]).toMatchObject({ content: SAID, origins: ['Herald', 'Post'] });
    const farm = { outlet: 'Farm', from: [0] };
    expect(count([...pages, farm], [], 3).statements[0]).toMatchObject({
      content: DENIED,
      carriers: ['page 0'],
      here: { content: SAID, statement: 0, differences: [{ field: 'meaning', from: 'not close', to: 'close' }] },
    });
  });

  it('rests a merged page on both of its sources', () => {
    const sources = count([{ outlet: 'Courier' }, { outlet: 'Herald' }, { outlet: 'Mill', from: [0, 1] }]);
    expect(sources.origins.map((origin) => origin.pages)).toEqual([
      ['page 0', 'page 2'],
      ['page 1', 'page 2'],
    ]);
  });

  it('never counts more for one more copy, and one more for one more report', () => {
    const from = fc.array(fc.nat(), { maxLength: 1 });
    const via = fc.subarray(['Interfax'], { maxLength: 1 });
    const reading = fc.constantFrom(SAID, DENIED);
    fc.assert(
      fc.property(
        fc.array(fc.record({ from, via, reading }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        via,
        reading,
        (list, of, ownVia, ownReading) => {
          const carriers = list.map(({ from: exemplars, via: through, reading: told }, i): Carrier => ({
            outlet: `Outlet ${i}`,
            from: i === 0 ? [] : exemplars.map((one) => one % i),
            via: through,
            reading: told,
          }));
          const before = count(carriers);
          const copied = count([
            ...carriers,
            { outlet: 'Farm', from: [of % carriers.length], via: ownVia, reading: ownReading },
          ]);
          expect(copied.independent).toBe(before.independent);
          expect(copied.statements[0]?.origins.length).toBeLessThanOrEqual(before.statements[0]?.origins.length ?? 0);
          const said = before.statements[0]?.content ?? SAID;
          const reported = count([...carriers, { outlet: 'Farm', reading: said }]);
          expect(reported.independent).toBe(before.independent + 1);
          expect(reported.statements[0]?.origins.length).toBe((before.statements[0]?.origins.length ?? 0) + 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never counts more for one more copy where all go back to a lost page', () => {
    const reading = fc.constantFrom(SAID, DENIED);
    const page = fc.record({ from: fc.option(fc.nat(), { nil: undefined }), reading });
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), fc.nat(), reading, (list, of, ownReading) => {
        const carriers = list.map(({ from, reading: told }, i): Carrier => ({
          outlet: `Outlet ${i}`,
          from: i === 0 || from === undefined ? [] : [from % i],
          reading: told,
        }));
        const lost = [carriers.flatMap(({ from = [] }, i) => (from.length === 0 ? [i] : []))];
        const copy: Carrier = { outlet: 'Farm', from: [of % carriers.length], reading: ownReading };
        const origins = (pages: readonly Carrier[]): number => count(pages, lost).statements[0]?.origins.length ?? 0;
        expect(origins([...carriers, copy])).toBeLessThanOrEqual(origins(carriers));
      }),
      { numRuns: 40 },
    );
  });
});
