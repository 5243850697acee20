import { areOfOneKind, type Column, type Columns } from './column.js';
import type { Block } from './chain-units.js';

/** Units of both sides that belong together: one and one mostly, one and two where a sentence was split or merged. */
export interface UnitGroup {
  /** First unit and the unit after the last, on each side. */
  readonly base: readonly [from: number, to: number];
  readonly witness: readonly [from: number, to: number];
  /** For each base unit of the group, the witness units it may go with. */
  readonly partners: ReadonlyMap<number, readonly [from: number, to: number]>;
}

/**
 * Cuts a block into groups, and fills its gaps: where as many units are left over on both sides, they probably
 * correspond however reworded; a short left-over unit joins a neighbour whose partner contains its words.
 */
export function groupUnits(block: Block, columns: Columns, used: UsedUnits): readonly UnitGroup[] {
  const groups = gather(block);
  const filled: UnitGroup[] = [];
  groups.forEach((group, g) => {
    const before = filled.at(-1);
    if (before) filled.push(...guessBetween(before, group, columns, used));
    else filled.push(...guessBefore(group, columns, used));
    filled.push(group);
    if (g === groups.length - 1) filled.push(...guessAfter(group, columns, used));
  });
  return absorb(filled, columns, used);
}

/** Units that some block has. */
export interface UsedUnits {
  readonly base: Set<number>;
  readonly witness: Set<number>;
}

/** Pairs that share a unit make one group. */
function gather(block: Block): UnitGroup[] {
  const groups: UnitGroup[] = [];
  for (const { base, witness } of block) {
    const last = groups.at(-1);
    if (last && (base < last.base[1] || witness < last.witness[1])) {
      const partners = new Map(last.partners);
      const known = partners.get(base);
      partners.set(base, known ? [known[0], witness + 1] : [witness, witness + 1]);
      groups[groups.length - 1] = { base: [last.base[0], base + 1], witness: [last.witness[0], witness + 1], partners };
    } else groups.push(pairOf(base, witness));
  }
  return groups;
}

function pairOf(base: number, witness: number): UnitGroup {
  return {
    base: [base, base + 1],
    witness: [witness, witness + 1],
    partners: new Map([[base, [witness, witness + 1]]]),
  };
}

function guessBetween(before: UnitGroup, after: UnitGroup, columns: Columns, used: UsedUnits): UnitGroup[] {
  const gap = after.base[0] - before.base[1];
  if (gap !== after.witness[0] - before.witness[1] || gap === 0 || gap > LONGEST_GUESS) return [];
  return Array.from({ length: gap }, (_, k) => [before.base[1] + k, before.witness[1] + k] as const)
    .filter(([base, witness]) => guess(base, witness, columns, used))
    .map(([base, witness]) => pairOf(base, witness));
}

/** Takes two units for partners, if no block has either and their sizes allow it. */
function guess(base: number, witness: number, columns: Columns, used: UsedUnits): boolean {
  if (used.base.has(base) || used.witness.has(witness)) return false;
  if (!areOfOneSize(columns, base, witness) || !areOfOneKind(columns, base, witness)) return false;
  used.base.add(base);
  used.witness.add(witness);
  return true;
}

function guessBefore(group: UnitGroup, columns: Columns, used: UsedUnits): UnitGroup[] {
  const base = group.base[0] - 1;
  const witness = group.witness[0] - 1;
  return base >= 0 && witness >= 0 && guess(base, witness, columns, used) ? [pairOf(base, witness)] : [];
}

function guessAfter(group: UnitGroup, columns: Columns, used: UsedUnits): UnitGroup[] {
  const base = group.base[1];
  const witness = group.witness[1];
  const isThere = base < columns.base.units.length && witness < columns.witness.units.length;
  return isThere && guess(base, witness, columns, used) ? [pairOf(base, witness)] : [];
}

/** A unit left over on one side only joins the group before or after it, if the other side there has its words. */
function absorb(groups: readonly UnitGroup[], columns: Columns, used: UsedUnits): UnitGroup[] {
  const grown = [...groups];
  for (let g = 0; g < grown.length; g++) {
    for (const side of ['base', 'witness'] as const) {
      const group = grown[g];
      if (!group) continue;
      const previous = grown[g - 1];
      const next = grown[g + 1];
      const first = group[side][0] - 1;
      const free = (unit: number): boolean => unit >= 0 && unit < columns[side].units.length && !used[side].has(unit);
      if (free(first) && (!previous || first >= previous[side][1]) && joins(group, side, first, columns))
        grown[g] = extend(group, side, first, used);
      const now = grown[g] ?? group;
      const last = now[side][1];
      if (free(last) && (!next || last < next[side][0]) && joins(now, side, last, columns))
        grown[g] = extend(now, side, last, used);
    }
  }
  return grown;
}

function joins(group: UnitGroup, side: 'base' | 'witness', unit: number, columns: Columns): boolean {
  if (group.base[1] - group.base[0] + group.witness[1] - group.witness[0] >= LARGEST_GROUP) return false;
  if (columns[side].headings[unit] !== columns[side].headings[group[side][0]]) return false;
  const other = side === 'base' ? 'witness' : 'base';
  const there = new Set(lemmas(columns[other], group[other], columns));
  const unmatched = new Set(lemmas(columns[side], group[side], columns));
  const own = lemmas(columns[side], [unit, unit + 1], columns);
  const hits = own.filter((lemma) => there.has(lemma) && !unmatched.has(lemma)).length;
  return own.length > 0 && hits >= own.length * JOIN_SHARE;
}

function extend(group: UnitGroup, side: 'base' | 'witness', unit: number, used: UsedUnits): UnitGroup {
  used[side].add(unit);
  const wider: readonly [number, number] = [Math.min(group[side][0], unit), Math.max(group[side][1], unit + 1)];
  const base = side === 'base' ? wider : group.base;
  const witness = side === 'witness' ? wider : group.witness;
  const partners = new Map(Array.from({ length: base[1] - base[0] }, (_, k) => [base[0] + k, witness] as const));
  return { base, witness, partners };
}

function lemmas(column: Column, [from, to]: readonly [number, number], { vocabulary }: Columns): number[] {
  const start = column.units[from]?.from ?? 0;
  const stop = column.units[to - 1]?.to ?? start;
  return Array.from(column.type.subarray(start, stop), (type) => vocabulary.lemma[type] ?? 0);
}

function areOfOneSize(columns: Columns, base: number, witness: number): boolean {
  const here = columns.base.units[base];
  const there = columns.witness.units[witness];
  if (!here || !there) return false;
  const lengths = [here.to - here.from, there.to - there.from];
  return Math.min(...lengths) * SIZE_RATIO >= Math.max(...lengths);
}

const LONGEST_GUESS = 4;
const SIZE_RATIO = 2;
const LARGEST_GROUP = 6;
/** A piece of a split sentence finds half of its words in the whole, and not in its other piece. */
const JOIN_SHARE = 0.4;
