import type { WordScore } from './score-words.js';
import type { Step } from './step.js';

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

const MOVES: readonly (readonly [base: number, witness: number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];
const State = { pair: 0, omission: 1, addition: 2 } as const;
/** Bits of the way back: 0–1 best state, 2–4 move, 5 omission goes on, 6 addition goes on. */
const OMISSION_ON = 32;
const ADDITION_ON = 64;
const KEPT_ROWS = 4;

/** Rows of scores that are still needed, and the state of the row being filled. */
interface Table {
  readonly rows: Rows;
  readonly score: WordScore;
  readonly best: readonly Float64Array[];
  readonly omission: readonly Float64Array[];
  /** Best score and move into a cell by words of both sides: filled anew for each cell, as objects would cost. */
  readonly paired: { score: number; move: number };
}

function fill(rows: Rows, back: Uint8Array, score: WordScore): void {
  const width = Math.max(...Array.from(rows.first, (first, r) => (rows.last[r] ?? 0) - first)) + 1;
  const table: Table = {
    rows,
    score,
    best: Array.from({ length: KEPT_ROWS }, () => new Float64Array(width)),
    omission: [new Float64Array(width), new Float64Array(width)],
    paired: { score: 0, move: 0 },
  };
  for (let r = 0; r <= rows.count; r++) fillRow(table, r, back);
}

function fillRow(table: Table, r: number, back: Uint8Array): void {
  const { rows, omission, paired } = table;
  const first = rows.first[r] ?? 0;
  const row = table.best[r % KEPT_ROWS] as Float64Array;
  const dropped = omission[r % 2] as Float64Array;
  const above = omission[(r + 1) % 2] as Float64Array;
  const [aboveFirst, aboveLast] = r === 0 ? [0, -1] : [rows.first[r - 1] ?? 0, rows.last[r - 1] ?? -1];
  const cell = (rows.offset[r] ?? 0) - first;
  let added = -Infinity;
  for (let j = first; j <= (rows.last[r] ?? 0); j++) {
    const opened = scoreAt(table, r - 1, j) + OPEN;
    const goneOn = j >= aboveFirst && j <= aboveLast ? (above[j - aboveFirst] ?? -Infinity) + EXTEND : -Infinity;
    const omitted = Math.max(opened, goneOn);
    const addOpened = j > first ? (row[j - 1 - first] ?? -Infinity) + OPEN : -Infinity;
    const addOn = added + EXTEND;
    added = Math.max(addOpened, addOn);
    pairInto(table, r, j);
    const top = Math.max(paired.score, omitted, added);
    const state = paired.score === top ? State.pair : omitted === top ? State.omission : State.addition;
    dropped[j - first] = omitted;
    row[j - first] = top;
    back[cell + j] =
      (goneOn > opened ? OMISSION_ON : 0) | (addOn > addOpened ? ADDITION_ON : 0) | (paired.move << 2) | state;
  }
}

/** The best way into a cell by a word pair or a phrase. */
function pairInto(table: Table, r: number, j: number): void {
  const { rows, score, paired } = table;
  paired.score = r === 0 && j === rows.first[0] ? 0 : -Infinity;
  paired.move = 0;
  for (let m = 0; m < MOVES.length; m++) {
    const [down, right] = MOVES[m] ?? [1, 1];
    const start = scoreAt(table, r - down, j - right);
    if (start === -Infinity || (m > 0 && start + score.bestPhrase <= paired.score)) continue;
    const gain =
      m === 0 ? score.pair(rows.from + r - 1, j - 1) : score.phrase(rows.from + r - down, down, j - right, right);
    if (start + gain <= paired.score) continue;
    paired.score = start + gain;
    paired.move = m;
  }
}

function scoreAt({ rows, best }: Table, r: number, j: number): number {
  const first = rows.first[r] ?? 0;
  return r < 0 || j < first || j > (rows.last[r] ?? -1) ? -Infinity : (best[r % KEPT_ROWS]?.[j - first] ?? -Infinity);
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
    const [down, right] =
      state === State.pair ? (MOVES[(mark >> 2) & 7] ?? [1, 1]) : state === State.omission ? [1, 0] : [0, 1];
    steps.push({ base: [rows.from + r - down, rows.from + r], witness: [j - right, j] });
    held =
      state === State.omission && (mark & OMISSION_ON) !== 0
        ? State.omission
        : state === State.addition && (mark & ADDITION_ON) !== 0
          ? State.addition
          : undefined;
    r -= down;
    j -= right;
  }
  return steps.reverse();
}

/** A gap costs more to open than to go on with: whole phrases are dropped and added. */
const OPEN = -1.7;
const EXTEND = -0.2;
