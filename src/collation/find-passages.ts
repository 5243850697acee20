import type { AlignedPassage } from './aligned-passage.js';
import type { Passage, Range, Variant } from './collation.js';
import type { Column, Columns } from './column.js';
import { findStretches } from './find-stretches.js';
import { findVariations } from './find-variants.js';
import type { Kin } from './kin.js';
import { nameVariant } from './name-variant.js';
import { markMoved } from './mark-moved.js';
import type { UnitPair } from './pair-units.js';

/** The shared passages in the base's order, each with its variants. */
export function findPassages(columns: Columns, kin: Kin, pairs: readonly UnitPair[]): readonly AlignedPassage[] {
  const passages = findStretches(columns, kin, pairs)
    .map((stretch) => {
      const variations = findVariations(stretch.steps, columns, kin);
      const base = outer(
        columns.base,
        stretch.steps.map((step) => step.base),
      );
      const witness = outer(
        columns.witness,
        stretch.steps.map((step) => step.witness),
      );
      const variants = variations.map((variation) => within(nameVariant(variation, columns, kin), { base, witness }));
      const passage = { base, witness, variants };
      return { ...stretch, passage, variations };
    })
    .sort((a, b) => a.passage.base[0] - b.passage.base[0]);
  return markMoved(passages);
}

/** An empty reading at a passage's end stands there, not at the next word. */
function within(variant: Variant, { base, witness }: Pick<Passage, 'base' | 'witness'>): Variant {
  const clamp = ([start, end]: Range, to: number): Range => [Math.min(start, to), Math.min(end, to)];
  return { ...variant, base: clamp(variant.base, base[1]), witness: clamp(variant.witness, witness[1]) };
}

/** Characters from the first word to the last, with the marks around them where the passage takes in the whole sentence. */
function outer(column: Column, ranges: readonly (readonly [number, number])[]): Range {
  const { witness } = column;
  const from = ranges[0]?.[0] ?? 0;
  const to = ranges.at(-1)?.[1] ?? from;
  const first = column.token[from] ?? 0;
  const last = column.token[Math.max(from, to - 1)] ?? 0;
  const opening = witness.sentences[witness.sentence[first] ?? 0];
  const closing = witness.sentences[witness.sentence[last] ?? 0];
  const begins = opening !== undefined && (column.token[from - 1] ?? -1) < opening.from;
  const ends = closing !== undefined && (column.token[to] ?? witness.length) >= closing.to;
  return [witness.start[begins ? opening.from : first] ?? 0, witness.end[ends ? closing.to - 1 : last] ?? 0];
}
