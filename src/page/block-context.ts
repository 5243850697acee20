import type { Block } from './block.js';
import type { Matrix } from './block-features.js';
import type { Tree, TreeElement } from './tree.js';

/**
 * The second look at a page: what the first judgement says of a block's surroundings. A report is a stretch of the page, so a
 * doubtful line between sure paragraphs belongs to it and the same line in a menu does not (stacking after Cohen & Carvalho 2005;
 * the best stretch of the tree after the maximum subsequences of Pasternack & Roth 2009).
 */

/** The columns that the second look adds. */
const CONTEXT = [
  'first',
  'before1',
  'before2',
  'after1',
  'after2',
  'around3',
  'around8',
  'beforeMax',
  'afterMax',
  'siblings',
  'cousins',
  'path',
  'sinceSure',
  'untilSure',
  'sinceFirstSure',
  'untilLastSure',
  'inStretch',
  'fromStretch',
  'stretchMean',
  'pageSure',
  'sureBefore',
] as const;

/** First judgements at least this sure count as the report's. A choice: surer than a coin, so that doubtful blocks don't vouch for each other. */
const SURE = 0.7;
const FARTHEST = 60;

/** Features of the surroundings of each block, given the first judgements. Linear in blocks. */
export function contextFeatures(blocks: readonly Block[], tree: Tree, first: Float32Array): Matrix {
  const width = CONTEXT.length;
  const values = new Float32Array(blocks.length * width);
  const groups = groupMeans(blocks, first);
  const stretch = bestStretch(blocks, tree, first);
  const sure = blocks.map((_, at) => (first[at] ?? 0) >= SURE && (blocks[at]?.text.length ?? 0) >= 40);
  const firstSure = sure.indexOf(true);
  const lastSure = sure.lastIndexOf(true);
  const since = distances(sure, 1);
  const until = distances(sure, -1);
  const sureText = blocks.reduce((sum, block, at) => sum + (sure[at] ? block.text.length : 0), 0);
  const p = (at: number): number => first[at] ?? 0;
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at <= to; at++) sum += p(at);
    return sum / (to - from + 1);
  };
  const most = (from: number, to: number): number => {
    let top = 0;
    for (let at = from; at <= to; at++) top = Math.max(top, p(at));
    return top;
  };
  let before = 0;
  blocks.forEach((block, at) => {
    values.set(
      [
        p(at),
        p(at - 1),
        p(at - 2),
        p(at + 1),
        p(at + 2),
        mean(at - 3, at + 3),
        mean(at - 8, at + 8),
        most(at - 4, at - 1),
        most(at + 1, at + 4),
        groups.parent[at] ?? 0,
        groups.grand[at] ?? 0,
        groups.path[at] ?? 0,
        since[at] ?? FARTHEST,
        until[at] ?? FARTHEST,
        firstSure < 0 ? -FARTHEST : clamp(at - firstSure),
        lastSure < 0 ? -FARTHEST : clamp(lastSure - at),
        stretch.inside[block.element.index] ?? 0,
        levelsTo(block.element, stretch.inside),
        stretch.mean,
        Math.log(1 + sureText),
        sureText === 0 ? 0 : before / sureText,
      ],
      at * width,
    );
    if (sure[at]) before += block.text.length;
  });
  return { width, values };
}

/** Rows of two matrices, side by side. */
export function sideBySide(left: Matrix, right: Matrix): Matrix {
  const rows = left.values.length / left.width;
  const width = left.width + right.width;
  const values = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    values.set(left.values.subarray(row * left.width, (row + 1) * left.width), row * width);
    values.set(right.values.subarray(row * right.width, (row + 1) * right.width), row * width + left.width);
  }
  return { width, values };
}

function clamp(distance: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, distance));
}

/** Blocks since the last sure one (direction 1) or until the next (-1). */
function distances(sure: readonly boolean[], direction: 1 | -1): Float32Array {
  const result = new Float32Array(sure.length);
  let distance = FARTHEST;
  for (let step = 0; step < sure.length; step++) {
    const at = direction === 1 ? step : sure.length - 1 - step;
    distance = sure[at] ? 0 : Math.min(distance + 1, FARTHEST);
    result[at] = distance;
  }
  return result;
}

interface GroupMeans {
  readonly parent: Float32Array;
  readonly grand: Float32Array;
  readonly path: Float32Array;
}

/** Mean first judgement, weighted by length, over blocks with the same parent, grandparent, and template path; the block itself left out. */
function groupMeans(blocks: readonly Block[], first: Float32Array): GroupMeans {
  const meanBy = (keyOf: (block: Block) => string | number): Float32Array => {
    const sums = new Map<string | number, { sum: number; weight: number }>();
    const keys = blocks.map(keyOf);
    const weights = blocks.map((block) => Math.min(block.text.length, 200));
    keys.forEach((key, at) => {
      const entry = sums.get(key) ?? { sum: 0, weight: 0 };
      entry.sum += (first[at] ?? 0) * (weights[at] ?? 0);
      entry.weight += weights[at] ?? 0;
      sums.set(key, entry);
    });
    return Float32Array.from(keys, (key, at) => {
      const entry = sums.get(key) ?? { sum: 0, weight: 0 };
      const rest = entry.weight - (weights[at] ?? 0);
      return rest <= 0 ? -1 : (entry.sum - (first[at] ?? 0) * (weights[at] ?? 0)) / rest;
    });
  };
  return {
    parent: meanBy((block) => block.element.parent?.index ?? 0),
    grand: meanBy((block) => block.element.parent?.parent?.index ?? 0),
    path: meanBy(
      (block) =>
        `${block.element.tag}.${block.element.attributes['class'] ?? ''}<${block.element.parent?.tag ?? ''}.${block.element.parent?.attributes['class'] ?? ''}`,
    ),
  };
}

/** The element over whose blocks the log-odds, capped and weighted by length, sum up highest. */
function bestStretch(blocks: readonly Block[], tree: Tree, first: Float32Array): { inside: Uint8Array; mean: number } {
  const score = new Float64Array(tree.elements.length);
  const weight = new Float64Array(tree.elements.length);
  const likely = new Float64Array(tree.elements.length);
  blocks.forEach((block, at) => {
    const p = Math.min(0.98, Math.max(0.02, first[at] ?? 0));
    const size = Math.sqrt(block.text.length);
    const index = block.element.index;
    score[index] = (score[index] ?? 0) + size * Math.log(p / (1 - p));
    weight[index] = (weight[index] ?? 0) + size;
    likely[index] = (likely[index] ?? 0) + size * p;
  });
  for (let at = tree.elements.length - 1; at > 0; at--) {
    const parent = tree.elements[at]?.parent?.index ?? 0;
    for (const column of [score, weight, likely]) column[parent] = (column[parent] ?? 0) + (column[at] ?? 0);
  }
  let best = 0;
  score.forEach((value, at) => {
    if (value > (score[best] ?? 0)) best = at;
  });
  const inside = new Uint8Array(tree.elements.length);
  for (const element of tree.elements)
    if (element.index === best || (element.parent && inside[element.parent.index] === 1)) inside[element.index] = 1;
  return { inside, mean: (likely[best] ?? 0) / Math.max(weight[best] ?? 0, 1) };
}

function levelsTo(element: TreeElement, inside: Uint8Array): number {
  let levels = 0;
  for (let at: TreeElement | undefined = element; at && inside[at.index] !== 1 && levels < 15; at = at.parent) levels++;
  return levels;
}
