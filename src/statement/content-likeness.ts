import type { Lexicon } from '../witness/lexicon.js';
import { wordsIn } from './content-differences.js';
import type { Said } from './reading-difference.js';

/** Lemmas of a content's words with their weights by rarity; unit length. */
export type ContentWeights = ReadonlyMap<string, number>;

export function contentWeights({ witness, statement }: Said, lexicon: Lexicon): ContentWeights {
  const weights = new Map<string, number>();
  for (const form of wordsIn(witness, statement.content)) {
    if (lexicon.isFunctionWord(form) || !/[\p{L}\p{N}]/u.test(form)) continue;
    weights.set(lexicon.lemma(lexicon.spelling(form)), -Math.log((lexicon.frequency(form) + 0.5) / 1e6));
  }
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...weights].map(([lemma, weight]) => [lemma, weight / length]));
}

/** Cosine, 0 to 1. */
export function contentLikeness(a: ContentWeights, b: ContentWeights): number {
  let likeness = 0;
  for (const [lemma, weight] of a) likeness += weight * (b.get(lemma) ?? 0);
  return likeness;
}

/** Words that more statements hold than this lead to no comparison by themselves. */
const MOST_POSTINGS = 60;
/** Content words that a statement needs to be compared by content. */
const FEWEST_WORDS = 3;

/** Pairs that share a word which few statements hold. */
export function pairsToCompare(contents: readonly ContentWeights[]): Iterable<readonly [number, number]> {
  const postings = new Map<string, number[]>();
  contents.forEach((weights, i) => {
    if (weights.size < FEWEST_WORDS) return;
    for (const lemma of weights.keys()) postings.set(lemma, [...(postings.get(lemma) ?? []), i]);
  });
  const pairs = new Map<number, readonly [number, number]>();
  for (const list of postings.values()) {
    if (list.length > MOST_POSTINGS) continue;
    list.forEach((a, i) => list.slice(i + 1).forEach((b) => pairs.set(a * contents.length + b, [a, b])));
  }
  return pairs.values();
}
