import type { Columns } from './column.js';
import { isEmpty } from './step.js';
import type { Variation } from './variation.js';

/** Pairs each dropped run of words with an added one of the same words. */
export function findMoves(variations: readonly Variation[], columns: Columns): readonly Variation[] {
  const added = new Map<string, number[]>();
  variations.forEach((variation, v) => {
    if (!isEmpty(variation.base)) return;
    const key = wordsOf(columns.witness.type, variation.witness, columns);
    if (key !== undefined) added.set(key, [...(added.get(key) ?? []), v]);
  });
  const partner = new Map<number, number>();
  variations.forEach((variation, v) => {
    if (!isEmpty(variation.witness)) return;
    const key = wordsOf(columns.base.type, variation.base, columns);
    const free = key === undefined ? undefined : added.get(key)?.shift();
    if (free !== undefined) partner.set(v, free);
  });
  const gone = new Set(partner.values());
  return variations.flatMap((variation, v) => {
    const other = variations[partner.get(v) ?? -1];
    if (other) return [{ base: variation.base, witness: other.witness, moved: true }];
    return gone.has(v) ? [] : [variation];
  });
}

/**
 * A run's words as a key, if it has one that says something: content words in order, function words in any, since of
 * "salt and pepper" and "pepper and salt" one side drops "salt and" where the other adds "and salt".
 */
function wordsOf(
  types: Uint32Array,
  [from, to]: readonly [number, number],
  { vocabulary }: Columns,
): string | undefined {
  const content: number[] = [];
  const functions: number[] = [];
  for (const type of types.subarray(from, to))
    (vocabulary.isFunction[type] === 1 ? functions : content).push(vocabulary.same[type] ?? 0);
  return content.length === 0 ? undefined : `${content.join(' ')} | ${functions.sort((a, b) => a - b).join(' ')}`;
}
