import { Flag } from '../witness/witness.js';
import { flagsAt, type Column, type Columns } from './column.js';
import type { UnitPair } from './pair-units.js';
import type { CollationView, RelationFeatures } from './collation-view.js';
import { type Asked, sharedBits } from './shared-bits.js';

/**
 * How two pages resemble each other as wholes, whether or not a passage was found: shared words, names and numbers,
 * and for the sentences of the side with fewer, how like their best partners are and whether these come in the same order.
 */
export function overlapFeatures({ columns, pairs }: CollationView): RelationFeatures {
  const fewer = columns.base.units.length <= columns.witness.units.length ? 'base' : 'witness';
  const more = fewer === 'base' ? 'witness' : 'base';
  const words = [columns.base.length, columns.witness.length].sort((a, b) => a - b);
  return {
    words: Math.log2(1 + (words[0] ?? 0)),
    lengthRatio: (words[0] ?? 0) / Math.max(1, words[1] ?? 0),
    content: containment(columns, (column, i) => !has(column, i, Flag.name | Flag.number)),
    names: containment(columns, (column, i) => has(column, i, Flag.name)),
    numbers: containment(columns, (column, i) => has(column, i, Flag.number)),
    ...orderFeatures(pairs, fewer, columns[fewer].units.length),
    likenessMore: meanLikeness(bestPartners(pairs, more), columns[more].units.length),
  };
}

/** Shared information over that of the poorer side, among words that are asked for. */
function containment(columns: Columns, isAsked: Asked): number {
  const { shared, least } = sharedBits(columns, isAsked);
  return least === 0 ? NOTHING : shared / least;
}

function has(column: Column, word: number, flag: number): boolean {
  return (flagsAt(column, word) & flag) !== 0;
}

/** The likeliest partner of each unit of a side. */
function bestPartners(pairs: readonly UnitPair[], side: 'base' | 'witness'): ReadonlyMap<number, UnitPair> {
  const best = new Map<number, UnitPair>();
  for (const pair of pairs) if (pair.likeness > (best.get(pair[side])?.likeness ?? 0)) best.set(pair[side], pair);
  return best;
}

function meanLikeness(best: ReadonlyMap<number, UnitPair>, units: number): number {
  let sum = 0;
  for (const pair of best.values()) sum += pair.likeness;
  return sum / Math.max(1, units);
}

function orderFeatures(pairs: readonly UnitPair[], side: 'base' | 'witness', units: number): RelationFeatures {
  const other = side === 'base' ? 'witness' : 'base';
  const best = bestPartners(pairs, side);
  const series = [...best.keys()].sort((a, b) => a - b).map((unit) => best.get(unit)?.[other] ?? 0);
  let forward = 0;
  let next = 0;
  for (let k = 1; k < series.length; k++) {
    const step = (series[k] ?? 0) - (series[k - 1] ?? 0);
    if (step >= 0) forward++;
    if (step >= 0 && step <= NEXT) next++;
  }
  const links = Math.max(1, series.length - 1);
  const partnered = [...best.values()].filter((pair) => pair.likeness >= LIKE).length;
  return {
    likeness: meanLikeness(best, units),
    partnered: partnered / Math.max(1, units),
    forward: series.length > 1 ? forward / links : NOTHING,
    next: series.length > 1 ? next / links : NOTHING,
  };
}

/** A side without names or numbers says nothing either way. */
const NOTHING = 0.5;
/** Units that may be skipped between two that follow each other. */
const NEXT = 2;
/** Likeness that strangers seldom have. */
const LIKE = 0.25;
