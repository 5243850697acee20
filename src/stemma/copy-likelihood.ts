/**
 * How probable a witness is, given whom it was copied from, in nats (natural log, so 0 or less). A word that no exemplar has
 * costs what it takes to write it; one that an exemplar has costs what it takes to say whether and how it was changed,
 * with each copier's own rate of changing summed over. Sentences that were cut, added or moved cost a little for each run.
 * A copy of two takes each sentence from one of them, and changing over costs too.
 */
import type { RowCounts } from './compare-rows.js';
import { logBetaBinomial } from './log-beta.js';
import { WORD_NATS } from './word-nats.js';
import { KINDS, type ReadingRow } from './reading-table.js';

/**
 * Shares of changed words that copiers are expected to have, by kind of place. Taken, not fitted: edges right on 24 tuning families are
 * .850 as well with Beta(.5, 2) for words that machines swap.
 */
const CHANGE_PRIORS = [
  { a: 0.5, b: 200 },
  { a: 0.3, b: 1 },
  { a: 0.3, b: 1.5 },
];
/** Nats for each run of sentences that was cut, and for each move: about ln 20, to say where in a text of 20 sentences. */
const CUT_NATS = 3;
const MOVE_NATS = 3;
/**
 * Nats for each run of sentences that was added, beside what their words cost: copiers cut more than they add. Edges right on 80
 * tuning families are .896 as well at 4 with .2 a word, but sources are exact for 66 of 80 instead of 71.
 */
const ADDED_NATS = 8;
const MOST_ADDED = 4;
/**
 * Nats for each added word beyond writing it: who adds much has it from elsewhere. Edges right on 12 tuning families, words less
 * well aligned than today: .797 at 0, .813 at .15, .833 at .3, .817 at .5.
 */
const ADDED_WORD_NATS = 0.3;
/**
 * Nats for a second exemplar (how seldom copies are merged, and what it takes to name it), and for changing over between two
 * sentences. Edges right on 80 tuning families are the same at 3 and 2.5.
 */
const MERGE_NATS = 6;
const SWITCH_NATS = 2.5;

/** A possible exemplar of a copy with what it explains of it. */
export interface Source {
  readonly row: ReadingRow;
  readonly counts: RowCounts;
}

/** Nats of a witness that was copied from nobody. */
export function rootNats(copy: ReadingRow): number {
  return -WORD_NATS * copy.words;
}

/** Nats of a copy of one or two exemplars, the one that gave more first. */
export function copyNats(copy: ReadingRow, sources: readonly Source[]): number {
  const main = sources[0] as Source;
  const from = sources.length > 1 ? assignUnits(sources) : new Uint8Array(copy.units.length);
  const total = sumCounts(sources, from);
  let nats = -total.choice - (WORD_NATS + ADDED_WORD_NATS) * total.added;
  CHANGE_PRIORS.forEach((prior, kind) => {
    nats += logBetaBinomial(total.changed[kind] ?? 0, total.same[kind] ?? 0, prior);
  });
  const lacking = Array.from(copy.units, (unit) => !sources.some(({ row }) => row.has[unit] === 1));
  nats -= ADDED_NATS * Math.min(MOST_ADDED, runs(lacking));
  nats -= CUT_NATS * runs(Array.from(main.row.units, (unit) => copy.has[unit] !== 1));
  nats -= MOVE_NATS * moves(copy, main.row, from);
  for (let u = 1; u < from.length; u++) if (from[u] !== from[u - 1]) nats -= SWITCH_NATS;
  return nats - MERGE_NATS * (sources.length - 1);
}

interface Totals {
  readonly same: Float64Array;
  readonly changed: Float64Array;
  readonly choice: number;
  readonly added: number;
}

function sumCounts(sources: readonly Source[], from: Uint8Array): Totals {
  const same = new Float64Array(KINDS);
  const changed = new Float64Array(KINDS);
  let choice = 0;
  let added = 0;
  from.forEach((which, u) => {
    const { counts } = sources[which] as Source;
    for (let kind = 0; kind < KINDS; kind++) {
      same[kind] = (same[kind] ?? 0) + (counts.same[u * KINDS + kind] ?? 0);
      changed[kind] = (changed[kind] ?? 0) + (counts.changed[u * KINDS + kind] ?? 0);
    }
    choice += counts.choice[u] ?? 0;
    added += counts.added[u] ?? 0;
  });
  return { same, changed, choice, added };
}

/** The cheapest way of taking each unit from one of two exemplars (Viterbi 1967). */
function assignUnits(sources: readonly Source[]): Uint8Array {
  const costs = sources.map(unitCosts);
  const size = costs[0]?.length ?? 0;
  const best = [new Float64Array(size), new Float64Array(size)] as const;
  const back = [new Uint8Array(size), new Uint8Array(size)] as const;
  for (let u = 0; u < size; u++) {
    for (const which of [0, 1] as const) {
      const stay = u === 0 ? 0 : (best[which][u - 1] ?? 0);
      const change = u === 0 ? Infinity : (best[1 - which]?.[u - 1] ?? 0) + SWITCH_NATS;
      back[which][u] = stay <= change ? which : 1 - which;
      best[which][u] = Math.min(stay, change) + (costs[which]?.[u] ?? 0);
    }
  }
  const from = new Uint8Array(size);
  let which = (best[0][size - 1] ?? 0) <= (best[1][size - 1] ?? 0) ? 0 : 1;
  for (let u = size - 1; u >= 0; u--) {
    from[u] = which;
    which = back[which as 0 | 1][u] ?? 0;
  }
  return from;
}

/** What each unit costs when it is taken from this exemplar, at the rates that it has in this copy as a whole. */
function unitCosts({ counts }: Source): Float64Array {
  const rate = Array.from({ length: KINDS }, (_, kind) => {
    let same = CHANGE_PRIORS[kind]?.b ?? 1;
    let changed = CHANGE_PRIORS[kind]?.a ?? 1;
    for (let at = kind; at < counts.same.length; at += KINDS) {
      same += counts.same[at] ?? 0;
      changed += counts.changed[at] ?? 0;
    }
    return changed / (same + changed);
  });
  return Float64Array.from(counts.added, (added, u) => {
    let cost = WORD_NATS * added + (counts.choice[u] ?? 0);
    for (let kind = 0; kind < KINDS; kind++) {
      const at = u * KINDS + kind;
      cost -=
        (counts.same[at] ?? 0) * Math.log(1 - (rate[kind] ?? 0)) +
        (counts.changed[at] ?? 0) * Math.log(rate[kind] ?? 1);
    }
    return cost;
  });
}

function runs(flags: readonly boolean[]): number {
  return flags.filter((is, i) => is && (i === 0 || !flags[i - 1])).length;
}

/** Places where the next sentence taken from the main exemplar stands before the last one there. */
function moves(copy: ReadingRow, main: ReadingRow, from: Uint8Array): number {
  const place = new Map(Array.from(main.units, (unit, i) => [unit, i] as const));
  let count = 0;
  let last = -1;
  copy.units.forEach((unit, u) => {
    const at = place.get(unit);
    if (at === undefined || from[u] !== 0) return;
    if (at < last) count++;
    last = at;
  });
  return count;
}
