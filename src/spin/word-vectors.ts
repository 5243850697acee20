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
export function pageTopic({ vectors }: SpinModel, rows: Iterable<number>): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const row of new Set(rows)) {
    if (row === NO_VECTOR) continue;
    for (let d = 0; d < vectors.dimensions; d++)
      sum[d] = (sum[d] ?? 0) + (vectors.topics[row * vectors.dimensions + d] ?? 0);
  }
  return sum;
}

/** Cosine between a word and the rest of its page; 0 where it has no vector. `isCounted`: the word is one of those in the sum. */
export function topicFit({ vectors }: SpinModel, topic: Float64Array, row: number, isCounted: boolean): number {
  if (row === NO_VECTOR) return 0;
  const at = row * vectors.dimensions;
  let dot = 0;
  let length = 0;
  for (let d = 0; d < vectors.dimensions; d++) {
    const own = vectors.topics[at + d] ?? 0;
    const rest = (topic[d] ?? 0) - (isCounted ? own : 0);
    dot += rest * own;
    length += rest * rest;
  }
  return length === 0 ? 0 : dot / (Math.sqrt(length) * 127);
}
