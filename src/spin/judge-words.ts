import type { SpinWeights } from './spin-model.js';

/** Probability that a word was put in by a machine, by its features alone. Cost: 20 hidden units. */
export function judgeWord(features: readonly number[], { mean, spread, hidden, output }: SpinWeights['word']): number {
  const width = mean.length;
  let sum = output[hidden.length] ?? 0;
  for (let h = 0; h < hidden.length; h++) {
    const row = hidden[h] ?? [];
    let inner = row[width] ?? 0;
    for (let j = 0; j < width; j++) inner += ((row[j] ?? 0) * ((features[j] ?? 0) - (mean[j] ?? 0))) / (spread[j] ?? 1);
    sum += (output[h] ?? 0) * Math.tanh(inner);
  }
  return 1 / (1 + Math.exp(-sum));
}
