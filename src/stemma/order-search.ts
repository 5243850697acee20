/**
 * The best stemma by searching orders of age (Teyssier & Koller 2005): once it's settled who is older than whom, each
 * witness takes the best of its possible exemplars among the older ones, and no ring can arise. Climbs by moving one witness,
 * by hanging a tree from another root, and by moving a branch, itself turned or not, before everything else. Each step
 * raises the sum, so it ends; bounded anyway. Cost: rounds × family² × (possible exemplars + dated pages).
 */
import { lieNats, type Times } from './lying-dates.js';

/** A possible answer to the question from whom a witness was copied: none, one or two exemplars. */
export interface Choice {
  readonly exemplars: readonly number[];
  readonly nats: number;
}

export interface Ordered {
  readonly order: readonly number[];
  /** Each witness's choice. */
  readonly choices: readonly Choice[];
  readonly nats: number;
}

/** Rounds of the climb: a bound, not a target. */
const MOST_ROUNDS = 60;
/** A step must gain so many nats, so that rounding can't make it circle. */
const LEAST_STEP = 1e-6;
/** Families up to this size also try each branch turned to hang from each of its members. */
const MOST_TURNED = 60;

/**
 * Climbs from an order. `lists[c]` are sorted, best first, and hold the empty one. `times` says when each witness claims to have
 * been published.
 */
export function searchOrders(
  lists: readonly (readonly Choice[])[],
  start: readonly number[],
  times: Times = [],
): Ordered {
  const choices = { lists, times };
  let now = settle(choices, start);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = moveSingly(choices, now);
    const turned = bestOf(choices, moved, wholeOrders(moved));
    if (turned.nats <= now.nats + LEAST_STEP) return turned;
    now = turned;
  }
  return now;
}

interface Possible {
  readonly lists: readonly (readonly Choice[])[];
  readonly times: Times;
}

/** Everybody's best choice in this order. */
function settle(choices: Possible, order: readonly number[]): Ordered {
  const rank = new Int32Array(order.length);
  order.forEach((witness, i) => (rank[witness] = i));
  const chosen = choices.lists.map((_, copy) => bestChoice(choices, rank, copy));
  return { order, choices: chosen, nats: chosen.reduce((sum, { nats }) => sum + nats, lieNats(order, choices.times)) };
}

function bestChoice(choices: Possible, rank: Int32Array, copy: number): Choice {
  const own = rank[copy] ?? 0;
  const found = choices.lists[copy]?.find(({ exemplars }) =>
    exemplars.every((exemplar) => (rank[exemplar] ?? 0) < own),
  );
  return found ?? { exemplars: [], nats: 0 };
}

/** Moves each witness to where it does best, by steps past one neighbour, each of which concerns only the two. */
function moveSingly(choices: Possible, from: Ordered): Ordered {
  const order = [...from.order];
  const rank = new Int32Array(order.length);
  order.forEach((witness, i) => (rank[witness] = i));
  for (let witness = 0; witness < order.length; witness++) {
    const home = rank[witness] ?? 0;
    const lies = (): number => (choices.times[witness] === undefined ? 0 : lieNats(order, choices.times));
    const before = lies();
    let best = { gain: LEAST_STEP, at: home };
    for (const step of [-1, 1]) {
      let gain = 0;
      for (let at = home + step; at >= 0 && at < order.length; at += step) {
        gain += passed(choices, { order, rank }, { witness, step });
        const whole = gain + lies() - before;
        if (whole > best.gain) best = { gain: whole, at };
      }
      place({ order, rank }, witness, home);
    }
    place({ order, rank }, witness, best.at);
  }
  return settle(choices, order);
}

interface Ranking {
  readonly order: number[];
  readonly rank: Int32Array;
}

/** Exchanges a witness with its neighbour; nats gained. */
function passed(choices: Possible, ranking: Ranking, move: { witness: number; step: number }): number {
  const { order, rank } = ranking;
  const at = rank[move.witness] ?? 0;
  const other = order[at + move.step] ?? 0;
  const value = (): number => bestChoice(choices, rank, move.witness).nats + bestChoice(choices, rank, other).nats;
  const before = value();
  order[at] = other;
  order[at + move.step] = move.witness;
  rank[other] = at;
  rank[move.witness] = at + move.step;
  return value() - before;
}

function place({ order, rank }: Ranking, witness: number, to: number): void {
  const from = rank[witness] ?? 0;
  order.splice(from, 1);
  order.splice(to, 0, witness);
  for (let i = Math.min(from, to); i <= Math.max(from, to); i++) rank[order[i] ?? 0] = i;
}

/** The best of some orders, if it's better than the present one. */
function bestOf(choices: Possible, now: Ordered, orders: Iterable<readonly number[]>): Ordered {
  let best = now;
  for (const order of orders) {
    const one = settle(choices, order);
    if (one.nats > best.nats + LEAST_STEP) best = one;
  }
  return best;
}

/** Orders in which a tree hangs from another root, or a branch stands before everything else. */
function* wholeOrders(now: Ordered): Generator<readonly number[]> {
  const neighbours = treeNeighbours(now.choices);
  const everyone = now.order.map(() => true);
  for (const root of now.order) yield outward({ neighbours, among: everyone, root }, now.order);
  for (const top of now.order) {
    if (now.choices[top]?.exemplars.length === 0) continue;
    const among = branch(now.choices, top);
    for (const root of now.order.length <= MOST_TURNED ? now.order : [top])
      if (among[root]) yield outward({ neighbours, among, root }, now.order);
  }
}

interface Tree {
  readonly neighbours: readonly (readonly number[])[];
  readonly among: readonly boolean[];
  readonly root: number;
}

/** The members from the root outwards, then everybody else as before. */
function outward({ neighbours, among, root }: Tree, order: readonly number[]): number[] {
  const seen = new Set([root]);
  for (const witness of seen) for (const next of neighbours[witness] ?? []) if (among[next]) seen.add(next);
  return [...seen, ...order.filter((witness) => !seen.has(witness))];
}

/** Exemplars and copies of each witness, by main exemplars. */
function treeNeighbours(choices: readonly Choice[]): number[][] {
  const neighbours: number[][] = choices.map(() => []);
  choices.forEach(({ exemplars }, copy) => {
    const main = exemplars[0];
    if (main === undefined) return;
    neighbours[main]?.push(copy);
    neighbours[copy]?.push(main);
  });
  return neighbours;
}

/** A witness and all that descend from it by main exemplars. */
function branch(choices: readonly Choice[], top: number): boolean[] {
  return choices.map((_, witness) => {
    let at: number | undefined = witness;
    for (let steps = 0; at !== undefined && at !== top && steps < choices.length; steps++)
      at = choices[at]?.exemplars[0];
    return at === top;
  });
}
