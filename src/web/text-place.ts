import type { Range } from '../collation/collation.js';
import type { PlacedRows } from './collation-rows.js';

/** A place of two texts laid side by side; a side where nothing stands is empty. A new object goes there again. */
export interface TextPlace {
  readonly base: Range;
  readonly witness: Range;
  /** What is said of it while the reader is there. */
  readonly said?: { readonly number: number; readonly of: number; readonly sentence: string };
}

/** A place of the witness's text alone. */
export function witnessPlace(start: number): TextPlace {
  return { base: [0, 0], witness: [start, start + 1] };
}

/** The row that has a place; -1 where none has. */
export function rowAt(
  { rows }: Pick<PlacedRows, 'rows'>,
  { base, witness }: Pick<TextPlace, 'base' | 'witness'>,
): number {
  return witness[1] > 0
    ? rows.findIndex((row) => row.kind !== 'stub' && row.witness.length > 0 && row.at.witness[1] > witness[0])
    : rows.findIndex((row) => row.kind !== 'stub' && row.base.length > 0 && row.at.base[1] > base[0]);
}

/** Numbers of the variants that stand within a place. */
export function variantsAt({ variants }: Pick<PlacedRows, 'variants'>, place: TextPlace): readonly number[] {
  const within = (at: number | undefined, [start, end]: Range): boolean => at !== undefined && at >= start && at < end;
  return variants.flatMap(({ at }, i) => (within(at.base, place.base) || within(at.witness, place.witness) ? [i] : []));
}
