import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { viewOf } from './collate.js';
import type { Range } from './collation.js';
import type { Column } from './column.js';
import { rangeOf } from './name-variant.js';
import { isSingle, type Step, type Words } from './step.js';

/** What a witness has in a row of the alignment table. */
interface Reading {
  readonly range: Range;
  readonly text: string;
  /** Equal to the base's words, spelling aside. */
  readonly agrees: boolean;
}

/** A place of the text and what every witness reads there; undefined where a witness doesn't have the passage at all. */
export interface AlignmentRow {
  readonly base: Reading;
  readonly readings: readonly (Reading | undefined)[];
  /** Whether all witnesses that have the passage agree with the base. */
  readonly agrees: boolean;
  /** Sentence of the base that the row stands in. */
  readonly sentence: number;
}

/** A family laid against its base: rows in the base's order, readings in the order of the witnesses. */
export interface AlignmentTable {
  readonly base: Witness;
  readonly witnesses: readonly Witness[];
  readonly rows: readonly AlignmentRow[];
}

/**
 * One column a witness, as CollateX prints it (Dekker et al. 2015), made from pairwise alignments with the base: where
 * any witness rewords words as a phrase, they are one row for all. Words that a witness adds stand in a row of their own.
 * Cost: one alignment a witness, then linear.
 */
export function alignFamily(
  base: Witness,
  witnesses: readonly Witness[],
  { lexicon }: { readonly lexicon: Lexicon },
): AlignmentTable {
  const views = witnesses.map((witness) => viewOf(base, witness, lexicon));
  const steps = views.map((view) =>
    view.passages.flatMap((passage) => passage.steps).sort((a, b) => a.base[0] - b.base[0]),
  );
  const column = views[0]?.columns.base;
  if (column === undefined) return { base, witnesses, rows: [] };
  const blocks = blocksOf(column, steps);
  const columns = views.map((view) => view.columns);
  const sides = steps.map((list, w) => sideOf(list, columns[w]?.witness ?? column, (step) => isSame(step, columns[w])));
  const rows = blocks.flatMap((block) => rowsOf(block, column, sides));
  return { base, witnesses, rows };
}

/** Runs of base words that no witness's step reaches across. */
function blocksOf(column: Column, steps: readonly (readonly Step[])[]): Words[] {
  const joined = new Uint8Array(column.length + 1);
  for (const list of steps) for (const { base } of list) for (let i = base[0] + 1; i < base[1]; i++) joined[i] = 1;
  const blocks: Words[] = [];
  let from = 0;
  for (let i = 1; i <= column.length; i++) {
    if (joined[i] === 1) continue;
    blocks.push([from, i]);
    from = i;
  }
  return blocks;
}

/** A witness's words by the base words they stand at. */
interface Side {
  readonly column: Column;
  /** Words that go with each base word; undefined where the witness doesn't have it. */
  readonly at: readonly (Words | undefined)[];
  readonly same: Uint8Array;
  /** Words that it adds before a base word. */
  readonly before: ReadonlyMap<number, Words>;
}

function sideOf(steps: readonly Step[], column: Column, isEqual: (step: Step) => boolean): Side {
  const at: (Words | undefined)[] = [];
  const same: number[] = [];
  const before = new Map<number, Words>();
  for (const step of steps) {
    const [from, to] = step.base;
    if (from === to) {
      const known = before.get(from);
      before.set(from, known ? [known[0], step.witness[1]] : step.witness);
    }
    for (let i = from; i < to; i++) {
      at[i] = i === from ? step.witness : [step.witness[1], step.witness[1]];
      same[i] = isEqual(step) ? 1 : 0;
    }
  }
  return { column, at, same: Uint8Array.from(same, (value) => value ?? 0), before };
}

function isSame(step: Step, columns: ReturnType<typeof viewOf>['columns'] | undefined): boolean {
  if (!columns || !isSingle(step)) return false;
  return (
    columns.vocabulary.same[columns.base.type[step.base[0]] ?? 0] ===
    columns.vocabulary.same[columns.witness.type[step.witness[0]] ?? 0]
  );
}

/** The row of what witnesses add before a block, if any does, and the block's own row. */
function rowsOf(block: Words, column: Column, sides: readonly Side[]): AlignmentRow[] {
  const [from, to] = block;
  const sentence = column.witness.sentence[column.token[from] ?? 0] ?? 0;
  const own = sides.map((side) => readingOf(side, block));
  const row = {
    base: reading(column, block, true),
    readings: own,
    agrees: own.every((entry) => entry?.agrees ?? true),
    sentence,
  };
  if (!sides.some((side) => side.before.has(from))) return [row];
  const added = sides.map((side) => {
    const words = side.before.get(from);
    if (words) return reading(side.column, words, false);
    const place = side.at[from]?.[0];
    return place === undefined || to <= from ? undefined : reading(side.column, [place, place], true);
  });
  return [{ base: reading(column, [from, from], true), readings: added, agrees: false, sentence }, row];
}

function readingOf(side: Side, [from, to]: Words): Reading | undefined {
  let words: Words | undefined;
  let agrees = true;
  for (let i = from; i < to; i++) {
    const here = side.at[i];
    if (here === undefined) continue;
    words = words ? [words[0], Math.max(words[1], here[1])] : here;
    if (side.same[i] !== 1) agrees = false;
  }
  return words && reading(side.column, words, agrees);
}

function reading(column: Column, words: Words, agrees: boolean): Reading {
  const range = rangeOf(column, words);
  return { range, text: column.witness.text.slice(...range), agrees };
}
