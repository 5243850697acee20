import { maximumArborescence } from './arborescence.js';
import { claimedTime } from './direction-evidence.js';
import { descentNats, type FamilyKin, mayDescend } from './family-kin.js';
import { type Choice, type Ordered, searchOrders } from './order-search.js';
import { possibleExemplars } from './possible-exemplars.js';

/** Searches in which exemplars that descend from each other are struck out: a bound, not a target. */
const MOST_SEARCHES = 20;
/** In families larger than this dates are weighed pair by pair alone: weighing whole orders costs family³. A bound, not fitted. */
const MOST_DATED = 120;

/**
 * The most probable stemma of the family as it stands, searched from the given order or from the best tree. No copy has
 * two exemplars of which one descends from the other: what the older adds points to a lost one between them.
 */
export function bestStemma(kin: FamilyKin, kinsmen: boolean, start?: readonly number[]): Ordered {
  let choices = Array.from({ length: kin.size }, (_, copy) => possibleExemplars(kin, copy, kinsmen));
  const times = kin.kept > MOST_DATED ? [] : kin.pages.map(claimedTime);
  let found = searchOrders(choices, start ?? treeOrder(kin), times);
  for (let search = 0; search < MOST_SEARCHES; search++) {
    const wrong = found.choices.map((choice) => isOfOneLine(found.choices, choice));
    if (!wrong.includes(true)) break;
    const struck = found.choices;
    choices = choices.map((list, copy) => (wrong[copy] ? list.filter((one) => one !== struck[copy]) : list));
    found = searchOrders(choices, found.order, times);
  }
  return found;
}

/** All ancestors of a witness. */
export function ancestors(choices: readonly Choice[], witness: number): Set<number> {
  const found = new Set<number>();
  const queue = [...(choices[witness]?.exemplars ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(choices[next]?.exemplars ?? []));
  }
  return found;
}

function isOfOneLine(choices: readonly Choice[], { exemplars: [main, second] }: Choice): boolean {
  if (main === undefined || second === undefined) return false;
  return ancestors(choices, main).has(second) || ancestors(choices, second).has(main);
}

/** An order that agrees with the best tree of single exemplars. */
function treeOrder(kin: FamilyKin): number[] {
  const all = Array.from({ length: kin.size }, (_, i) => i);
  const root = Float64Array.from(all, (copy) => descentNats(kin, copy, []));
  const weight = all.map((exemplar) =>
    Float64Array.from(all, (copy) =>
      mayDescend(kin, exemplar, copy) ? descentNats(kin, copy, [exemplar]) : -Infinity,
    ),
  );
  const ways = maximumArborescence({ weight, root });
  const depth = (witness: number): number => {
    const above = ways[witness] ?? -1;
    return above < 0 ? 0 : 1 + depth(above);
  };
  return all.sort((a, b) => depth(a) - depth(b) || a - b);
}
