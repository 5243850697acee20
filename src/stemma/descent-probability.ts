/**
 * How probable each descent of a found stemma is. Two things may be wrong with it: another witness may be the exemplar
 * (weighed against all others, all else kept), and the tree may hang from another root, which turns round all descents
 * between the two (weighed over all roots of the tree). Nats are tempered, since words of one text are not
 * independent witnesses. Cost: possible descents.
 */
import { ancestors } from './best-stemma.js';
import { collationOf, copiedProbability, descentNats, type FamilyKin, mayDescend } from './family-kin.js';
import type { Choice } from './order-search.js';

/** Nats of text that count as one. Log loss of the named descents of 24 tuning families: .618 at 4, .412 at 12, .455 at 30. */
const TEMPER = 12;
/**
 * The same for what speaks of direction alone. The log loss is .412 at 12 and .454 at 4, where descents called .9 or more are
 * right .92 of the time and those called .7 to .8 .77; at 12 three true dates would not settle a chain of three.
 */
const TURN_TEMPER = 4;

export interface DescentProbability {
  /** Of this descent as stated. */
  readonly probability: number;
  /** Of this direction, given that the two are neighbours. */
  readonly direction: number;
}

/** The probability of each descent, in the exemplars' order. `settled`: directions that are known already, by copy. */
export function descentProbabilities(
  kin: FamilyKin,
  choices: readonly Choice[],
  settled: ReadonlyMap<number, number>,
): (readonly DescentProbability[])[] {
  const below = subtrees(choices);
  const roots = rootProbabilities(kin, choices);
  return choices.map(({ exemplars }, copy) =>
    exemplars.map((exemplar, rank): DescentProbability => {
      const collation = collationOf(kin, exemplar, copy);
      const copied = collation ? copiedProbability(collation) : 1;
      if (rank > 0) return { probability: copied * secondProbability(kin, choices, copy), direction: 1 };
      const turned = (below[copy] ?? []).reduce((sum, witness) => sum + (roots[witness] ?? 0), 0);
      const direction = settled.get(copy) ?? 1 - Math.min(1, turned);
      return { probability: copied * direction * neighbourProbability(kin, choices, copy), direction };
    }),
  );
}

/** Against all other exemplars that the copy could have without a ring. */
function neighbourProbability(kin: FamilyKin, choices: readonly Choice[], copy: number): number {
  const set = choices[copy]?.exemplars ?? [];
  const now = descentNats(kin, copy, set);
  let sum = 1;
  for (let other = 0; other < kin.size; other++) {
    if (set.includes(other) || !mayDescend(kin, other, copy) || ancestors(choices, other).has(copy)) continue;
    sum += Math.exp(Math.min(0, descentNats(kin, copy, [other, ...set.slice(1)]) - now) / TEMPER);
  }
  return 1 / sum;
}

/** For each witness the probability that it is its tree's root. */
function rootProbabilities(kin: FamilyKin, choices: readonly Choice[]): Float64Array {
  const shift = new Float64Array(kin.size);
  const root = new Int32Array(kin.size).fill(-1);
  const settle = (witness: number): void => {
    if (root[witness] !== -1) return;
    const main = choices[witness]?.exemplars[0];
    if (main === undefined) {
      root[witness] = witness;
      return;
    }
    settle(main);
    root[witness] = root[main] ?? main;
    shift[witness] = (shift[main] ?? 0) + turnedNats(kin, main, witness);
  };
  for (let witness = 0; witness < kin.size; witness++) settle(witness);
  const sums = new Map<number, number>();
  const odds = shift.map((nats) => Math.exp(Math.min(0, nats) / TURN_TEMPER));
  odds.forEach((value, witness) => sums.set(root[witness] ?? 0, (sums.get(root[witness] ?? 0) ?? 0) + value));
  return odds.map((value, witness) => value / (sums.get(root[witness] ?? 0) ?? 1));
}

/** Nats gained by turning one descent round: each side's text is then written anew instead of the other's. */
function turnedNats(kin: FamilyKin, exemplar: number, copy: number): number {
  const forth = descentNats(kin, exemplar, []) + descentNats(kin, copy, [exemplar]);
  return descentNats(kin, copy, []) + descentNats(kin, exemplar, [copy]) - forth;
}

/** Of there being two exemplars at all: against the better of them alone. */
function secondProbability(kin: FamilyKin, choices: readonly Choice[], copy: number): number {
  const set = choices[copy]?.exemplars ?? [];
  const alone = Math.max(...set.map((exemplar) => descentNats(kin, copy, [exemplar])));
  return 1 / (1 + Math.exp(-(descentNats(kin, copy, set) - alone) / TEMPER));
}

/** For each witness itself and all that descends from it by main exemplars. */
function subtrees(choices: readonly Choice[]): number[][] {
  const below = choices.map((_, witness) => [witness]);
  choices.forEach((_, witness) => {
    let above = choices[witness]?.exemplars[0];
    for (let steps = 0; above !== undefined && steps < choices.length; steps++) {
      below[above]?.push(witness);
      above = choices[above]?.exemplars[0];
    }
  });
  return below;
}
