import { LEVELS, placeKey, type RunTable } from '../src/spin/run-table.js';

/** Counted collocations as columns. */
export interface RunColumns {
  readonly length: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly count: Uint32Array;
}

/** Builds the static table by peeling cells that hold one key only; another seed is tried where that gets stuck. */
export function buildRunTable(runs: RunColumns): RunTable {
  for (let seed = 1; seed < 60; seed++) {
    const table = tryBuild(runs, seed * 0x9e3779b1);
    if (table) return table;
  }
  throw new Error('No seed peels this table: are there keys twice?');
}

function tryBuild(runs: RunColumns, seed: number): RunTable | undefined {
  const n = Math.max(runs.length, 16);
  const segmentLength = 2 ** Math.min(16, Math.floor(Math.log(n) / Math.log(3.33) + 2.25));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(n));
  const segments = Math.max(1, Math.ceil((n * factor) / segmentLength) - 2);
  const cells = (segments + 2) * segmentLength;
  const shape = { seed: seed >>> 0, segmentLength, segments };
  const order = peel(runs, shape, cells);
  if (!order) return undefined;
  const prints = new Uint8Array(cells);
  const levels = new Uint8Array(Math.ceil(cells / 2));
  const table = { ...shape, prints, levels };
  const places = new Uint32Array(4);
  for (let i = order.length - 2; i >= 0; i -= 2) {
    const key = order[i] ?? 0;
    const cell = order[i + 1] ?? 0;
    placeKey(shape, runs.high[key] ?? 0, runs.low[key] ?? 0, places);
    let print = places[3] ?? 0;
    let level = levelOf(runs.count[key] ?? 1);
    for (let j = 0; j < 3; j++) {
      const place = places[j] ?? 0;
      if (place === cell) continue;
      print ^= prints[place] ?? 0;
      level ^= ((levels[place >>> 1] ?? 0) >>> ((place & 1) << 2)) & 15;
    }
    prints[cell] = print;
    levels[cell >>> 1] = (levels[cell >>> 1] ?? 0) | (level << ((cell & 1) << 2));
  }
  return table;
}

/** Keys and the cell that each frees, in the order of peeling; undefined where keys are left that share all their cells. */
function peel(
  runs: RunColumns,
  shape: Pick<RunTable, 'seed' | 'segmentLength' | 'segments'>,
  cells: number,
): Uint32Array | undefined {
  const held = new Uint16Array(cells);
  const keys = new Uint32Array(cells);
  const places = new Uint32Array(4);
  for (let key = 0; key < runs.length; key++) {
    placeKey(shape, runs.high[key] ?? 0, runs.low[key] ?? 0, places);
    for (let j = 0; j < 3; j++) {
      const place = places[j] ?? 0;
      held[place] = (held[place] ?? 0) + 1;
      keys[place] = (keys[place] ?? 0) ^ key;
    }
  }
  const order = new Uint32Array(runs.length * 2);
  const queue: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (held[cell] === 1) queue.push(cell);
  let done = 0;
  while (queue.length > 0) {
    const cell = queue.pop() ?? 0;
    if (held[cell] !== 1) continue;
    const key = keys[cell] ?? 0;
    order[done++] = key;
    order[done++] = cell;
    placeKey(shape, runs.high[key] ?? 0, runs.low[key] ?? 0, places);
    for (let j = 0; j < 3; j++) {
      const place = places[j] ?? 0;
      held[place] = (held[place] ?? 0) - 1;
      keys[place] = (keys[place] ?? 0) ^ key;
      if (held[place] === 1) queue.push(place);
    }
  }
  return done === order.length ? order : undefined;
}

function levelOf(count: number): number {
  let level = LEVELS.length - 1;
  while (level > 0 && (LEVELS[level] ?? 0) > count) level--;
  return level;
}
