import type { Column, Columns } from './column.js';

/** Units that are equal word for word, spelling aside. */
export interface EqualUnits {
  readonly base: number;
  readonly witness: number;
}

/**
 * Pairs equal units as patience diff does (B. Cohen): those that stand once on each side, then their neighbours as
 * long as they are equal too, and whatever both texts begin and end with. What is left over needs a closer look.
 * Cost: linear.
 */
export function matchEqualUnits({ base, witness, vocabulary }: Columns): readonly EqualUnits[] {
  const here = base.units.map((_, u) => digest(base, u, vocabulary.same));
  const there = witness.units.map((_, u) => digest(witness, u, vocabulary.same));
  const partner = new Int32Array(base.units.length).fill(-1);
  const taken = new Uint8Array(witness.units.length);
  const join = (b: number, w: number): boolean => {
    if (b < 0 || w < 0 || b >= here.length || w >= there.length || here[b] !== there[w]) return false;
    if (partner[b] !== -1 || taken[w] === 1) return false;
    partner[b] = w;
    taken[w] = 1;
    return true;
  };
  for (let step = 0; join(step, step); step++);
  for (let step = 1; join(here.length - step, there.length - step); step++);
  const once = places(there);
  const seeds = [...places(here)]
    .filter(([key, b]) => b >= 0 && (once.get(key) ?? -1) >= 0)
    .map(([key, b]) => [b, once.get(key) ?? -1] as const);
  for (const [b, w] of seeds) {
    join(b, w);
    if (partner[b] !== w) continue;
    for (let step = 1; join(b + step, w + step); step++);
    for (let step = 1; join(b - step, w - step); step++);
  }
  return [...partner.entries()].flatMap(([b, w]) => (w < 0 ? [] : [{ base: b, witness: w }]));
}

/** Where each key stands if it stands once, otherwise -1. */
function places(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  keys.forEach((key, at) => found.set(key, found.has(key) ? -1 : at));
  return found;
}

function digest(column: Column, unit: number, same: Uint32Array): string {
  const { from, to } = column.units[unit] ?? { from: 0, to: 0 };
  return Array.from(column.type.subarray(from, to), (type) => same[type]).join(' ');
}
