import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import { Flag } from '../src/witness/witness.js';
import { FIT, placeOf } from '../src/spin/context-fit.js';
import { fillerOf, findSuspects, meanFit, type Suspect } from '../src/spin/find-suspects.js';
import { idOf, type SpinModel, type SpinWeights } from '../src/spin/spin-model.js';
import { wordStream } from '../src/spin/word-stream.js';
import { plainPage, reword, type Machine } from './spin-samples.js';
import { spread, type SourceText } from './spin-texts.js';
import { seeded } from '../eval/data.js';
import type { Spun } from '../src/testing/spinner.js';

/** Weights to begin with, chosen by eye; learning replaces them. */
export const FIRST_WEIGHTS: SpinWeights = {
  fit: [1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.3],
  prior: [0.5, 0.2, -0.5, 0.5, 0.3, 1.5, 1, 0.5, -2],
  word: { mean: [], spread: [], hidden: [], output: [] },
  page: [],
};

export interface Knowing {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}

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
  console.log(`ranking: ${cases.length} cases, first in ${(first / cases.length).toFixed(3)}; fit ${[...weights.slice(0, FIT.length)].map((w) => w.toFixed(2)).join(' ')}; prior ${[...weights.slice(FIT.length)].map((w) => w.toFixed(2)).join(' ')}`);
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
    const places = [placeOf(stream, { from, to }, isFunction)];
    cases.push({
      right: place,
      rows: packed.map((one) => {
        const row = new Float64Array(FIT.length + 8);
        row.set(meanFit(model, places, fillerOf(one >>> 8, lexicon, model)).fit);
        for (let bit = 0; bit < 8; bit++) row[FIT.length + bit] = (one >>> bit) & 1;
        return row;
      }),
    });
  }
  return cases;
}

/** A page with what is true of its words. */
export interface LabelledPage {
  readonly source: string;
  readonly rate: number;
  readonly suspects: readonly Suspect[];
  readonly swapped: Uint8Array;
}

/** Looks at a text, spun or not, and labels each word type: was it put in by the machine? */
export function labelPage(text: SourceText, spun: Spun | undefined, rate: number, knowing: Knowing): LabelledPage {
  const witness = toWitness(plainPage(spun?.text ?? text.text), knowing.lexicon);
  const { stream, suspects } = findSuspects(witness, knowing);
  const inSwap = new Uint8Array(witness.text.length + 1);
  for (const swap of spun?.swaps ?? []) inSwap.fill(1, swap.witness[0], swap.witness[1]);
  const swapped = Uint8Array.from(suspects, (suspect) => {
    let hits = 0;
    for (const span of suspect.spans) {
      let inside = 0;
      for (let i = span.from; i < span.to; i++) if (inSwap[witness.start[stream.token[i] ?? 0] ?? 0] === 1) inside++;
      if (inside === span.to - span.from) hits++;
    }
    return hits * 2 > suspect.spans.length ? 1 : 0;
  });
  return { source: text.source, rate, suspects, swapped };
}

/** Human pages and pages of every machine at several rates, from the same texts. */
export function labelledPages(texts: readonly SourceText[], machines: readonly Machine[], knowing: Knowing): LabelledPage[] {
  const pages: LabelledPage[] = [];
  texts.forEach((text, i) => {
    pages.push(labelPage(text, undefined, 0, knowing));
    const machine = machines[spread(text.id) % machines.length];
    const rate = [0.1, 0.25, 0.4][i % 3] ?? 0.25;
    if (machine) pages.push(labelPage(text, reword(text, machine, rate), rate, knowing));
  });
  return pages;
}

const HIDDEN = 20;

