import { depositOf } from '../src/archive/deposit.js';
import type { Deposit } from '../src/archive/archive.js';
import { plainPage, type Article } from '../eval/find-corpus.js';
import { seeded } from '../eval/data.js';

/** A real article and its fingerprints. */
export interface Fingerprinted {
  readonly article: Article;
  readonly hashes: Float64Array;
}

/** Share of an article's fingerprints that no earlier article has, over the last tenth of a collection. */
export function noveltyOf(collection: readonly Fingerprinted[]): number {
  const seen = new Set<number>();
  let fresh = 0;
  let all = 0;
  collection.forEach(({ hashes }, i) => {
    for (const hash of hashes) {
      if (i >= collection.length * 0.9) {
        all++;
        if (!seen.has(hash)) fresh++;
      }
      seen.add(hash);
    }
  });
  return all === 0 ? 1 : fresh / all;
}

/**
 * More articles than there are: real ones first, then invented ones whose fingerprints follow Simon's model of word frequencies
 * (Biometrika 1955): with the probability that the real collection ended with, a fingerprint is new; otherwise it's that of
 * a posting drawn from all so far. Boilerplate goes on growing with the archive, and the rare stay many. Texts are those of
 * real articles, so that reading candidates costs what it costs. An invented article never holds a real one's run of fingerprints.
 * Gives for each article how its deposit is made: a caller who has it already goes on to the next.
 */
export function* growing(collection: readonly Fingerprinted[], target: number, seed: number): Generator<() => Deposit> {
  const novelty = noveltyOf(collection);
  const random = seeded(seed);
  const total = collection.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const drawn = new Float64Array(total + Math.ceil((target * total * 1.1) / collection.length));
  let count = 0;
  for (let i = 0; i < target; i++) {
    const base = collection[i % collection.length];
    if (base === undefined) return;
    const real = i < collection.length;
    const hashes = real
      ? base.hashes
      : imitate(base.hashes.length, () =>
          random() < novelty ? Math.floor(random() * 2 ** 52) : (drawn[Math.floor(random() * count)] ?? 0),
        );
    for (const hash of hashes) if (count < drawn.length) drawn[count++] = hash;
    const { id, text } = base.article;
    yield () => depositOf(plainPage(real ? id : `${id} ${i}`, real ? text : `${text} ${i}`), hashes);
  }
}

function imitate(size: number, draw: () => number): Float64Array {
  const hashes = new Set<number>();
  for (let i = 0; i < size; i++) hashes.add(draw());
  return Float64Array.from(hashes).sort();
}
