import { createRequire } from 'node:module';

interface MinhashSketch {
  update(shingle: string): void;
  jaccard(other: MinhashSketch): number;
}

interface LshIndex {
  insert(key: string, sketch: MinhashSketch): void;
  query(sketch: MinhashSketch): string[];
}

interface MinhashModule {
  readonly Minhash: new () => MinhashSketch;
  readonly LshIndex: new (config: { readonly bandSize: number }) => LshIndex;
}

const { Minhash, LshIndex } = createRequire(import.meta.url)('minhash') as MinhashModule;

const ASKED = 'the query';

/** Permutations that make a band, of 128, as the peer comes. */
const BAND_ROWS = 4;

/** The peer: npm `minhash`, 128 permutations over runs of so many words, in bands of so many rows; candidates ordered by estimated Jaccard similarity. */
export function minhashFinder(
  run: number,
  rows = BAND_ROWS,
): {
  add(id: string, text: string): void;
  /** The most alike, at most `limit`, as alike as `least` (0 unless said). */
  find(text: string, limit: number, least?: number): { readonly ids: readonly string[]; readonly compared: number };
} {
  const index = new LshIndex({ bandSize: rows });
  const sketches = new Map<string, MinhashSketch>();
  const sketchOf = (text: string): MinhashSketch => {
    const sketch = new Minhash();
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const runs = new Set(words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' ')));
    for (const shingle of runs) sketch.update(shingle);
    return sketch;
  };
  return {
    add: (id, text) => {
      const sketch = sketchOf(text);
      sketches.set(id, sketch);
      index.insert(id, sketch);
    },
    find: (text, limit, least = 0) => {
      const sketch = sketchOf(text);
      // Asking for a band that nobody has throws; so the query goes in first.
      index.insert(ASKED, sketch);
      const met = index.query(sketch).filter((id) => id !== ASKED);
      const ids = met
        .map((id) => ({ id, likeness: sketches.get(id)?.jaccard(sketch) ?? 0 }))
        .filter(({ likeness }) => likeness >= least)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, limit)
        .map(({ id }) => id);
      return { ids, compared: met.length };
    },
  };
}
