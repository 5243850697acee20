import { seeded } from '../eval/data.js';
import { FIT, placeOf } from '../src/spin/context-fit.js';
import { fillerOf, meanFit, topicOf } from '../src/spin/fillers.js';
import { idOf, type SpinWeights } from '../src/spin/spin-model.js';
import { meanAround, surroundingsOf } from '../src/spin/surroundings.js';
import { wordStream } from '../src/spin/word-stream.js';
import type { Spun } from '../src/testing/edits.js';
import { toWitness } from '../src/witness/to-witness.js';
import { Flag } from '../src/witness/witness.js';
import type { Knowing } from './knowing.js';
import { plainPage } from './spin-samples.js';

/** Learns which original stood in a place: softmax over a substitute's originals, by their fit and sources. */
export function learnRanking(pages: readonly Spun[], { lexicon, model }: Knowing): SpinWeights {
  const cases = pages.flatMap((page) => rankingCases(page, { lexicon, model }));
  const size = FIT.length + 8;
  const weights = new Float64Array([...model.weights.fit, ...model.weights.prior.slice(0, 8)]);
  const squares = new Float64Array(size).fill(1e-6);
  const random = seeded(7);
  for (let round = 0; round < 6; round++) {
    for (let n = 0; n < cases.length; n++) {
      const one = cases[Math.floor(random() * cases.length)];
      if (!one) continue;
      const chances = softmax(one.rows.map((row) => dotOf(weights, row)));
      for (let j = 0; j < size; j++) {
        let slope = 0;
        one.rows.forEach((row, c) => (slope += ((c === one.right ? 1 : 0) - (chances[c] ?? 0)) * (row[j] ?? 0)));
        slope -= 1e-4 * (weights[j] ?? 0);
        squares[j] = (squares[j] ?? 0) + slope * slope;
        weights[j] = (weights[j] ?? 0) + (0.1 * slope) / Math.sqrt(squares[j] ?? 1);
      }
    }
  }
  let first = 0;
  for (const one of cases) {
    const scores = one.rows.map((row) => dotOf(weights, row));
    if (scores.indexOf(Math.max(...scores)) === one.right) first++;
  }
  console.log(
    `ranking: ${cases.length} cases, first in ${(first / cases.length).toFixed(3)}; fit ${[...weights.slice(0, FIT.length)].map((w) => w.toFixed(2)).join(' ')}; prior ${[...weights.slice(FIT.length)].map((w) => w.toFixed(2)).join(' ')}`,
  );
  return { ...model.weights, fit: [...weights.slice(0, FIT.length)], prior: [...weights.slice(FIT.length), -2] };
}

interface RankingCase {
  readonly rows: readonly Float64Array[];
  readonly right: number;
}

function rankingCases(page: Spun, { lexicon, model }: Knowing): RankingCase[] {
  const witness = toWitness(plainPage(page.text), lexicon);
  const stream = wordStream(witness, witness.text);
  const isFunction = (i: number): boolean => ((witness.flags[stream.token[i] ?? 0] ?? 0) & Flag.functionWord) !== 0;
  const topic = topicOf(stream, isFunction, model);
  const seen = { ...stream, isFunction };
  const surroundings = surroundingsOf(stream, model);
  const at = new Map<number, number>();
  const until = new Map<number, number>();
  for (let i = 0; i < stream.length; i++) {
    if (stream.hash[i] === 0) continue;
    at.set(witness.start[stream.token[i] ?? 0] ?? 0, i);
    until.set(witness.end[stream.token[i] ?? 0] ?? 0, i + 1);
  }
  const cases: RankingCase[] = [];
  for (const swap of page.swaps) {
    const from = at.get(swap.witness[0]);
    const to = until.get(swap.witness[1]);
    const id = idOf(model, swap.to.toLowerCase());
    const right = idOf(model, swap.from.toLowerCase());
    if (from === undefined || to === undefined || id < 0 || right < 0) continue;
    const packed = [...model.originals.subarray(model.offsets[id], model.offsets[id + 1])];
    const place = packed.findIndex((one) => one >>> 8 === right);
    if (place < 0 || packed.length < 2) continue;
    const places = [placeOf(seen, { from, to }, model)];
    const around = meanAround(surroundings, [{ from, to }], model.vectors.topicDimensions);
    cases.push({
      right: place,
      rows: packed.map((one) => {
        const row = new Float64Array(FIT.length + 8);
        row.set(meanFit({ model, topic }, { places, around }, fillerOf(one >>> 8, lexicon, model)).fit);
        for (let bit = 0; bit < 8; bit++) row[FIT.length + bit] = (one >>> bit) & 1;
        return row;
      }),
    });
  }
  return cases;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function dotOf(weights: Float64Array, row: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += (weights[j] ?? 0) * (row[j] ?? 0);
  return sum;
}
