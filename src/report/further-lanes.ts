import type { Lane, PlacedDescent, PlacedWitness } from './placed-stemma.js';

/** Lanes further apart than this part of the axis don't meet, whatever their indices. */
const APART = 0.08;

/** A lane for each line, right of every witness in the rows that it passes; the shortest lines take the nearest. */
export function furtherLanes(
  descents: readonly PlacedDescent[],
  witnesses: readonly PlacedWitness[],
): ReadonlyMap<PlacedDescent, Lane> {
  const taken: { readonly rows: Rows; readonly lane: Lane }[] = [];
  const lanes = new Map<PlacedDescent, Lane>();
  const byLength = [...descents].sort((a, b) => lengthOf(a) - lengthOf(b));
  for (const descent of byLength) {
    const rows = rowsOf(descent);
    const x = witnesses.slice(rows[0], rows[1] + 1).reduce((most, each) => Math.max(most, each.x), 0);
    const beside = taken.filter(
      (other) => other.rows[0] <= rows[1] && other.rows[1] >= rows[0] && Math.abs(other.lane.x - x) < APART,
    );
    const used = new Set(beside.map(({ lane }) => lane.index));
    let index = 0;
    while (used.has(index)) index++;
    const lane = { x, index };
    taken.push({ rows, lane });
    lanes.set(descent, lane);
  }
  return lanes;
}

type Rows = readonly [first: number, last: number];

function rowsOf({ exemplar, copy }: PlacedDescent): Rows {
  return [Math.min(exemplar.row, copy.row), Math.max(exemplar.row, copy.row)];
}

function lengthOf(descent: PlacedDescent): number {
  const [first, last] = rowsOf(descent);
  return last - first;
}
