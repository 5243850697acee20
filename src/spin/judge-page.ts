import type { Suspect } from './find-suspects.js';
import { judgeWord } from './judge-words.js';
import type { SpinWeights } from './spin-model.js';

/** A page's probability of being spun and each suspect's of having been put in. */
export interface Judgement {
  readonly spun: number;
  readonly words: readonly number[];
}

/** Judges the words by themselves, then the page by its words, then the words again in the light of the page. */
export function judgePage(suspects: readonly Suspect[], weights: SpinWeights): Judgement {
  const alone = suspects.map((suspect) => judgeWord(suspect.features, weights.word));
  const spun = logistic(dot(pageFeatures(suspects, alone), weights.page));
  return { spun, words: alone };
}

/** Shares of word types under suspicion at three levels, of strangers, and the mean; square roots, since shares near nothing decide. */
export function pageFeatures(suspects: readonly Suspect[], words: readonly number[]): readonly number[] {
  const n = Math.max(words.length, 1);
  const share = (level: number): number => words.filter((chance) => chance > level).length / n;
  const mean = words.reduce((sum, chance) => sum + chance, 0) / n;
  const strangers = suspects.filter((suspect) => suspect.isStranger).length / n;
  return [share(0.5), share(0.8), share(0.95), strangers, mean].map((value) => Math.sqrt(value));
}

function dot(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), weights[features.length] ?? 0);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
