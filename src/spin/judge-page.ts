import type { FirstLook, Suspect } from './find-suspects.js';
import { featuresAmongOthers, judge, likelyOriginals } from './judge-words.js';
import type { SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';

/** A page's probability of being spun and each suspect's of having been put in. */
export interface Judgement {
  readonly spun: number;
  readonly words: readonly number[];
}

/**
 * Judges the words by themselves, then the page by its words, then the words again in the light of the page,
 * with likely originals in place of swapped neighbours.
 */
export function judgePage({ suspects, stream, again }: FirstLook, model: SpinModel): Judgement {
  const { weights } = model;
  const alone = suspects.map((suspect) => judge(suspect.features, weights.word));
  const spun = logistic(dot(pageFeatures(suspects, alone), weights.page));
  const among = featuresAmongOthers(again(likelyOriginals(suspects, alone, model)), alone, stream.length);
  return { spun, words: among.map((features) => judge(features, weights.among)) };
}

/** Shares of word types under suspicion at three levels, of strangers, of known habits of machines, and the mean; square roots, since shares near nothing decide. */
export function pageFeatures(suspects: readonly Suspect[], words: readonly number[]): readonly number[] {
  const n = Math.max(words.length, 1);
  const share = (level: number): number => words.filter((chance) => chance > level).length / n;
  const mean = words.reduce((sum, chance) => sum + chance, 0) / n;
  const strangers = suspects.filter((suspect) => suspect.isStranger).length / n;
  const habits =
    suspects.filter(
      (suspect, i) => (words[i] ?? 0) > 0.5 && ((suspect.originals[0]?.sources ?? 0) & Source.habit) !== 0,
    ).length / n;
  return [share(0.5), share(0.8), share(0.95), strangers, mean, habits].map((value) => Math.sqrt(value));
}

function dot(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), weights[features.length] ?? 0);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
