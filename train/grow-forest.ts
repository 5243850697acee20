import type { Forest } from '../src/page/forest.js';

/**
 * Gradient-boosted regression trees for a yes-or-no question (Friedman 2001; histogram splits as in LightGBM, Ke et al. 2017):
 * each tree is grown leaf by leaf on the gradient of the logistic loss, over features cut into at most 48 bins.
 * Deterministic: the only chance is a seeded generator for the columns that a tree may use.
 * Cost: trees × leaves × rows × columns. Written for tens of thousands of rows.
 */

/** Rows of features with answers. */
export interface Examples {
  readonly width: number;
  readonly values: Float32Array;
  /** 0 or 1, or a probability in between. */
  readonly answers: Float32Array;
  readonly weights: Float32Array;
}

/** How to grow. */
export interface Growth {
  readonly trees: number;
  readonly leaves: number;
  /** Share of each tree's answer that is added. */
  readonly rate: number;
  /** Weight of examples that a leaf must hold. */
  readonly leafWeight: number;
  /** Ridge on leaf values. */
  readonly ridge: number;
  /** Share of columns that a tree may use. */
  readonly columns: number;
  readonly random: () => number;
}

interface GrowingNode {
  feature: number;
  value: number;
  left: number;
  right: number;
}

const BINS = 48;

export function growForest(examples: Examples, growth: Growth): Forest {
  const rows = examples.answers.length;
  const binned = binValues(examples, rows);
  const total = sum(examples.weights);
  const mean = examples.answers.reduce((all, answer, at) => all + answer * (examples.weights[at] ?? 0), 0) / total;
  const base = Math.log(mean / (1 - mean));
  const score = new Float64Array(rows).fill(base);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const trees: GrowingNode[][] = [];
  for (let turn = 0; turn < growth.trees; turn++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-(score[row] ?? 0)));
      const weight = examples.weights[row] ?? 0;
      gradient[row] = weight * ((examples.answers[row] ?? 0) - p);
      hessian[row] = weight * Math.max(p * (1 - p), 1e-6);
    }
    const columns = Array.from({ length: examples.width }, (_, at) => at).filter(
      () => growth.random() < growth.columns,
    );
    const { nodes, leafRows } = growTree({ binned, gradient, hessian, columns, growth, rows });
    for (const [node, members] of leafRows)
      for (const row of members) score[row] = (score[row] ?? 0) + (nodes[node]?.value ?? 0);
    trees.push(
      nodes.map((node) =>
        node.feature < 0 ? node : { ...node, value: binned.edges[node.feature]?.[node.value] ?? 0 },
      ),
    );
  }
  return { base, trees };
}

interface Binned {
  /** By column, then row. */
  readonly bins: readonly Uint8Array[];
  /** Upper edge of each bin but the last, by column. */
  readonly edges: readonly (readonly number[])[];
}

function binValues(examples: Examples, rows: number): Binned {
  const bins: Uint8Array[] = [];
  const edges: number[][] = [];
  for (let column = 0; column < examples.width; column++) {
    const values = Float32Array.from({ length: rows }, (_, row) => examples.values[row * examples.width + column] ?? 0);
    const sorted = Float32Array.from(values).sort();
    const cuts: number[] = [];
    for (let at = 1; at < BINS; at++) {
      const place = Math.floor((rows * at) / BINS) - 1;
      const low = sorted[place] ?? 0;
      const high = sorted.subarray(place + 1).find((value) => value > low);
      // Between two values that occur, so that rounding the cut moves nobody across.
      if (high !== undefined && (cuts.length === 0 || low > (cuts[cuts.length - 1] ?? 0))) cuts.push((low + high) / 2);
    }
    edges.push(cuts);
    bins.push(Uint8Array.from(values, (value) => binOf(cuts, value)));
  }
  return { bins, edges };
}

