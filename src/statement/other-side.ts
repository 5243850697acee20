import type { Passage, Range } from '../collation/collation.js';

/**
 * Where base ranges lie on the witness's side: through the passages and, inside them, between variants.
 * Ranges outside of every passage have no other side. Cost: ranges × passages, plus variants.
 */
export function otherSide(ranges: readonly Range[], passages: readonly Passage[]): Range[] {
  return ranges.flatMap((range) =>
    passages.flatMap((passage) => {
      const start = Math.max(range[0], passage.base[0]);
      const end = Math.min(range[1], passage.base[1]);
      if (start >= end) return [];
      const there: Range = [placeOf(start, passage, 'start'), placeOf(end, passage, 'end')];
      return there[0] < there[1] ? [there] : [];
    }),
  );
}

/** The witness offset for a base offset: equal stretches run in step, a variant is taken whole. */
function placeOf(offset: number, passage: Passage, side: 'start' | 'end'): number {
  let base = passage.base[0];
  let witness = passage.witness[0];
  for (const variant of passage.variants) {
    if (variant.base[0] > offset) break;
    if (offset <= variant.base[1] && variant.base[1] > variant.base[0]) {
      if (offset === variant.base[0]) return variant.witness[0];
      if (offset === variant.base[1]) return variant.witness[1];
      return side === 'start' ? variant.witness[0] : variant.witness[1];
    }
    base = variant.base[1];
    witness = variant.witness[1];
  }
  return Math.min(witness + (offset - base), passage.witness[1]);
}
