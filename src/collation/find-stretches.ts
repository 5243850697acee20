import { alignWords, type Corridor } from './align-words.js';
import { chainUnits } from './chain-units.js';
import { Flag } from '../witness/witness.js';
import { flagsAt, type Column, type Columns } from './column.js';
import { findAnchors } from './find-anchors.js';
import { groupUnits, type UnitGroup } from './group-units.js';
import type { Kin } from './kin.js';
import type { UnitPair } from './pair-units.js';
import { scoreWords, type WordScore } from './score-words.js';
import type { Stretch } from './stretch.js';
import { trimStretch } from './trim-stretch.js';
import { isSingle, type Step } from './step.js';

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
  const stretches: { readonly steps: Step[]; readonly block: number }[] = [];
  blocks.forEach((block, b) => {
    const groups = groupUnits(block, columns, used).map((group): AlignedGroup => {
      const steps = alignGroup(group, columns, score);
      return { group, steps, ...agreementOf(steps, columns, kin), equal: equalShare(steps, columns) };
    });
    let last: UnitGroup | undefined;
    groups.forEach(({ group, steps }, g) => {
      if (!isBorneOut(groups, g, columns)) return;
      const before = stretches.at(-1);
      if (before && follows(last, group)) for (const step of steps) before.steps.push(step);
      else stretches.push({ steps: [...steps], block: b });
      last = group;
    });
  });
  return stretches.flatMap((stretch) => trimStretch(stretch, columns));
}

/** A group with its words laid beside each other, and how far these bear it out. */
interface AlignedGroup {
  readonly group: UnitGroup;
  readonly steps: readonly Step[];
  /** Share of the poorer side's information that is borne out by equal or kindred words. */
  readonly agreement: number;
  /** The same of what the words say, names and function words aside. */
  readonly matter: number;
  /** Share of words, function words too, that are equal. */
  readonly equal: number;
}

/**
 * Whether a group's words bear it out. One that agrees in little has to stand in place among others; one that stands alone
 * agrees in more than a name, which whoever reports of a person has; and a quotation stands for no narration by its small words.
 */
function isBorneOut(groups: readonly AlignedGroup[], g: number, columns: Columns): boolean {
  const own = groups[g];
  if (own === undefined) return false;
  const [before, after] = [groups[g - 1], groups[g + 1]];
  const beside = [
    follows(before?.group, own.group) ? before : undefined,
    follows(own.group, after?.group) ? after : undefined,
  ].filter((group) => group !== undefined);
  if (own.agreement < LEAST_AGREEMENT && own.equal < (LEAST_EQUAL[beside.length] ?? 1)) return false;
  const isHeld = beside.some(({ agreement, equal }) => agreement >= LEAST_AGREEMENT || equal >= (LEAST_EQUAL[1] ?? 1));
  return (isHeld && !isOneSidedSpeech(own, columns)) || own.matter >= LEAST_MATTER || own.equal >= HALF;
}

/** Whether one side is mostly quotation and the other has none. */
function isOneSidedSpeech({ steps }: AlignedGroup, { base, witness }: Columns): boolean {
  const share = (column: Column, side: 'base' | 'witness'): number => {
    const [from, to] = [steps[0]?.[side][0] ?? 0, steps.at(-1)?.[side][1] ?? 0];
    let quoted = 0;
    for (let word = from; word < to; word++) quoted += (flagsAt(column, word) & Flag.quoted) === 0 ? 0 : 1;
    return quoted / Math.max(1, to - from);
  };
  const [here, there] = [share(base, 'base'), share(witness, 'witness')];
  return Math.min(here, there) === 0 && Math.max(here, there) >= MOSTLY;
}

function follows(before: UnitGroup | undefined, after: UnitGroup | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.base[1] === after.base[0] &&
    before.witness[1] === after.witness[0]
  );
}

/** Aligns a group's words; what both sides begin and end with is settled without a table. */
function alignGroup(group: UnitGroup, columns: Columns, score: WordScore): Step[] {
  const { base, witness, vocabulary } = columns;
  let from = base.units[group.base[0]]?.from ?? 0;
  let to = base.units[group.base[1] - 1]?.to ?? from;
  let start = witness.units[group.witness[0]]?.from ?? 0;
  let stop = witness.units[group.witness[1] - 1]?.to ?? start;
  const isSame = (i: number, j: number): boolean =>
    vocabulary.same[base.type[i] ?? 0] === vocabulary.same[witness.type[j] ?? 0];
  const head: Step[] = [];
  const tail: Step[] = [];
  while (from < to && start < stop && isSame(from, start))
    head.push({ base: [from, ++from], witness: [start, ++start] });
  while (from < to && start < stop && isSame(to - 1, stop - 1))
    tail.push({ base: [--to, to + 1], witness: [--stop, stop + 1] });
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
    if (anchor.base < base[1])
      steps.push({ base: [anchor.base, anchor.base + 1], witness: [anchor.witness, anchor.witness + 1] });
    [from, start] = [anchor.base + 1, anchor.witness + 1];
  }
  return steps;
}

