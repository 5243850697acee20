import type { Columns } from './column.js';
import { isEmpty } from './step.js';
import type { Variation } from './variation.js';

/** Pairs each dropped run of words with an added one of the same words, a short one only nearby: a word comes again by chance. */
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
    const free = key === undefined ? undefined : nextWithin(reachOf(variation), variation, added.get(key) ?? []);
    if (free !== undefined) partner.set(v, free);
  });
  const gone = new Set(partner.values());
  return variations.flatMap((variation, v) => {
    const other = variations[partner.get(v) ?? -1];
    if (other) return [{ base: variation.base, witness: other.witness, moved: true }];
    return gone.has(v) ? [] : [variation];
  });

  /** The first added run that isn't too far behind the dropped one, taken, if it isn't too far ahead either. Both come in order. */
  function nextWithin(reach: number, { witness: [place] }: Variation, runs: number[]): number | undefined {
    const ahead = (v: number | undefined): number => (variations[v ?? -1]?.witness[0] ?? Infinity) - place;
    while (ahead(runs[0]) < -reach) runs.shift();
    return ahead(runs[0]) <= reach ? runs.shift() : undefined;
  }
}

function reachOf({ base }: Variation): number {
  return base[1] - base[0] >= SURE ? Infinity : REACH;
}

/**
 * Words over which a run may have moved. Of 108 clauses moved inside their sentences on tuning texts all moved by 34 words at
 * most; of 52 words dropped and added by chance four in five were further apart (half of them 157 words and more).
 */
const REACH = 40;
/** Words of a run that doesn't come again by chance: none of the 52 had two. A choice beyond. */
const SURE = 4;

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
