import type { Stemma } from '../src/stemma/stemma.js';
import { pageDistances } from './stemma-distance.js';
import { hasData } from './data.js';
import type { Figure, Measure } from './measure.js';
import { type CollatedFamily, collatedFamilies, stemmaOf } from './stemma-collated.js';
import { graphOf, neighbourJoining, signAgreement } from './stemma-sign-distance.js';
import { scoreStemma } from './stemma-score.js';

/** Share of copies whose exemplar is right, on families of the copyist; tree shape beside neighbour joining. */
export const measure: Measure = {
  name: 'stemma',
  run: () => {
    if (!hasData('background-prosecutors.jsonl.gz'))
      return Promise.resolve('needs background-prosecutors in the data folder');
    const spun = collatedFamilies({ count: SPUN_FAMILIES, which: 'test', spun: true, smallest: 5, largest: 40 });
    const plain = collatedFamilies({ count: PLAIN_FAMILIES, which: 'test', spun: false, smallest: 5, largest: 24 });
    return Promise.resolve([...edgeFigures(spun), ...shapeFigures(plain)]);
  },
};

const SPUN_FAMILIES = 12;
const PLAIN_FAMILIES = 10;
/** One copy of about 250 is .004; twice the standard error of a share of .9 among as many. */
const MARGIN = 0.02;

function edgeFigures(families: readonly CollatedFamily[]): Figure[] {
  const bars = { dated: 0.95, undated: 0.85 };
  return (['dated', 'undated'] as const).map((dates) => {
    const scores = families.map((family) => scoreStemma(stemmaOf(family, dates), family.grown));
    const sum = (field: 'copies' | 'right' | 'merged' | 'mergedFound' | 'roots' | 'rootsRight'): number =>
      scores.reduce((total, score) => total + score[field], 0);
    const note = `${sum('copies')} copies in ${families.length} families; both exemplars named for ${sum('mergedFound')} of ${sum('merged')}; ${sum('rootsRight')} of ${sum('roots')} roots`;
    return {
      name: `stemma.edges-${dates}`,
      value: sum('right') / sum('copies'),
      bar: bars[dates],
      margin: MARGIN,
      note,
    };
  });
}

/** On families without spinning: average sign distance of the stemma, and of neighbour joining on the same distances. */
function shapeFigures(families: readonly CollatedFamily[]): Figure[] {
  const agreements = families.map((family) => {
    const pages = family.witnesses.map((witness) => witness.id);
    const truth = graphOf(family.grown.descents.map(({ exemplar, copy }) => [exemplar, copy] as const));
    const found = graphOf(namedEdges(stemmaOf(family, 'undated')));
    return {
      ours: signAgreement(found, truth, pages),
      joined: signAgreement(neighbourJoining(pages, pageDistances(family)), truth, pages),
    };
  });
  const mean = (side: 'ours' | 'joined'): number =>
    agreements.reduce((sum, one) => sum + one[side], 0) / agreements.length;
  const note = `${families.length} families without spinning, no dates; neighbour joining ${mean('joined').toFixed(4)}`;
  return [{ name: 'stemma.sign-distance', value: mean('ours'), bar: mean('joined'), margin: MARGIN, note }];
}

function namedEdges(stemma: Stemma): [string, string][] {
  const name = new Map(stemma.witnesses.map((witness) => [witness.siglum, witness.id ?? witness.siglum]));
  return stemma.descents.map(({ exemplar, copy }) => [name.get(exemplar) ?? exemplar, name.get(copy) ?? copy]);
}
