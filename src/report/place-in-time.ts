import type { Moment } from './moments.js';
import type { TimeTick } from './placed-stemma.js';
import { deepestOf, type Row, type Tree } from './stemma-tree.js';

/** Where witnesses stand along time, from 0 to 1. */
interface TimePlaces {
  readonly x: ReadonlyMap<string, number>;
  /** Of those that are dated by day, the day's stretch. */
  readonly spans: ReadonlyMap<string, readonly [from: number, to: number]>;
  readonly ticks: readonly TimeTick[];
  readonly stretched: boolean;
}

/** Ticks that a time axis has room for. */
const MOST_TICKS = 6;
/** How far left of its earliest copy a lost ancestor stands, in parts of the axis. */
const LOST_GAP = 0.04;
/** Least way from an exemplar to a later copy, in parts of the unstretched axis: some 20 pixels of the desk's, in which a line's kind can be seen. */
const LEAST_STEP = 0.045;

/** Places in time where two pages at least are dated apart, else by depth. Time is drawn out where copies come so soon that their lines would meet. */
export function placeInTime(order: readonly Row[], tree: Tree, moments: ReadonlyMap<string, Moment>): TimePlaces {
  const known = [...moments.values()].map(({ at }) => at);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || last <= first) {
    const deepest = deepestOf(order);
    return {
      x: new Map(order.map(({ siglum, depth }) => [siglum, depth / deepest])),
      spans: new Map(),
      ticks: [],
      stretched: false,
    };
  }
  const even = new Map(
    order.map(({ siglum }) => [siglum, ((moments.get(siglum)?.at ?? NaN) - first) / (last - first)] as const),
  );
  placeUndated(order, tree, even);
  const x = stretch(order, tree, even);
  const knots = [...even].map(([siglum, from]): Knot => [from, x.get(siglum) ?? 0]).sort(byPlace);
  const ticks = timeTicks(first, last).map((tick) => ({ ...tick, x: between(knots, tick.x) }));
  const spans = new Map(
    [...moments].flatMap(([siglum, { day }]) => {
      if (day === undefined) return [];
      const [from, to] = day.map((time) => between(knots, Math.max(0, Math.min(1, (time - first) / (last - first)))));
      const own = x.get(siglum) ?? 0;
      return [[siglum, [Math.min(from ?? own, own), Math.max(to ?? own, own)]] as const];
    }),
  );
  return { x, spans, ticks, stretched: knots.some(([from, to]) => Math.abs(from - to) > LEAST_STEP) };
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

/** Draws time out so that each copy stands a step right of its exemplar, where it isn't dated before it. Order stays, and what is of one time and no copy of the other stays together. */
function stretch(order: readonly Row[], tree: Tree, even: ReadonlyMap<string, number>): Map<string, number> {
  const at = (siglum: string): number => even.get(siglum) ?? 0;
  const x = new Map<string, number>();
  let [from, to] = [0, 0];
  for (const { siglum } of [...order].sort((a, b) => at(a.siglum) - at(b.siglum))) {
    const exemplar = x.get(tree.above.get(siglum) ?? '');
    to += at(siglum) - from;
    from = at(siglum);
    if (exemplar !== undefined) to = Math.max(to, exemplar + LEAST_STEP);
    x.set(siglum, to);
  }
  for (const [siglum, place] of x) x.set(siglum, to === 0 ? 0 : place / to);
  return x;
}

/** A place on the even axis and where it is drawn. */
type Knot = readonly [from: number, to: number];

function byPlace(a: Knot, b: Knot): number {
  return a[0] - b[0] || a[1] - b[1];
}

function between(knots: readonly Knot[], at: number): number {
  const next = knots.findIndex(([from]) => from > at);
  const [from, to] = knots[next < 0 ? knots.length - 1 : Math.max(0, next - 1)] ?? [0, 0];
  const [end, drawn] = knots[next] ?? [1, 1];
  return end <= from ? to : to + ((at - from) / (end - from)) * (drawn - to);
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
