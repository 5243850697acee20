import { directionOdds } from '../collation/judge-direction.js';
import { collationOf, descentNats, type FamilyKin } from './family-kin.js';
import type { Choice } from './order-search.js';

/** Descents as found, and what is known of the direction of those that stand by themselves. */
export interface SettledPairs {
  readonly choices: readonly Choice[];
  /** By copy: how sure it is that it's the younger, from .5. */
  readonly direction: ReadonlyMap<number, number>;
}

/** Where nothing tells. */
const EVEN = 0.5;

/**
 * Two kept pages that nobody else has to do with are told apart by what their collation says of them, so that every answer
 * about a pair is the same: a family tells more of its members than two pages by themselves do, a pair doesn't.
 */
export function settlePairs(kin: FamilyKin, choices: readonly Choice[]): SettledPairs {
  const settled = [...choices];
  const direction = new Map<number, number>();
  for (const [exemplar, copy] of lonePairs(kin, choices)) {
    const collation = collationOf(kin, exemplar, copy);
    if (collation === undefined) continue;
    const isTurned = collation.direction === (exemplar < copy ? 'witness' : 'base');
    const [older, younger] = isTurned ? [copy, exemplar] : [exemplar, copy];
    settled[older] = { exemplars: [], nats: descentNats(kin, older, []) };
    settled[younger] = { exemplars: [older], nats: descentNats(kin, younger, [older]) };
    const odds = Math.abs(directionOdds(collation.grounds));
    direction.set(younger, collation.direction === 'unknown' ? EVEN : 1 / (1 + Math.exp(-odds)));
  }
  return { choices: settled, direction };
}

/** Exemplar and copy where both are kept and there is no other descent at either. */
function lonePairs({ kept }: FamilyKin, choices: readonly Choice[]): [number, number][] {
  const ties = new Map<number, number>();
  choices.forEach(({ exemplars }, copy) => {
    for (const one of exemplars.flatMap((exemplar) => [exemplar, copy])) ties.set(one, (ties.get(one) ?? 0) + 1);
  });
  return choices.flatMap(({ exemplars }, copy) =>
    exemplars
      .filter((exemplar) => exemplar < kept && copy < kept && ties.get(exemplar) === 1 && ties.get(copy) === 1)
      .map((exemplar): [number, number] => [exemplar, copy]),
  );
}
