/**
 * The average sign distance of two trees over the same pages (Roos & Heikkilä 2009): for each page and each pair of
 * others, whether both trees agree which of the two is nearer, by edges. 1 is full agreement.
 */

/** An undirected tree: neighbours by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export function graphOf(edges: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [a, b] of edges) {
    graph.set(a, (graph.get(a) ?? new Set()).add(b));
    graph.set(b, (graph.get(b) ?? new Set()).add(a));
  }
  return graph;
}

/** Agreement over all triples of the named pages. Pages that are not joined are farther than any that are. */
export function signAgreement(found: Graph, truth: Graph, pages: readonly string[]): number {
  let sum = 0;
  let count = 0;
  for (const page of pages) {
    const [here, there] = [stepsFrom(found, page), stepsFrom(truth, page)];
    for (let i = 0; i < pages.length; i++) {
      for (let j = i + 1; j < pages.length; j++) {
        const [a, b] = [pages[i] ?? '', pages[j] ?? ''];
        if (a === page || b === page) continue;
        const sign = (steps: ReadonlyMap<string, number>): number =>
          Math.sign((steps.get(a) ?? 1e6) - (steps.get(b) ?? 1e6));
        sum += 1 - Math.abs(sign(here) - sign(there)) / 2;
        count++;
      }
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** Neighbour joining (Saitou & Nei 1987): an unrooted tree with the pages as leaves. */
export function neighbourJoining(pages: readonly string[], distances: readonly (readonly number[])[]): Graph {
  const edges: [string, string][] = [];
  const names = [...pages];
  const table = distances.map((row) => [...row]);
  for (let inner = 0; names.length > 2; inner++) {
    const n = names.length;
    const sums = table.map((row) => row.reduce((sum, value) => sum + value, 0));
    let best = [0, 1];
    let least = Infinity;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const value = (n - 2) * (table[i]?.[j] ?? 0) - (sums[i] ?? 0) - (sums[j] ?? 0);
        if (value < least) [least, best] = [value, [i, j]];
      }
    }
    const [i = 0, j = 1] = best;
    const node = `inner ${inner}`;
    edges.push([node, names[i] ?? ''], [node, names[j] ?? '']);
    const row = table.map((_, k) => ((table[i]?.[k] ?? 0) + (table[j]?.[k] ?? 0) - (table[i]?.[j] ?? 0)) / 2);
    const keep = names.map((_, k) => k).filter((k) => k !== i && k !== j);
    const joined = [
      ...keep.map((k) => [...keep.map((l) => table[k]?.[l] ?? 0), row[k] ?? 0]),
      [...keep.map((k) => row[k] ?? 0), 0],
    ];
    table.splice(0, table.length, ...joined);
    names.splice(0, names.length, ...keep.map((k) => names[k] ?? ''), node);
  }
  if (names.length === 2) edges.push([names[0] ?? '', names[1] ?? '']);
  return graphOf(edges);
}

function stepsFrom(graph: Graph, start: string): Map<string, number> {
  const steps = new Map([[start, 0]]);
  const queue = [start];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const neighbour of graph.get(next) ?? []) {
      if (steps.has(neighbour)) continue;
      steps.set(neighbour, (steps.get(next) ?? 0) + 1);
      queue.push(neighbour);
    }
  }
  return steps;
}
