import type { RunTable } from './run-table.js';
import { wordHash } from './word-hash.js';

/** Weights of the small models on top; see `WordFeature`, `FitFeature`, `pageFeatures` for what each column is. */
export interface SpinWeights {
  /** How well a word sits in its context: one weight a fit feature. */
  readonly fit: readonly number[];
  /** How readily a machine gives this substitute: one weight a bit of `Source`. */
  readonly prior: readonly number[];
  /** One hidden layer: mean and spread of each feature, rows of hidden weights (bias last), output weights (bias last). */
  readonly word: { readonly mean: readonly number[]; readonly spread: readonly number[]; readonly hidden: readonly (readonly number[])[]; readonly output: readonly number[] };
  /** Page level: weights, bias last. */
  readonly page: readonly number[];
}

/** What is known of collocations and substitutes: `data/spin-model.bin.gz`, made by `npm run train spin`. A plain value. */
export interface SpinModel {
  readonly words: readonly string[];
  readonly hashOf: Uint32Array;
  /** Occurrences in the background, about. */
  readonly counts: Float32Array;
  readonly idOfHash: ReadonlyMap<number, number>;
  /** Words counted in all. */
  readonly total: number;
  /** Originals of word id i: `originals[offsets[i]..offsets[i+1])`, each `id << 8 | bits of Source`. */
  readonly offsets: Uint32Array;
  readonly originals: Uint32Array;
  readonly runs: RunTable;
  readonly weights: SpinWeights;
}

/** Sections of the file, in order, as the head (JSON, after its length) tells them. */
export interface SpinHead {
  readonly total: number;
  readonly words: number;
  readonly originals: number;
  readonly runs: { readonly seed: number; readonly segmentLength: number; readonly segments: number; readonly cells: number };
  readonly text: number;
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
  const words = decoder.decode(new Uint8Array(data.buffer, take(head.text), head.text)).split('\n');
  const hashOf = new Uint32Array(words.length);
  const idOfHash = new Map<number, number>();
  for (let id = 0; id < words.length; id++) idOfHash.set((hashOf[id] = wordHash(words[id] ?? '')), id);
  return { words, hashOf, counts, idOfHash, total: head.total, offsets, originals, runs: { ...head.runs, prints, levels }, weights: head.weights };
}

/** Id of a word or phrase (parts by single blanks); -1 where the model does not know it. */
export function idOf(model: SpinModel, phrase: string): number {
  const id = model.idOfHash.get(wordHash(phrase));
  return id !== undefined && model.words[id] === phrase ? id : -1;
}
