import type { Lexicon } from '../witness/lexicon.js';
import { FIT, fitInto, type Filler, type PageModel, type Place } from './context-fit.js';
import type { SpinModel } from './spin-model.js';
import { wordHash } from './word-hash.js';
import type { WordStream } from './word-stream.js';
import { pageTopic, rowOfHash } from './word-vectors.js';

/** Fit of a filler over all places of a word type, and the raw counts of its collocations there. */
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

/** Words that stand on the page, as a filler: by the hashes of the first and the last. */
export function ownFiller(
  ends: { readonly first: number; readonly last: number },
  of: { readonly id: number; readonly isFunction: boolean },
  model: SpinModel,
): Filler {
  return {
    ...ends,
    count: of.id < 0 ? 0.5 : (model.counts[of.id] ?? 0.5),
    isFunction: of.isFunction,
    firstRow: rowOfHash(model, ends.first),
    lastRow: rowOfHash(model, ends.last),
    isOnPage: true,
  };
}

/** A known word or phrase as a filler. */
export function fillerOf(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  const word = model.words[id] ?? '';
  const count = model.counts[id] ?? 0.5;
  const blank = word.indexOf(' ');
  if (blank < 0) {
    const hash = model.hashOf[id] ?? 0;
    const row = model.vectors.rowOf[id] ?? 0;
    return {
      first: hash,
      last: hash,
      count,
      isFunction: lexicon.isFunctionWord(word),
      firstRow: row,
      lastRow: row,
      isOnPage: false,
    };
  }
  const first = wordHash(word.slice(0, blank));
  const last = wordHash(word.slice(word.lastIndexOf(' ') + 1));
  return {
    first,
    last,
    count,
    isFunction: false,
    firstRow: rowOfHash(model, first),
    lastRow: rowOfHash(model, last),
    isOnPage: false,
  };
}

/** What the page is about, by its content words. */
export function topicOf(stream: WordStream, isFunction: (i: number) => boolean, model: SpinModel): Float64Array {
  const rows: number[] = [];
  for (let i = 0; i < stream.length; i++)
    if (stream.hash[i] !== 0 && !isFunction(i)) rows.push(rowOfHash(model, stream.hash[i] ?? 0));
  return pageTopic(model, rows);
}
