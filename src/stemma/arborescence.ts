/**
 * Maximum spanning arborescence with a virtual root, by Chu & Liu 1965 and Edmonds 1967: every node takes its best
 * way in; a cycle is contracted to one node whose ways in are corrected by what breaking the cycle costs; again until
 * there is none. Here in the dense O(n³) form: families are small. Guarantee: no other choice of one way in for each
 * node, free of cycles, weighs more.
 */

/** `weight[p][c]` is what it's worth that c descends from p; -Infinity forbids it. `root[c]` is what it's worth that c descends from nobody here. */
export interface DescentWeights {
  readonly weight: readonly Float64Array[];
  readonly root: Float64Array;
}

/** For each node its exemplar, or -1 for a root. */
export function maximumArborescence(weights: DescentWeights): Int32Array {
  const n = weights.root.length;
  const table = [weights.root, ...weights.weight].map((row) => Float64Array.from([-Infinity, ...row]));
  for (let i = 1; i <= n; i++) (table[i] as Float64Array)[i] = -Infinity;
  return contract(table)
    .slice(1)
    .map((exemplar) => exemplar - 1);
}

/** Node 0 is the virtual root. Returns the way into each node. */
function contract(table: readonly Float64Array[]): Int32Array {
  const best = bestWaysIn(table);
  const cycle = findCycle(best);
  if (cycle === undefined) return best;
  const inCycle = new Set(cycle);
  const outside = table.map((_, i) => i).filter((i) => !inCycle.has(i));
  const merged = outside.length;
  const size = merged + 1;
  const small = Array.from({ length: size }, () => new Float64Array(size).fill(-Infinity));
  const entry = new Int32Array(size);
  const exit = new Int32Array(size);
  outside.forEach((from, i) => {
    outside.forEach((to, j) => ((small[i] as Float64Array)[j] = at(table, from, to)));
    const into = argMax(cycle, (to) => at(table, from, to) - at(table, best[to] ?? 0, to));
    (small[i] as Float64Array)[merged] = at(table, from, into) - at(table, best[into] ?? 0, into);
    entry[i] = into;
    const out = argMax(cycle, (member) => at(table, member, from));
    (small[merged] as Float64Array)[i] = at(table, out, from);
    exit[i] = out;
  });
  const solved = contract(small);
  const ways = Int32Array.from(best);
  outside.forEach((node, i) => {
    const way = solved[i] ?? 0;
    ways[node] = way === merged ? (exit[i] ?? 0) : (outside[way] ?? 0);
  });
  const enters = solved[merged] ?? 0;
  ways[entry[enters] ?? 0] = outside[enters] ?? 0;
  return ways;
}

function bestWaysIn(table: readonly Float64Array[]): Int32Array {
  const all = table.map((_, i) => i);
  return Int32Array.from(all, (node) => (node === 0 ? 0 : argMax(all, (from) => at(table, from, node))));
}

function findCycle(ways: Int32Array): number[] | undefined {
  const seen = new Int32Array(ways.length);
  for (let start = 1; start < ways.length; start++) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = ways[node] ?? 0;
    }
    if (node === 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = ways[node] ?? 0; next !== node; next = ways[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return undefined;
}

function argMax(items: readonly number[], value: (item: number) => number): number {
  let found = items[0] ?? 0;
  let most = -Infinity;
  for (const item of items) {
    const worth = value(item);
    if (worth > most) {
      most = worth;
      found = item;
    }
  }
  return found;
}

function at(table: readonly Float64Array[], from: number, to: number): number {
  return table[from]?.[to] ?? -Infinity;
}
