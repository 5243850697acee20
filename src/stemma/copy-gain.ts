/**
 * What one text gains by being derived from another: description length (Rissanen 1978), in nats.
 * A word that stands in the exemplar need not be written anew; each change, cut and move costs what it takes to name it.
 * Gains are symmetric up to cutting and adding: by the chain rule the shorter description of a pair is the same from
 * either side, so direction comes from other evidence (`direction-evidence.ts`) and adjacency from here.
 * Cost: linear in the words of the pair.
 */
import type { WitnessWords } from './family-words.js';
import { ELSEWHERE, OMITTED, type WordAlignment } from './word-alignment.js';

/** Nats to write a word anew: about 9 bits, the entropy of English words out of context. */
export const WORD_NATS = 6;
/** Nats left of a word's gain when it was replaced: naming the change takes the rest. */
export const REPLACED_NATS = 2;
/** Nats for each word dropped or put in inside a shared sentence. */
export const GAP_NATS = 3;
/** Nats for each run of whole sentences that were cut or added, and for each move. */
export const RUN_NATS = 3;
/** A sentence counts as taken over when this share of its words has a counterpart. */
export const TAKEN_SHARE = 0.3;

/** What a copy has of an exemplar, sentence by sentence. */
export interface CopyGain {
  /** For each sentence of the copy: nats gained by taking it from the exemplar, 0 or more. */
  readonly sentences: Float64Array;
  /** Runs of the exemplar's sentences that the copy lacks. */
  readonly cuts: number;
  /** Runs of the copy's sentences that the exemplar lacks. */
  readonly additions: number;
  /** Sentences that stand in another order. */
  readonly moves: number;
  /** Words with a counterpart, and how many of these differ. */
  readonly aligned: number;
  readonly replaced: number;
  /** Words in sentences that the exemplar has. */
  readonly taken: number;
}

/** The gain of `copy` from `exemplar`; the alignment is seen from the copy (`toWitness` leads to the exemplar). */
export function copyGain(copy: WitnessWords, exemplar: WitnessWords, alignment: WordAlignment): CopyGain {
  const sentences = new Float64Array(copy.sentences);
  const size = new Int32Array(copy.sentences);
  const counterparts = new Int32Array(copy.sentences);
  let aligned = 0;
  let replaced = 0;
  for (let i = 0; i < copy.count; i++) {
    const s = copy.sentence[i] ?? 0;
    const image = alignment.toWitness[i] ?? ELSEWHERE;
    size[s] = (size[s] ?? 0) + 1;
    if (image === OMITTED) add(sentences, s, -GAP_NATS);
    if (image < 0) continue;
    const same = copy.form[i] === exemplar.form[image];
    aligned++;
    if (!same) replaced++;
    counterparts[s] = (counterparts[s] ?? 0) + 1;
    add(sentences, s, same ? WORD_NATS : REPLACED_NATS);
  }
  chargeDropped({ copy, exemplar, alignment }, sentences);
  const taken = Array.from(size, (words, s) => (counterparts[s] ?? 0) >= TAKEN_SHARE * words);
  return {
    sentences: sentences.map((nats, s) => (taken[s] ? Math.max(0, nats) : 0)),
    cuts: runsWithout(takenSentences(exemplar, alignment.toBase)),
    additions: runsWithout(taken),
    moves: countMoves(copy, alignment, taken),
    aligned,
    replaced,
    taken: taken.reduce((sum, is, s) => sum + (is ? (size[s] ?? 0) : 0), 0),
  };
}

/** Sum of a pair's gain without what single sentences may get from elsewhere. */
export function totalGain(gain: CopyGain): number {
  return gain.sentences.reduce((sum, nats) => sum + nats, 0) - RUN_NATS * (gain.cuts + gain.additions + gain.moves);
}

interface Pair {
  readonly copy: WitnessWords;
  readonly exemplar: WitnessWords;
  readonly alignment: WordAlignment;
}

/** A word of the exemplar that was dropped inside a sentence is charged to the copy's sentence around it. */
function chargeDropped({ copy, exemplar, alignment }: Pair, sentences: Float64Array): void {
  let s = -1;
  for (let i = 0; i < exemplar.count; i++) {
    const image = alignment.toBase[i] ?? ELSEWHERE;
    if (image >= 0) s = copy.sentence[image] ?? -1;
    else if (image === OMITTED && s >= 0) add(sentences, s, -GAP_NATS);
  }
}

/** For each sentence whether it has a counterpart, given what became of each word. */
export function takenSentences(words: WitnessWords, image: Int32Array): boolean[] {
  const size = new Int32Array(words.sentences);
  const counterparts = new Int32Array(words.sentences);
  for (let i = 0; i < words.count; i++) {
    const s = words.sentence[i] ?? 0;
    size[s] = (size[s] ?? 0) + 1;
    if ((image[i] ?? ELSEWHERE) >= 0) counterparts[s] = (counterparts[s] ?? 0) + 1;
  }
  return Array.from(size, (count, s) => (counterparts[s] ?? 0) >= TAKEN_SHARE * count);
}

function runsWithout(taken: readonly boolean[]): number {
  return taken.filter((is, s) => !is && (s === 0 || taken[s - 1])).length;
}

/** Places where the next sentence of the copy comes from before the last one. */
function countMoves(copy: WitnessWords, alignment: WordAlignment, taken: readonly boolean[]): number {
  let moves = 0;
  let last = -1;
  let sentence = -1;
  for (let i = 0; i < copy.count; i++) {
    const image = alignment.toWitness[i] ?? ELSEWHERE;
    const s = copy.sentence[i] ?? 0;
    if (image < 0 || s === sentence || !taken[s]) continue;
    sentence = s;
    if (image < last) moves++;
    last = image;
  }
  return moves;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
