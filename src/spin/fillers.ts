import type { Lexicon } from '../witness/lexicon.js';
import { addFitOfPage, FIT, fitInto, type Filler, type PageModel, type Place } from './context-fit.js';
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

/** Fit of a filler over several places of one word, with its raw counts; `sum` is written anew. */
export function meanFit(
  page: PageModel,
  places: readonly Place[],
  filler: Filler,
  sum = new Float64Array(FIT.length),
): Fit {
  sum.fill(0);
  let left = 0;
  let right = 0;
  let more = 0;
  const share = 1 / places.length;
  for (const place of places) {
    fitInto(page, place, filler, HELD);
    for (let j = 0; j < FIT.length; j++) sum[j] = (sum[j] ?? 0) + (HELD.fit[j] ?? 0) * share;
    left += HELD.counted[0] ?? 0;
    right += HELD.counted[1] ?? 0;
    more += HELD.counted[2] ?? 0;
  }
  addFitOfPage(page, filler, sum);
  return { fit: sum, left, right, more };
}

/** Overwritten for each place. */
const HELD = { fit: new Float64Array(FIT.length), counted: new Float64Array(3) };

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

/** A known word or phrase as a filler; made once a model. */
export function fillerOf(id: number, lexicon: Lexicon, model: SpinModel): Filler {
  let made = MADE.get(model.counts);
  if (!made) MADE.set(model.counts, (made = []));
  return (made[id] ??= makeFiller(id, lexicon, model));
}

const MADE = new WeakMap<SpinModel['counts'], Filler[]>();

function makeFiller(id: number, lexicon: Lexicon, model: SpinModel): Filler {
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
export function topicOf(stream: WordStream, isFunction: (i: number) => boolean, model: SpinModel): Float64Array {
  const rows: number[] = [];
  for (let i = 0; i < stream.length; i++)
    if (stream.hash[i] !== 0 && !isFunction(i)) rows.push(rowOfHash(model, stream.hash[i] ?? 0));
  return pageTopic(model, rows);
}
