import { Flag } from '../witness/witness.js';
import { flagsAt, type Column, type Columns } from './column.js';
import type { CollationView, RelationFeatures } from './collation-view.js';
import { isOneSided, isSingle, type Step } from './step.js';

/**
 * What the shared words are and where they stand. Releases made from one form share wording and differ in names and sums;
 * a footer ("About the agency") stands at the end of both pages.
 */
export function factFeatures({ columns, passages }: CollationView): RelationFeatures {
  const count: Count = { equal: 0, bits: 0, plain: 0, quoted: 0, late: 0, early: 0, facts: 0, differ: 0, alone: 0 };
  for (const { steps } of passages) for (const step of steps) countStep(count, step, columns);
  const totals = [bitsOf(columns.base, columns), bitsOf(columns.witness, columns)].sort((a, b) => a - b);
  const equal = Math.max(1, count.equal);
  return {
    factsDiffer: (count.differ + 0.5) / (count.facts + 1),
    factsAlone: (count.alone + 0.5) / (count.facts + 1),
    facts: count.facts / equal,
    quoted: count.quoted / equal,
    late: count.equal === 0 ? 1 - LATE : count.late / equal,
    early: count.equal === 0 ? EARLY : count.early / equal,
    equalBitsLess: count.bits / Math.max(1, totals[1] ?? 0),
    equalBitsMore: count.bits / Math.max(1, totals[0] ?? 0),
    equalBits: Math.log2(1 + count.bits),
    plainShare: count.plain / Math.max(1, count.bits),
  };
}

interface Count {
  equal: number;
  bits: number;
  plain: number;
  quoted: number;
  late: number;
  early: number;
  /** Steps with a name or a number on either side; those with another one there, or with none. */
  facts: number;
  differ: number;
  alone: number;
}

function countStep(count: Count, step: Step, columns: Columns): void {
  const { base, witness, vocabulary } = columns;
  const here = isOneSided(step) && step.base[0] === step.base[1] ? 0 : flagsAt(base, step.base[0]);
  const there = isOneSided(step) && step.witness[0] === step.witness[1] ? 0 : flagsAt(witness, step.witness[0]);
  const type = base.type[step.base[0]] ?? 0;
  const isEqual = isSingle(step) && vocabulary.lemma[type] === vocabulary.lemma[witness.type[step.witness[0]] ?? 0];
  if (isFact(here, there)) {
    count.facts++;
    if (isOneSided(step)) count.alone++;
    else if (!isEqual) count.differ++;
  }
  if (!isEqual) return;
  const bits = ((vocabulary.bits[type] ?? 0) + (vocabulary.bits[witness.type[step.witness[0]] ?? 0] ?? 0)) / 2;
  count.equal++;
  count.bits += bits;
  if (((here | there) & (Flag.quoted | Flag.name | Flag.number)) === 0) count.plain += bits;
  if ((here & Flag.quoted) !== 0 && (there & Flag.quoted) !== 0) count.quoted++;
  const places = [step.base[0] / base.length, step.witness[0] / witness.length];
  if (Math.min(...places) > LATE) count.late++;
  if (Math.max(...places) < EARLY) count.early++;
}

/** A name or a number; the capital of a sentence's first word makes no name. */
function isFact(here: number, there: number): boolean {
  const either = here | there;
  return (either & Flag.number) !== 0 || ((either & Flag.name) !== 0 && (here & there & Flag.opening) === 0);
}

function bitsOf({ length, type }: Column, { vocabulary }: Columns): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += vocabulary.bits[type[i] ?? 0] ?? 0;
  return sum;
}

/** Shares of a page: its footer, its beginning. */
const LATE = 0.8;
const EARLY = 0.3;
