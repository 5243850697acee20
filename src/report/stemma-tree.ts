import type { Stemma, StemmaWitness } from '../stemma/stemma.js';

/** Who stands above and below whom, by first exemplars. */
export interface Tree {
  /** The first exemplar of each copy. */
  readonly above: ReadonlyMap<string, string>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

/** The first exemplar of each copy makes the tree. */
export function treeOf(stemma: Stemma): Tree {
  const above = new Map<string, string>();
  const below = new Map<string, string[]>();
  for (const { exemplar, copy } of stemma.descents) {
    if (above.has(copy)) continue;
    above.set(copy, exemplar);
    below.set(exemplar, [...(below.get(exemplar) ?? []), copy]);
  }
  return { above, below };
}

/** A witness in its row. */
export interface Row {
  readonly witness: StemmaWitness;
  readonly siglum: string;
  readonly depth: number;
}

/** Depth first, the largest tree and earlier copies first; a witness caught in a ring of descents still gets its row. */
export function rowsOf(stemma: Stemma, tree: Tree, times: ReadonlyMap<string, number>): Row[] {
  const size = (siglum: string): number => treeBelow(siglum, tree).size;
  const since = new Map(stemma.witnesses.map(({ siglum }) => [siglum, earliest(siglum, tree, times)]));
  const later = (a: string, b: string): number => {
    const [left, right] = [since.get(a) ?? Infinity, since.get(b) ?? Infinity];
    return left === right ? 0 : left - right;
  };
  const bySiglum = new Map(stemma.witnesses.map((witness) => [witness.siglum, witness]));
  const rows: Row[] = [];
  const seen = new Set<string>();
  const visit = (start: string): void => {
    const stack = [{ siglum: start, depth: 0 }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const witness = bySiglum.get(next.siglum);
      if (!witness || seen.has(next.siglum)) continue;
      seen.add(next.siglum);
      rows.push({ witness, ...next });
      const depth = next.depth + 1;
      const copies = [...(tree.below.get(next.siglum) ?? [])].sort((a, b) => later(b, a));
      for (const siglum of copies) stack.push({ siglum, depth });
    }
  };
  const roots = stemma.witnesses.map(({ siglum }) => siglum).filter((siglum) => !tree.above.has(siglum));
  for (const siglum of roots.sort((a, b) => size(b) - size(a) || later(a, b))) visit(siglum);
  for (const { siglum } of stemma.witnesses) visit(siglum);
  return rows;
}

/** Descents from a root to the last copy below it; 1 at least, so that it can be divided by. */
export function deepestOf(rows: readonly Pick<Row, 'depth'>[]): number {
  return Math.max(1, ...rows.map(({ depth }) => depth));
}

/** A witness and all that go back to it by their first exemplars. */
function treeBelow(siglum: string, tree: Tree): Set<string> {
  const found = new Set([siglum]);
  for (const each of found) for (const copy of tree.below.get(each) ?? []) found.add(copy);
  return found;
}

/** When a witness came out; of one without a date, when the first below it did. */
function earliest(siglum: string, tree: Tree, times: ReadonlyMap<string, number>): number {
  const own = times.get(siglum) ?? NaN;
  if (!Number.isNaN(own)) return own;
  const below = [...treeBelow(siglum, tree)].map((each) => times.get(each) ?? NaN);
  return Math.min(...below.filter((time) => !Number.isNaN(time)), Infinity);
}