/** Learns which words were put in: one hidden layer, trained by Adam on the log loss. */
export function learnWords(pages: readonly LabelledPage[]): SpinWeights['word'] {
  const rows = pages.flatMap((page) => page.suspects.map((suspect) => suspect.features));
  const labels = pages.flatMap((page) => [...page.swapped]);
  const width = rows[0]?.length ?? 0;
  const mean = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);
  const spreads = mean.map((middle, j) => Math.sqrt(rows.reduce((sum, row) => sum + ((row[j] ?? 0) - middle) ** 2, 0) / rows.length) || 1);
  const random = seeded(11);
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const stride = width + 1;
  const size = HIDDEN * stride + HIDDEN + 1;
  const weights = Float64Array.from({ length: size }, () => normal() / Math.sqrt(width));
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const slope = new Float64Array(size);
  const x = new Float64Array(width);
  const hidden = new Float64Array(HIDDEN);
  let step = 0;
  const rounds = 5;
  const batch = 64;
  const steps = Math.floor((rounds * rows.length) / batch);
  let loss = 0;
  for (let s = 0; s < steps; s++) {
    slope.fill(0);
    for (let b = 0; b < batch; b++) {
      const n = Math.floor(random() * rows.length);
      const row = rows[n] ?? [];
      for (let j = 0; j < width; j++) x[j] = ((row[j] ?? 0) - (mean[j] ?? 0)) / (spreads[j] ?? 1);
      let out = weights[size - 1] ?? 0;
      for (let h = 0; h < HIDDEN; h++) {
        let sum = weights[h * stride + width] ?? 0;
        for (let j = 0; j < width; j++) sum += (weights[h * stride + j] ?? 0) * (x[j] ?? 0);
        hidden[h] = Math.tanh(sum);
        out += (weights[HIDDEN * stride + h] ?? 0) * (hidden[h] ?? 0);
      }
      const chance = 1 / (1 + Math.exp(-out));
      const label = labels[n] ?? 0;
      loss += -Math.log(Math.max(1e-9, label ? chance : 1 - chance));
      const error = (chance - label) / batch;
      slope[size - 1] = (slope[size - 1] ?? 0) + error;
      for (let h = 0; h < HIDDEN; h++) {
        const value = hidden[h] ?? 0;
        slope[HIDDEN * stride + h] = (slope[HIDDEN * stride + h] ?? 0) + error * value;
        const back = error * (weights[HIDDEN * stride + h] ?? 0) * (1 - value * value);
        for (let j = 0; j < width; j++) slope[h * stride + j] = (slope[h * stride + j] ?? 0) + back * (x[j] ?? 0);
        slope[h * stride + width] = (slope[h * stride + width] ?? 0) + back;
      }
    }
    step++;
    const rate = 0.004 * (1 - s / steps) + 0.0002;
    for (let w = 0; w < size; w++) {
      const g = (slope[w] ?? 0) + 1e-5 * (weights[w] ?? 0);
      first[w] = 0.9 * (first[w] ?? 0) + 0.1 * g;
      second[w] = 0.999 * (second[w] ?? 0) + 0.001 * g * g;
      weights[w] = (weights[w] ?? 0) - (rate * ((first[w] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((second[w] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
    if ((s + 1) % Math.floor(steps / 5) === 0) {
      console.log(`words: ${rows.length} rows, loss ${(loss / (Math.floor(steps / 5) * batch)).toFixed(4)}`);
      loss = 0;
    }
  }
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    mean: mean.map(round), spread: spreads.map(round),
    hidden: Array.from({ length: HIDDEN }, (_, h) => [...weights.slice(h * stride, (h + 1) * stride)].map(round)),
    output: [...weights.slice(HIDDEN * stride)].map(round),
  };
}

/** Logistic regression by Newton-like gradient steps; weights with the bias last. */
export function learnLogistic(rows: readonly (readonly number[])[], labels: readonly number[], decay = 1e-3): number[] {
  const width = rows[0]?.length ?? 0;
  const weights = new Float64Array(width + 1);
  const squares = new Float64Array(width + 1).fill(1e-8);
  for (let round = 0; round < 4000; round++) {
    const slope = new Float64Array(width + 1);
    rows.forEach((row, n) => {
      let sum = weights[width] ?? 0;
      for (let j = 0; j < width; j++) sum += (weights[j] ?? 0) * (row[j] ?? 0);
      const error = 1 / (1 + Math.exp(-sum)) - (labels[n] ?? 0);
      for (let j = 0; j < width; j++) slope[j] = (slope[j] ?? 0) + (error * (row[j] ?? 0)) / rows.length;
      slope[width] = (slope[width] ?? 0) + error / rows.length;
    });
    for (let j = 0; j <= width; j++) {
      const g = (slope[j] ?? 0) + (j < width ? decay * (weights[j] ?? 0) : 0);
      squares[j] = 0.99 * (squares[j] ?? 0) + 0.01 * g * g;
      weights[j] = (weights[j] ?? 0) - (0.02 * g) / Math.sqrt((squares[j] ?? 0) + 1e-10);
    }
  }
  return [...weights].map((weight) => Number(weight.toFixed(4)));
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
