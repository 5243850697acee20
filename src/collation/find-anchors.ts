import type { Columns } from './column.js';
import type { Words } from './step.js';

/** A word that stands once on each side and is taken for the same word. */
export interface Anchor {
  readonly base: number;
  readonly witness: number;
}

/**
 * Words that say something and stand once on each side, in the longest series that goes forward on both (patience
 * diff, B. Cohen; longest increasing subsequence by binary search). They cut a sentence pair into pieces of a few
 * words. An anchor whose pieces would be of very different length is left out: one side's word was moved.
 * Cost: n log n in the words given.
 */
export function findAnchors(base: Words, witness: Words, columns: Columns): readonly Anchor[] {
  const there = places(columns.witness.type, witness, columns);
  const found: Anchor[] = [];
  for (const [word, i] of places(columns.base.type, base, columns)) {
    const j = there.get(word) ?? -1;
    if (i >= 0 && j >= 0) found.push({ base: i, witness: j });
  }
  return even(longestRising(found.sort((a, b) => a.base - b.base)), base, witness);
}

/** Where each telling word stands; -1 where it stands more than once. */
function places(types: Uint32Array, [from, to]: Words, { vocabulary }: Columns): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const type = types[i] ?? 0;
    if ((vocabulary.bits[type] ?? 0) < LEAST_BITS) continue;
    const word = vocabulary.same[type] ?? 0;
    found.set(word, found.has(word) ? -1 : i);
  }
  return found;
}

function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  anchors.forEach(({ witness }, a) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.witness ?? 0) < witness) low = middle + 1;
      else high = middle;
    }
    before[a] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = a;
  });
  const series: Anchor[] = [];
  for (let a = tails.at(-1) ?? -1; a >= 0; a = before[a] ?? -1) {
    const anchor = anchors[a];
    if (anchor) series.push(anchor);
  }
  return series.reverse();
}

/** Leaves out anchors that would set a few words against many. */
function even(anchors: readonly Anchor[], base: Words, witness: Words): Anchor[] {
  const kept: Anchor[] = [];
  let last: Anchor = { base: base[0] - 1, witness: witness[0] - 1 };
  anchors.forEach((anchor, a) => {
    const next = anchors[a + 1] ?? { base: base[1], witness: witness[1] };
    const skewBefore = anchor.base - last.base - (anchor.witness - last.witness);
    const skewAfter = next.base - anchor.base - (next.witness - anchor.witness);
    if (
      Math.abs(skewBefore) > MOST_SKEW &&
      Math.abs(skewAfter) > MOST_SKEW &&
      Math.sign(skewBefore) !== Math.sign(skewAfter)
    )
      return;
    kept.push(anchor);
    last = anchor;
  });
  return kept;
}

/** Function words and the commonest others are shared by chance. */
const LEAST_BITS = 7;
/** Words by which one side may be longer before and the other after an anchor. */
const MOST_SKEW = 3;
