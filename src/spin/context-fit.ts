import { Kind, runCount } from './run-table.js';
import type { SpinModel } from './spin-model.js';
import { follows, meanNearness, rowOfHash, topicFit, type PageTopic } from './word-vectors.js';
import type { WordStream } from './word-stream.js';

/**
 * How well a word sits in its place: for each collocation that it would enter, the logarithm of how often that was
 * counted over how often chance would give it. Where chance gives nothing, nothing is learned: an unfamiliar page
 * must not pass for a spun one.
 * Source: association ratio (Church and Hanks 1990), smoothed. Cost: at most seven look-ups a word.
 */
export interface Place {
  /** Hashes of the two words before and the two after; 0 beyond a breach. */
  readonly before2: number;
  readonly before: number;
  readonly after: number;
  readonly after2: number;
  /** Nearest content words before and after, where only function words stand between. */
  readonly contentBefore: number;
  readonly contentAfter: number;
  /** Rows of the neighbours' vectors. */
  readonly rowBefore: number;
  readonly rowAfter: number;
  /** Counts of the neighbours, and of those pairs of them that no filler changes. */
  readonly countBefore: number;
  readonly countAfter: number;
  readonly countContentBefore: number;
  readonly countContentAfter: number;
  readonly pairBefore: number;
  readonly pairAfter: number;
}

/** What stands in a place: a word, or a phrase by its first and last word. */
export interface Filler {
  readonly first: number;
  readonly last: number;
  /** Count in the background. */
  readonly count: number;
  readonly isFunction: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Whether it is a word of the page, and so one of those that the page's topic was summed from. */
  readonly isOnPage: boolean;
}

/** Columns of a fit. */
export const FIT = [
  'left',
  'right',
  'before pair',
  'amid',
  'after pair',
  'content before',
  'content after',
  'frequency',
  'follows',
  'is followed',
  'topic',
  'around',
] as const;

/** Look-ups further than this many function words away were not counted. */
const REACH = 4;

/** A stream, and which of its words are function words. */
export interface ToldStream extends WordStream {
  readonly isFunction: (i: number) => boolean;
}

/** The place that the stretch `from..to` of the stream leaves when it is taken out. */
export function placeOf(
  stream: ToldStream,
  span: { readonly from: number; readonly to: number },
  model: SpinModel,
): Place {
  const { from, to } = span;
  const before = at(stream, from - 1);
  const after = at(stream, to);
  const before2 = before === 0 ? 0 : at(stream, from - 2);
  const after2 = after === 0 ? 0 : at(stream, to + 1);
  const contentBefore = seek(stream, from - 1, -1);
  const contentAfter = seek(stream, to, 1);
  return {
    before,
    after,
    before2,
    after2,
    contentBefore,
    contentAfter,
    rowBefore: rowOfHash(model, before),
    rowAfter: rowOfHash(model, after),
    countBefore: countOf(model, before),
    countAfter: countOf(model, after),
    countContentBefore: countOf(model, contentBefore),
    countContentAfter: countOf(model, contentAfter),
    pairBefore: runCount(model.runs, Kind.pair, before2, before),
    pairAfter: runCount(model.runs, Kind.pair, after, after2),
  };
}

/** The model and what the page is about. */
export interface PageModel {
  readonly model: SpinModel;
  readonly topic: PageTopic;
}

/** Sums over a word's places, added to place by place. */
export interface FitSums {
  readonly fit: Float64Array;
  /** Raw counts of left, right and all others together. */
  readonly counted: Float64Array;
}

/** The places of one word, and what stands around them: a mean of vectors. */
export interface Places {
  readonly places: readonly Place[];
  readonly around: Float64Array;
}

/** Adds the columns that all places have in common: how frequent the filler is, and how near to the page's topic and to what stands around. */
export function addFitOfAll(
  { model, topic }: PageModel,
  around: Float64Array,
  filler: Filler,
  fit: Float64Array,
): void {
  fit[7] = Math.log(Math.max(filler.count, 0.5) / model.total) + 10;
  fit[10] = filler.isFunction ? 0 : topicFit(model, topic, filler.lastRow, filler.isOnPage);
  fit[11] = meanNearness(model, filler.lastRow, around);
}

