import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Witness } from '../witness/witness.js';
import { FIT, fitInto, placeOf, type Filler, type PageModel, type Place } from './context-fit.js';
import { Kind, runCount } from './run-table.js';
import { idOf, type SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';
import { wordHash } from './word-hash.js';
import { pageTopic, rowOfHash } from './word-vectors.js';
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
  'has left', 'has right', 'expected left', 'expected right', 'gain on both sides', 'best left', 'best right', 'attested gain', 'capital', 'follows', 'is followed', 'topic', 'best follows', 'best is followed', 'best topic',
] as const;

/** Places looked at for one word type: more changed no figure. */
const MOST_PLACES = 4;
/** Longest phrase, in words, that is looked up as one. */
const LONGEST_PHRASE = 4;

/** What a first look at a page gives. */
export interface FirstLook {
  readonly stream: WordStream;
  readonly suspects: readonly Suspect[];
  /** Looks again with some words of the stream replaced (0: not to be relied on); suspects without such a neighbour come back as they were. */
  again(replaced: ReadonlyMap<number, number>): readonly Suspect[];
}

/** The page's word types and known phrases with what speaks for and against them. */
export function findSuspects(witness: Witness, { lexicon, model }: SpinKnowledge): FirstLook {
  const stream = wordStream(witness, witness.text);
  const flagsAt = (i: number): number => witness.flags[stream.token[i] ?? 0] ?? 0;
  const isFunction = (i: number): boolean => (flagsAt(i) & Flag.functionWord) !== 0;
  const page = { lexicon, model, topic: topicOf(stream, isFunction, model) };
  const look = (form: string, spans: Suspect['spans'], hash: Uint32Array): Suspect | undefined => {
    const places = spans.slice(0, MOST_PLACES).map((span) => placeOf({ ...stream, hash }, span, { model, isFunction }));
    const first = spans[0] ?? { from: 0, to: 1 };
    return describe({ form, id: idOf(model, form), spans, places, flags: flagsAt(first.from), words: first.to - first.from }, page, stream);
  };
  const suspects: Suspect[] = [];
  for (const [form, spans] of typesOf(witness, stream, model)) {
    const suspect = look(form, spans, stream.hash);
    if (suspect) suspects.push(suspect);
  }
  const again = (replaced: ReadonlyMap<number, number>): readonly Suspect[] => {
    const hash = stream.hash.slice();
    for (const [i, other] of replaced) hash[i] = other;
    const isTouched = ({ spans }: Suspect): boolean => spans.slice(0, MOST_PLACES).some((span) => replaced.has(span.from - 1) || replaced.has(span.to));
    return suspects.map((suspect) => (isTouched(suspect) ? (look(suspect.form, suspect.spans, hash) ?? suspect) : suspect));
  };
  return { stream, suspects, again };
}

