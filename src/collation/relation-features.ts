import { Flag } from '../witness/witness.js';
import type { Column, Columns } from './column.js';
import { overlapFeatures } from './overlap-features.js';
import type { AlignedPassage } from './find-passages.js';
import type { Kin } from './kin.js';
import type { UnitPair } from './pair-units.js';

/** What the relation of two witnesses is judged by, name to value. The caller gives the sides in an order of their own, so that ties fall alike. */
export type RelationFeatures = Readonly<Record<string, number>>;

/** What collation has found, as features look at it. */
export interface CollationView {
  readonly columns: Columns;
  readonly kin: Kin;
  readonly pairs: readonly UnitPair[];
  readonly passages: readonly AlignedPassage[];
}

/** Measures how two witnesses resemble each other: how much, how deep, and in whose order. Cost: linear. */
export function relationFeatures(view: CollationView): RelationFeatures {
  const shares = [shareOf(view, 'base'), shareOf(view, 'witness')].sort((a, b) => a - b);
  return {
    shareLess: shares[0] ?? 0,
    shareMore: shares[1] ?? 0,
    ...depthFeatures(view),
    ...overlapFeatures(view),
  };
}

/** Share of a side's reported words that stand in passages. */
export function shareOf({ columns, passages }: Pick<CollationView, 'columns' | 'passages'>, side: 'base' | 'witness'): number {
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
  const count = { words: 0, equal: 0, plain: 0, functions: 0, functionsEqual: 0, inflected: 0, kindred: 0, swapped: 0, phrase: 0, alone: 0, inRuns: 0 };
  const runs: number[] = [];
  const { vocabulary } = columns;
  for (const { steps } of passages) {
    let run = 0;
    for (const { base, witness } of steps) {
      const [down, right] = [base[1] - base[0], witness[1] - witness[0]];
      count.words += (down + right) / 2;
      const a = columns.base.type[base[0]] ?? 0;
      const b = columns.witness.type[witness[0]] ?? 0;
      if (down === 1 && right === 1 && vocabulary.same[a] === vocabulary.same[b]) {
        run++;
        count.equal++;
        if (isPlain(columns.base, base[0])) count.plain++;
        count.functionsEqual += vocabulary.isFunction[a] ?? 0;
        count.functions += vocabulary.isFunction[a] ?? 0;
        continue;
      }
      if (run > 0) runs.push(run);
      run = 0;
      if (down * right === 0) count.alone += (down + right) / 2;
      else if (down * right > 1) count.phrase += (down + right) / 2;
      else if (vocabulary.lemma[a] === vocabulary.lemma[b]) count.inflected++;
      else if (kin.degree(a, b) > 0) count.kindred++;
      else count.swapped++;
      if (down > 0) count.functions += vocabulary.isFunction[a] ?? 0;
    }
    if (run > 0) runs.push(run);
  }
  for (const run of runs) if (run >= LONG_RUN) count.inRuns += run;
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
    runMean: Math.log2(1 + count.equal / Math.max(1, runs.length)),
    runLongest: Math.log2(1 + runs.reduce((most, run) => Math.max(most, run), 0)),
    inRuns: count.inRuns / least,
    moved: passages.reduce((sum, { variations }) => sum + variations.filter((variation) => variation.moved).length, 0) / words,
    blocks: Math.log2(1 + new Set(passages.map((passage) => passage.block)).size),
    passages: Math.log2(1 + passages.length),
    largestBlock: largestBlock(passages),
  };
}

/** Neither quoted nor part of a name nor a number: what two reporters would not share by reporting. */
function isPlain(column: Column, word: number): boolean {
  return ((column.witness.flags[column.token[word] ?? 0] ?? 0) & (Flag.quoted | Flag.name | Flag.number)) === 0;
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

/** Words in a row that hardly anybody writes twice by chance. */
const LONG_RUN = 6;
