/**
 * Where a lost text may stand: the places where ways part in a stemma, each with the text that relatives let be seen there.
 * Cost: witnesses × neighbours × places.
 */
import { lostNaming } from './credit-evidence.js';
import { descentNats, type FamilyKin, type LostRow, mayDescend, namingAt, rowAt, withLost } from './family-kin.js';
import { type Around, likeliestRow, majorityRow } from './lost-row.js';
import type { Choice, Ordered } from './order-search.js';
import { timeOf } from './page-time.js';
import { ABSENT, type ReadingRow } from './reading-table.js';

/** A family with its lost ancestors, and the best stemma of it. */
export interface Drafted {
  readonly kin: FamilyKin;
  readonly found: Ordered;
}

/** Nats that a lost ancestor must save. Edges right on 80 tuning families with dates: .889 at 3, .896 at 6 and 10, .898 at 14. */
export const LOST_NATS = 6;
/** Pairs of neighbours that are tried at each witness, those first that agree most against it; 12, and 8 proposals a round, find no more. */
const MOST_PAIRS = 5;
/** Times that a lost text is made anew from whatever now hangs around it. */
export const PASSES = 2;
/** Proposals that are tried each round before it's given up. */
const MOST_TRIED = 3;

/** A lost text, what hangs around it, and the nats that it saves. */
export interface Proposal {
  readonly lost: LostRow;
  readonly around: Around;
  readonly saved: number;
}

/** The best proposal of each witness's surroundings, best first. */
export function bestProposals(now: Drafted): Proposal[] {
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

/** The witnesses whose main exemplar this is. */
export function copiesOf(choices: readonly Choice[], base: number): number[] {
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
export function lostWith(kin: FamilyKin, row: ReadingRow, { above, below }: Around): LostRow {
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
