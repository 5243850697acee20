import { Flag } from '../witness/witness.js';
import {
  compareOriginals,
  originalsOf,
  type Original,
  type PageKnowledge,
  type Rivals,
  type TypeInPlaces,
} from './compare-originals.js';
import type { Place } from './context-fit.js';
import { meanFit, ownFiller, type Fit } from './fillers.js';
import { Kind, runCount } from './run-table.js';
import type { SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';
import { wordHash } from './word-hash.js';
import { rowOfHash } from './word-vectors.js';

/*
 * Columns of `Suspect.features`, in this order: left, right, triples, contents, frequency, attested, familiar,
 * gain, mass, best prior, originals, habit gain, habit, stranger, occurrences, function word, name, unknown, rarer
 * than best, originals on both sides, quoted, phrase, has left, has right, expected left, expected right, gain on
 * both sides, best left, best right, attested gain, capital, follows, is followed, topic, around, best follows, best
 * is followed, best topic, best around, everyday frequency, letters, most topic, most around, likely around, best to
 * word, mean to word, most to word, rank, wrong article.
 */

/** What speaks for and against a word type. */
export interface Description {
  readonly originals: readonly Original[];
  readonly features: readonly number[];
  readonly isStranger: boolean;
}

/** Describes a word type; undefined for function words and names that no machine is known to put in. */
export function describeWord(type: TypeInPlaces, page: PageKnowledge): Description | undefined {
  const { model } = page;
  const bits = sourcesOfAll(type.id, model);
  const isFunction = (type.flags & Flag.functionWord) !== 0 && type.words === 1;
  const isName = (type.flags & Flag.name) !== 0;
  if ((isFunction || isName) && (bits & (Source.habit | Source.tortured)) === 0) return undefined;
  const own = meanFit(page, type, ownFiller(type.ends, { id: type.id, isFunction }, model));
  const rivals = compareOriginals(type, own, page);
  const isStranger = own.left + own.right + own.more === 0 && rivals.onBothSides > 0;
  const features = [
    ...ownFeatures(type, own, page),
    ...rivalFeatures(rivals),
    bits & Source.habit ? 1 : 0,
    isStranger ? 1 : 0,
    ...typeFeatures(type, { isFunction, isName, page, rivals }),
    ...placeFeatures(type, page),
    rivals.bothGain,
    rivals.best?.fit[0] ?? 0,
    rivals.best?.fit[1] ?? 0,
    Math.min(10, rivals.attestedGain),
    type.flags & Flag.capital ? 1 : 0,
    ...[8, 9, 10, 11].map((j) => own.fit[j] ?? 0),
    ...[8, 9, 10, 11].map((j) => (rivals.best?.fit[j] ?? 0) - (own.fit[j] ?? 0)),
    Math.log(page.lexicon.frequency(type.form) + 0.02),
    Math.min(14, type.form.length) / 10,
    ...nearnessFeatures(rivals, own),
    Math.log(rowOfHash(model, type.ends.first) + 10),
    hasWrongArticle(type) ? 1 : 0,
  ];
  return { originals: rivals.originals, features, isStranger };
}

function ownFeatures(type: TypeInPlaces, own: Fit, { model }: PageKnowledge): number[] {
  const fit = (j: number): number => own.fit[j] ?? 0;
  return [
    fit(0),
    fit(1),
    fit(2) + fit(3) + fit(4),
    fit(5) + fit(6),
    Math.log(countOf(type.id, model) + 0.5),
    (own.left > 0 ? 0.5 : 0) + (own.right > 0 ? 0.5 : 0),
    familiarity(model, type.places),
  ];
}

function rivalFeatures(rivals: Rivals): number[] {
  const has = rivals.best !== undefined;
  return [
    has ? Math.max(-6, Math.min(12, rivals.bestScore - rivals.bestPrior)) : -3,
    Math.log(0.05 + rivals.mass),
    has ? rivals.bestPrior : -3,
    Math.log(1 + rivals.originals.length),
    Math.max(-4, Math.min(10, rivals.habitGain)),
  ];
}

/** How much nearer than the word the originals are to the page and to what stands around, and how near to the word. */
function nearnessFeatures({ near }: Rivals, { fit }: Fit): number[] {
  if (near === undefined) return [0, 0, 0, 0, 0, 0];
  const around = fit[11] ?? 0;
  return [
    near.mostTopic - (fit[10] ?? 0),
    near.mostAround - around,
    near.likelyAround - around,
    near.bestToWord,
    near.meanToWord,
    near.mostToWord,
  ];
}

const [A, AN] = [wordHash('a'), wordHash('an')];

/** Whether "a" stands before a vowel or "an" before a consonant: what a machine leaves behind. Where letters hide the sound, nothing is said. */
function hasWrongArticle({ form, flags, places }: TypeInPlaces): boolean {
  if (flags & Flag.upper || /^(?:h|u|eu|ew|one|once)/.test(form)) return false;
  const wrong = /^[aeio]/.test(form) ? A : AN;
  return places.some((place) => place.before === wrong);
}

function typeFeatures(
  type: TypeInPlaces,
  of: { readonly isFunction: boolean; readonly isName: boolean; readonly page: PageKnowledge; readonly rivals: Rivals },
): number[] {
  const count = countOf(type.id, of.page.model);
  const { originals, onBothSides, bestCount } = of.rivals;
  return [
    Math.log(type.occurrences),
    of.isFunction ? 1 : 0,
    of.isName ? 1 : 0,
    count < 3 ? 1 : 0,
    Math.log((bestCount + 1) / (count + 1)),
    originals.length === 0 ? 0 : onBothSides / originals.length,
    type.flags & Flag.quoted ? 1 : 0,
    type.words > 1 ? 1 : 0,
  ];
}

function placeFeatures({ places, id }: TypeInPlaces, { model }: PageKnowledge): number[] {
  const count = countOf(id, model);
  return [
    meanOf(places, (place) => (place.before === 0 ? 0 : 1)),
    meanOf(places, (place) => (place.after === 0 ? 0 : 1)),
    meanOf(places, (place) => chanceCount(model, place.before, count)),
    meanOf(places, (place) => chanceCount(model, place.after, count)),
  ];
}

function sourcesOfAll(id: number, model: SpinModel): number {
  return originalsOf(id, model).reduce((bits, packed) => bits | (packed & 255), 0);
}

function countOf(id: number, model: SpinModel): number {
  return id < 0 ? 0 : (model.counts[id] ?? 0);
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
    for (const [a, b] of [
      [place.before2, place.before],
      [place.after, place.after2],
    ] as const) {
      if (a === 0 || b === 0) continue;
      asked++;
      if (runCount(model.runs, Kind.pair, a, b) > 0) found++;
    }
  }
  return asked === 0 ? 0.5 : found / asked;
}
