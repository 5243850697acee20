import { seeded } from '../src/testing/seeded.js';

/** A dense layer: a row of weights and a bias an output. */
export interface Layer {
  readonly weights: number[][];
  readonly bias: number[];
}

export interface NetworkOptions {
  readonly hidden: number;
  readonly classes: number;
  readonly epochs: number;
  /** Weight decay an epoch, as a share of the step. */
  readonly decay: number;
  readonly seed: number;
}

/** Trains a network with one tanh layer for class probabilities by Adam (Kingma and Ba 2015) in small batches. Deterministic. */
export function trainNetwork(
  inputs: readonly (readonly number[])[],
  labels: readonly number[],
  options: NetworkOptions,
): Layer[] {
  const random = seeded(options.seed);
  const width = inputs[0]?.length ?? 0;
  const shape = { width, hidden: options.hidden, classes: options.classes };
  const size = options.hidden * (width + 1) + options.classes * (options.hidden + 1);
  const weights = Float64Array.from({ length: size }, () => (random() - 0.5) * 0.6);
  const moments = { first: new Float64Array(size), second: new Float64Array(size) };
  const order = inputs.map((_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = 0.01 * (1 - epoch / options.epochs) + 0.0005;
    for (let from = 0; from < order.length; from += BATCH) {
      const gradient = new Float64Array(size);
      const batch = order.slice(from, from + BATCH);
      for (const i of batch) addGradient(gradient, weights, { input: inputs[i] ?? [], label: labels[i] ?? 0, shape });
      step++;
      for (let w = 0; w < size; w++) {
        const slope = (gradient[w] ?? 0) / batch.length + options.decay * (weights[w] ?? 0);
        const first = (moments.first[w] = 0.9 * (moments.first[w] ?? 0) + 0.1 * slope);
        const second = (moments.second[w] = 0.999 * (moments.second[w] ?? 0) + 0.001 * slope * slope);
        weights[w] =
          (weights[w] ?? 0) - (rate * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return unpack(weights, shape);
}

interface Shape {
  readonly width: number;
  readonly hidden: number;
  readonly classes: number;
}

interface Example {
  readonly input: readonly number[];
  readonly label: number;
  readonly shape: Shape;
}

/** Adds the slope of one example's cross entropy. Layout: hidden rows (bias last), then output rows (bias last). */
function addGradient(gradient: Float64Array, weights: Float64Array, { input, label, shape }: Example): void {
  const { width, hidden, classes } = shape;
  const output = hidden * (width + 1);
  const states = new Float64Array(hidden);
  for (let h = 0; h < hidden; h++) {
    const row = h * (width + 1);
    let sum = weights[row + width] ?? 0;
    for (let i = 0; i < width; i++) sum += (weights[row + i] ?? 0) * (input[i] ?? 0);
    states[h] = Math.tanh(sum);
  }
  const powers = new Float64Array(classes);
  let all = 0;
  for (let c = 0; c < classes; c++) {
    const row = output + c * (hidden + 1);
    let sum = weights[row + hidden] ?? 0;
    for (let h = 0; h < hidden; h++) sum += (weights[row + h] ?? 0) * (states[h] ?? 0);
    all += powers[c] = Math.exp(Math.min(50, sum));
  }
  const back = new Float64Array(hidden);
  for (let c = 0; c < classes; c++) {
    const error = (powers[c] ?? 0) / all - (c === label ? 1 : 0);
    const row = output + c * (hidden + 1);
    for (let h = 0; h < hidden; h++) {
      gradient[row + h] = (gradient[row + h] ?? 0) + error * (states[h] ?? 0);
      back[h] = (back[h] ?? 0) + error * (weights[row + h] ?? 0);
    }
    gradient[row + hidden] = (gradient[row + hidden] ?? 0) + error;
  }
  for (let h = 0; h < hidden; h++) {
    const slope = (back[h] ?? 0) * (1 - (states[h] ?? 0) ** 2);
    const row = h * (width + 1);
    for (let i = 0; i < width; i++) gradient[row + i] = (gradient[row + i] ?? 0) + slope * (input[i] ?? 0);
    gradient[row + width] = (gradient[row + width] ?? 0) + slope;
  }
}

function unpack(weights: Float64Array, { width, hidden, classes }: Shape): Layer[] {
  const layer = (offset: number, rows: number, columns: number): Layer => ({
    weights: Array.from({ length: rows }, (_, r) => [
      ...weights.slice(offset + r * (columns + 1), offset + r * (columns + 1) + columns),
    ]),
    bias: Array.from({ length: rows }, (_, r) => weights[offset + r * (columns + 1) + columns] ?? 0),
  });
  return [layer(0, hidden, width), layer(hidden * (width + 1), classes, hidden)];
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] ?? 0, items[i] ?? 0];
  }
}

const BATCH = 32;
