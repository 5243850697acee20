import type { Layer } from '../src/collation/judge-relation.js';
import { seeded } from '../src/testing/seeded.js';

/** What to learn from: standardised features, and which classes are right. */
export interface Lesson {
  readonly input: readonly number[];
  /** One or more, any of which is a right answer. */
  readonly classes: readonly number[];
  /** How much it counts beside others. */
  readonly weight: number;
}

export interface NetworkOptions {
  readonly hidden: number;
  readonly classes: number;
  readonly epochs: number;
  /** Weight decay an epoch, as a share of the step. */
  readonly decay: number;
  readonly seed: number;
}

/**
 * Trains a network with one tanh layer for class probabilities by Adam (Kingma and Ba 2015) in small batches. Where several
 * classes are right, their sum is made likely (as in learning from candidate labels, Jin and Ghahramani 2002). Deterministic.
 */
export function trainNetwork(lessons: readonly Lesson[], options: NetworkOptions): Layer[] {
  const random = seeded(options.seed);
  const width = lessons[0]?.input.length ?? 0;
  const shape = { width, hidden: options.hidden, classes: options.classes };
  const size = options.hidden * (width + 1) + options.classes * (options.hidden + 1);
  const weights = Float64Array.from({ length: size }, () => (random() - 0.5) * 0.6);
  const moments = { first: new Float64Array(size), second: new Float64Array(size) };
  const scratch = {
    states: new Float64Array(options.hidden),
    errors: new Float64Array(options.classes),
    back: new Float64Array(options.hidden),
  };
  const order = [...lessons];
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = 0.01 * (1 - epoch / options.epochs) + 0.0005;
    for (let from = 0; from < order.length; from += BATCH) {
      const gradient = new Float64Array(size);
      const batch = order.slice(from, from + BATCH);
      for (const lesson of batch) addGradient(gradient, weights, lesson, shape, scratch);
      step++;
      const [firstShare, secondShare] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let w = 0; w < size; w++) {
        const slope = (gradient[w] ?? 0) / batch.length + options.decay * (weights[w] ?? 0);
        const first = (moments.first[w] = 0.9 * (moments.first[w] ?? 0) + 0.1 * slope);
        const second = (moments.second[w] = 0.999 * (moments.second[w] ?? 0) + 0.001 * slope * slope);
        weights[w] = (weights[w] ?? 0) - (rate * (first / firstShare)) / (Math.sqrt(second / secondShare) + 1e-8);
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

/** What one lesson is reckoned in, written anew each time. */
interface Scratch {
  readonly states: Float64Array;
  readonly errors: Float64Array;
  readonly back: Float64Array;
}

/** Adds the slope of one lesson's cross entropy. Layout: hidden rows (bias last), then output rows (bias last). */
function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  lesson: Lesson,
  shape: Shape,
  { states, errors, back }: Scratch,
): void {
  const { width, hidden, classes } = shape;
  const { input } = lesson;
  const output = hidden * (width + 1);
  readStates(states, weights, input, shape);
  readErrors(errors, weights, states, lesson, shape);
  back.fill(0);
  for (let c = 0; c < classes; c++) {
    const row = output + c * (hidden + 1);
    const error = errors[c] ?? 0;
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

function readStates(
  states: Float64Array,
  weights: Float64Array,
  input: readonly number[],
  { width, hidden }: Shape,
): void {
  for (let h = 0; h < hidden; h++) {
    const row = h * (width + 1);
    let sum = weights[row + width] ?? 0;
    for (let i = 0; i < width; i++) sum += (weights[row + i] ?? 0) * (input[i] ?? 0);
    states[h] = Math.tanh(sum);
  }
}

/** For each class its probability less the one that the lesson would have: the right classes share what they have by their own odds. */
function readErrors(
  errors: Float64Array,
  weights: Float64Array,
  states: Float64Array,
  lesson: Lesson,
  { width, hidden, classes }: Shape,
): void {
  const output = hidden * (width + 1);
  let all = 0;
  for (let c = 0; c < classes; c++) {
    const row = output + c * (hidden + 1);
    let sum = weights[row + hidden] ?? 0;
    for (let h = 0; h < hidden; h++) sum += (weights[row + h] ?? 0) * (states[h] ?? 0);
    all += errors[c] = Math.exp(Math.min(50, sum));
  }
  let right = 0;
  for (const c of lesson.classes) right += errors[c] ?? 0;
  for (let c = 0; c < classes; c++) {
    const power = errors[c] ?? 0;
    errors[c] = lesson.weight * (power / all - (lesson.classes.includes(c) ? power / right : 0));
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

function shuffle(items: Lesson[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as Lesson, items[i] as Lesson];
  }
}

const BATCH = 32;
