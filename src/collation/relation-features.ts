import type { CollationView, RelationFeatures } from './collation-view.js';
import { Flag } from '../witness/witness.js';
import { chainFeatures } from './chain-features.js';
import { flagsAt, type Column, type Columns } from './column.js';
import { densityFeatures } from './density-features.js';
import { factFeatures } from './fact-features.js';
import type { AlignedPassage } from './aligned-passage.js';
import type { Kin } from './kin.js';
import { overlapFeatures } from './overlap-features.js';
import { restFeatures } from './rest-features.js';
import { isOneSided, isSingle, type Step } from './step.js';

/** Measures how two witnesses resemble each other: how much, how deep, how densely, and in whose order. Cost: linear. */
export function relationFeatures(view: CollationView): RelationFeatures {
  const shares = [shareOf(view, 'base'), shareOf(view, 'witness')].sort((a, b) => a - b);
  return {
    shareLess: shares[0] ?? 0,
    shareMore: shares[1] ?? 0,
    ...depthFeatures(view),
    ...overlapFeatures(view),
    ...densityFeatures(view),
    ...factFeatures(view),
    ...chainFeatures(view),
    ...restFeatures(view),
  };
}

/** Share of a side's reported words that stand in passages. */
export function shareOf(
  { columns, passages }: Pick<CollationView, 'columns' | 'passages'>,
  side: 'base' | 'witness',
): number {
  const column = columns[side];
  let words = 0;
  for (const reported of column.reported) words += reported;
  let shared = 0;
  for (const { steps } of passages) for (const step of steps) shared += reportedIn(column, step[side]);
  return words === 0 ? 0 : shared / words;
}

function reportedIn(column: Column, [from, to]: readonly [number, number]): number {
  let count = 0;
  for (let i = from; i < to; i++) count += column.reported[i] ?? 0;
  return count;
}

/** How words go with words inside the passages: equal, inflected, kindred, swapped, reworded as a phrase, alone. */
function depthFeatures({ columns, kin, passages }: CollationView): RelationFeatures {
  const count: Count = {
    words: 0,
    equal: 0,
    plain: 0,
    functions: 0,
    functionsEqual: 0,
    inflected: 0,
    kindred: 0,
    swapped: 0,
    phrase: 0,
    alone: 0,
  };
  const runs: number[] = [];
  for (const { steps } of passages) {
    let run = 0;
    for (const step of steps) {
      if (countStep(count, step, columns, kin)) run++;
      else {
        if (run > 0) runs.push(run);
        run = 0;
      }
    }
    if (run > 0) runs.push(run);
  }
  const words = Math.max(1, count.words);
  const least = Math.max(1, Math.min(columns.base.length, columns.witness.length));
  return {
    equal: count.equal / words,
    plainEqual: count.plain / least,
    functionsEqual: count.functionsEqual / Math.max(1, count.functions),
    inflected: count.inflected / words,
    kindred: count.kindred / words,
    swapped: count.swapped / words,
    kinOfSwaps: (count.kindred + 0.5) / (count.kindred + count.swapped + 1),
    phrase: count.phrase / words,
    alone: count.alone / words,
    ...runFeatures(runs, count.equal, least),
    moved:
      passages.reduce((sum, { variations }) => sum + variations.filter((variation) => variation.moved).length, 0) /
      words,
    blocks: Math.log2(1 + new Set(passages.filter(isLong).map((passage) => passage.block)).size),
    passages: Math.log2(1 + passages.filter(isLong).length),
    largestBlock: largestBlock(passages),
  };
}

/** Words by how they go with the other side's, counted over both sides by half. */
interface Count {
  words: number;
  equal: number;
  plain: number;
  functions: number;
  functionsEqual: number;
  inflected: number;
  kindred: number;
  swapped: number;
  phrase: number;
  alone: number;
}

/** Counts a step; whether its words are equal. */
function countStep(count: Count, step: Step, { base, witness, vocabulary }: Columns, kin: Kin): boolean {
  const size = (step.base[1] - step.base[0] + step.witness[1] - step.witness[0]) / 2;
  const a = base.type[step.base[0]] ?? 0;
  const b = witness.type[step.witness[0]] ?? 0;
  count.words += size;
  if (step.base[0] < step.base[1]) count.functions += vocabulary.isFunction[a] ?? 0;
  if (isSingle(step) && vocabulary.same[a] === vocabulary.same[b]) {
    count.equal++;
    if (isPlain(base, step.base[0])) count.plain++;
    count.functionsEqual += vocabulary.isFunction[a] ?? 0;
    return true;
  }
  if (isOneSided(step)) count.alone += size;
  else if (!isSingle(step)) count.phrase += size;
  else if (vocabulary.lemma[a] === vocabulary.lemma[b]) count.inflected++;
  else if (kin.degree(a, b) > 0) count.kindred++;
  else count.swapped++;
  return false;
}

function runFeatures(runs: readonly number[], equal: number, least: number): RelationFeatures {
  return {
    runMean: Math.log2(1 + equal / Math.max(1, runs.length)),
    runLongest: Math.log2(1 + runs.reduce((most, run) => Math.max(most, run), 0)),
    inRuns: runs.reduce((sum, run) => sum + (run >= LONG_RUN ? run : 0), 0) / least,
  };
}

/** A menu's or a share bar's word in common says nothing of the reports. */
function isLong({ steps }: AlignedPassage): boolean {
  return steps.length >= LONG_PASSAGE;
}

/** Neither quoted nor part of a name nor a number: what two reporters would not share by reporting. */
function isPlain(column: Column, word: number): boolean {
  return (flagsAt(column, word) & (Flag.quoted | Flag.name | Flag.number)) === 0;
}

function largestBlock(passages: readonly AlignedPassage[]): number {
  const words = new Map<number, number>();
  let all = 0;
  for (const { block, steps } of passages) {
    words.set(block, (words.get(block) ?? 0) + steps.length);
    all += steps.length;
  }
  return all === 0 ? 0 : [...words.values()].reduce((most, count) => Math.max(most, count), 0) / all;
}

/** Words of a passage that counts as one. */
const LONG_PASSAGE = 15;
/** Words in a row that hardly anybody writes twice by chance. */
const LONG_RUN = 6;
