import { hashIndex, type HashIndex } from './hash-index.js';
import type { RunTable } from './run-table.js';
import { Source } from './substitutes.js';
import { wordHash } from './word-hash.js';

/** One hidden layer: mean and spread of each feature, rows of hidden weights (bias last), output weights (bias last). */
export interface Network {
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly hidden: readonly (readonly number[])[];
  readonly output: readonly number[];
}

/** What a wording of a run gets for each word kept, for frequency, pairs as counted and as smoothed, triples, and each bit of `Source`. */
interface PhraseWeights {
  readonly keep: number;
  readonly frequency: number;
  readonly pair: number;
  readonly smoothed: number;
  readonly triple: number;
  readonly prior: readonly number[];
  /** For an established phrase, each word of it that stands in the run, and each that nothing explains. */
  readonly established: number;
  readonly same: number;
  readonly unknown: number;
  /** Times the cosine of an unexplained word and what stands in its place. */
  readonly near: number;
  /** For a word of grammar that stands for nothing. */
  readonly spare: number;
}

/** Weights of the small models on top; see `WordFeature`, `FitFeature`, `pageFeatures` for what each column is. */
export interface SpinWeights {
  /** How well a word sits in its context: one weight a fit feature. */
  readonly fit: readonly number[];
  /** How readily a machine gives this substitute: one weight a bit of `Source`. */
  readonly prior: readonly number[];
  /** A word by itself. */
  readonly word: Network;
  /** A word in the light of its page. */
  readonly among: Network;
  /** Runs of words. */
  readonly phrase: PhraseWeights;
  /** Page level: weights, bias last. */
  readonly page: readonly number[];
}

/** What is known of collocations and substitutes: `data/spin-model.bin.gz`, made by `npm run train spin`. A plain value. */
export interface SpinModel {
  readonly words: readonly string[];
  readonly hashOf: Uint32Array;
  /** Occurrences in the background, about. */
  readonly counts: Float32Array;
  readonly idOfHash: HashIndex;
  /** Words counted in all. */
  readonly total: number;
  /** Originals of word id i: `originals[offsets[i]..offsets[i+1])`, each `id << 8 | bits of Source`. */
  readonly offsets: Uint32Array;
  readonly originals: Uint32Array;
  /** Hashes of the first words of phrases that have originals. */
  readonly openings: ReadonlySet<number>;
  /** Established phrases that machines are known to torture. */
  readonly phrases: readonly string[];
  readonly runs: RunTable;
  readonly vectors: WordVectors;
  readonly weights: SpinWeights;
}

/** Vectors of the more frequent words, the most frequent in general English first, eight bits a number: smoothed collocations, and what a word is about. */
interface WordVectors {
  readonly dimensions: number;
  /** Row of word id i; `NO_VECTOR` where it has none. */
  readonly rowOf: Uint16Array;
  /** `leads[a] · trails[b] × followScale`: how likely b follows a, against chance; a logarithm. */
  readonly leads: Int8Array;
  readonly trails: Int8Array;
  readonly followScale: number;
  /** What words are about: rows of length 127, so that their products are cosines × 127²; zeros where nothing is known. */
  readonly topics: Int8Array;
  readonly topicDimensions: number;
}

/** Marks a word without a vector. */
export const NO_VECTOR = 0xffff;

/** Sections of the file, in order, as the head (JSON, after its length) tells them. */
export interface SpinHead {
  readonly total: number;
  readonly words: number;
  readonly originals: number;
  readonly runs: {
    readonly seed: number;
    readonly segmentLength: number;
    readonly segments: number;
    readonly cells: number;
  };
  readonly text: number;
  readonly vectors: {
    readonly dimensions: number;
    readonly topicDimensions: number;
    readonly rows: number;
    readonly followScale: number;
  };
  readonly weights: SpinWeights;
}

/** Reads a model from its bytes. Cost: linear; arrays are views, nothing but the words is copied. */
export function readSpinModel(bytes: Uint8Array): SpinModel {
  const data = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const headLength = view.getUint32(0, true);
  const decoder = new TextDecoder();
  const head = JSON.parse(decoder.decode(data.subarray(4, 4 + headLength))) as SpinHead;
  let at = data.byteOffset + 4 + headLength;
  const take = (length: number): number => {
    const start = at;
    at += Math.ceil(length / 4) * 4;
    return start;
  };
  const offsets = new Uint32Array(data.buffer, take(4 * (head.words + 1)), head.words + 1);
  const originals = new Uint32Array(data.buffer, take(4 * head.originals), head.originals);
  const counts = new Float32Array(data.buffer, take(4 * head.words), head.words);
  const prints = new Uint8Array(data.buffer, take(head.runs.cells), head.runs.cells);
  const levels = new Uint8Array(data.buffer, take(Math.ceil(head.runs.cells / 2)), Math.ceil(head.runs.cells / 2));
  const cells = head.vectors.rows * head.vectors.dimensions;
  const rowOf = new Uint16Array(data.buffer, take(2 * head.words), head.words);
  const leads = new Int8Array(data.buffer, take(cells), cells);
  const trails = new Int8Array(data.buffer, take(cells), cells);
  const topicCells = head.vectors.rows * head.vectors.topicDimensions;
  const topics = new Int8Array(data.buffer, take(topicCells), topicCells);
  const words = decoder.decode(new Uint8Array(data.buffer, take(head.text), head.text)).split('\n');
  const hashOf = new Uint32Array(words.length);
  for (let id = 0; id < words.length; id++) hashOf[id] = wordHash(words[id] ?? '');
  const idOfHash = hashIndex(hashOf);
  const openings = openingsAmong(words, offsets);
  const phrases = establishedAmong(words, originals);
  const vectors = { ...head.vectors, rowOf, leads, trails, topics };
  return {
    words,
    hashOf,
    counts,
    idOfHash,
    total: head.total,
    offsets,
    originals,
    openings,
    phrases,
    runs: { ...head.runs, prints, levels },
    vectors,
    weights: head.weights,
  };
}

function openingsAmong(words: readonly string[], offsets: Uint32Array): ReadonlySet<number> {
  const openings = new Set<number>();
  words.forEach((word, id) => {
    const blank = word.indexOf(' ');
    if (blank > 0 && (offsets[id + 1] ?? 0) > (offsets[id] ?? 0)) openings.add(wordHash(word.slice(0, blank)));
  });
  return openings;
}

/** Originals of several words that tortured phrases taught. */
function establishedAmong(words: readonly string[], originals: Uint32Array): readonly string[] {
  const ids = new Set<number>();
  for (const packed of originals)
    if (packed & Source.tortured && words[packed >>> 8]?.includes(' ')) ids.add(packed >>> 8);
  return [...ids].map((id) => words[id] ?? '');
}

/** Id of a word or phrase (parts by single blanks); -1 where the model does not know it. */
export function idOf(model: SpinModel, phrase: string): number {
  const id = model.idOfHash.get(wordHash(phrase));
  return id !== undefined && model.words[id] === phrase ? id : -1;
}
