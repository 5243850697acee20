import { chainNats } from './chain-or-siblings.js';
import { RUN_NATS } from './copy-gain.js';
import type { Exemplars } from './descent-score.js';
import type { FamilyEvidence } from './family-evidence.js';
import { ancestorsOf } from './search-descents.js';

/** Rounds over the family; in each a witness moves one step up or down. */
const MOST_ROUNDS = 4;

/**
 * Moves each copy one step up, to its exemplar's exemplar, or down, to one of its siblings, where the places that one of
 * them changed say so (`chainNats`), beside dates, credits, cuts, and sentences that only one of them has.
 * Cost: rounds × siblings × words.
 */
export function settleSiblings(evidence: FamilyEvidence, from: Exemplars): Exemplars {
  let exemplars = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    for (let copy = 0; copy < evidence.size; copy++) {
      const better = betterExemplar(evidence, exemplars, copy);
      if (better === undefined) continue;
      exemplars = exemplars.map((set, i) =>
        i === copy ? [better, ...set.slice(1).filter((other) => other !== better)] : set,
      );
      moved = true;
    }
    if (!moved) break;
  }
  return exemplars;
}

function betterExemplar(evidence: FamilyEvidence, exemplars: Exemplars, copy: number): number | undefined {
  const now = exemplars[copy]?.[0];
  if (now === undefined) return undefined;
  const above = exemplars[now]?.[0];
  let best: number | undefined;
  let most = 0;
  const consider = (exemplar: number, nats: number): void => {
    if (nats > most) [best, most] = [exemplar, nats];
  };
  if (above !== undefined && evidence.descent[above]?.[copy])
    consider(above, -chainWorth(evidence, { above, middle: now, copy }));
  for (let sibling = 0; sibling < evidence.size; sibling++) {
    if (sibling === copy || exemplars[sibling]?.[0] !== now || !evidence.descent[sibling]?.[copy]) continue;
    if (ancestorsOf(exemplars, sibling).has(copy)) continue;
    consider(sibling, chainWorth(evidence, { above: now, middle: sibling, copy }));
  }
  return best;
}

/** Nats for the copy's being made from the middle rather than from what is above it; 0 where the changed places are silent. */
function chainWorth(evidence: FamilyEvidence, trio: { above: number; middle: number; copy: number }): number {
  const upper = evidence.descent[trio.above]?.[trio.copy];
  const nearer = evidence.descent[trio.middle]?.[trio.copy];
  if (!upper || !nearer || Math.max(trio.above, trio.middle) >= evidence.kept) return 0;
  const chain = chainNats(evidence, trio);
  if (chain === 0) return 0;
  const runs = (gain: typeof upper.gain): number => gain.cuts + gain.additions + gain.moves;
  const sentences = nearer.gain.has.reduce((sum, has, s) => {
    if (has === upper.gain.has[s]) return sum;
    return sum + (has ? (nearer.gain.sentences[s] ?? 0) : -(upper.gain.sentences[s] ?? 0));
  }, 0);
  const grounds = (descent: typeof upper): number =>
    descent.grounds.reduce(
      (sum, ground) => sum + (ground.kind === 'fuller' || ground.kind === 'wording' ? 0 : ground.nats),
      0,
    );
  return chain + sentences + grounds(nearer) - grounds(upper) - RUN_NATS * (runs(nearer.gain) - runs(upper.gain));
}
