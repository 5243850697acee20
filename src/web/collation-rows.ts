import type { Range, Touch, VariantKind } from '../collation/collation.js';
import type { Piece, Row } from '../report/rows.js';

/** A piece with the number of its variant; both sides of a variant have the same. */
export interface PlacedPiece extends Piece {
  readonly variant?: number;
}

/** A row as it is shown. */
export interface PlacedRow {
  readonly kind: 'shared' | 'apart' | 'stub';
  readonly base: readonly PlacedPiece[];
  readonly witness: readonly PlacedPiece[];
  readonly at: { readonly base: Range; readonly witness: Range };
  readonly passage: number | undefined;
  /** First row of a passage that stands elsewhere in the other text. */
  readonly moved: boolean;
  /** A paragraph ends with it. */
  readonly ends: boolean;
}

/** A variant and the row that it stands in. */
export interface PlacedVariant {
  readonly kind: VariantKind;
  readonly touches: readonly Touch[];
  readonly from: string;
  readonly to: string;
  readonly row: number;
  /** Where its readings begin in the texts, on the sides that have one. */
  readonly at: { readonly base?: number; readonly witness?: number };
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly variants: readonly PlacedVariant[];
}

/**
 * Numbers the variants through both sides, lays text that only one side has beside text that only the other has, and
 * leaves a stub in the place where a moved passage stood.
 */
export function placeRows(rows: readonly Row[]): PlacedRows {
  const merged = withStubs(mergeApart(rows), rows);
  const variants: PlacedVariant[] = [];
  const placed = merged.map((row, index): PlacedRow => {
    const [base, witness] = row.kind === 'shared' ? numbered(row, index, variants) : [row.base, row.witness];
    return { ...row, base, witness };
  });
  return { rows: placed, variants };
}

type Unnumbered = Omit<PlacedRow, 'base' | 'witness'> & {
  readonly base: readonly Piece[];
  readonly witness: readonly Piece[];
};

function mergeApart(rows: readonly Row[]): Unnumbered[] {
  const merged: Unnumbered[] = [];
  let passage: number | undefined;
  for (const row of rows) {
    const last = merged.at(-1);
    if (row.passage === undefined && last?.kind === 'apart' && (last.base.length === 0) !== (row.base.length === 0)) {
      const side = row.base.length > 0 ? 'base' : 'witness';
      merged[merged.length - 1] = { ...last, [side]: row[side], at: { ...last.at, [side]: row.at[side] } };
    } else {
      const first = row.passage !== passage;
      merged.push({
        kind: row.passage === undefined ? 'apart' : 'shared',
        base: row.base,
        witness: row.witness,
        at: row.at,
        passage: row.passage,
        moved: row.moved && first,
        ends: /\n\s*$/.test(textOf(row.witness)) || row.passage === undefined,
      });
    }
    passage = row.passage;
  }
  return merged;
}

/** For each moved passage a row where the other text has it: after the last unmoved row that stands before it there. */
function withStubs(merged: readonly Unnumbered[], rows: readonly Row[]): Unnumbered[] {
  const stubs = new Map<number, Unnumbered[]>();
  for (const row of merged) {
    if (!row.moved) continue;
    let after = -1;
    merged.forEach((other, i) => {
      const moved = rows.some((each) => each.passage === other.passage && each.moved);
      if (other.kind === 'shared' && !moved && other.at.base[1] <= row.at.base[0]) after = i;
    });
    const stub: Unnumbered = { ...row, kind: 'stub', witness: [], moved: false, ends: true };
    stubs.set(after, [...(stubs.get(after) ?? []), stub]);
  }
  return [...(stubs.get(-1) ?? []), ...merged.flatMap((row, i) => [row, ...(stubs.get(i) ?? [])])];
}

function numbered(row: Unnumbered, index: number, variants: PlacedVariant[]): readonly [PlacedPiece[], PlacedPiece[]] {
  const base: PlacedPiece[] = [];
  const witness: PlacedPiece[] = [];
  const starts = { base: startsOf(row.base, row.at.base[0]), witness: startsOf(row.witness, row.at.witness[0]) };
  let at = 0;
  const plain = (): void => {
    for (let piece = row.witness[at]; piece !== undefined && piece.kind === 'same'; piece = row.witness[++at])
      witness.push(piece);
  };
  const take = (from: Piece | undefined, to: Piece | undefined): void => {
    const piece = from ?? to;
    if (piece === undefined || piece.kind === 'same' || piece.kind === 'apart') return;
    const variant = variants.length;
    const places = { base: from && starts.base.get(from), witness: to && starts.witness.get(to) };
    variants.push({
      kind: piece.kind,
      touches: piece.touches,
      from: from?.text ?? '',
      to: to?.text ?? '',
      row: index,
      at: {
        ...(places.base !== undefined && { base: places.base }),
        ...(places.witness !== undefined && { witness: places.witness }),
      },
    });
    if (from !== undefined) base.push({ ...from, variant });
    if (to !== undefined) witness.push({ ...to, variant });
  };
  const additions = (): void => {
    plain();
    while (row.witness[at]?.kind === 'addition') {
      take(undefined, row.witness[at++]);
      plain();
    }
  };
  for (const piece of row.base) {
    if (piece.kind === 'same') base.push(piece);
    else if (piece.kind === 'omission') take(piece, undefined);
    else {
      additions();
      // A variant whose other reading is empty stands on this side alone, whatever its kind.
      if (row.witness[at]?.kind === piece.kind) take(piece, row.witness[at++]);
      else take(piece, undefined);
    }
  }
  while (at < row.witness.length) {
    additions();
    if (at < row.witness.length) take(undefined, row.witness[at++]);
  }
  return [base, witness];
}

/** Where each piece begins, the first one at `from`. */
function startsOf(pieces: readonly Piece[], from: number): ReadonlyMap<Piece, number> {
  const starts = new Map<Piece, number>();
  let at = from;
  for (const piece of pieces) {
    starts.set(piece, at);
    at += piece.text.length;
  }
  return starts;
}

/** The text of pieces in a row. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
