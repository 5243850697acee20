import type { PlacedDescent, TimeTick } from './placed-stemma.js';

/** A drawing's measures, in its own units. */
export interface StemmaScale {
  readonly x: (part: number) => number;
  readonly y: (row: number) => number;
  readonly radius: number;
}

const CORNER = 8;
/** From the rightmost witness to the first lane, and from lane to lane. */
const LANE = 12;
const NEXT_LANE = 7;
/** What leaves a witness and what arrives keep apart. */
const ASIDE = 3;
const ARROW = 6;

/** Down from the exemplar to where the copy's own line leaves; all of an exemplar's copies share it. */
export function trunkPath({ exemplar, copy }: PlacedDescent, { x, y }: StemmaScale): string {
  const down = copy.row > exemplar.row ? 1 : -1;
  return `M${round(x(exemplar.x))} ${round(y(exemplar.row))}V${round(y(copy.row) - down * CORNER)}`;
}

/** From the exemplar's trunk to the copy; to the left where the copy is dated before it. */
export function branchPath({ exemplar, copy }: PlacedDescent, { x, y }: StemmaScale): string {
  const [from, to, at] = [x(exemplar.x), x(copy.x), y(copy.row)].map(round) as [number, number, number];
  const down = copy.row > exemplar.row ? 1 : -1;
  const turn = Math.sign(to - from) * Math.min(CORNER, Math.abs(to - from));
  return `M${from} ${round(at - down * CORNER)}Q${from} ${at} ${round(from + turn)} ${at}H${to}`;
}

/** Along its lane, in right angles, from a further exemplar to the copy. */
export function lanePath({ exemplar, copy, lane }: PlacedDescent, { x, y, radius }: StemmaScale): string {
  const down = copy.row > exemplar.row ? 1 : -1;
  const [leaves, arrives] = [y(exemplar.row) + down * ASIDE, y(copy.row) - down * ASIDE];
  const at = x(lane?.x ?? 1) + radius + LANE + NEXT_LANE * (lane?.index ?? 0);
  const bend = down * Math.min(CORNER, Math.abs(arrives - leaves) / 2);
  const turn = Math.abs(bend);
  return [
    `M${round(x(exemplar.x))} ${round(leaves)}H${round(at - turn)}`,
    `Q${round(at)} ${round(leaves)} ${round(at)} ${round(leaves + bend)}V${round(arrives - bend)}`,
    `Q${round(at)} ${round(arrives)} ${round(at - turn)} ${round(arrives)}H${round(x(copy.x) + radius + ARROW)}`,
  ].join('');
}

/** The head of a lane's line, at the copy's right. */
export function arrowPath({ exemplar, copy }: PlacedDescent, { x, y, radius }: StemmaScale): string {
  const down = copy.row > exemplar.row ? 1 : -1;
  return `M${round(x(copy.x) + radius)} ${round(y(copy.row) - down * ASIDE)}l${ARROW} -3.5v7z`;
}

/** Room that the lanes take right of the last witness. */
export function laneRoom(descents: readonly PlacedDescent[]): number {
  const most = descents.reduce((found, { lane }) => Math.max(found, lane?.index ?? -1), -1);
  return most < 0 ? 0 : LANE + NEXT_LANE * most;
}

/** Ticks whose labels don't meet, at least so far apart as drawn. */
export function ticksApart(ticks: readonly TimeTick[], x: StemmaScale['x'], apart: number): readonly TimeTick[] {
  let last = -Infinity;
  return ticks.filter((tick) => {
    if (x(tick.x) - last < apart) return false;
    last = x(tick.x);
    return true;
  });
}

/** The way from a witness up to its roots, and its own copies: what lights up when it's pointed at. */
export function descentsThrough(descents: readonly PlacedDescent[], siglum: string): ReadonlySet<PlacedDescent> {
  const found = new Set(descents.filter(({ exemplar }) => exemplar.witness.siglum === siglum));
  const above = new Set([siglum]);
  for (const each of above) {
    for (const descent of descents) {
      if (descent.copy.witness.siglum !== each) continue;
      found.add(descent);
      above.add(descent.exemplar.witness.siglum);
    }
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