/** Which words a base word may meet: those of its unit's partners, inside the piece. */
function boundsIn(
  group: UnitGroup,
  [start, stop]: readonly [number, number],
  { base, witness }: Columns,
): Pick<Corridor, 'low' | 'high'> {
  const clamp = (position: number): number => Math.min(Math.max(position, start), stop);
  const partners = (word: number): readonly [number, number] =>
    group.partners.get(base.unit[word] ?? 0) ?? group.witness;
  return {
    low: (word) => clamp(witness.units[partners(word)[0]]?.from ?? start),
    high: (word) => clamp(witness.units[partners(word)[1] - 1]?.to ?? stop),
  };
}

function agreementOf(steps: readonly Step[], columns: Columns, kin: Kin): Pick<AlignedGroup, 'agreement' | 'matter'> {
  const { base, witness, vocabulary } = columns;
  const all = { shared: 0, here: 0, there: 0 };
  const matter = { shared: 0, here: 0, there: 0 };
  const add = (field: keyof typeof all, bits: number, isLight: boolean): void => {
    all[field] += bits;
    if (!isLight) matter[field] += bits;
  };
  for (const step of steps) {
    for (let i = step.base[0]; i < step.base[1]; i++)
      add('here', vocabulary.bits[base.type[i] ?? 0] ?? 0, isLight(base, i));
    for (let j = step.witness[0]; j < step.witness[1]; j++)
      add('there', vocabulary.bits[witness.type[j] ?? 0] ?? 0, isLight(witness, j));
    if (!isSingle(step)) continue;
    const a = base.type[step.base[0]] ?? 0;
    const b = witness.type[step.witness[0]] ?? 0;
    const degree = vocabulary.lemma[a] === vocabulary.lemma[b] ? 1 : kin.degree(a, b);
    const bits = (degree * ((vocabulary.bits[a] ?? 0) + (vocabulary.bits[b] ?? 0))) / 2;
    add('shared', bits, isLight(base, step.base[0]) || isLight(witness, step.witness[0]));
  }
  const share = ({ shared, here, there }: typeof all): number => shared / Math.max(1, Math.min(here, there));
  return { agreement: share(all), matter: share(matter) };
}

/** Names, and words that every sentence has. */
function isLight(column: Column, word: number): boolean {
  return (flagsAt(column, word) & (Flag.name | Flag.functionWord)) !== 0;
}

/** Share of words, function words too, that are equal. */
function equalShare(steps: readonly Step[], { base, witness, vocabulary }: Columns): number {
  let equal = 0;
  let words = 0;
  for (const step of steps) {
    words += step.base[1] - step.base[0] + step.witness[1] - step.witness[0];
    const isPair = isSingle(step);
    if (isPair && vocabulary.same[base.type[step.base[0]] ?? 0] === vocabulary.same[witness.type[step.witness[0]] ?? 0])
      equal += 2;
  }
  return words === 0 ? 0 : equal / words;
}

/** On 45 texts of the tune half .12 and .3 find the same swaps (.993 of them); plagdet is .976 with .12 and .2, .978 with .3. */
const LEAST_AGREEMENT = 0.2;
/**
 * Equal words, function words too, that a pair needs which agrees less but stands in place: with no, one or two
 * neighbours that follow on both sides. On 45 texts of the tune half .15 for .25 changes nothing and .4 loses .001 of the
 * swaps; .05 for .12 loses .001 of plagdet, .25 as much of the swapped phrases.
 */
const LEAST_EQUAL = [1, 0.25, 0.12];
/** Share of a side's words in quotation marks from which it is speech. A choice. */
const MOSTLY = 0.6;
/** Least agreement besides names and function words. On 108 texts of the tune half plagdet is .9728 with .1 and .9717 with .2. */
const LEAST_MATTER = 0.1;
/** Share of equal words, function words too, from which a sentence stands for another by itself. On the same texts plagdet is .9762 with .5 and .9728 with 1. */
const HALF = 0.5;
