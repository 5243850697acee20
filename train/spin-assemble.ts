import { Kind, keyOf } from '../src/spin/run-table.js';
import { NO_VECTOR, type SpinHead, type SpinWeights } from '../src/spin/spin-model.js';
import { Source } from '../src/spin/substitutes.js';
import { wordHash } from '../src/spin/word-hash.js';
import { countOfKey, type Counts } from './spin-count.js';
import { lendPairs } from './spin-lend.js';
import type { Substitutes } from './spin-lexicon.js';
import type { KnownPairs } from './spin-speech.js';
import { TOPIC_DIMENSIONS } from './spin-topics.js';
import { DIMENSIONS, type Vectors } from './spin-vectors.js';
import { buildRunTable, type RunColumns } from './spin-table.js';

/** Words seen less often than this are left out of the vocabulary unless a thesaurus lists them. */
const LEAST_WORD = 8;
/** Originals kept for one substitute: keeps the file under 10 MB; other numbers were not tried. */
const MOST_ORIGINALS = 14;

/** What to keep of the counts. */
export interface Pruning {
  /** Least number of texts that a collocation of each kind was seen in. */
  readonly texts: readonly [pair: number, triple: number, apart: number];
}

/** What a model is made from besides counts and vectors. */
interface AssembledFrom {
  readonly substitutes: Substitutes;
  /** Lent to the collocations only: what counts as a word or a phrase is told by our own counts. */
  readonly known: KnownPairs;
  readonly pruning: Pruning;
}

/** Vocabulary, substitutes and collocations as one file; see `readSpinModel`. Changes the counts. */
export function assemble(
  counts: Counts,
  vectors: Vectors,
  { substitutes, known, pruning }: AssembledFrom,
): (weights: SpinWeights) => Uint8Array {
  const kept = pruneSubstitutes(counts, substitutes);
  const words = vocabulary(counts, kept);
  const idOf = new Map(words.map((word, id) => [word, id]));
  const offsets = new Uint32Array(words.length + 1);
  const originals: number[] = [];
  words.forEach((word, id) => {
    offsets[id] = originals.length;
    for (const [from, bits] of kept.get(word) ?? []) originals.push((((idOf.get(from) ?? 0) << 8) | bits) >>> 0);
  });
  offsets[words.length] = originals.length;
  const text = new TextEncoder().encode(words.join('\n'));
  const wordCounts = Float32Array.from(words, (word) => phraseCount(counts, word));
  lendPairs(counts, known, pruning.texts[0]);
  const table = buildRunTable(keptRuns(counts, pruning));
  const packed = packVectors(vectors, idOf, words.length);
  return (weights) => {
    const head: SpinHead = {
      total: counts.tokens,
      words: words.length,
      originals: originals.length,
      text: text.length,
      weights,
      vectors: {
        dimensions: DIMENSIONS,
        topicDimensions: TOPIC_DIMENSIONS,
        rows: vectors.words.length,
        followScale: packed.followScale,
      },
      runs: {
        seed: table.seed,
        segmentLength: table.segmentLength,
        segments: table.segments,
        cells: table.prints.length,
      },
    };
    let json = new TextEncoder().encode(JSON.stringify(head));
    if (json.length % 4 !== 0)
      json = new TextEncoder().encode(JSON.stringify(head) + ' '.repeat(4 - (json.length % 4)));
    const length = new Uint8Array(Uint32Array.of(json.length).buffer);
    const sections = [
      bytesOf(offsets),
      bytesOf(Uint32Array.from(originals)),
      bytesOf(wordCounts),
      table.prints,
      table.levels,
      ...packed.sections,
      text,
    ];
    return joined([length, json, ...sections]);
  };
}

/** How often a word or phrase was counted. */
export function phraseCount(counts: Counts, phrase: string): number {
  const parts = phrase.split(/[ -]/);
  if (parts.length === 1) return counts.words.get(phrase) ?? 0;
  const hash = parts.map((part) => wordHash(part));
  let least = Infinity;
  for (let i = 0; i + 1 < hash.length; i++) {
    const triple = i + 2 < hash.length;
    if (!triple && hash.length > 2) break;
    least = Math.min(
      least,
      countOfKey(
        counts.runs,
        keyOf(triple ? Kind.triple : Kind.pair, hash[i] ?? 0, hash[i + 1] ?? 0, triple ? (hash[i + 2] ?? 0) : 0),
      ),
    );
  }
  return least === Infinity ? 0 : least;
}

