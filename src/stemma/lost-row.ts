/**
 * The text of an ancestor that nobody kept, as its relatives let it be seen: the units that at least two of them have, and at
 * each place the reading that makes all copyings around it cheapest. Cost: members × places.
 */
import { type FamilyKin, countsOf, rowAt, withLost } from './family-kin.js';
import { ABSENT, KINDS, OMITTED, type ReadingRow, rowOf } from './reading-table.js';

/** The first guess: units that two members have, or one of `wide`; readings by majority. */
export function majorityRow(kin: FamilyKin, members: readonly number[], wide: ReadonlySet<number>): ReadingRow {
  const rows = members.map((member) => rowAt(kin, member));
  const bearers = new Int32Array(kin.table.units);
  for (const { units } of rows) for (const unit of units) bearers[unit] = (bearers[unit] ?? 0) + 1;
  const whole = [...wide].map((member) => rowAt(kin, member));
  const kept = (unit: number): boolean => (bearers[unit] ?? 0) >= 2 || whole.some((row) => row.has[unit] === 1);
  const at = new Int32Array(kin.table.places).fill(ABSENT);
  for (let unit = 0; unit < kin.table.units; unit++) {
    if (!kept(unit)) continue;
    for (let place = kin.table.from[unit] ?? 0; place < (kin.table.from[unit + 1] ?? 0); place++)
      at[place] = commonReading(kin, rows, place);
  }
  return rowOf(at, unitOrder(rows, kept));
}

/** The reading that most have; of equals the more usual word, since copies drift to the rarer one. */
function commonReading(kin: FamilyKin, rows: readonly ReadingRow[], place: number): number {
  const votes = new Map<number, number>();
  for (const { at } of rows) {
    const reading = at[place] ?? ABSENT;
    if (reading !== ABSENT) votes.set(reading, (votes.get(reading) ?? 0) + 1);
  }
  if (votes.size <= 1) return votes.keys().next().value ?? OMITTED;
  const usual = (reading: number): number => kin.lexicon.frequency(kin.table.texts[reading] ?? '');
  return [...votes].sort(([a, more], [b, less]) => less - more || usual(b) - usual(a) || a - b)[0]?.[0] ?? OMITTED;
}

/** Units in the order of the fullest member, those that only others have after what precedes them there. */
function unitOrder(rows: readonly ReadingRow[], kept: (unit: number) => boolean): Int32Array {
  const order: number[] = [];
  for (const { units } of [...rows].sort((a, b) => b.words - a.words)) {
    let last = -1;
    for (const unit of units) {
      if (!kept(unit)) continue;
      const known = order.indexOf(unit);
      if (known >= 0) last = known;
      else order.splice(++last, 0, unit);
    }
  }
  return Int32Array.from(order);
}

/** The lost row's neighbours in a stemma. */
export interface Around {
  readonly above: number | undefined;
  readonly below: readonly number[];
}

/** The same units with the readings that cost least, given who copied from whom and how much each of them changes. */
export function likeliestRow(kin: FamilyKin, row: ReadingRow, { above, below }: Around): ReadingRow {
  const grown = withLost(kin, { row, latest: undefined });
  const node = kin.size;
  const edges = [...below.map((copy) => ({ other: copy, counts: countsOf(grown, node, copy) }))];
  if (above !== undefined) edges.push({ other: above, counts: countsOf(grown, above, node) });
  const rates = edges.map(({ other, counts }) => ({ at: rowAt(kin, other).at, rate: changeRates(counts) }));
  const at = row.at.map((own, place) => {
    const kind = kin.table.kind[place] ?? 0;
    if (own === ABSENT || kind === 0) return own;
    const readings = new Set([own, ...rates.map((edge) => edge.at[place] ?? ABSENT)]);
    readings.delete(ABSENT);
    let best = own;
    let least = Infinity;
    for (const reading of readings) {
      let cost = 0;
      for (const edge of rates) {
        const there = edge.at[place] ?? ABSENT;
        if (there === ABSENT) continue;
        const rate = edge.rate[kind] ?? 0.1;
        cost -= there === reading ? Math.log(1 - rate) : Math.log(rate) - kin.cost(reading, there);
      }
      if (cost < least - (reading === own ? 0 : 1e-9)) [least, best] = [cost, reading];
    }
    return best;
  });
  return rowOf(at, row.units);
}

function changeRates({ same, changed }: { same: Float64Array; changed: Float64Array }): number[] {
  return Array.from({ length: KINDS }, (_, kind) => {
    let [kept, lost] = [1, 0.3];
    for (let at = kind; at < same.length; at += KINDS) {
      kept += same[at] ?? 0;
      lost += changed[at] ?? 0;
    }
    return lost / (kept + lost);
  });
}
