/**
 * What one text gains by being derived from another: description length (Rissanen 1978), in nats.
 * A word that stands in the exemplar need not be written anew; each change, cut and move costs what it takes to name it.
 * Gains are symmetric up to cutting and adding: by the chain rule the shorter description of a pair is the same from
 * either side, so direction comes from other evidence (`direction-evidence.ts`) and adjacency from here.
 * Cost: linear in the words of the pair.
 */
import type { Lexicon } from '../witness/lexicon.js';
import type { FamilyWords, WitnessWords } from './family-words.js';
import { ELSEWHERE, OMITTED, type WordAlignment } from './word-alignment.js';

/** Nats to write a word anew: about 9 bits, the entropy of English words out of context. */
export const WORD_NATS = 6;
/** Nats to name which word was put in: a near synonym, a far one, any other. */
const CHOICE_NATS = { near: 1.2, far: 2.5, other: 5 };
/** Nats for each word dropped or put in inside a shared sentence. */
const GAP_NATS = 3;
/** Nats for each run of whole sentences that were cut or added, and for each move. */
export const RUN_NATS = 3;
/** A sentence counts as taken over when this share of its words has a counterpart. */
const TAKEN_SHARE = 0.3;

/** What a copy has of an exemplar, sentence by sentence. */
export interface CopyGain {
  /** For each sentence of the copy: nats gained by taking it from the exemplar, 0 or more. */
  readonly sentences: Float64Array;
  /** For each sentence of the copy whether the exemplar has it. */
  readonly has: readonly boolean[];
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

/** A copy, its exemplar, and the map from the exemplar's words (`toWitness`) to the copy's. */
export interface CopyPair {
  readonly exemplar: number;
  readonly copy: number;
  readonly alignment: WordAlignment;
}

/** The gain of the copy from the exemplar. */
export function copyGain(words: FamilyWords, pair: CopyPair, lexicon: Lexicon): CopyGain {
  const copy = words.witnesses[pair.copy] as WitnessWords;
  const exemplar = words.witnesses[pair.exemplar] as WitnessWords;
  const rates = changeRates(words, pair);
  const sentences = new Float64Array(copy.sentences);
  const size = new Int32Array(copy.sentences);
  const counterparts = new Int32Array(copy.sentences);
  for (let i = 0; i < copy.count; i++) {
    const s = copy.sentence[i] ?? 0;
    const image = pair.alignment.toBase[i] ?? ELSEWHERE;
    add(size, s, 1);
    if (image === OMITTED) add(sentences, s, -GAP_NATS);
    if (image < 0) continue;
    const from = exemplar.form[image] ?? 0;
    const to = copy.form[i] ?? 0;
    const rate = rates.rate[kindOf(words, from, to)] ?? 0;
    add(counterparts, s, 1);
    add(
      sentences,
      s,
      WORD_NATS + (from === to ? Math.log(1 - rate) : Math.log(rate) - choiceNats(words, { from, to }, lexicon)),
    );
  }
  chargeDropped({ copy, exemplar, alignment: pair.alignment }, sentences);
  const taken = Array.from(size, (count, s) => (counterparts[s] ?? 0) >= TAKEN_SHARE * count);
  return {
    sentences: sentences.map((nats, s) => (taken[s] ? Math.max(0, nats) : 0)),
    has: taken,
    cuts: runsWithout(takenSentences(exemplar, pair.alignment.toWitness)),
    additions: runsWithout(taken),
    moves: countMoves(copy, pair.alignment.toBase, taken),
    aligned: rates.aligned,
    replaced: rates.replaced,
    taken: taken.reduce((sum, is, s) => sum + (is ? (size[s] ?? 0) : 0), 0),
  };
}

interface ChangeRates {
  readonly aligned: number;
  readonly replaced: number;
  /** Share of words changed: [of those that no thesaurus lists, of those that one does]. */
  readonly rate: readonly [number, number];
}

/** How much this copier changes, learnt from the pair itself: what a spinner does half of the time costs little to name. */
function changeRates(words: FamilyWords, { exemplar, copy, alignment }: CopyPair): ChangeRates {
  const from = words.witnesses[exemplar]?.form ?? new Int32Array();
  const to = words.witnesses[copy]?.form ?? new Int32Array();
  const all = [0, 0];
  const changed = [0, 0];
  for (let i = 0; i < from.length; i++) {
    const image = alignment.toWitness[i] ?? ELSEWHERE;
    if (image < 0) continue;
    const kind = kindOf(words, from[i] ?? 0, to[image] ?? 0);
    all[kind] = (all[kind] ?? 0) + 1;
    if (from[i] !== to[image]) changed[kind] = (changed[kind] ?? 0) + 1;
  }
  const rate = (kind: number): number => ((changed[kind] ?? 0) + 0.5) / ((all[kind] ?? 0) + 10);
  return {
    aligned: (all[0] ?? 0) + (all[1] ?? 0),
    replaced: (changed[0] ?? 0) + (changed[1] ?? 0),
    rate: [rate(0), rate(1)],
  };
}

/** 1 for a place where a machine may have swapped words: the same from either side. */
function kindOf(words: FamilyWords, from: number, to: number): number {
  return (words.swappable[from] ?? 0) | (words.swappable[to] ?? 0);
}

function choiceNats(words: FamilyWords, change: { from: number; to: number }, lexicon: Lexicon): number {
  const kinship = lexicon.kinship(words.forms[change.from] ?? '', words.forms[change.to] ?? '');
  if (kinship >= 0.5) return CHOICE_NATS.near;
  return kinship > 0 ? CHOICE_NATS.far : CHOICE_NATS.other;
}

/** Sum of a pair's gain without what single sentences may get from elsewhere. */
export function totalGain(gain: CopyGain): number {
  return gain.sentences.reduce((sum, nats) => sum + nats, 0) - RUN_NATS * (gain.cuts + gain.additions + gain.moves);
}

interface Sides {
  readonly copy: WitnessWords;
  readonly exemplar: WitnessWords;
  readonly alignment: WordAlignment;
}

/** A word of the exemplar that was dropped inside a sentence is charged to the copy's sentence around it. */
function chargeDropped({ copy, exemplar, alignment }: Sides, sentences: Float64Array): void {
  let s = -1;
  for (let i = 0; i < exemplar.count; i++) {
    const image = alignment.toWitness[i] ?? ELSEWHERE;
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

/** Runs of sentences without a counterpart. */
export function runsWithout(taken: readonly boolean[]): number {
  return taken.filter((is, s) => !is && (s === 0 || taken[s - 1])).length;
}

/** Places where the next sentence of the copy comes from before the last one. */
function countMoves(copy: WitnessWords, image: Int32Array, taken: readonly boolean[]): number {
  let moves = 0;
  let last = -1;
  let sentence = -1;
  for (let i = 0; i < copy.count; i++) {
    const from = image[i] ?? ELSEWHERE;
    const s = copy.sentence[i] ?? 0;
    if (from < 0 || s === sentence || !taken[s]) continue;
    sentence = s;
    if (from < last) moves++;
    last = from;
  }
  return moves;
}

function add(sums: Float64Array | Int32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
