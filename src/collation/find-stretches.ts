import { alignWords, type Corridor, type Step } from './align-words.js';
import { chainUnits } from './chain-units.js';
import type { Columns } from './column.js';
import { findAnchors } from './find-anchors.js';
import { groupUnits, type UnitGroup } from './group-units.js';
import type { Kin } from './kin.js';
import type { UnitPair } from './pair-units.js';
import { scoreWords, type WordScore } from './score-words.js';

/** A passage before it is put into characters: word-aligned steps that follow one another on both sides. */
export interface Stretch {
  readonly steps: readonly Step[];
  /** Chain of sentences that it belongs to: stretches of one block stand in the same order on both sides. */
  readonly block: number;
}

/**
 * What two columns share: sentences are paired, chained and grouped, then words aligned inside each group. Groups
 * that follow each other without a gap on both sides make one stretch; a group whose words don't bear it out is dropped.
 */
export function findStretches(columns: Columns, kin: Kin, pairs: readonly UnitPair[]): readonly Stretch[] {
  const blocks = chainUnits(pairs);
  const score = scoreWords(columns, kin);
  const used = {
    base: new Set(blocks.flatMap((block) => block.map((pair) => pair.base))),
    witness: new Set(blocks.flatMap((block) => block.map((pair) => pair.witness))),
  };
  const stretches: Stretch[] = [];
  blocks.forEach((block, b) => {
    const groups = groupUnits(block, columns, used);
    let last: UnitGroup | undefined;
    groups.forEach((group, g) => {
      const steps = alignGroup(group, columns, score);
      const neighbours = Number(follows(groups[g - 1], group)) + Number(follows(group, groups[g + 1]));
      if (agreement(steps, columns, kin) < LEAST_AGREEMENT && equalShare(steps, columns) < (LEAST_EQUAL[neighbours] ?? 1)) return;
      const before = stretches.at(-1);
      if (before && follows(last, group)) stretches[stretches.length - 1] = { steps: [...before.steps, ...steps], block: b };
      else stretches.push({ steps, block: b });
      last = group;
    });
  });
  return stretches.flatMap((stretch) => splitAtGaps(stretch, columns)).filter((stretch) => isTelling(stretch.steps, columns));
}

function follows(before: UnitGroup | undefined, after: UnitGroup | undefined): boolean {
  return before !== undefined && after !== undefined && before.base[1] === after.base[0] && before.witness[1] === after.witness[0];
}

/** Aligns a group's words; what both sides begin and end with is settled without a table. */
function alignGroup(group: UnitGroup, columns: Columns, score: WordScore): Step[] {
  const { base, witness, vocabulary } = columns;
  let from = base.units[group.base[0]]?.from ?? 0;
  let to = base.units[group.base[1] - 1]?.to ?? from;
  let start = witness.units[group.witness[0]]?.from ?? 0;
  let stop = witness.units[group.witness[1] - 1]?.to ?? start;
  const isSame = (i: number, j: number): boolean => vocabulary.same[base.type[i] ?? 0] === vocabulary.same[witness.type[j] ?? 0];
  const head: Step[] = [];
  const tail: Step[] = [];
  while (from < to && start < stop && isSame(from, start)) head.push({ base: [from, ++from], witness: [start, ++start] });
  while (from < to && start < stop && isSame(to - 1, stop - 1)) tail.push({ base: [--to, to + 1], witness: [--stop, stop + 1] });
  const middle = alignMiddle({ base: [from, to], witness: [start, stop], group }, columns, score);
  return [...head, ...middle, ...tail.reverse()];
}

interface Middle {
  readonly base: readonly [number, number];
  readonly witness: readonly [number, number];
  readonly group: UnitGroup;
}

/** Aligns piece by piece from anchor to anchor. */
function alignMiddle({ base, witness, group }: Middle, columns: Columns, score: WordScore): Step[] {
  const steps: Step[] = [];
  let [from, start] = [base[0], witness[0]];
  for (const anchor of [...findAnchors(base, witness, columns), { base: base[1], witness: witness[1] }]) {
    const piece = { base: [from, anchor.base], witness: [start, anchor.witness] } as const;
    steps.push(...alignWords({ ...piece, ...boundsIn(group, piece.witness, columns) }, score));
    if (anchor.base < base[1]) steps.push({ base: [anchor.base, anchor.base + 1], witness: [anchor.witness, anchor.witness + 1] });
    [from, start] = [anchor.base + 1, anchor.witness + 1];
  }
  return steps;
}

/** Which words a base word may meet: those of its unit's partners, inside the piece. */
function boundsIn(group: UnitGroup, [start, stop]: readonly [number, number], { base, witness }: Columns): Pick<Corridor, 'low' | 'high'> {
  const clamp = (position: number): number => Math.min(Math.max(position, start), stop);
  const partners = (word: number): readonly [number, number] => group.partners.get(base.unit[word] ?? 0) ?? group.witness;
  return {
    low: (word) => clamp(witness.units[partners(word)[0]]?.from ?? start),
    high: (word) => clamp(witness.units[partners(word)[1] - 1]?.to ?? stop),
  };
}

