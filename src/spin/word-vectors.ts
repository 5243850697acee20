import { NO_VECTOR, type SpinModel } from './spin-model.js';

/** Row of a word by its hash; `NO_VECTOR` for unknown words and breaches. */
export function rowOfHash(model: SpinModel, hash: number): number {
  const id = hash === 0 ? undefined : model.idOfHash.get(hash);
  return id === undefined ? NO_VECTOR : (model.vectors.rowOf[id] ?? NO_VECTOR);
}

/** How likely the second word follows the first, against chance: a logarithm, 0 where either has no vector. */
export function follows({ vectors }: SpinModel, first: number, second: number): number {
  if (first === NO_VECTOR || second === NO_VECTOR) return 0;
  const { dimensions, leads, trails } = vectors;
  const a = first * dimensions;
  const b = second * dimensions;
  let dot = 0;
  for (let d = 0; d < dimensions; d++) dot += (leads[a + d] ?? 0) * (trails[b + d] ?? 0);
  return dot * vectors.followScale;
}

/** What a page is about: the sum of its content words' vectors, each word once. */
export interface PageTopic {
  readonly sum: Float64Array;
  /** Square of its length. */
  readonly square: number;
}

export function pageTopic({ vectors }: SpinModel, rows: Iterable<number>): PageTopic {
  const { topicDimensions, topics } = vectors;
  const sum = new Float64Array(topicDimensions);
  for (const row of new Set(rows)) {
    if (row === NO_VECTOR) continue;
    for (let d = 0; d < topicDimensions; d++) sum[d] = (sum[d] ?? 0) + (topics[row * topicDimensions + d] ?? 0);
  }
  return { sum, square: sum.reduce((square, value) => square + value * value, 0) };
}

/** Cosine between a word and the rest of its page; 0 where it has no vector. `isCounted`: the word is one of those in the sum. */
export function topicFit(model: SpinModel, { sum, square }: PageTopic, row: number, isCounted: boolean): number {
  if (row === NO_VECTOR) return 0;
  const dot = topicDot(model, row, sum);
  if (!isCounted) return square === 0 ? 0 : dot / (Math.sqrt(square) * LENGTH);
  const own = topicSquare(model, row);
  const rest = square - 2 * dot + own;
  return rest < 1 ? 0 : (dot - own) / (Math.sqrt(rest) * LENGTH);
}

/** Cosine between two words; 0 where either has no vector. */
export function nearness({ vectors }: SpinModel, first: number, second: number): number {
  if (first === NO_VECTOR || second === NO_VECTOR) return 0;
  const { topicDimensions, topics } = vectors;
  const a = first * topicDimensions;
  const b = second * topicDimensions;
  let dot = 0;
  for (let d = 0; d < topicDimensions; d++) dot += (topics[a + d] ?? 0) * (topics[b + d] ?? 0);
  return dot / LENGTH ** 2;
}

/** Mean cosine between a word and those that a mean of vectors was taken of; 0 where it has no vector. */
export function meanNearness(model: SpinModel, row: number, mean: Float64Array): number {
  return row === NO_VECTOR ? 0 : topicDot(model, row, mean) / LENGTH ** 2;
}

/** Length of a row of topics. */
const LENGTH = 127;

function topicDot({ vectors }: SpinModel, row: number, other: Float64Array): number {
  const { topicDimensions, topics } = vectors;
  const at = row * topicDimensions;
  let dot = 0;
  for (let d = 0; d < topicDimensions; d++) dot += (topics[at + d] ?? 0) * (other[d] ?? 0);
  return dot;
}

/** Square of a row's length: 0 for a word that nothing is known of. */
export function topicSquare({ vectors }: SpinModel, row: number): number {
  const { topicDimensions, topics } = vectors;
  let square = 0;
  for (let at = row * topicDimensions; at < (row + 1) * topicDimensions; at++) square += (topics[at] ?? 0) ** 2;
  return square;
}
