/**
 * Boosted decision trees as a value, and how to ask them (grown by train/grow-forest.ts). Each tree sends a row of features to
 * a leaf; the leaves add up to the log-odds of yes. Cost of asking: trees × depth comparisons.
 */

/** A split or a leaf. `feature` is -1 for a leaf; else rows with a value ≤ `value` go to `left`, others to `right`. */
interface ForestNode {
  readonly feature: number;
  readonly value: number;
  readonly left: number;
  readonly right: number;
}

export interface Forest {
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly (readonly ForestNode[])[];
}

/** Probability of yes for a row of features. */
export function askForest(forest: Forest, row: Float32Array): number {
  let score = forest.base;
  for (const tree of forest.trees) {
    let node = tree[0];
    while (node && node.feature >= 0) node = tree[(row[node.feature] ?? 0) <= node.value ? node.left : node.right];
    score += node?.value ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}

/** A forest as text: the base, then a tree after each `|`, nodes in preorder, `feature>value` for a split and a bare number for a leaf. */
export function writeForest(forest: Forest): string {
  const write = (tree: readonly ForestNode[], at: number): string => {
    const node = tree[at];
    if (!node || node.feature < 0) return short(node?.value ?? 0, 3);
    return `${node.feature}>${short(node.value, 5)} ${write(tree, node.left)} ${write(tree, node.right)}`;
  };
  return [short(forest.base, 4), ...forest.trees.map((tree) => write(tree, 0))].join('|');
}

export function readForest(text: string): Forest {
  const [base, ...trees] = text.split('|');
  return { base: Number(base), trees: trees.map(readTree) };
}

function readTree(text: string): readonly ForestNode[] {
  const nodes: { feature: number; value: number; left: number; right: number }[] = [];
  const words = text.split(' ');
  let at = 0;
  const read = (): number => {
    const word = words[at++] ?? '0';
    const index = nodes.length;
    const split = word.indexOf('>');
    const node = {
      feature: split < 0 ? -1 : Number(word.slice(0, split)),
      value: Number(word.slice(split + 1)),
      left: 0,
      right: 0,
    };
    nodes.push(node);
    if (split >= 0) {
      node.left = read();
      node.right = read();
    }
    return index;
  };
  read();
  return nodes;
}

function short(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}
