import type { WordScore } from './score-words.js';

/** A step of the word alignment: `base` and `witness` are half-open word ranges; one of them may be empty. */
export interface Step {
  readonly base: readonly [from: number, to: number];
  readonly witness: readonly [from: number, to: number];
}

/** The words to align, and for each base word the witness words it may meet: both bounds never fall from word to word. */
export interface Corridor {
  readonly base: readonly [from: number, to: number];
  readonly witness: readonly [from: number, to: number];
  readonly low: (base: number) => number;
  readonly high: (base: number) => number;
}

/**
 * Needleman–Wunsch with affine gaps (Gotoh 1982) inside a corridor, with steps of one word against two or three
 * for phrases ("where", "the place").
 * Cost: the corridor's cells, one byte of memory each.
 */
export function alignWords(corridor: Corridor, score: WordScore): readonly Step[] {
  const rows = layRows(corridor);
  const back = new Uint8Array(rows.cells);
  fill(rows, back, score);
  return trace(rows, back);
}

interface Rows {
  readonly from: number;
  readonly count: number;
  /** First and last column of each row of nodes, and where the row begins in the table. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly offset: Int32Array;
  readonly cells: number;
}

/** Row r holds the states after r base words. */
function layRows({ base, witness, low, high }: Corridor): Rows {
  const count = base[1] - base[0];
  const first = new Int32Array(count + 1);
  const last = new Int32Array(count + 1);
  const offset = new Int32Array(count + 1);
  let cells = 0;
  for (let r = 0; r <= count; r++) {
    first[r] = r === 0 ? witness[0] : low(base[0] + r - 1);
    last[r] = r === count ? witness[1] : r === 0 ? high(base[0]) : high(base[0] + r - 1);
    if (count === 0) last[r] = witness[1];
    offset[r] = cells;
    cells += (last[r] ?? 0) - (first[r] ?? 0) + 1;
  }
  return { from: base[0], count, first, last, offset, cells };
}

const MOVES: readonly (readonly [base: number, witness: number])[] = [[1, 1], [1, 2], [2, 1], [1, 3], [3, 1]];
const State = { pair: 0, omission: 1, addition: 2 } as const;
/** Bits of the way back: 0–1 best state, 2–4 move, 5 omission goes on, 6 addition goes on. */
const OMISSION_ON = 32;
const ADDITION_ON = 64;
const KEPT_ROWS = 4;

function fill(rows: Rows, back: Uint8Array, score: WordScore): void {
  const width = Math.max(...Array.from(rows.first, (first, r) => (rows.last[r] ?? 0) - first)) + 1;
  const best = Array.from({ length: KEPT_ROWS }, () => new Float64Array(width));
  const omission = [new Float64Array(width), new Float64Array(width)];
  const at = (r: number, j: number): number => {
    const first = rows.first[r] ?? 0;
    return r < 0 || j < first || j > (rows.last[r] ?? -1) ? -Infinity : (best[r % KEPT_ROWS]?.[j - first] ?? -Infinity);
  };
  for (let r = 0; r <= rows.count; r++) {
    const first = rows.first[r] ?? 0;
    const last = rows.last[r] ?? 0;
    const row = best[r % KEPT_ROWS] ?? new Float64Array(width);
    const dropped = omission[r % 2] ?? row;
    const above = omission[(r + 1) % 2] ?? row;
    const aboveFirst = r === 0 ? 0 : (rows.first[r - 1] ?? 0);
    const aboveLast = r === 0 ? -1 : (rows.last[r - 1] ?? -1);
    const cell = (rows.offset[r] ?? 0) - first;
    let added = -Infinity;
    for (let j = first; j <= last; j++) {
      let mark = 0;
      const opened = at(r - 1, j) + OPEN;
      const goneOn = j >= aboveFirst && j <= aboveLast ? (above[j - aboveFirst] ?? -Infinity) + EXTEND : -Infinity;
      const omitted = Math.max(opened, goneOn);
      if (goneOn > opened) mark |= OMISSION_ON;
      dropped[j - first] = omitted;
      const addOpened = j > first ? (row[j - 1 - first] ?? -Infinity) + OPEN : -Infinity;
      const addOn = added + EXTEND;
      if (addOn > addOpened) mark |= ADDITION_ON;
      added = Math.max(addOpened, addOn);
      let top = r === 0 && j === first ? 0 : -Infinity;
      let move = 0;
      for (let m = 0; m < MOVES.length; m++) {
        const [down, right] = MOVES[m] ?? [1, 1];
        const start = at(r - down, j - right);
        if (start === -Infinity || (m > 0 && start + score.bestPhrase <= top)) continue;
        const gain = m === 0 ? score.pair(rows.from + r - 1, j - 1) : score.phrase(rows.from + r - down, down, j - right, right);
        if (start + gain > top) {
          top = start + gain;
          move = m;
        }
      }
      let state: number = State.pair;
      if (omitted > top) {
        top = omitted;
        state = State.omission;
      }
      if (added > top) {
        top = added;
        state = State.addition;
      }
      row[j - first] = top;
      back[cell + j] = mark | (move << 2) | state;
    }
  }
}

function trace(rows: Rows, back: Uint8Array): Step[] {
  const steps: Step[] = [];
  let r = rows.count;
  let j = rows.last[r] ?? 0;
  let held: number | undefined;
  const begin = rows.first[0] ?? 0;
  while (r > 0 || j > begin) {
    const mark = back[(rows.offset[r] ?? 0) + j - (rows.first[r] ?? 0)] ?? 0;
    const state = held ?? mark & 3;
    const [down, right] = state === State.pair ? (MOVES[(mark >> 2) & 7] ?? [1, 1]) : state === State.omission ? [1, 0] : [0, 1];
    steps.push({ base: [rows.from + r - down, rows.from + r], witness: [j - right, j] });
    held = state === State.omission && (mark & OMISSION_ON) !== 0 ? State.omission : state === State.addition && (mark & ADDITION_ON) !== 0 ? State.addition : undefined;
    r -= down;
    j -= right;
  }
  return steps.reverse();
}

/** A gap costs more to open than to go on with: whole phrases are dropped and added. */
const OPEN = -1.7;
const EXTEND = -0.2;
