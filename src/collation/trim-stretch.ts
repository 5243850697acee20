import type { Columns } from './column.js';
import type { Stretch } from './stretch.js';
import { isEmpty, isOneSided, type Step } from './step.js';

/** Cuts a stretch where one side goes on alone for long, drops what one side has alone at its ends, and drops scraps. */
export function trimStretch(stretch: Stretch, columns: Columns): Stretch[] {
  return splitAtGaps(stretch, columns).filter((piece) => isTelling(piece.steps, columns));
}

function splitAtGaps(stretch: Stretch, columns: Columns): Stretch[] {
  const pieces: Step[][] = [[]];
  for (const run of gapRuns(stretch.steps)) {
    const first = run[0];
    const isGap = first !== undefined && isOneSided(first);
    if (isGap && run.length >= LONG_GAP) pieces.push([]);
    else pieces.at(-1)?.push(...run);
  }
  return pieces
    .map((steps) => trimEnds(steps, columns))
    .filter((steps) => steps.length > 0)
    .map((steps) => ({ steps, block: stretch.block }));
}

/**
 * A scrap of a sentence that anybody might have written is no passage; a whole sentence of the report may be as short as
 * it is where half of its words are equal, while a share bar's or an advertisement's word in common is left out.
 */
function isTelling(steps: readonly Step[], { base, witness, vocabulary }: Columns): boolean {
  let bits = 0;
  let equal = 0;
  for (const step of steps) {
    const type = base.type[step.base[0]] ?? 0;
    if (isOneSided(step) || vocabulary.lemma[type] !== vocabulary.lemma[witness.type[step.witness[0]] ?? 0]) continue;
    bits += vocabulary.bits[type] ?? 0;
    equal++;
    if (bits >= LEAST_BITS) return true;
  }
  const [first, last] = [steps[0], steps.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    equal >= steps.length * HALF &&
    isWhole(base, [first.base[0], last.base[1]]) &&
    isWhole(witness, [first.witness[0], last.witness[1]]) &&
    isReported(base, [first.base[0], last.base[1]]) &&
    isReported(witness, [first.witness[0], last.witness[1]])
  );
}

function isWhole({ unit, units }: Columns['base'], [from, to]: readonly [number, number]): boolean {
  return units[unit[from] ?? 0]?.from === from && units[unit[to - 1] ?? 0]?.to === to;
}

function isReported({ reported }: Columns['base'], [from, to]: readonly [number, number]): boolean {
  return reported.subarray(from, to).includes(1);
}

/** Steps in runs: one-sided steps of one kind together, others each alone. */
function gapRuns(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const before = runs.at(-1)?.[0];
    if (before && isOneSided(step) && isOneSided(before) && isEmpty(step.base) === isEmpty(before.base))
      runs.at(-1)?.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** A stretch begins and ends with words that both sides have, short additions and omissions at its ends apart. */
function trimEnds(steps: readonly Step[], columns: Columns): readonly Step[] {
  const isFirm = (step: Step): boolean =>
    !isOneSided(step) &&
    columns.vocabulary.lemma[columns.base.type[step.base[0]] ?? 0] ===
      columns.vocabulary.lemma[columns.witness.type[step.witness[0]] ?? 0];
  const first = steps.findIndex(isFirm);
  if (first < 0) return [];
  const last = steps.findLastIndex(isFirm);
  const from = first <= SHORT_END ? firstPaired(steps) : first;
  const to = steps.length - 1 - last <= SHORT_END ? lastPaired(steps) : last;
  return steps.slice(from, to + 1);
}

function firstPaired(steps: readonly Step[]): number {
  const paired = steps.findIndex((step) => !isOneSided(step));
  return paired <= SHORT_END ? 0 : paired;
}

function lastPaired(steps: readonly Step[]): number {
  const paired = steps.findLastIndex((step) => !isOneSided(step));
  return steps.length - 1 - paired <= SHORT_END ? steps.length - 1 : paired;
}

/** Information in bits that a passage of less than a sentence has at least: three or four rare words. */
const LEAST_BITS = 36;
/** Share of equal words that makes two short sentences one: "I don't know," she said, and "Someone knew," Velde said, have less. A choice. */
const HALF = 0.5;
/** Words that one side may have alone inside a passage; a longer piece parts two passages. */
const LONG_GAP = 15;
/** Words that may be reworded, added or dropped at a passage's ends. */
const SHORT_END = 6;
