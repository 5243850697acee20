/**
 * Lost ancestors: where a reconstructed text between three or more relatives makes the family more probable than they
 * make each other, counting what it takes to write the lost text itself, somebody wrote it and nobody kept it. Each round
 * tries the places where ways part in the present stemma and takes the best; then orders are searched anew.
 * Cost: rounds × witnesses × neighbours × places; rounds are bounded by half the family.
 */
import { bestStemma } from './best-stemma.js';
import { lostNaming } from './credit-evidence.js';
import {
  descentNats,
  type FamilyKin,
  type LostRow,
  mayDescend,
  namingAt,
  replacedLost,
  rowAt,
  withLost,
  withoutLost,
} from './family-kin.js';
import { type Around, likeliestRow, majorityRow } from './lost-row.js';
import type { Choice, Ordered } from './order-search.js';
import { partedMergers } from './part-mergers.js';
import { timeOf } from './page-time.js';
import { ABSENT, type ReadingRow } from './reading-table.js';

export interface Drafted {
  readonly kin: FamilyKin;
  readonly found: Ordered;
}

/** Nats that a lost ancestor must save. Edges right on 80 tuning families with dates: .889 at 3, .896 at 6 and 10, .898 at 14. */
const LOST_NATS = 6;
/** Pairs of neighbours that are tried at each witness, those first that agree most against it; 12, and 8 proposals a round, find no more. */
const MOST_PAIRS = 5;
/** Times that a lost text is made anew from whatever now hangs around it. */
const PASSES = 2;

/** Nats that a round must gain. */
const LEAST_GAIN = 1e-6;
/** Proposals that are tried each round before it's given up. */
const MOST_TRIED = 3;

/** Adds lost ancestors as long as they pay. */
export function findLostAncestors(drafted: Drafted): Drafted {
  let now = drafted;
  for (let round = 0; round < Math.max(2, drafted.kin.kept / 2); round++) {
    const next = firstBetter(now, attempts(now));
    if (!next) break;
    now = next;
  }
  return now;
}

function* attempts(now: Drafted): Generator<Drafted> {
  for (const proposal of bestProposals(now)) yield accepted(now, proposal);
  for (const { kin, order } of partedMergers(now.kin, now.found))
    yield refined(withoutIdle({ kin, found: bestStemma(kin, false, order) }));
}

function firstBetter(now: Drafted, others: Iterable<Drafted>): Drafted | undefined {
  for (const one of others) if (worthOf(one) > worthOf(now) + LEAST_GAIN) return one;
  return undefined;
}

/** Nats of the whole, less what lost ancestors must save. */
function worthOf({ kin, found }: Drafted): number {
  return found.nats - LOST_NATS * (kin.size - kin.kept);
}

function accepted(now: Drafted, { lost, around }: Proposal): Drafted {
  const kin = withLost(now.kin, lost);
  const found = bestStemma(kin, false, insertedOrder(now.found.order, kin.size - 1, around));
  return refined(withoutIdle({ kin, found }));
}

/** Without the lost ancestors that fewer than two hang on. */
function withoutIdle(now: Drafted): Drafted {
  const { kin, found } = now;
  const isIdle = (node: number): boolean =>
    found.choices.filter(({ exemplars }) => exemplars.includes(node)).length < 2;
  const used = kin.lost.filter((_, i) => !isIdle(kin.kept + i));
  if (used.length === kin.lost.length) return now;
  const plain = used.reduce(withLost, withoutLost(kin));
  const order = found.order.filter((node) => node < kin.kept || !isIdle(node));
  const places = new Map([...order].sort((a, b) => a - b).map((node, i) => [node, i]));
  const kept = order.map((node) => places.get(node) ?? 0);
  return withoutIdle({ kin: plain, found: bestStemma(plain, false, kept) });
}

/** Each lost text made anew from what now hangs around it, where that is more probable. */
function refined(now: Drafted): Drafted {
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
  return kin === now.kin ? now : { kin, found: bestStemma(kin, false, now.found.order) };
}

/** Nats of a lost witness and of what hangs below it. */
function localNats(kin: FamilyKin, node: number, { above, below }: Around): number {
  return below.reduce(
    (sum, copy) => sum + descentNats(kin, copy, [node]),
    descentNats(kin, node, above === undefined ? [] : [above]),
  );
}

interface Proposal {
  readonly lost: LostRow;
  readonly around: Around;
  readonly saved: number;
}

