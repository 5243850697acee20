import { viewOf } from '../src/collation/collate.js';
import type { Relation } from '../src/collation/collation.js';
import { judgeRelation, likeliest } from '../src/collation/judge-relation.js';
import { relationFeatures } from '../src/collation/relation-features.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import { half, hasData } from './data.js';
import type { Figure, Measure } from './measure.js';
import { mobyThesaurus } from './moby-thesaurus.js';
import { judgeExamples } from './relation-examples.js';
import { relationPairs } from './relation-pairs.js';

/** Relation of two texts, on the half of the data that the model has not seen, spun with entries of Moby that it has not seen. */
export const measure: Measure = {
  name: 'relation',
  run: () =>
    Promise.resolve(hasData('copies-short-answers.jsonl.gz') ? relationFigures() : 'the shared data is absent'),
};

function relationFigures(): Figure[] {
  const judged = judgeAll(90, 11);
  const examples = judgeExamples(openKnowledge());
  const hits = judged.filter(isRight).length;
  const figures: Figure[] = [
    {
      name: 'relation.accuracy',
      value: hits / judged.length,
      bar: 0.93,
      margin: 0.02,
      note: `${judged.length} pairs, test half`,
    },
    {
      name: 'relation.calibration-error',
      value: calibrationError(judged),
      bar: 0.04,
      lowerIsBetter: true,
      margin: 0.01,
    },
    {
      name: 'relation.rewritten-auc',
      value: rewrittenAuc(judged),
      bar: 0.95,
      margin: 0.02,
      note: 'rewritten against independent',
    },
    {
      name: 'relation.examples',
      value: examples.right / examples.pairs,
      bar: 0.93,
      margin: 0.05,
      note: `${examples.pairs} pairs of the example stories`,
    },
    {
      name: 'relation.examples-direction',
      value: 1 - examples.wrongWay / Math.max(1, examples.directed),
      bar: 0.95,
      margin: 0.05,
      note: `${examples.directed} answered`,
    },
  ];
  return figures;
}

/** A pair with its true relation and the six probabilities. */
export interface Judged {
  readonly truth: Relation;
  readonly also: readonly Relation[];
  readonly origin: string;
  readonly relations: Readonly<Record<Relation, number>>;
}

/** Judges all kinds of pairs of the test half. */
export function judgeAll(count: number, seed: number): readonly Judged[] {
  const { lexicon, relationModel } = openKnowledge();
  const moby = [
    mobyThesaurus({ phrases: 0, functionWords: true }),
    mobyThesaurus({ phrases: 0.25, functionWords: true }),
  ];
  const thesauri = moby.map(
    (thesaurus) => (phrase: string) => (half(phrase) === 'test' ? thesaurus(phrase) : thesaurus(phrase).slice(0, 1)),
  );
  return relationPairs({ part: 'test', count, seed, thesauri }).map(
    ({ base, witness, relation, also = [], origin }) => {
      const view = viewOf(plainWitness(base, lexicon), plainWitness(witness, lexicon), lexicon);
      return { truth: relation, also, origin, relations: judgeRelation(relationFeatures(view), relationModel) };
    },
  );
}

/** Whether the likeliest relation is a right one. */
export function isRight({ truth, also, relations }: Judged): boolean {
  const relation = likeliest(relations);
  return relation === truth || also.includes(relation);
}

/** Expected calibration error of the likeliest relation, in ten bins of equal count. */
export function calibrationError(judged: readonly Judged[]): number {
  const sorted = judged
    .map((pair) => ({ probability: pair.relations[likeliest(pair.relations)], hit: isRight(pair) ? 1 : 0 }))
    .sort((a, b) => a.probability - b.probability);
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const rows = sorted.slice(Math.floor((bin * sorted.length) / 10), Math.floor(((bin + 1) * sorted.length) / 10));
    error += Math.abs(rows.reduce((sum, row) => sum + row.probability - row.hit, 0));
  }
  return error / sorted.length;
}

/** Chance that a rewritten page looks more rewritten (against independent) than an independent one. */
export function rewrittenAuc(judged: readonly Judged[]): number {
  const score = ({ relations }: Judged): number =>
    Math.log((relations.rewritten + 1e-9) / (relations.independent + 1e-9));
  const here = judged.filter(({ truth }) => truth === 'rewritten').map(score);
  const there = judged.filter(({ truth }) => truth === 'independent').map(score);
  let wins = 0;
  for (const a of here) for (const b of there) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (here.length * there.length);
}
