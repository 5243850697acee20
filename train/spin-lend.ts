import { Kind, keyOf } from '../src/spin/run-table.js';
import { wordHash } from '../src/spin/word-hash.js';
import { countOfKey, setCount, textsOfKey, type Counts } from './spin-count.js';
import type { KnownPairs } from './spin-speech.js';

/** Pairs less associated than this (a logarithm) tell nothing that their absence would not. Set by eye. */
const LEAST_RATIO = 0.7;
/** Likelier than chance by more than this (a logarithm) is taken for this: names and set phrases. Set by eye. */
const MOST_RATIO = 8;
/** The model's word counts as much as so many expected sightings of our own. Other numbers were not tried. */
const TRUST = 1;
/** As the fit of a word in its place smooths counts: a lent count gives there the ratio that is meant. */
const SMOOTH = 0.4;
/** A pair that enough of our texts have is raised only where it becomes so many times as frequent. Set by eye. */
const RAISED = 1.3;
/** Pairs lent that too few of our texts have: as many as the file has room for. */
const MOST_LENT = 900_000;

interface Lent {
  readonly key: { readonly high: number; readonly low: number };
  readonly count: number;
  /** How much it tells: how often it is met, times how far from chance it is. */
  readonly worth: number;
}

/**
 * Lends our counts what a larger model knows of neighbours: each pair gets the count that gives it the association which both
 * together speak for. Pairs that `texts` of our texts have are kept anyway; of the others the most telling are added.
 */
export function lendPairs({ words, runs, tokens }: Counts, known: KnownPairs, texts: number): void {
  const counts = known.words.map((word) =>
    /^[a-z][a-z'.]*$/.test(word) && !word.endsWith("'s") ? (words.get(word) ?? 0) : 0,
  );
  const hashes = known.words.map((word) => wordHash(word));
  const fresh: Lent[] = [];
  for (let i = 0; i < known.first.length; i++) {
    const first = known.first[i] ?? 0;
    const second = known.second[i] ?? 0;
    const ratio = (known.after[i] ?? 0) - (known.alone[second] ?? 0);
    const expected = ((counts[first] ?? 0) * (counts[second] ?? 0)) / tokens;
    if ((counts[first] ?? 0) < 2 || (counts[second] ?? 0) < 2 || ratio < LEAST_RATIO) continue;
    const key = keyOf(Kind.pair, hashes[first] ?? 0, hashes[second] ?? 0, 0);
    const own = countOfKey(runs, key);
    const likelier = Math.exp(Math.min(MOST_RATIO, ratio));
    const count = Math.round(((expected + SMOOTH) * (own + TRUST * likelier)) / (expected + TRUST) - SMOOTH);
    if (own === 0 || textsOfKey(runs, key) < texts) {
      const worth = Math.exp((known.alone[first] ?? 0) + (known.after[i] ?? 0)) * ratio;
      if (count >= 1) fresh.push({ key, count, worth });
    } else if (count > own * RAISED) setCount(runs, key, { kind: Kind.pair, count });
  }
  fresh.sort((a, b) => b.worth - a.worth);
  for (const { key, count } of fresh.slice(0, MOST_LENT)) setCount(runs, key, { kind: Kind.pair, count });
}
