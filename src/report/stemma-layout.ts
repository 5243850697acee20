import type { Ground, Relation } from '../collation/collation.js';
import type { Stemma, StemmaWitness } from '../stemma/stemma.js';

/** A witness in its place: one row each, time running from 0 to 1. */
export interface PlacedWitness {
  readonly witness: StemmaWitness;
  /** From 0, copies below what they were copied from. */
  readonly row: number;
  /** 0 to 1. */
  readonly x: number;
  /** Descents between it and its root. */
  readonly depth: number;
  /** False where the page gives no date and its place is between its relatives'. */
  readonly dated: boolean;
}

/** A descent from place to place. */
export interface PlacedDescent {
  readonly exemplar: PlacedWitness;
  readonly copy: PlacedWitness;
  readonly relation: Relation;
  readonly probability: number;
  readonly grounds: readonly Ground[];
  /** A further exemplar of a copy that has several. */
  readonly further: boolean;
}

interface TimeTick {
  readonly x: number;
  /** "19 Jun", "14:00". */
  readonly label: string;
}

/** A stemma laid out in rows along time, without sizes: the evidence file and the desk give it theirs. */
export interface StemmaLayout {
  readonly witnesses: readonly PlacedWitness[];
  readonly descents: readonly PlacedDescent[];
  readonly rows: number;
  /** Empty where fewer than two pages are dated: then x is the depth. */
  readonly ticks: readonly TimeTick[];
}

/** Ticks that a time axis has room for. */
const MOST_TICKS = 6;
/** How far left of its earliest copy a lost ancestor stands, in parts of the axis. */
const LOST_GAP = 0.04;

/** Gives each witness a row of its own, so that no two names ever meet, and a place in time. Cost: pages × depth, and sorting. */
export function layOutStemma(stemma: Stemma): StemmaLayout {
  const tree = treeOf(stemma);
  const times = new Map(
    stemma.witnesses.map((witness) => [
      witness.siglum,
      witness.published === undefined ? NaN : Date.parse(witness.published),
    ]),
  );
  const order = rowsOf(stemma, tree, times);
  const known = [...times.values()].filter((time) => !Number.isNaN(time));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const timed = known.length >= 2 && last > first;
  const deepest = Math.max(1, ...order.map((entry) => entry.depth));
  const x = new Map<string, number>();
  for (const { siglum, depth } of order) {
    const time = times.get(siglum) ?? NaN;
    x.set(siglum, timed ? (time - first) / (last - first) : depth / deepest);
  }
  if (timed) placeUndated(order, tree, x);
  const placed = order.map(({ witness, siglum, depth }, row): PlacedWitness => ({
    witness,
    row,
    depth,
    x: x.get(siglum) ?? 0,
    dated: !Number.isNaN(times.get(siglum) ?? NaN),
  }));
  const at = new Map(placed.map((one) => [one.witness.siglum, one]));
  const descents = stemma.descents.flatMap((descent): PlacedDescent[] => {
    const exemplar = at.get(descent.exemplar);
    const copy = at.get(descent.copy);
    if (!exemplar || !copy) return [];
    const { relation, probability, grounds } = descent;
    return [
      { exemplar, copy, relation, probability, grounds, further: tree.above.get(descent.copy) !== descent.exemplar },
    ];
  });
  return { witnesses: placed, descents, rows: placed.length, ticks: timed ? timeTicks(first, last) : [] };
}

