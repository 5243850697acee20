import { firstWhere } from '../witness/first-where.js';
import { sentenceEnds } from '../witness/split-sentences.js';
import type { Collation, Passage, Range, Touch, Variant, VariantKind } from '../collation/collation.js';

/** A run of text in one style: equal on both sides (`same`), a reading of a variant, or only on this side (`apart`). */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'apart' | VariantKind;
  readonly touches: readonly Touch[];
}

/** Two stretches laid beside each other; an empty side where the other has text of its own. */
export interface Row {
  readonly base: readonly Piece[];
  readonly witness: readonly Piece[];
  /** Where the row's text stands. */
  readonly at: { readonly base: Range; readonly witness: Range };
  readonly passage: number | undefined;
  /** The passage stands elsewhere in the order of the other side. */
  readonly moved: boolean;
}

/**
 * A collation as rows for showing side by side, in the witness's order: passages cut at sentence ends that both sides
 * have, and between them what stands on one side only. Every word of both texts is shown; one that two passages claim is
 * shown with both.
 */
export function rowsOf(collation: Collation, baseText: string, witnessText: string): Row[] {
  const texts = {
    base: baseText,
    witness: witnessText,
    ends: { base: endsIn(baseText), witness: endsIn(witnessText) },
  };
  const passages = collation.passages.map((passage) => withMarks(passage, texts));
  const order = passages
    .map((passage, index) => ({ passage, index }))
    .sort((a, b) => a.passage.witness[0] - b.passage.witness[0]);
  const before = baseGaps(passages);
  const rows: Row[] = [];
  let at = 0;
  let last = -1;
  for (const { passage, index } of order) {
    rows.push(...apart(texts, 'witness', [at, passage.witness[0]]));
    rows.push(...apart(texts, 'base', before.get(index) ?? [0, 0]));
    const moved = passage.base[0] < last;
    rows.push(...cutPassage(passage, texts).map((row) => ({ ...row, passage: index, moved })));
    at = Math.max(at, passage.witness[1]);
    last = Math.max(last, passage.base[0]);
  }
  rows.push(...apart(texts, 'witness', [at, witnessText.length]));
  const end = passages.reduce((most, passage) => Math.max(most, passage.base[1]), 0);
  rows.push(...apart(texts, 'base', [end, baseText.length]));
  return rows;
}

interface Texts {
  readonly base: string;
  readonly witness: string;
  /** Where sentences of each end and others follow. */
  readonly ends: { readonly base: readonly number[]; readonly witness: readonly number[] };
}

function endsIn(text: string): readonly number[] {
  return sentenceEnds(text).slice(0, -1);
}

/** A passage ends at a word; what closes behind it (`”,`) stands in the word's row. */
function withMarks(passage: Passage, texts: Texts): Passage {
  const to = (side: 'base' | 'witness'): Range => {
    CLOSING_MARKS.lastIndex = passage[side][1];
    return [passage[side][0], passage[side][1] + (CLOSING_MARKS.exec(texts[side])?.[0].length ?? 0)];
  };
  return { ...passage, base: to('base'), witness: to('witness') };
}

const CLOSING_MARKS = /(?<=\S)[\p{Pe}\p{Pf}"'.,;:!?…]+(?=[\s\p{Pd}]|$)/uy;

/** For each passage the uncovered base text in front of it. */
function baseGaps(passages: readonly Passage[]): Map<number, Range> {
  const gaps = new Map<number, Range>();
  let at = 0;
  for (const { passage, index } of passages
    .map((passage, index) => ({ passage, index }))
    .sort((a, b) => a.passage.base[0] - b.passage.base[0])) {
    gaps.set(index, [at, Math.max(at, passage.base[0])]);
    at = Math.max(at, passage.base[1]);
  }
  return gaps;
}

function apart(texts: Texts, side: 'base' | 'witness', range: Range): Row[] {
  const text = texts[side].slice(range[0], range[1]);
  if (text.trim() === '') return [];
  const piece: Piece = { text, kind: 'apart', touches: [] };
  const nowhere: Range = [0, 0];
  return [
    side === 'base'
      ? { base: [piece], witness: [], at: { base: range, witness: nowhere }, passage: undefined, moved: false }
      : { base: [], witness: [piece], at: { base: nowhere, witness: range }, passage: undefined, moved: false },
  ];
}

/** A passage as alternating equal stretches and variants, with a new row at each sentence end that both sides have. */
function cutPassage(passage: Passage, texts: Texts): Omit<Row, 'passage' | 'moved'>[] {
  const rows: Omit<Row, 'passage' | 'moved'>[] = [];
  let row: { base: Piece[]; witness: Piece[]; from: [number, number] } = {
    base: [],
    witness: [],
    from: [passage.base[0], passage.witness[0]],
  };
  const close = (base: number, witness: number): void => {
    if (row.base.length + row.witness.length > 0) {
      rows.push({
        base: row.base,
        witness: row.witness,
        at: { base: [row.from[0], base], witness: [row.from[1], witness] },
      });
    }
    row = { base: [], witness: [], from: [base, witness] };
  };
  let base = passage.base[0];
  let witness = passage.witness[0];
  for (const variant of [...passage.variants, END(passage)]) {
    for (const [toBase, toWitness, ends] of stretches(texts, [base, variant.base[0]], [witness, variant.witness[0]])) {
      push(row.base, texts.base.slice(base, toBase));
      push(row.witness, texts.witness.slice(witness, toWitness));
      base = toBase;
      witness = toWitness;
      if (ends) close(base, witness);
    }
    if (variant.from !== '')
      row.base.push({ text: texts.base.slice(...variant.base), kind: variant.kind, touches: variant.touches });
    if (variant.to !== '')
      row.witness.push({ text: texts.witness.slice(...variant.witness), kind: variant.kind, touches: variant.touches });
    base = Math.max(base, variant.base[1]);
    witness = Math.max(witness, variant.witness[1]);
  }
  close(passage.base[1], passage.witness[1]);
  return rows;
}

/** An empty variant at the passage's end, so that the last equal stretch is cut like the others. */
function END(passage: Passage): Variant {
  const base: Range = [passage.base[1], passage.base[1]];
  return { kind: 'omission', base, witness: [passage.witness[1], passage.witness[1]], from: '', to: '', touches: [] };
}

function push(into: Piece[], text: string): void {
  if (text !== '') into.push({ text, kind: 'same', touches: [] });
}

/** Cuts a stretch of equal words at its sentence ends, where both sides have equally many of them. */
function* stretches(
  texts: Texts,
  base: Range,
  witness: Range,
): Iterable<readonly [base: number, witness: number, ends: boolean]> {
  const left = within(texts.ends.base, base);
  const right = within(texts.ends.witness, witness);
  if (left.length === right.length) for (const [i, end] of left.entries()) yield [end, right[i] ?? end, true];
  yield [base[1], witness[1], false];
}

/** The ends in a range, its own end too. */
function within(ends: readonly number[], [start, end]: Range): readonly number[] {
  const first = firstWhere(ends.length, (i) => (ends[i] ?? 0) > start);
  const last = firstWhere(ends.length, (i) => (ends[i] ?? 0) > end);
  return ends.slice(first, last);
}
