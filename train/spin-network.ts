import { seeded } from '../eval/data.js';
import type { Network } from '../src/spin/spin-model.js';

const HIDDEN = 28;

/** Learns which words were put in: one hidden layer, trained by Adam on the log loss. */
export function learnNetwork(rows: readonly (readonly number[])[], labels: readonly number[], rounds = 5): Network {
  const width = rows[0]?.length ?? 0;
  const mean = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);
  const spreads = mean.map(
    (middle, j) => Math.sqrt(rows.reduce((sum, row) => sum + ((row[j] ?? 0) - middle) ** 2, 0) / rows.length) || 1,
  );
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
      weights[w] =
        (weights[w] ?? 0) -
        (rate * ((first[w] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((second[w] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
    if ((s + 1) % Math.floor(steps / 5) === 0) {
      console.log(`words: ${rows.length} rows, loss ${(loss / (Math.floor(steps / 5) * batch)).toFixed(4)}`);
      loss = 0;
    }
  }
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    mean: mean.map(round),
    spread: spreads.map(round),
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
