import type { AlignedPassage } from './aligned-passage.js';

/**
 * Says of passages in the base's order which were moved: those outside of the heaviest series, by words, that goes
 * forward on the witness's side too. Cost: n log n (prefix maxima in a Fenwick tree).
 */
export function markMoved(passages: readonly AlignedPassage[]): readonly AlignedPassage[] {
  const order = passages.map((_, p) => p).sort((a, b) => startOf(passages[a]) - startOf(passages[b]) || a - b);
  const rank = new Uint32Array(passages.length);
  order.forEach((p, r) => (rank[p] = r + 1));
  const weight = new Float64Array(passages.length);
  const previous = new Int32Array(passages.length).fill(-1);
  const tree = new Int32Array(passages.length + 1).fill(-1);
  const heavier = (a: number, b: number): number => (b >= 0 && (a < 0 || (weight[b] ?? 0) > (weight[a] ?? 0)) ? b : a);
  let last = -1;
  passages.forEach(({ steps }, p) => {
    let before = -1;
    for (let r = (rank[p] ?? 0) - 1; r > 0; r -= r & -r) before = heavier(before, tree[r] ?? -1);
    weight[p] = steps.length + (before < 0 ? 0 : (weight[before] ?? 0));
    previous[p] = before;
    for (let r = rank[p] ?? 1; r < tree.length; r += r & -r) tree[r] = heavier(tree[r] ?? -1, p);
    last = heavier(last, p);
  });
  const inOrder = new Set<number>();
  for (let p = last; p >= 0; p = previous[p] ?? -1) inOrder.add(p);
  return passages.map((aligned, p) =>
    inOrder.has(p) ? aligned : { ...aligned, passage: { ...aligned.passage, moved: true } },
  );
}

function startOf(passage: AlignedPassage | undefined): number {
  return passage?.passage.witness[0] ?? 0;
}
