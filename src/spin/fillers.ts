import type { Lexicon } from '../witness/lexicon.js';
import { addFit, addFitOfAll, FIT, type Filler, type PageModel, type Places } from './context-fit.js';
import type { SpinModel } from './spin-model.js';
import { wordHash } from './word-hash.js';
import type { WordStream } from './word-stream.js';
import { pageTopic, rowOfHash, type PageTopic } from './word-vectors.js';

/** Fit of a filler over all places of a word type, and the raw counts of its collocations there. */
export interface Fit {
  readonly fit: Float64Array;
  readonly left: number;
  readonly right: number;
  readonly more: number;
}

/** Fit of a filler over several places of one word, with its raw counts; `sum` is written anew. */
export function meanFit(
  page: PageModel,
  { places, around }: Places,
  filler: Filler,
  sum = new Float64Array(FIT.length),
): Fit {
  const sums = { fit: sum.fill(0), counted: COUNTED.fill(0) };
  const share = 1 / places.length;
  for (const place of places) addFit(page, place, filler, sums, share);
  addFitOfAll(page, around, filler, sum);
  return { fit: sum, left: COUNTED[0] ?? 0, right: COUNTED[1] ?? 0, more: COUNTED[2] ?? 0 };
}

/** Overwritten for each filler. */
const COUNTED = new Float64Array(3);

/** Words that stand on the page, as a filler: by the hashes of the first and the last. */
export function ownFiller(
  ends: { readonly first: number; readonly last: number },
  of: { readonly id: number; readonly isFunction: boolean },
  model: SpinModel,
): Filler {
  return {
    first: ends.first,
    last: ends.last,
    count: of.id < 0 ? 0.5 : (model.counts[of.id] ?? 0.5),
    isFunction: of.isFunction,
    firstRow: rowOfHash(model, ends.first),
    lastRow: rowOfHash(model, ends.last),
    isOnPage: true,
  };
}

/** A known word or phrase as a filler; made once a model. */
export function fillerOf(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  return (fillersOf(model)[id] ??= makeFiller(id, lexicon, model));
}

/** The fillers that were made for a model, by id. */
export function fillersOf(model: SpinModel): Filler[] {
  let made = MADE.get(model.counts);
  if (!made) MADE.set(model.counts, (made = []));
  return made;
}

const MADE = new WeakMap<SpinModel['counts'], Filler[]>();

/** A known word or phrase as a filler. */
export function makeFiller(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  const word = model.words[id] ?? '';
  const parts = word.split(' ');
  const first = wordHash(parts[0] ?? '');
  const last = wordHash(parts.at(-1) ?? '');
  return {
    first,
    last,
    count: model.counts[id] ?? 0.5,
    isFunction: parts.length === 1 && lexicon.isFunctionWord(word),
    firstRow: rowOfHash(model, first),
    lastRow: rowOfHash(model, last),
    isOnPage: false,
  };
}

/** What the page is about, by its content words. */
export function topicOf(stream: WordStream, isFunction: (i: number) => boolean, model: SpinModel): PageTopic {
  const rows: number[] = [];
  for (let i = 0; i < stream.length; i++)
    if (stream.hash[i] !== 0 && !isFunction(i)) rows.push(rowOfHash(model, stream.hash[i] ?? 0));
  return pageTopic(model, rows);
}