function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface TreeTask {
  readonly binned: Binned;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly columns: readonly number[];
  readonly growth: Growth;
  readonly rows: number;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Sums of gradient and hessian by column and bin, of the rows of one leaf. */
interface Histogram {
  readonly g: Float64Array;
  readonly h: Float64Array;
}

/** Grows the leaf whose split gains most, until there are enough leaves. */
function growTree(task: TreeTask): { nodes: GrowingNode[]; leafRows: Map<number, Int32Array> } {
  const nodes: GrowingNode[] = [];
  const leafRows = new Map<number, Int32Array>();
  const leaves = new Map<number, { split: Split | undefined; histogram: Histogram }>();
  const addLeaf = (members: Int32Array, histogram: Histogram): number => {
    const g = sumOf(task.gradient, members);
    const h = sumOf(task.hessian, members);
    nodes.push({ feature: -1, value: task.growth.rate * (g / (h + task.growth.ridge)), left: 0, right: 0 });
    leafRows.set(nodes.length - 1, members);
    leaves.set(nodes.length - 1, { split: bestSplit(task, histogram, g, h), histogram });
    return nodes.length - 1;
  };
  const everyRow = Int32Array.from({ length: task.rows }, (_, row) => row);
  addLeaf(everyRow, countUp(task, everyRow));
  while (leaves.size < task.growth.leaves) {
    const [node, leaf] = [...leaves].reduce((best, other) =>
      (other[1].split?.gain ?? 0) > (best[1].split?.gain ?? 0) ? other : best,
    );
    const { split, histogram } = leaf;
    if (!split) break;
    const members = leafRows.get(node) ?? new Int32Array(0);
    const bins = task.binned.bins[split.feature];
    const left = members.filter((row) => (bins?.[row] ?? 0) <= split.bin);
    const right = members.filter((row) => (bins?.[row] ?? 0) > split.bin);
    leaves.delete(node);
    leafRows.delete(node);
    // The larger side's sums are the whole's less the smaller side's.
    const smaller = countUp(task, left.length <= right.length ? left : right);
    const larger = lessen(histogram, smaller);
    const at = addLeaf(left, left.length <= right.length ? smaller : larger);
    addLeaf(right, left.length <= right.length ? larger : smaller);
    nodes[node] = { feature: split.feature, value: split.bin, left: at, right: at + 1 };
  }
  return { nodes, leafRows };
}

function countUp(task: TreeTask, members: Int32Array): Histogram {
  const { binned, gradient, hessian, columns } = task;
  const g = new Float64Array(columns.length * BINS);
  const h = new Float64Array(columns.length * BINS);
  columns.forEach((feature, at) => {
    const bins = binned.bins[feature] ?? new Uint8Array(0);
    const offset = at * BINS;
    for (const row of members) {
      const place = offset + (bins[row] ?? 0);
      g[place] = (g[place] ?? 0) + (gradient[row] ?? 0);
      h[place] = (h[place] ?? 0) + (hessian[row] ?? 0);
    }
  });
  return { g, h };
}

function lessen(whole: Histogram, part: Histogram): Histogram {
  return {
    g: whole.g.map((value, at) => value - (part.g[at] ?? 0)),
    h: whole.h.map((value, at) => value - (part.h[at] ?? 0)),
  };
}

function bestSplit(task: TreeTask, { g, h }: Histogram, allG: number, allH: number): Split | undefined {
  const { binned, columns, growth } = task;
  const whole = (allG * allG) / (allH + growth.ridge);
  let best: Split | undefined;
  columns.forEach((feature, at) => {
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < (binned.edges[feature]?.length ?? 0); bin++) {
      leftG += g[at * BINS + bin] ?? 0;
      leftH += h[at * BINS + bin] ?? 0;
      if (leftH < growth.leafWeight || allH - leftH < growth.leafWeight) continue;
      const gain =
        (leftG * leftG) / (leftH + growth.ridge) +
        ((allG - leftG) * (allG - leftG)) / (allH - leftH + growth.ridge) -
        whole;
      if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin };
    }
  });
  return best;
}

function sumOf(values: Float64Array, members: Int32Array): number {
  let all = 0;
  for (const row of members) all += values[row] ?? 0;
  return all;
}

function sum(values: Float32Array): number {
  return values.reduce((all, value) => all + value, 0);
}
