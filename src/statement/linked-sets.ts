/** Sets of numbers 0 to n - 1 that grow together by links (union–find). */
export interface LinkedSets {
  link(a: number, b: number): void;
  /** The number that stands for the set of another. */
  rootOf(member: number): number;
  /** Members of all sets, each set in rising order, in order of their first. */
  all(): number[][];
}

export function linkedSets(size: number): LinkedSets {
  const above = new Int32Array(size).map((_, i) => i);
  const rootOf = (member: number): number => {
    let root = member;
    while (above[root] !== root) root = above[root] ?? root;
    for (let next = member; next !== root;) {
      const after = above[next] ?? root;
      above[next] = root;
      next = after;
    }
    return root;
  };
  return {
    rootOf,
    link: (a, b) => void (above[rootOf(a)] = rootOf(b)),
    all: () => {
      const sets = new Map<number, number[]>();
      for (let i = 0; i < size; i++) {
        const root = rootOf(i);
        sets.set(root, [...(sets.get(root) ?? []), i]);
      }
      return [...sets.values()];
    },
  };
}
