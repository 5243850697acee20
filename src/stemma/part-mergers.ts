/**
 * A page merged from two looks like the source of both as long as what it was merged from isn't at hand. Where the neighbours of
 * a witness fall into two groups that have nothing to do with each other, each group is given an exemplar of its
 * own, kept or lost, and the witness is taken for a merger. Cost: neighbours² × units for each witness.
 */
import { type FamilyKin, type LostRow, rowAt, withLost } from './family-kin.js';
import { majorityRow } from './lost-row.js';
import type { Choice, Ordered } from './order-search.js';
import { ABSENT } from './reading-table.js';

/** A family with more lost ancestors, and an order to start the search from. */
export interface Parted {
  readonly kin: FamilyKin;
  readonly order: readonly number[];
}

/** Share of the shorter one's words in common sentences from which two neighbours belong together. Working values, not measured. */
const TOGETHER = 0.5;
/** The same for two groups: more than this, and they are no strangers. */
const APART = 0.25;

/** Share of a witness's words from which a neighbour is more than a part of it. */
const MOST_OF = 0.8;

/** Each witness that may be a merger, taken for one. */
export function* partedMergers(kin: FamilyKin, { choices, order }: Ordered): Generator<Parted> {
  for (let base = 0; base < kin.kept; base++) {
    const [above, second] = choices[base]?.exemplars ?? [];
    if (second !== undefined) continue;
    const copies = copiesOf(choices, base);
    const parts = (above === undefined ? copies : [above, ...copies]).filter((witness) => isPart(kin, witness, base));
    const [one, other] = groups(kin, parts);
    if (!one || !other || shared(kin, unitsOf(kin, one), unitsOf(kin, other)) > APART) continue;
    const lost = [one, other].flatMap((group) => lostAbove(kin, { base, group, above }));
    const early = [one, other].flatMap((group) => (group.length === 1 ? group : []));
    const grown = lost.reduce(withLost, kin);
    const added = lost.map((_, i) => kin.size + i);
    const first = above === undefined ? [] : order.slice(0, order.indexOf(base));
    const start = [...new Set([...first, ...added, ...early, base, ...order])];
    yield { kin: grown, order: start };
  }
}

/** Whether the neighbour lacks much of what the witness has. */
function isPart(kin: FamilyKin, witness: number, base: number): boolean {
  const own = rowAt(kin, base);
  const there = rowAt(kin, witness);
  let common = 0;
  for (let place = 0; place < own.at.length; place++)
    if ((own.at[place] ?? ABSENT) >= 0 && (there.at[place] ?? ABSENT) >= 0) common++;
  return common < MOST_OF * own.words;
}

function copiesOf(choices: readonly Choice[], base: number): number[] {
  return choices.flatMap(({ exemplars }, copy) => (exemplars[0] === base ? [copy] : []));
}

/** A group of several copies had a source that isn't at hand, unless the witness's own exemplar is among them. */
function lostAbove(
  kin: FamilyKin,
  { base, group, above }: { base: number; group: readonly number[]; above: number | undefined },
): LostRow[] {
  if (group.length === 1 || (above !== undefined && group.includes(above))) return [];
  return [{ row: majorityRow(kin, [base, ...group], new Set(group)), latest: undefined }];
}

/** Neighbours that belong together, the groups with most words first. */
function groups(kin: FamilyKin, near: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const witness of [...near].sort((a, b) => rowAt(kin, b).words - rowAt(kin, a).words || a - b)) {
    const home = found.find((group) => shared(kin, unitsOf(kin, group), unitsOf(kin, [witness])) >= TOGETHER);
    if (home) home.push(witness);
    else found.push([witness]);
  }
  const size = (group: readonly number[]): number => group.reduce((sum, witness) => sum + rowAt(kin, witness).words, 0);
  return found.sort((a, b) => size(b) - size(a));
}

function unitsOf(kin: FamilyKin, group: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: kin.table.units }, (_, unit) =>
    group.some((witness) => rowAt(kin, witness).has[unit] === 1) ? 1 : 0,
  );
}

/** Share of the lesser side's places in units of both. */
function shared(kin: FamilyKin, a: Uint8Array, b: Uint8Array): number {
  const count = { a: 0, b: 0, both: 0 };
  for (let unit = 0; unit < kin.table.units; unit++) {
    const places = (kin.table.from[unit + 1] ?? 0) - (kin.table.from[unit] ?? 0);
    if (a[unit]) count.a += places;
    if (b[unit]) count.b += places;
    if (a[unit] && b[unit]) count.both += places;
  }
  return count.both / Math.max(1, Math.min(count.a, count.b));
}
