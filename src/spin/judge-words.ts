import type { Suspect } from './find-suspects.js';
import type { Network, SpinModel } from './spin-model.js';

/** What a small network makes of features: a probability. Cost: its hidden units × features. */
export function judge(features: readonly number[], { mean, spread, hidden, output }: Network): number {
  const width = mean.length;
  const standard = STANDARD.length < width ? new Float64Array(width) : STANDARD;
  for (let j = 0; j < width; j++) standard[j] = ((features[j] ?? 0) - (mean[j] ?? 0)) / (spread[j] ?? 1);
  let sum = output[hidden.length] ?? 0;
  for (let h = 0; h < hidden.length; h++) {
    const row = hidden[h] ?? [];
    let inner = row[width] ?? 0;
    for (let j = 0; j < width; j++) inner += (row[j] ?? 0) * (standard[j] ?? 0);
    sum += (output[h] ?? 0) * Math.tanh(inner);
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Features in units of their spread, written anew for each word. */
const STANDARD = new Float64Array(64);

/**
 * Features of each suspect in the light of the others: its own, what it got alone, the page's mean and share of suspects
 * without it, and what its neighbours got: beside a swapped word, a person's word looks strange too.
 */
export function featuresAmongOthers(
  suspects: readonly Suspect[],
  alone: readonly number[],
  length: number,
): readonly (readonly number[])[] {
  const chance = new Float64Array(length + 2);
  suspects.forEach((suspect, i) => {
    for (const span of suspect.spans)
      for (let at = span.from; at < span.to; at++) chance[at + 1] = Math.max(chance[at + 1] ?? 0, alone[i] ?? 0);
  });
  const n = Math.max(alone.length - 1, 1);
  const total = alone.reduce((sum, value) => sum + value, 0);
  const high = alone.filter((value) => value > HIGH).length;
  return suspects.map((suspect, i) => {
    const own = alone[i] ?? 0;
    let left = 0;
    let right = 0;
    for (const span of suspect.spans) {
      left = Math.max(left, chance[span.from] ?? 0);
      right = Math.max(right, chance[span.to + 1] ?? 0);
    }
    return [
      ...suspect.features,
      Math.log((own + 1e-4) / (1 - own + 1e-4)),
      Math.sqrt((total - own) / n),
      Math.sqrt((high - (own > HIGH ? 1 : 0)) / n),
      left,
      right,
    ];
  });
}

/** What to put in place of the words that are likely swapped, so that their neighbours are not judged by them: the best original, or 0 where it is not one word. */
export function likelyOriginals(
  suspects: readonly Suspect[],
  alone: readonly number[],
  model: SpinModel,
): ReadonlyMap<number, number> {
  const replaced = new Map<number, number>();
  suspects.forEach((suspect, i) => {
    if ((alone[i] ?? 0) < LIKELY) return;
    const best = suspect.originals[0];
    const word = best === undefined ? '' : (model.words[best.id] ?? '');
    const hash = best === undefined || word.includes(' ') ? 0 : (model.hashOf[best.id] ?? 0);
    for (const span of suspect.spans) {
      replaced.set(span.from, hash);
      replaced.set(span.to - 1, hash);
    }
  });
  return replaced;
}

/** From here on a word no longer counts as its neighbours' context. Set by eye. */
const LIKELY = 0.55;

/** Alone, a word above this counts as suspect for the others. Set by eye. */
const HIGH = 0.7;
