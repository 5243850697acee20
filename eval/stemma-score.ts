import type { Stemma } from '../src/stemma/stemma.js';
import type { GrownFamily } from '../src/testing/copyist.js';

/**
 * What is right, said once. A copy is right when its exemplar is the true one. A true exemplar that is lost can only be
 * seen where at least two lines of copies lead down from it: then the copy must hang on a lost ancestor together
 * with at least one true sibling line; a seen page in its place is wrong, also where it reads the same. A lost page with
 * one line below is passed over: its copies are copies of what it copied. A copy of two is right when its likeliest
 * exemplar is one of the two; whether both were named is counted apart. A root is right when it has no kept ancestor.
 */
export interface StemmaScore {
  readonly copies: number;
  readonly right: number;
  readonly roots: number;
  readonly rootsRight: number;
  /** Copies whose two exemplars were both named, of the copies that have two. */
  readonly merged: number;
  readonly mergedFound: number;
  /** Second exemplars that were named where there is none. */
  readonly mergedWrongly: number;
  readonly wrong: readonly string[];
}

/** Compares by page ids. */
export function scoreStemma(stemma: Stemma, family: GrownFamily): StemmaScore {
  const truth = trueTree(family);
  const found = foundTree(stemma);
  const count = { copies: 0, right: 0, roots: 0, rootsRight: 0, merged: 0, mergedFound: 0, mergedWrongly: 0 };
  const wrong: string[] = [];
  for (const page of family.pages.filter((one) => !one.lost)) {
    const wanted = truth.exemplars(page.id);
    const named = found.get(page.id) ?? [];
    const best = named[0];
    const isRight =
      wanted.length === 0
        ? best === undefined
        : best !== undefined && wanted.some((one) => agrees(one, best, { truth, found, page: page.id }));
    if (wanted.length === 0) {
      count.roots++;
      if (isRight) count.rootsRight++;
    } else {
      count.copies++;
      if (isRight) count.right++;
    }
    if (!isRight) wrong.push(`${page.id}: ${best ?? 'root'} for ${wanted.join(' + ') || 'root'}`);
    if (wanted.length > 1) {
      count.merged++;
      if (wanted.every((one) => named.some((other) => agrees(one, other, { truth, found, page: page.id }))))
        count.mergedFound++;
    } else if (named.length > 1) count.mergedWrongly++;
  }
  return { ...count, wrong };
}

interface Sides {
  readonly truth: TrueTree;
  readonly found: ReadonlyMap<string, readonly string[]>;
  readonly page: string;
}

function agrees(wanted: string, named: string, { truth, found, page }: Sides): boolean {
  if (!truth.isLost(wanted)) return wanted === named;
  if (!named.startsWith('lost:')) return false;
  const children = [...found].filter(([, exemplars]) => exemplars.includes(named)).map(([child]) => child);
  return children.some((child) => child !== page && truth.below(wanted).has(child));
}

interface TrueTree {
  /** True exemplars; a lost one stands only where two lines lead down from it. */
  exemplars(id: string): string[];
  isLost(id: string): boolean;
  /** All pages that descend from it. */
  below(id: string): Set<string>;
}

function trueTree(family: GrownFamily): TrueTree {
  const lost = new Set(family.pages.filter((page) => page.lost).map((page) => page.id));
  const above = (id: string): string[] =>
    family.descents.filter((descent) => descent.copy === id).map((descent) => descent.exemplar);
  const copies = (id: string): string[] =>
    family.descents.filter((descent) => descent.exemplar === id).map((descent) => descent.copy);
  const below = (id: string): Set<string> => {
    const found = new Set<string>();
    const queue = copies(id);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      queue.push(...copies(next));
    }
    return found;
  };
  const keptLines = (id: string): number => copies(id).filter((copy) => !lost.has(copy) || keptLines(copy) > 0).length;
  const seen = (id: string): string[] => (lost.has(id) && keptLines(id) < 2 ? above(id).flatMap(seen) : [id]);
  return { exemplars: (id) => [...new Set(above(id).flatMap(seen))], isLost: (id) => lost.has(id), below };
}

/** For each kept page the exemplars that the stemma names, likeliest first; lost ones as `lost:α`. */
function foundTree(stemma: Stemma): Map<string, string[]> {
  const name = new Map(
    stemma.witnesses.map((witness) => [witness.siglum, witness.lost ? `lost:${witness.siglum}` : (witness.id ?? '')]),
  );
  const found = new Map<string, string[]>();
  for (const descent of stemma.descents) {
    const copy = name.get(descent.copy) ?? '';
    found.set(copy, [...(found.get(copy) ?? []), name.get(descent.exemplar) ?? '']);
  }
  return found;
}
