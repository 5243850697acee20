import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Witness } from '../witness/witness.js';
import { FIT, fitInto, placeOf, type Filler, type Place } from './context-fit.js';
import { Kind, runCount } from './run-table.js';
import { idOf, type SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';
import { wordHash } from './word-hash.js';
import { NUMBER, wordStream, type WordStream } from './word-stream.js';

/**
 * Looks at each word type once a page (a machine swaps a word alike wherever it stands), with all its places together:
 * how well it sits there, and how much better something would that it may be a substitute of.
 * Cost: places × originals × look-ups, both capped.
 */
export interface Suspect {
  readonly form: string;
  /** Runs of the stream where it stands; a phrase is longer than one word. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** What may have stood there, best first. */
  readonly originals: readonly Original[];
  readonly features: readonly number[];
  /** None of its own collocations was ever counted, and an original's were on both sides. */
  readonly isStranger: boolean;
}

export interface Original {
  readonly id: number;
  readonly sources: number;
  /** Fit in all places together, by the model's weights. */
  readonly score: number;
}

/** What a page is looked at with. */
export interface SpinKnowledge {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}

/** Columns of `Suspect.features`. */
export const FEATURES = [
  'left', 'right', 'triples', 'contents', 'frequency', 'attested', 'familiar', 'gain', 'mass', 'best prior', 'originals', 'habit gain',
  'habit', 'stranger', 'occurrences', 'function word', 'name', 'unknown', 'rarer than best', 'originals on both sides', 'quoted', 'phrase',
] as const;

/** Places looked at for one word type: more changed no figure. */
const MOST_PLACES = 4;
/** Longest phrase, in words, that is looked up as one. */
const LONGEST_PHRASE = 4;

/** The page's word types and known phrases with what speaks for and against them. */
export function findSuspects(witness: Witness, { lexicon, model }: SpinKnowledge): { readonly stream: WordStream; readonly suspects: readonly Suspect[] } {
  const stream = wordStream(witness, witness.text);
  const flagsAt = (i: number): number => witness.flags[stream.token[i] ?? 0] ?? 0;
  const isFunction = (i: number): boolean => (flagsAt(i) & Flag.functionWord) !== 0;
  const types = new Map<string, { from: number; to: number }[]>();
  for (let i = 0; i < stream.length; i++) {
    for (const span of candidatesAt(witness, stream, i, model)) {
      const key = formsOf(witness, stream, span);
      const known = types.get(key);
      if (known) known.push(span);
      else types.set(key, [span]);
    }
  }
  const suspects: Suspect[] = [];
  for (const [form, spans] of types) {
    const places = spans.slice(0, MOST_PLACES).map((span) => placeOf(stream, span, isFunction));
    const first = spans[0] ?? { from: 0, to: 1 };
    const id = idOf(model, form);
    const suspect = describe({ form, id, spans, places, flags: flagsAt(first.from), words: first.to - first.from }, { lexicon, model }, stream);
    if (suspect) suspects.push(suspect);
  }
  return { stream, suspects };
}

/** The word at i, and the known phrases that begin there. */
function* candidatesAt(witness: Witness, stream: WordStream, i: number, model: SpinModel): Generator<{ from: number; to: number }> {
  const hash = stream.hash[i] ?? 0;
  if (hash === 0 || hash === NUMBER) return;
  const form = formsOf(witness, stream, { from: i, to: i + 1 });
  if (/^[a-z][a-z'.]+$/.test(form) && form !== "'s") yield { from: i, to: i + 1 };
  for (let to = i + 2; to <= i + LONGEST_PHRASE && to <= stream.length && stream.hash[to - 1] !== 0; to++) {
    const phrase = formsOf(witness, stream, { from: i, to });
    const id = idOf(model, phrase);
    if (id >= 0 && (model.offsets[id + 1] ?? 0) > (model.offsets[id] ?? 0)) yield { from: i, to };
  }
}

export function formsOf(witness: Witness, stream: WordStream, span: { readonly from: number; readonly to: number }): string {
  let text = '';
  for (let i = span.from; i < span.to; i++) text += (text === '' ? '' : ' ') + (witness.forms[witness.form[stream.token[i] ?? 0] ?? 0] ?? '');
  return text;
}

interface TypeInPlaces {
  readonly form: string;
  readonly id: number;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly places: readonly Place[];
  readonly flags: number;
  readonly words: number;
}

function describe(type: TypeInPlaces, { lexicon, model }: SpinKnowledge, stream: WordStream): Suspect | undefined {
  const { id, places, flags } = type;
  const from = id < 0 ? 0 : (model.offsets[id] ?? 0);
  const to = id < 0 ? 0 : (model.offsets[id + 1] ?? 0);
  const isFunctionWord = (flags & Flag.functionWord) !== 0 && type.words === 1;
  const isName = (flags & Flag.name) !== 0;
  let bits = 0;
  for (let i = from; i < to; i++) bits |= model.originals[i] ?? 0;
  const habitual = (bits & (Source.habit | Source.tortured)) !== 0;
  if ((isFunctionWord || isName) && !habitual) return undefined;
  const weights = model.weights.fit;
  const own = meanFit(model, places, ownFiller(type, stream, model, isFunctionWord));
  const ownScore = dot(weights, own.fit);
  const originals: Original[] = [];
  let bestScore = -Infinity;
  let best: Fit | undefined;
  let bestCount = 1;
  let bestPrior = 0;
  let mass = 0;
  let habitGain = -4;
  let onBothSides = 0;
  for (let i = from; i < to; i++) {
    const packed = model.originals[i] ?? 0;
    const original = packed >>> 8;
    const fit = meanFit(model, places, fillerOf(original, lexicon, model));
    const gain = dot(weights, fit.fit) - ownScore;
    const prior = priorOf(model, packed);
    if (fit.left > 0 && fit.right > 0) onBothSides++;
    if (packed & Source.habit) habitGain = Math.max(habitGain, gain);
    mass += Math.exp(Math.min(30, gain + prior));
    originals.push({ id: original, sources: packed & 255, score: gain + prior });
    if (gain + prior > bestScore) {
      bestScore = gain + prior;
      best = fit;
      bestPrior = prior;
      bestCount = model.counts[original] ?? 1;
    }
  }
  originals.sort((a, b) => b.score - a.score);
  const nowhere = own.left + own.right + own.more === 0;
  const isStranger = nowhere && onBothSides > 0;
  const count = id < 0 ? 0 : (model.counts[id] ?? 0);
  const features = [
    own.fit[0] ?? 0, own.fit[1] ?? 0, (own.fit[2] ?? 0) + (own.fit[3] ?? 0) + (own.fit[4] ?? 0), (own.fit[5] ?? 0) + (own.fit[6] ?? 0),
    Math.log(count + 0.5), (own.left > 0 ? 0.5 : 0) + (own.right > 0 ? 0.5 : 0), familiarity(model, places),
    best ? Math.max(-6, Math.min(12, bestScore - bestPrior)) : -3, Math.log(0.05 + mass), best ? bestPrior : -3, Math.log(1 + originals.length), Math.max(-4, Math.min(10, habitGain)),
    bits & Source.habit ? 1 : 0, isStranger ? 1 : 0, Math.log(type.spans.length), isFunctionWord ? 1 : 0, isName ? 1 : 0, count < 3 ? 1 : 0,
    Math.log((bestCount + 1) / (count + 1)), originals.length === 0 ? 0 : onBothSides / originals.length, flags & Flag.quoted ? 1 : 0, type.words > 1 ? 1 : 0,
  ];
  return { form: type.form, spans: type.spans, originals, features, isStranger };
}

export interface Fit {
  readonly fit: Float64Array;
  readonly left: number;
  readonly right: number;
  readonly more: number;
}

/** Fit of a filler over several places of one word, with its raw counts. */
export function meanFit(model: SpinModel, places: readonly Place[], filler: Filler): Fit {
  const sum = new Float64Array(FIT.length);
  const fit = new Float64Array(FIT.length);
  const counted = new Float64Array(3);
  let left = 0;
  let right = 0;
  let more = 0;
  for (const place of places) {
    fitInto(model, place, filler, fit, counted);
    for (let j = 0; j < FIT.length; j++) sum[j] = (sum[j] ?? 0) + (fit[j] ?? 0) / places.length;
    left += counted[0] ?? 0;
    right += counted[1] ?? 0;
    more += counted[2] ?? 0;
  }
  return { fit: sum, left, right, more };
}

function ownFiller(type: TypeInPlaces, stream: WordStream, model: SpinModel, isFunction: boolean): Filler {
  const span = type.spans[0] ?? { from: 0, to: 1 };
  return { first: stream.hash[span.from] ?? 0, last: stream.hash[span.to - 1] ?? 0, count: type.id < 0 ? 0.5 : (model.counts[type.id] ?? 0.5), isFunction };
}

/** A known word or phrase as a filler. */
export function fillerOf(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  const word = model.words[id] ?? '';
  const count = model.counts[id] ?? 0.5;
  const blank = word.indexOf(' ');
  if (blank < 0) return { first: model.hashOf[id] ?? 0, last: model.hashOf[id] ?? 0, count, isFunction: lexicon.isFunctionWord(word) };
  const hash = (part: string): number => wordHash(part);
  return { first: hash(word.slice(0, blank)), last: hash(word.slice(word.lastIndexOf(' ') + 1)), count, isFunction: false };
}

function priorOf(model: SpinModel, packed: number): number {
  let prior = model.weights.prior[8] ?? 0;
  for (let bit = 0; bit < 8; bit++) if ((packed >>> bit) & 1) prior += model.weights.prior[bit] ?? 0;
  return prior;
}

/** Share of the collocations around the word, without it, that were counted: is this a page the background knows? */
function familiarity(model: SpinModel, places: readonly Place[]): number {
  let asked = 0;
  let found = 0;
  for (const place of places) {
    for (const [a, b] of [[place.before2, place.before], [place.after, place.after2]] as const) {
      if (a === 0 || b === 0) continue;
      asked++;
      if (pairCounted(model, a, b)) found++;
    }
  }
  return asked === 0 ? 0.5 : found / asked;
}

function pairCounted(model: SpinModel, a: number, b: number): boolean {
  return runCount(model.runs, Kind.pair, a, b) > 0;
}

function dot(weights: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return sum;
}
