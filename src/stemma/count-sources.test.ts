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
const SAID = 'the old ferry pier would be closed before the winter storms arrive';

interface Carrier {
  readonly outlet: string;
  /** Places of its exemplars in the list; none: a report of its own. */
  readonly from?: readonly number[];
  readonly via?: readonly string[];
}

/** Pages that all carry one statement, with the given descents. */
function count(carriers: readonly Carrier[], lost: readonly (readonly number[])[] = []): Sources {
  const text = `Ilse Brandt said that ${SAID}.`;
  const family = carriers.map(({ outlet }, i): Witness => {
    const witness = plainWitness(text, lexicon, `page ${i}`);
    return { ...witness, page: { ...witness.page, outlet } };
  });
  const start = text.indexOf(SAID);
  const statements = carriers.map(({ via = [] }): Statement[] => [
    {
      kind: 'indirect',
      content: [[start, start + SAID.length]],
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
  return countSources(family, stemma, statements, { lexicon });
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
    fc.assert(
      fc.property(
        fc.array(fc.record({ from, via }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        via,
        (list, of, ownVia) => {
          const carriers = list.map(({ from: exemplars, via: through }, i): Carrier => ({
            outlet: `Outlet ${i}`,
            from: i === 0 ? [] : exemplars.map((one) => one % i),
            via: through,
          }));
          const before = count(carriers);
          const copied = count([...carriers, { outlet: 'Farm', from: [of % carriers.length], via: ownVia }]);
          expect(copied.independent).toBe(before.independent);
          expect(copied.statements[0]?.origins.length).toBeLessThanOrEqual(before.statements[0]?.origins.length ?? 0);
          expect(count([...carriers, { outlet: 'Farm' }]).independent).toBe(before.independent + 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
