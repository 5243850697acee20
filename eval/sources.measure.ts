import { openKnowledge } from '../src/knowledge/knowledge.js';
import { countSources } from '../src/stemma/count-sources.js';
import type { GrownFamily } from '../src/testing/copyist.js';
import { hasData } from './data.js';
import type { Figure, Measure } from './measure.js';
import { collatedFamilies, stemmaOf } from './stemma-collated.js';

/** Share of the copyist's families whose independent sources are counted exactly. */
export const measure: Measure = {
  name: 'sources',
  run: () => {
    if (!hasData('background-prosecutors.jsonl.gz'))
      return Promise.resolve('needs background-prosecutors in the data folder');
    const { lexicon } = openKnowledge();
    const families = collatedFamilies({ count: FAMILIES, which: 'test', spun: true, smallest: 5, largest: 16 });
    const counts = families.map((family) => {
      const none = family.witnesses.map(() => []);
      const { independent } = countSources(family.witnesses, stemmaOf(family, 'dated'), none, {
        lexicon,
        collations: family.collations,
      });
      return { independent, truth: trueSources(family.grown) };
    });
    const exact = counts.filter(({ independent, truth }) => independent === truth).length;
    const more = counts.filter(({ independent, truth }) => independent > truth).length;
    const figure: Figure = {
      name: 'sources.exact',
      value: exact / counts.length,
      bar: 0.95,
      margin: 0.05,
      note: `${counts.length} families of 5 to 16 pages, one to three reports each; ${more} counted too many, ${counts.length - exact - more} too few`,
    };
    return Promise.resolve([figure]);
  },
};

const FAMILIES = 24;

/** Independent reports from which something was kept: the report itself, or a page that goes back to it. */
function trueSources({ pages, descents }: GrownFamily): number {
  const above = new Map<string, string[]>();
  for (const { exemplar, copy } of descents) above.set(copy, [...(above.get(copy) ?? []), exemplar]);
  const roots = (id: string): string[] => (above.get(id) ?? []).flatMap(roots).concat(above.has(id) ? [] : [id]);
  return new Set(pages.filter((page) => !page.lost).flatMap((page) => roots(page.id))).size;
}
