/**
 * How probable each descent of a found stemma is. Two things may be wrong with it: another witness may be the exemplar
 * (weighed against the best of the others, all else kept), and the tree may hang from another root, which turns round
 * all descents between the two (weighed over all roots of the tree). Scores are tempered, since words of one text are
 * not independent witnesses. Cost: possible descents.
 */
import { descentScore, type Exemplars, extraGain } from './descent-score.js';
import type { FamilyEvidence } from './family-evidence.js';
import { ancestorsOf, LEAST_EXTRA_NATS } from './search-descents.js';

/** Nats of text score that count as one. A working value: calibration on grown families is not measured. */
const TEMPER = 3;
/** Nats of unexplained text by which a second exemplar becomes e times as sure. */
const SECOND_TEMPER = 20;

export interface DescentProbability {
  /** Of this descent as stated. */
  readonly probability: number;
  /** Of this direction, given that the two are neighbours. */
  readonly direction: number;
}

/** The probability of each descent, in the exemplars' order. */
export function descentProbabilities(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
): (readonly DescentProbability[])[] {
  const below = subtrees(exemplars);
  const roots = rootProbabilities(evidence, exemplars);
  return exemplars.map((set, copy) =>
    set.map((exemplar, rank): DescentProbability => {
      const copied = evidence.descent[exemplar]?.[copy]?.copied ?? 1;
      if (rank > 0)
        return { probability: copied * secondProbability(evidence, exemplars, { copy, exemplar }), direction: 1 };
      const direction =
        1 -
        Math.min(
          1,
          (below[copy] ?? []).reduce((sum, witness) => sum + (roots[witness] ?? 0), 0),
        );
      return { probability: copied * direction * neighbourProbability(evidence, exemplars, copy), direction };
    }),
  );
}

/** Against all other exemplars that the copy could have without a ring. */
function neighbourProbability(evidence: FamilyEvidence, exemplars: Exemplars, copy: number): number {
  const set = exemplars[copy] ?? [];
  const now = descentScore(evidence, copy, set);
  let sum = 1;
  for (let other = 0; other < evidence.size; other++) {
    if (set.includes(other) || other === copy || !evidence.descent[other]?.[copy]) continue;
    if (ancestorsOf(exemplars, other).has(copy)) continue;
    sum += Math.exp(Math.min(0, descentScore(evidence, copy, [other, ...set.slice(1)]) - now) / TEMPER);
  }
  return 1 / sum;
}

/** For each witness the probability that it is its tree's root. */
function rootProbabilities(evidence: FamilyEvidence, exemplars: Exemplars): Float64Array {
  const shift = new Float64Array(evidence.size);
  const root = new Int32Array(evidence.size).fill(-1);
  const settle = (witness: number): void => {
    if (root[witness] !== -1) return;
    const main = exemplars[witness]?.[0];
    if (main === undefined) {
      root[witness] = witness;
      return;
    }
    settle(main);
    root[witness] = root[main] ?? main;
    shift[witness] = (shift[main] ?? 0) + turnedBy(evidence, exemplars, { copy: witness, exemplar: main });
  };
  for (let witness = 0; witness < evidence.size; witness++) settle(witness);
  const sums = new Map<number, number>();
  const odds = shift.map((nats) => Math.exp(Math.min(0, nats) / TEMPER));
  odds.forEach((value, witness) => sums.set(root[witness] ?? 0, (sums.get(root[witness] ?? 0) ?? 0) + value));
  return odds.map((value, witness) => value / (sums.get(root[witness] ?? 0) ?? 1));
}

/** Nats lost by turning one descent round: what the evidence says of the two directions; what both gain alike falls out. */
function turnedBy(evidence: FamilyEvidence, exemplars: Exemplars, pair: { copy: number; exemplar: number }): number {
  const further = (exemplars[pair.copy] ?? []).slice(1);
  const forth = descentScore(evidence, pair.copy, [pair.exemplar]);
  const back = descentScore(evidence, pair.exemplar, [pair.copy]);
  return back === -Infinity ? -Infinity : back - forth - further.length * LEAST_EXTRA_NATS;
}

function secondProbability(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
  pair: { copy: number; exemplar: number },
): number {
  const others = (exemplars[pair.copy] ?? []).filter((other) => other !== pair.exemplar);
  return (
    1 / (1 + Math.exp(-(extraGain(evidence, pair.copy, pair.exemplar, others) - LEAST_EXTRA_NATS) / SECOND_TEMPER))
  );
}

/** For each witness itself and all that descends from it by main exemplars. */
function subtrees(exemplars: Exemplars): number[][] {
  const below = exemplars.map((_, witness) => [witness]);
  exemplars.forEach((_, witness) => {
    for (
      let above = exemplars[witness]?.[0], steps = 0;
      above !== undefined && steps < exemplars.length;
      above = exemplars[above]?.[0], steps++
    ) {
      below[above]?.push(witness);
    }
  });
  return below;
}