interface Tree {
  /** The first exemplar of each copy. */
  readonly above: ReadonlyMap<string, string>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

function treeOf(stemma: Stemma): Tree {
  const above = new Map<string, string>();
  const below = new Map<string, string[]>();
  for (const { exemplar, copy } of stemma.descents) {
    if (above.has(copy)) continue;
    above.set(copy, exemplar);
    below.set(exemplar, [...(below.get(exemplar) ?? []), copy]);
  }
  return { above, below };
}

interface Row {
  readonly witness: StemmaWitness;
  readonly siglum: string;
  readonly depth: number;
}

/** Depth first, the largest tree and earlier copies first; a witness caught in a ring of descents still gets its row. */
function rowsOf(stemma: Stemma, tree: Tree, times: ReadonlyMap<string, number>): Row[] {
  const size = (siglum: string): number => treeBelow(siglum, tree).size;
  const since = new Map(stemma.witnesses.map(({ siglum }) => [siglum, earliest(siglum, tree, times)]));
  const later = (a: string, b: string): number => {
    const [left, right] = [since.get(a) ?? Infinity, since.get(b) ?? Infinity];
    return left === right ? 0 : left - right;
  };
  const bySiglum = new Map(stemma.witnesses.map((witness) => [witness.siglum, witness]));
  const rows: Row[] = [];
  const seen = new Set<string>();
  const visit = (start: string): void => {
    const stack = [{ siglum: start, depth: 0 }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const witness = bySiglum.get(next.siglum);
      if (!witness || seen.has(next.siglum)) continue;
      seen.add(next.siglum);
      rows.push({ witness, ...next });
      const depth = next.depth + 1;
      const copies = [...(tree.below.get(next.siglum) ?? [])].sort((a, b) => later(b, a));
      for (const siglum of copies) stack.push({ siglum, depth });
    }
  };
  const roots = stemma.witnesses.map(({ siglum }) => siglum).filter((siglum) => !tree.above.has(siglum));
  for (const siglum of roots.sort((a, b) => size(b) - size(a) || later(a, b))) visit(siglum);
  for (const { siglum } of stemma.witnesses) visit(siglum);
  return rows;
}

/** A witness and all that go back to it by their first exemplars. */
function treeBelow(siglum: string, tree: Tree): Set<string> {
  const found = new Set([siglum]);
  for (const each of found) for (const copy of tree.below.get(each) ?? []) found.add(copy);
  return found;
}

/** When a witness came out; of one without a date, when the first below it did. */
function earliest(siglum: string, tree: Tree, times: ReadonlyMap<string, number>): number {
  const own = times.get(siglum) ?? NaN;
  if (!Number.isNaN(own)) return own;
  const below = [...treeBelow(siglum, tree)].map((each) => times.get(each) ?? NaN);
  return Math.min(...below.filter((time) => !Number.isNaN(time)), Infinity);
}

/** What has no date stands between its exemplar and its earliest copy; without the one or the other, close to the one it has. */
function placeUndated(order: readonly Row[], tree: Tree, x: Map<string, number>): void {
  const has = (siglum: string | undefined): siglum is string =>
    siglum !== undefined && !Number.isNaN(x.get(siglum) ?? NaN);
  const latest = new Map<string, number>();
  for (const { siglum } of [...order].reverse()) {
    const below = (tree.below.get(siglum) ?? []).map((copy) =>
      has(copy) ? (x.get(copy) ?? 0) : (latest.get(copy) ?? Infinity),
    );
    latest.set(siglum, Math.min(...below, Infinity) - LOST_GAP);
  }
  for (const { siglum } of order) {
    if (has(siglum)) continue;
    const above = tree.above.get(siglum);
    const from = has(above) ? (x.get(above) ?? 0) : undefined;
    const to = latest.get(siglum) ?? Infinity;
    const between =
      from === undefined
        ? to === Infinity
          ? 0
          : to
        : to > from
          ? Math.max(from + (to - from) / 2, to === Infinity ? from : to - LOST_GAP)
          : from;
    x.set(siglum, Math.max(0, Math.min(1, between === Infinity ? (from ?? 0) + LOST_GAP : between)));
  }
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const STEPS = [15, 30, 60, 120, 360, 720, 1440, 2880, 10_080, 43_200, 129_600, 525_600].map(
  (minutes) => minutes * MINUTE,
);

function timeTicks(first: number, last: number): TimeTick[] {
  const step = STEPS.find((size) => (last - first) / size <= MOST_TICKS) ?? (last - first) / MOST_TICKS;
  const ticks: TimeTick[] = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) {
    ticks.push({ x: (time - first) / (last - first), label: tickLabel(time, step) });
  }
  return ticks;
}

/** Days where ticks are days apart, else hours with the day at midnight. UTC. */
function tickLabel(time: number, step: number): string {
  const iso = new Date(time).toISOString();
  const day = `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''}`;
  if (step >= 28 * DAY) return `${day} ${iso.slice(0, 4)}`;
  return step >= DAY || iso.slice(11, 16) === '00:00' ? day : iso.slice(11, 16);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
