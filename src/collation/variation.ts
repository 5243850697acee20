import type { Columns } from './column.js';
import { isNegation } from './negation.js';
import { isSingle, type Step, type Words } from './step.js';

/** A variant before it is named: half-open runs of words; one may be empty. */
export interface Variation {
  readonly base: Words;
  readonly witness: Words;
  readonly moved: boolean;
}

/** Both are neighbours, so that an empty range stands at the other's edge. */
export function joinVariations(a: Step, b: Step): Variation {
  return {
    base: [Math.min(a.base[0], b.base[0]), Math.max(a.base[1], b.base[1])],
    witness: [Math.min(a.witness[0], b.witness[0]), Math.max(a.witness[1], b.witness[1])],
    moved: false,
  };
}

/** Same form on both sides: no variant. Same word in another spelling is a variant of its own. */
export function isEqualStep(step: Step, { base, witness }: Columns): boolean {
  if (!isSingle(step)) return false;
  return base.type[step.base[0]] === witness.type[step.witness[0]];
}

/** A negation that one side has alone is told by itself. */
export function isDenial({ base, witness }: Step, columns: Columns): boolean {
  const [column, at] = base[0] === base[1] ? [columns.witness, witness] : [columns.base, base];
  return (
    at[1] - at[0] === 1 &&
    (base[0] === base[1] || witness[0] === witness[1]) &&
    isNegation(columns.vocabulary.forms[column.type[at[0]] ?? 0] ?? '')
  );
}