function pruneSubstitutes(
  counts: Counts,
  substitutes: Substitutes,
): Map<string, readonly (readonly [from: string, bits: number])[]> {
  const kept = new Map<string, readonly (readonly [string, number])[]>();
  for (const [to, originals] of substitutes) {
    const isPhrase = to.includes(' ');
    const found = [...originals]
      .filter(
        ([from, bits]) =>
          (isPhrase
            ? (bits & STRONG) !== 0 && (bits & SURE || phraseCount(counts, to) > 0)
            : (counts.words.get(to) ?? 0) >= 2 || (bits & (SURE | Source.firstSense | Source.paraphrase)) !== 0) &&
          (!from.includes(' ') || bits & (Source.habit | Source.tortured) || phraseCount(counts, from) >= 5),
      )
      .map(([from, bits]) => ({ from, bits, rank: staticRank(bits) + 0.35 * Math.log(1 + phraseCount(counts, from)) }))
      .sort((a, b) => b.rank - a.rank || (a.from < b.from ? -1 : 1))
      .slice(0, MOST_ORIGINALS);
    if (found.length > 0)
      kept.set(
        to,
        found.map(({ from, bits }) => [from, bits] as const),
      );
  }
  return kept;
}

/** A phrase is looked up only where a strong source gives it for something. */
const STRONG = Source.habit | Source.tortured | Source.firstSense | Source.judged | Source.paraphrase;

/** Worth keeping even where the background never saw the substitute. */
const SURE = Source.habit | Source.tortured | Source.judged;

function staticRank(bits: number): number {
  const weight = (bit: number, value: number): number => (bits & bit ? value : 0);
  return (
    weight(Source.habit, 4) +
    weight(Source.tortured, 3) +
    weight(Source.firstSense, 2) +
    weight(Source.sense, 1) +
    weight(Source.paraphrase, 1.5) +
    weight(Source.dictionary, 1) +
    weight(Source.judged, 1.5)
  );
}

function vocabulary(counts: Counts, kept: ReadonlyMap<string, readonly (readonly [string, number])[]>): string[] {
  const words = new Set<string>();
  for (const [word, count] of counts.words) if (count >= LEAST_WORD && /^[\p{L}\p{N}.']+$/u.test(word)) words.add(word);
  for (const [to, originals] of kept) {
    words.add(to);
    for (const [from] of originals) words.add(from);
  }
  for (const word of [...words]) if (word.includes(' ')) for (const part of word.split(' ')) words.add(part);
  words.add('#');
  return [...words].sort();
}

/** The collocations that enough texts have. */
export function keptRuns(counts: Counts, { texts }: Pruning): RunColumns {
  const { runs } = counts;
  const high: number[] = [];
  const low: number[] = [];
  const count: number[] = [];
  for (let cell = 0; cell < runs.count.length; cell++) {
    if (runs.count[cell] === 0 || (runs.texts[cell] ?? 0) < (texts[runs.kind[cell] ?? 0] ?? 1)) continue;
    high.push(runs.high[cell] ?? 0);
    low.push(runs.low[cell] ?? 0);
    count.push(runs.count[cell] ?? 0);
  }
  return {
    length: high.length,
    high: Uint32Array.from(high),
    low: Uint32Array.from(low),
    count: Uint32Array.from(count),
  };
}

/** Vectors as bytes: both sides of a product scaled alike, topics to the same length. */
function packVectors(
  { words, leads, trails, topics }: Vectors,
  idOf: ReadonlyMap<string, number>,
  size: number,
): { readonly followScale: number; readonly sections: readonly Uint8Array[] } {
  const rowOf = new Uint16Array(size).fill(NO_VECTOR);
  words.forEach((word, row) => {
    const id = idOf.get(word);
    if (id !== undefined) rowOf[id] = row;
  });
  const scaleOf = (values: Float32Array): number =>
    [...values.filter((_, i) => i % 7 === 0)].map(Math.abs).sort((a, b) => b - a)[
      Math.floor(values.length / 7 / 1000)
    ] ?? 1;
  const pack = (values: Float32Array, scale: number): Uint8Array =>
    bytesOf(Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round((value / scale) * 127)))));
  const leadScale = scaleOf(leads);
  const trailScale = scaleOf(trails);
  const even = Float32Array.from(topics, (value, i) => {
    const from = i - (i % TOPIC_DIMENSIONS);
    return value / (Math.hypot(...topics.subarray(from, from + TOPIC_DIMENSIONS)) || 1);
  });
  return {
    followScale: (leadScale * trailScale) / 127 ** 2,
    sections: [bytesOf(rowOf), pack(leads, leadScale), pack(trails, trailScale), pack(even, 1)],
  };
}

function bytesOf(array: Uint32Array | Float32Array | Uint16Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function joined(sections: readonly Uint8Array[]): Uint8Array {
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const bytes = new Uint8Array(sections.reduce((sum, section) => sum + padded(section.length), 0));
  let at = 0;
  for (const section of sections) {
    bytes.set(section, at);
    at += padded(section.length);
  }
  return bytes;
}
