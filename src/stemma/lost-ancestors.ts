/**
 * Lost ancestors: where a reconstructed text between three or more relatives makes the family more probable than they
 * make each other, counting what it takes to write the lost text itself, somebody wrote it and nobody kept it. Each round
 * tries the likeliest places, and to do without each lost text found so far; then orders are searched anew. A copy merged
 * from two kinsmen looks as if something were lost, and a lost page as if its copies were merged: the search is made with
 * such mergers from the beginning, and with them let in once lost pages were found, and the more probable end is kept.
 * Cost: rounds × witnesses × neighbours × places; rounds are bounded by the family.
 */
import { bestStemma } from './best-stemma.js';
import { descentNats, type FamilyKin, replacedLost, rowAt, withLost, withoutLost } from './family-kin.js';
import { bestProposals, copiesOf, type Drafted, LOST_NATS, lostWith, PASSES, type Proposal } from './lost-proposals.js';
import { type Around, likeliestRow, majorityRow } from './lost-row.js';
import { partedMergers } from './part-mergers.js';

/** Nats that a round must gain. */
const LEAST_GAIN = 1e-6;
/** Rounds beside one for every second page: a bound, not a target. */
const MORE_ROUNDS = 10;

/** In families larger than this the search is not made a second time: seconds count there. A bound, not fitted. */
const MOST_TWICE = 60;

/** A draft in the making: whether kinsmen may be exemplars of one copy. */
interface Draft extends Drafted {
  readonly kinsmen: boolean;
}

/**
 * The most probable family, lost ancestors and mergers of kinsmen included. Edges right on 160 tuning families with dates, of
 * 3161: 2799 where mergers come only after the last lost page, 2819 so.
 */
export function findLostAncestors(kin: FamilyKin): Drafted {
  const strangers = climbed(searched({ kin, kinsmen: false }));
  const start = { ...strangers, kinsmen: true };
  const ends = [climbed(refined(withoutIdle(searched(start, strangers.found.order))))];
  if (kin.kept <= MOST_TWICE) ends.push(climbed(searched({ kin, kinsmen: true })));
  return ends.reduce((best, one) => (worthOf(one) > worthOf(best) + LEAST_GAIN ? one : best));
}

function searched({ kin, kinsmen }: Pick<Draft, 'kin' | 'kinsmen'>, order?: readonly number[]): Draft {
  return { kin, kinsmen, found: bestStemma(kin, kinsmen, order) };
}

/** Adds lost ancestors and takes them away as long as it pays. */
function climbed(draft: Draft): Draft {
  let now = draft;
  for (let round = 0; round < draft.kin.kept / 2 + MORE_ROUNDS; round++) {
    const next = firstBetter(now, attempts(now));
    if (!next) break;
    now = next;
  }
  return now;
}

function* attempts(now: Draft): Generator<Draft> {
  for (const proposal of bestProposals(now)) yield accepted(now, proposal);
  for (const { kin, order } of partedMergers(now.kin, now.found))
    yield refined(withoutIdle(searched({ ...now, kin }, order)));
  for (let node = now.kin.kept; node < now.kin.size; node++)
    yield refined(withoutIdle(without(now, (one) => one === node)));
}

function firstBetter(now: Draft, others: Iterable<Draft>): Draft | undefined {
  for (const one of others) if (worthOf(one) > worthOf(now) + LEAST_GAIN) return one;
  return undefined;
}

/** Nats of the whole, less what lost ancestors must save. */
function worthOf({ kin, found }: Drafted): number {
  return found.nats - LOST_NATS * (kin.size - kin.kept);
}

function accepted(now: Draft, { lost, around }: Proposal): Draft {
  const kin = withLost(now.kin, lost);
  return refined(withoutIdle(searched({ ...now, kin }, insertedOrder(now.found.order, kin.size - 1, around))));
}

/** Without the lost ancestors that fewer than two hang on. */
function withoutIdle(now: Draft): Draft {
  const { kin, found } = now;
  const isIdle = (node: number): boolean =>
    node >= kin.kept && found.choices.filter(({ exemplars }) => exemplars.includes(node)).length < 2;
  return found.order.some(isIdle) ? withoutIdle(without(now, isIdle)) : now;
}

/** Without some of the lost ancestors. */
function without(now: Draft, leaves: (node: number) => boolean): Draft {
  const used = now.kin.lost.filter((_, i) => !leaves(now.kin.kept + i));
  const kin = used.reduce(withLost, withoutLost(now.kin));
  const order = now.found.order.filter((node) => !leaves(node));
  const places = new Map([...order].sort((a, b) => a - b).map((node, i) => [node, i]));
  return searched(
    { ...now, kin },
    order.map((node) => places.get(node) ?? 0),
  );
}

/** Each lost text made anew from what now hangs around it, where that is more probable. */
function refined(now: Draft): Draft {
  let { kin } = now;
  for (let node = kin.kept; node < kin.size; node++) {
    const above = now.found.choices[node]?.exemplars[0];
    const below = copiesOf(now.found.choices, node);
    const alone = below.filter((copy) => now.found.choices[copy]?.exemplars.length === 1);
    const fullest = [...alone].sort((a, b) => rowAt(kin, b).words - rowAt(kin, a).words).slice(0, 1);
    const around = { above, below };
    const members = [...below, ...(above === undefined ? [] : [above])];
    const rows = [[], fullest, alone].map((wide) => majorityRow(kin, members, new Set(wide)));
    let best = { kin, nats: localNats(kin, node, around) };
    for (const first of [rowAt(kin, node), ...rows]) {
      let row = first;
      for (let pass = 0; pass < PASSES; pass++) {
        const next = replacedLost(kin, node, lostWith(kin, row, around));
        const nats = localNats(next, node, around);
        if (nats > best.nats + 1e-6) best = { kin: next, nats };
        row = likeliestRow(kin, row, around);
      }
    }
    kin = best.kin;
  }
  return kin === now.kin ? now : searched({ ...now, kin }, now.found.order);
}

/** Nats of a lost witness and of what hangs below it. */
function localNats(kin: FamilyKin, node: number, { above, below }: Around): number {
  return below.reduce(
    (sum, copy) => sum + descentNats(kin, copy, [node]),
    descentNats(kin, node, above === undefined ? [] : [above]),
  );
}

/** The new witness stands before the first that hangs below it. */
function insertedOrder(order: readonly number[], node: number, { below }: Around): number[] {
  const at = Math.min(...below.map((copy) => order.indexOf(copy)));
  return [...order.slice(0, at), node, ...order.slice(at)];
}