/** Adds a filler's fit in one place, times `share`, to the sums; without the columns of `addFitOfAll`. */
export function addFit(
  { model }: PageModel,
  place: Place,
  filler: Filler,
  { fit, counted }: FitSums,
  share: number,
): void {
  const { runs, total } = model;
  const { before, after, countBefore, countAfter } = place;
  const { first, last } = filler;
  const left = runCount(runs, Kind.pair, before, first);
  const right = runCount(runs, Kind.pair, last, after);
  const own = Math.max(filler.count, 0.5);
  if (before !== 0) add(fit, 0, ratio(left, (countBefore * own) / total) * share);
  if (after !== 0) add(fit, 1, ratio(right, (own * countAfter) / total) * share);
  let more = 0;
  if (left > 0 && place.before2 !== 0) {
    const run = runCount(runs, Kind.triple, place.before2, before, first);
    more += run;
    add(fit, 2, ratio(run, (place.pairBefore * left) / Math.max(countBefore, 1)) * share);
  }
  if (left > 0 && right > 0 && first === last) {
    const run = runCount(runs, Kind.triple, before, first, after);
    more += run;
    add(fit, 3, ratio(run, (left * right) / own) * share);
  }
  if (right > 0 && place.after2 !== 0) {
    const run = runCount(runs, Kind.triple, last, after, place.after2);
    more += run;
    add(fit, 4, ratio(run, (place.pairAfter * right) / Math.max(countAfter, 1)) * share);
  }
  if (!filler.isFunction) addContentFit(model, place, filler, fit, share);
  add(fit, 8, follows(model, place.rowBefore, filler.firstRow) * share);
  add(fit, 9, follows(model, filler.lastRow, place.rowAfter) * share);
  add(counted, 0, left);
  add(counted, 1, right);
  add(counted, 2, more);
}

function addContentFit(model: SpinModel, place: Place, filler: Filler, fit: Float64Array, share: number): void {
  const { contentBefore, contentAfter } = place;
  const own = Math.max(filler.count, 0.5);
  if (contentBefore !== 0) {
    const run = runCount(model.runs, Kind.apart, contentBefore, filler.first);
    add(fit, 5, ratio(run, (place.countContentBefore * own * APART) / model.total) * share);
  }
  if (contentAfter !== 0) {
    const run = runCount(model.runs, Kind.apart, filler.last, contentAfter);
    add(fit, 6, ratio(run, (place.countContentAfter * own * APART) / model.total) * share);
  }
}

function add(sums: Float64Array, column: number, value: number): void {
  sums[column] = (sums[column] ?? 0) + value;
}

/** Share of word pairs that stand apart by function words, against neighbours: sets what chance would give. */
const APART = 0.5;

/** Added to both counts, so that one sighting of a rare pair is no proof and none of a likely pair is. */
const SMOOTH = 0.4;

function ratio(count: number, expected: number): number {
  return Math.max(-4, Math.min(7, Math.log((count + SMOOTH) / (expected + SMOOTH))));
}

function countOf(model: SpinModel, hash: number): number {
  const id = model.idOfHash.get(hash);
  return id === undefined ? 1 : (model.counts[id] ?? 1);
}

function at(stream: WordStream, i: number): number {
  return i < 0 || i >= stream.length ? 0 : (stream.hash[i] ?? 0);
}

/** The nearest content word in this direction, past at least one function word; 0 where there is none in reach. */
function seek(stream: ToldStream, from: number, step: number): number {
  for (let distance = 1, i = from; distance <= REACH; distance++, i += step) {
    const hash = at(stream, i);
    if (hash === 0) return 0;
    if (!stream.isFunction(i)) return distance === 1 ? 0 : hash;
  }
  return 0;
}
