import type { SpinModel } from './spin-model.js';
import { NO_VECTOR } from './spin-model.js';
import { rowOfHash, topicSquare } from './word-vectors.js';
import type { WordStream } from './word-stream.js';

/** What the words of a stream are about, summed from its beginning: what stands around a place is a difference of two sums. */
export interface Surroundings {
  readonly sums: Float64Array;
  /** Words summed up to each. */
  readonly counted: Uint32Array;
}

/** Words to each side that count as what stands around: 8 tell swapped words no better. */
const REACH = 5;
/** So many of the most frequent words of English say nothing of what a place is about. */
const EVERYWHERE = 150;

/** Sums over a stream. Cost: linear. */
export function surroundingsOf(stream: WordStream, model: SpinModel): Surroundings {
  const { topicDimensions: width, topics } = model.vectors;
  const sums = new Float64Array((stream.length + 1) * width);
  const counted = new Uint32Array(stream.length + 1);
  for (let i = 0; i < stream.length; i++) {
    const row = rowOfHash(model, stream.hash[i] ?? 0);
    const says = row !== NO_VECTOR && row >= EVERYWHERE && topicSquare(model, row) > 0;
    counted[i + 1] = (counted[i] ?? 0) + (says ? 1 : 0);
    for (let d = 0, at = i * width; d < width; d++, at++)
      sums[at + width] = (sums[at] ?? 0) + (says ? (topics[row * width + d] ?? 0) : 0);
  }
  return { sums, counted };
}

/** Mean of what stands around the places of a word, itself left out. */
export function meanAround(
  { sums, counted }: Surroundings,
  spans: readonly { readonly from: number; readonly to: number }[],
  width: number,
): Float64Array {
  const mean = new Float64Array(width);
  let words = 0;
  const count = (start: number, end: number): void => {
    const said = (counted[end] ?? 0) - (counted[start] ?? 0);
    if (said === 0) return;
    words += said;
    for (let d = 0, a = start * width, b = end * width; d < width; d++, a++, b++)
      mean[d] = (mean[d] ?? 0) + (sums[b] ?? 0) - (sums[a] ?? 0);
  };
  for (const { from, to } of spans) {
    count(Math.max(0, from - REACH), from);
    count(to, Math.min(counted.length - 1, to + REACH - 1));
  }
  for (let d = 0; words > 1 && d < width; d++) mean[d] = (mean[d] ?? 0) / words;
  return mean;
}
