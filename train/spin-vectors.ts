import { seeded } from '../eval/data.js';
import { wordHash } from '../src/spin/word-hash.js';
import { readTopics } from './spin-topics.js';

/** Words with vectors: keeps the file under 10 MB; other numbers were not tried. */
const VOCABULARY = 25_000;
export const DIMENSIONS = 24;
const NEGATIVES = 4;
/** Words more frequent than this are thinned out. */
const THIN = 2e-4;

/** Vectors by word, the most frequent in general English first: how it is followed, how it follows, and what it is about. */
export interface Vectors {
  readonly words: readonly string[];
  /** `leads[a] · trails[b]`: how likely b follows a, against chance. */
  readonly leads: Float32Array;
  readonly trails: Float32Array;
  readonly topics: Float32Array;
}

/** Skip-gram with negative samples (Mikolov et al. 2013), with the next word as context; what words are about comes from a larger background. */
export function learnVectors(words: ReadonlyMap<string, number>, stream: Uint32Array): Vectors {
  const frequent = [...words]
    .filter(([word]) => /^(?:[a-z][a-z'.]*|#)$/.test(word))
    .sort((a, b) => b[1] - a[1])
    .slice(0, VOCABULARY);
  const { words: chosen, topics } = readTopics(frequent.map(([word]) => word));
  const ids = new Map(chosen.map((word, id) => [wordHash(word), id]));
  const counts = chosen.map((word) => words.get(word) ?? 0);
  const sequence = Int32Array.from(stream, (hash) => (hash === 0 ? -2 : (ids.get(hash) ?? -1)));
  const { inner, outer } = train(sequence, counts);
  return { words: chosen, leads: inner, trails: outer, topics };
}

/** Times that the stream is gone through. */
const ROUNDS = 2;

function train(sequence: Int32Array, counts: readonly number[]): { inner: Float32Array; outer: Float32Array } {
  const size = counts.length;
  const random = seeded(5);
  const inner = Float32Array.from({ length: size * DIMENSIONS }, () => (random() - 0.5) / DIMENSIONS);
  const outer = new Float32Array(size * DIMENSIONS);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const kept = Float32Array.from(counts, (count) => Math.min(1, Math.sqrt((THIN * total) / count)));
  const lots = drawingLots(counts);
  const slope = new Float32Array(DIMENSIONS);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < sequence.length; i++) {
      const word = sequence[i] ?? 0;
      if (word < 0 || (kept[word] ?? 0) < random()) continue;
      const rate = 0.05 * (1 - (round + i / sequence.length) / ROUNDS) + 0.0005;
      const context = sequence[i + 1] ?? -2;
      if (context < 0 || (kept[context] ?? 0) < random()) continue;
      slope.fill(0);
      const a = word * DIMENSIONS;
      for (let n = 0; n <= NEGATIVES; n++) {
        const other = n === 0 ? context : (lots[(random() * lots.length) | 0] ?? 0);
        if (n > 0 && other === context) continue;
        const b = other * DIMENSIONS;
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++) dot += (inner[a + d] ?? 0) * (outer[b + d] ?? 0);
        const step = rate * ((n === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
        for (let d = 0; d < DIMENSIONS; d++) {
          slope[d] = (slope[d] ?? 0) + step * (outer[b + d] ?? 0);
          outer[b + d] = (outer[b + d] ?? 0) + step * (inner[a + d] ?? 0);
        }
      }
      for (let d = 0; d < DIMENSIONS; d++) inner[a + d] = (inner[a + d] ?? 0) + (slope[d] ?? 0);
    }
  }
  return { inner, outer };
}

/** A long list in which each word stands in proportion to count^0.75. */
function drawingLots(counts: readonly number[]): Int32Array {
  const powers = counts.map((count) => count ** 0.75);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const lots = new Int32Array(2 ** 20);
  let word = 0;
  let reached = (powers[0] ?? 0) / total;
  for (let i = 0; i < lots.length; i++) {
    lots[i] = word;
    while ((i + 1) / lots.length > reached && word + 1 < counts.length) reached += (powers[++word] ?? 0) / total;
  }
  return lots;
}