/** Where each word type and known phrase stands. */
function typesOf(witness: Witness, stream: WordStream, model: SpinModel): ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]> {
  const types = new Map<string, { from: number; to: number }[]>();
  for (let i = 0; i < stream.length; i++) {
    for (const span of candidatesAt(witness, stream, i, model)) {
      const key = formsOf(witness, stream, span);
      const known = types.get(key);
      if (known) known.push(span);
      else types.set(key, [span]);
    }
  }
  return types;
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

function describe(type: TypeInPlaces, { lexicon, model, topic }: SpinKnowledge & PageModel, stream: WordStream): Suspect | undefined {
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
  const own = meanFit({ model, topic }, places, ownFiller(type, stream, model, isFunctionWord));
  const ownScore = dot(weights, own.fit);
  const originals: Original[] = [];
  let bestScore = -Infinity;
  let best: Fit | undefined;
  let bestCount = 1;
  let bestPrior = 0;
  let mass = 0;
  let habitGain = -4;
  let onBothSides = 0;
  let bothGain = -6;
  let attestedGain = -6;
  for (let i = from; i < to; i++) {
    const packed = model.originals[i] ?? 0;
    const original = packed >>> 8;
    const fit = meanFit({ model, topic }, places, fillerOf(original, lexicon, model));
    const gain = dot(weights, fit.fit) - ownScore;
    const prior = priorOf(model, packed);
    if (fit.left > 0 && fit.right > 0) {
      onBothSides++;
      attestedGain = Math.max(attestedGain, gain);
    }
    bothGain = Math.max(bothGain, Math.min((fit.fit[0] ?? 0) - (own.fit[0] ?? 0), (fit.fit[1] ?? 0) - (own.fit[1] ?? 0)));
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
    meanOf(places, (place) => (place.before === 0 ? 0 : 1)), meanOf(places, (place) => (place.after === 0 ? 0 : 1)),
    meanOf(places, (place) => chanceCount(model, place.before, count)), meanOf(places, (place) => chanceCount(model, place.after, count)),
    bothGain, best?.fit[0] ?? 0, best?.fit[1] ?? 0, Math.min(10, attestedGain), flags & Flag.capital ? 1 : 0,
    own.fit[8] ?? 0, own.fit[9] ?? 0, own.fit[10] ?? 0, (best?.fit[8] ?? 0) - (own.fit[8] ?? 0), (best?.fit[9] ?? 0) - (own.fit[9] ?? 0), (best?.fit[10] ?? 0) - (own.fit[10] ?? 0),
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
export function meanFit(page: PageModel, places: readonly Place[], filler: Filler): Fit {
  const sum = new Float64Array(FIT.length);
  const fit = new Float64Array(FIT.length);
  const counted = new Float64Array(3);
  let left = 0;
  let right = 0;
  let more = 0;
  for (const place of places) {
    fitInto(page, place, filler, { fit, counted });
    for (let j = 0; j < FIT.length; j++) sum[j] = (sum[j] ?? 0) + (fit[j] ?? 0) / places.length;
    left += counted[0] ?? 0;
    right += counted[1] ?? 0;
    more += counted[2] ?? 0;
  }
  return { fit: sum, left, right, more };
}

function ownFiller(type: TypeInPlaces, stream: WordStream, model: SpinModel, isFunction: boolean): Filler {
  const span = type.spans[0] ?? { from: 0, to: 1 };
  const first = stream.hash[span.from] ?? 0;
  const last = stream.hash[span.to - 1] ?? 0;
  const count = type.id < 0 ? 0.5 : (model.counts[type.id] ?? 0.5);
  return { first, last, count, isFunction, firstRow: rowOfHash(model, first), lastRow: rowOfHash(model, last), isOnPage: true };
}

/** A known word or phrase as a filler. */
export function fillerOf(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  const word = model.words[id] ?? '';
  const count = model.counts[id] ?? 0.5;
  const blank = word.indexOf(' ');
  if (blank < 0) {
    const hash = model.hashOf[id] ?? 0;
    const row = model.vectors.rowOf[id] ?? 0;
    return { first: hash, last: hash, count, isFunction: lexicon.isFunctionWord(word), firstRow: row, lastRow: row, isOnPage: false };
  }
  const first = wordHash(word.slice(0, blank));
  const last = wordHash(word.slice(word.lastIndexOf(' ') + 1));
  return { first, last, count, isFunction: false, firstRow: rowOfHash(model, first), lastRow: rowOfHash(model, last), isOnPage: false };
}

/** What the page is about, by its content words. */
export function topicOf(stream: WordStream, isFunction: (i: number) => boolean, model: SpinModel): Float64Array {
  const rows: number[] = [];
  for (let i = 0; i < stream.length; i++) if (stream.hash[i] !== 0 && !isFunction(i)) rows.push(rowOfHash(model, stream.hash[i] ?? 0));
  return pageTopic(model, rows);
}

function priorOf(model: SpinModel, packed: number): number {
  let prior = model.weights.prior[8] ?? 0;
  for (let bit = 0; bit < 8; bit++) if ((packed >>> bit) & 1) prior += model.weights.prior[bit] ?? 0;
  return prior;
}

function meanOf(places: readonly Place[], value: (place: Place) => number): number {
  return places.reduce((sum, place) => sum + value(place), 0) / places.length;
}

/** How often chance would have put the two side by side: where that is little, not being counted says little. Logarithm. */
function chanceCount(model: SpinModel, hash: number, count: number): number {
  const id = hash === 0 ? undefined : model.idOfHash.get(hash);
  return id === undefined ? 0 : Math.log(1 + ((model.counts[id] ?? 0) * count) / model.total);
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
