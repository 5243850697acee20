import type { UnitPair } from './pair-units.js';

/** Units that correspond in the same order on both sides; a moved passage is a block of its own. */
export type Block = readonly UnitPair[];

/**
 * Sentence alignment: pairs of like units are chained where both sides go forward; the best chain is settled first,
 * then the best of what is left, so that moved passages come out as blocks of their own. A unit may go with two or
 * three of the other side (split, merged) inside a chain, with no other chain. One pass of local chaining as in
 * MUMmer (Delcher et al. 1999), with a window instead of a tree: a chain doesn't reach over more than REACH units.
 * Cost: O(pairs · window), and linear in the units since each has few partners.
 */
export function chainUnits(pairs: readonly UnitPair[]): readonly Block[] {
  const { score, previous } = scoreChains(pairs);
  const order = Array.from(pairs, (_, i) => i).sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
  const base = new Set<number>();
  const witness = new Set<number>();
  const done = new Uint8Array(pairs.length);
  const blocks: Block[] = [];
  for (const end of order) {
    if ((score[end] ?? 0) < LEAST_CHAIN) break;
    const block: UnitPair[] = [];
    let at = end;
    for (; at >= 0; at = previous[at] ?? -1) {
      const pair = pairs[at];
      if (!pair || done[at] === 1 || base.has(pair.base) || witness.has(pair.witness)) break;
      block.push(pair);
    }
    if (block.length === 0 || (score[end] ?? 0) - (at >= 0 ? (score[at] ?? 0) : 0) < LEAST_CHAIN) continue;
    for (let k = end; k !== at; k = previous[k] ?? -1) done[k] = 1;
    for (const pair of block) {
      base.add(pair.base);
      witness.add(pair.witness);
    }
    blocks.push(block.reverse());
  }
  return blocks.sort((a, b) => (a[0]?.base ?? 0) - (b[0]?.base ?? 0));
}

/** The best chain that ends in each pair: its score and the pair before. */
function scoreChains(pairs: readonly UnitPair[]): { score: Float64Array; previous: Int32Array } {
  const score = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach((pair, p) => {
    let best = 0;
    for (let q = p - 1; q >= 0; q--) {
      const other = pairs[q];
      if (!other || pair.base - other.base > REACH) break;
      const linked = (score[q] ?? 0) + link(other, pair);
      if (linked > best) {
        best = linked;
        previous[p] = q;
      }
    }
    score[p] = best + pair.likeness - STRANGERS;
  });
  return { score, previous };
}

/** What it costs to go from one pair to the next; impossible where a side would go back. */
function link(from: UnitPair, to: UnitPair): number {
  const base = to.base - from.base;
  const witness = to.witness - from.witness;
  if (witness < 0 || witness > REACH) return -Infinity;
  if (base === 0 || witness === 0) return base + witness === 1 ? -SPLIT : -Infinity;
  return NEXT - GAP * (base + witness - 2);
}

/** Units that may be left out between two links. */
const REACH = 12;
/** Likeness of two sentences that have nothing to do with each other but their topic. */
const STRANGERS = 0.12;
/** A sentence goes with a second one only if that is mostly contained in it. */
const SPLIT = 0.3;
const NEXT = 0.04;
const GAP = 0.015;
/** Least score of a chain: one pair of likeness .3, or more pairs that are weaker and in order. */
const LEAST_CHAIN = 0.18;