/** Share of the poorer side's information that is borne out by equal or kindred words. */
function agreement(steps: readonly Step[], { base, witness, vocabulary }: Columns, kin: Kin): number {
  let shared = 0;
  let here = 0;
  let there = 0;
  for (const step of steps) {
    for (let i = step.base[0]; i < step.base[1]; i++) here += vocabulary.bits[base.type[i] ?? 0] ?? 0;
    for (let j = step.witness[0]; j < step.witness[1]; j++) there += vocabulary.bits[witness.type[j] ?? 0] ?? 0;
    if (step.base[1] - step.base[0] !== 1 || step.witness[1] - step.witness[0] !== 1) continue;
    const a = base.type[step.base[0]] ?? 0;
    const b = witness.type[step.witness[0]] ?? 0;
    const degree = vocabulary.lemma[a] === vocabulary.lemma[b] ? 1 : kin.degree(a, b);
    shared += (degree * ((vocabulary.bits[a] ?? 0) + (vocabulary.bits[b] ?? 0))) / 2;
  }
  return shared / Math.max(1, Math.min(here, there));
}

/** Share of words, function words too, that are equal. */
function equalShare(steps: readonly Step[], { base, witness, vocabulary }: Columns): number {
  let equal = 0;
  let words = 0;
  for (const step of steps) {
    words += step.base[1] - step.base[0] + step.witness[1] - step.witness[0];
    const isPair = step.base[1] - step.base[0] === 1 && step.witness[1] - step.witness[0] === 1;
    if (isPair && vocabulary.same[base.type[step.base[0]] ?? 0] === vocabulary.same[witness.type[step.witness[0]] ?? 0]) equal += 2;
  }
  return words === 0 ? 0 : equal / words;
}

/** Cuts a stretch where one side goes on alone for long, and drops such pieces at its ends. */
function splitAtGaps(stretch: Stretch, columns: Columns): Stretch[] {
  const pieces: Step[][] = [[]];
  for (const run of gapRuns(stretch.steps)) {
    const first = run[0];
    const isGap = first !== undefined && isOneSided(first);
    if (isGap && run.length >= LONG_GAP) pieces.push([]);
    else pieces.at(-1)?.push(...run);
  }
  return pieces.map((steps) => trimEnds(steps, columns)).filter((steps) => steps.length > 0).map((steps) => ({ steps, block: stretch.block }));
}

/** A scrap of a sentence that anybody might have written is no passage; a whole sentence may be as short as it is. */
function isTelling(steps: readonly Step[], { base, witness, vocabulary }: Columns): boolean {
  let bits = 0;
  for (const step of steps) {
    const type = base.type[step.base[0]] ?? 0;
    if (!isOneSided(step) && vocabulary.lemma[type] === vocabulary.lemma[witness.type[step.witness[0]] ?? 0]) bits += vocabulary.bits[type] ?? 0;
    if (bits >= LEAST_BITS) return true;
  }
  const [first, last] = [steps[0], steps.at(-1)];
  return first !== undefined && last !== undefined && isWhole(base, [first.base[0], last.base[1]]) && isWhole(witness, [first.witness[0], last.witness[1]]);
}

function isWhole({ unit, units }: Columns['base'], [from, to]: readonly [number, number]): boolean {
  return units[unit[from] ?? 0]?.from === from && units[unit[to - 1] ?? 0]?.to === to;
}

/** Steps in runs: one-sided steps of one kind together, others each alone. */
function gapRuns(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const before = runs.at(-1)?.[0];
    if (before && isOneSided(step) && isOneSided(before) && isEmpty(step.base) === isEmpty(before.base)) runs.at(-1)?.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** A stretch begins and ends with words that both sides have, short additions and omissions at its ends apart. */
function trimEnds(steps: readonly Step[], columns: Columns): readonly Step[] {
  const isFirm = (step: Step): boolean =>
    !isOneSided(step) && columns.vocabulary.lemma[columns.base.type[step.base[0]] ?? 0] === columns.vocabulary.lemma[columns.witness.type[step.witness[0]] ?? 0];
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

function isOneSided(step: Step): boolean {
  return isEmpty(step.base) || isEmpty(step.witness);
}

function isEmpty(range: readonly [number, number]): boolean {
  return range[0] === range[1];
}

/** Unrelated sentences of one topic agree to under .12, sentences with 60 % of their words swapped to over .3. */
const LEAST_AGREEMENT = 0.2;
/**
 * Equal words, function words too, that a pair needs which agrees less but stands in place: with no, one or two
 * neighbours that follow on both sides. Strangers have mostly under .2.
 */
const LEAST_EQUAL = [1, 0.25, 0.12];
/** Information in bits that a passage of less than a sentence has at least: three or four rare words. */
const LEAST_BITS = 36;
/** Words that one side may have alone inside a passage; a longer piece parts two passages. */
const LONG_GAP = 15;
/** Words that may be reworded, added or dropped at a passage's ends. */
const SHORT_END = 6;