function bestProposals(now: Drafted): Proposal[] {
  const found: Proposal[] = [];
  for (let base = 0; base < now.kin.size; base++) {
    const copies = copiesOf(now.found.choices, base);
    const above = now.found.choices[base]?.exemplars[0];
    const near = above === undefined ? copies : [above, ...copies];
    if (near.length < 2) continue;
    let best: Proposal | undefined;
    for (const members of partings(now.kin, base, near)) {
      for (const wide of [new Set<number>(), new Set([base])]) {
        const proposal = propose(now, { base, members, wide });
        if (proposal && proposal.saved > (best?.saved ?? LOST_NATS)) best = proposal;
      }
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.saved - a.saved).slice(0, MOST_TRIED);
}

function copiesOf(choices: readonly Choice[], base: number): number[] {
  return choices.flatMap(({ exemplars }, copy) => (exemplars[0] === base ? [copy] : []));
}

/** A witness with two of its neighbours, and with all of them. */
function partings(kin: FamilyKin, base: number, near: readonly number[]): (readonly number[])[] {
  const own = rowAt(kin, base);
  const pairs = near.flatMap((a, i) =>
    near.slice(i + 1).map((b) => ({ members: [base, a, b], shared: agreed(own, rowAt(kin, a), rowAt(kin, b)) })),
  );
  const closest = pairs
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_PAIRS)
    .map(({ members }) => members);
  return near.length > 2 ? [...closest, [base, ...near]] : closest;
}

/** Places where two agree against a third. */
function agreed(own: ReadingRow, a: ReadingRow, b: ReadingRow): number {
  return own.at.reduce((sum, reading, place) => {
    const other = a.at[place] ?? ABSENT;
    return sum + (reading !== ABSENT && other !== ABSENT && other !== reading && other === b.at[place] ? 1 : 0);
  }, 0);
}

interface Parting {
  readonly base: number;
  readonly members: readonly number[];
  readonly wide: ReadonlySet<number>;
}

/** Puts the lost text in, above the base or below it, makes it anew from what hangs around it, and keeps the better way. */
function propose(now: Drafted, { base, members, wide }: Parting): Proposal | undefined {
  const { kin, found } = now;
  const above = found.choices[base]?.exemplars[0];
  const copies = copiesOf(found.choices, base);
  const siblings = above === undefined ? [] : copiesOf(found.choices, above).filter((one) => one !== base);
  const ways: readonly Around[] = [
    { above, below: [base, ...copies, ...siblings] },
    { above: base, below: copies },
  ];
  let best: Proposal | undefined;
  for (const way of ways) {
    let row = majorityRow(kin, members, wide);
    let placed: Proposal | undefined;
    for (let pass = 0; pass < PASSES; pass++) {
      placed = place(now, row, way);
      if (!placed) break;
      if (placed.saved > (best?.saved ?? 0)) best = placed;
      row = likeliestRow(kin, row, placed.around);
    }
  }
  return best;
}

/** Hangs below the lost text whatever is better explained by it. At least two must be. */
function place({ kin, found }: Drafted, row: ReadingRow, way: Around): Proposal | undefined {
  const node = kin.size;
  const plain = withLost(kin, { ...lostWith(kin, row, way), latest: undefined });
  const gains = way.below.flatMap((copy) => {
    const before = found.choices[copy] as Choice;
    if (!mayDescend(plain, node, copy)) return [];
    const gain =
      Math.max(descentNats(plain, copy, [node]), descentNats(plain, copy, [node, ...before.exemplars.slice(1)])) -
      before.nats;
    return gain > 0 ? [{ copy, gain }] : [];
  });
  if (gains.length < 2) return undefined;
  const below = gains.map(({ copy }) => copy);
  const lost = lostWith(kin, row, { above: way.above, below });
  const own = descentNats(withLost(kin, lost), node, way.above === undefined ? [] : [way.above]);
  const saved = own + gains.reduce((sum, { gain }) => sum + gain, 0);
  return { lost, around: { above: way.above, below }, saved };
}

/** A lost text with what its copies tell of it. */
function lostWith(kin: FamilyKin, row: ReadingRow, { above, below }: Around): LostRow {
  const named = below.flatMap((copy) => namingAt(kin, copy) ?? []);
  const naming = lostNaming(named, above === undefined ? undefined : namingAt(kin, above), kin.absent);
  return { row, latest: earliest(kin, below), naming };
}

/** The earliest date that any of the witnesses bears. */
function earliest(kin: FamilyKin, witnesses: readonly number[]): string | undefined {
  return witnesses
    .flatMap((witness) => kin.pages[witness]?.published ?? [])
    .filter((date) => timeOf(date) !== undefined)
    .sort((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))[0];
}

/** The new witness stands before the first that hangs below it. */
function insertedOrder(order: readonly number[], node: number, { below }: Around): number[] {
  const at = Math.min(...below.map((copy) => order.indexOf(copy)));
  return [...order.slice(0, at), node, ...order.slice(at)];
}
