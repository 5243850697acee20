import { Flag, type Witness } from '../witness/witness.js';

/**
 * Words in a row that count as one thing shared. Exemplars among the 16 nearest in families of 100, second ones too: .933 by
 * single longer words, .959 by two in a row, .972 by three; three with the cosine instead of what lies between, .966 among 24
 * against .981.
 */
const RUN = 3;

/**
 * For each member up to `most` others that it may be a copy of or be copied to, best first. One exemplar lies between its copies and
 * everybody else, so a member is the nearer the fewer others share more runs of words with both of the two than these share with
 * each other. Everybody's first one hangs it on a tree of the largest shares, so that whatever shares anything hangs together:
 * a hundred equal pages are nearest to each other, and would leave their source out.
 * Cost: distinct runs × bearers², members³.
 */
export function nearestMembers(family: readonly Witness[], most: number): number[][] {
  const shared = sharedRuns(family);
  const parents = largestTree(shared);
  return shared.map((own, member) => {
    const between = own.map((count, other) =>
      count > 0 && other !== member ? betweenCount(shared, member, other) : 0,
    );
    const others = own.map((_, other) => other).filter((other) => other !== member && (own[other] ?? 0) > 0);
    const isParent = (other: number): number => (parents[member] === other ? 1 : 0);
    return others
      .sort(
        (a, b) =>
          isParent(b) - isParent(a) || (between[a] ?? 0) - (between[b] ?? 0) || (own[b] ?? 0) - (own[a] ?? 0) || a - b,
      )
      .slice(0, most);
  });
}

/** How many others share more with either of two than the two with each other. */
function betweenCount(shared: readonly (readonly number[])[], a: number, b: number): number {
  const [left, right] = [shared[a] ?? [], shared[b] ?? []];
  const own = left[b] ?? 0;
  return left.reduce(
    (sum, count, other) => sum + (other !== a && other !== b && count > own && (right[other] ?? 0) > own ? 1 : 0),
    0,
  );
}

/** For each pair the number of distinct runs of words that both have. */
function sharedRuns(family: readonly Witness[]): number[][] {
  const bearers = new Map<string, number[]>();
  family.forEach((witness, member) => {
    for (const run of runsOf(witness)) {
      const list = bearers.get(run);
      if (list) list.push(member);
      else bearers.set(run, [member]);
    }
  });
  const shared = family.map(() => family.map(() => 0));
  for (const list of bearers.values())
    for (const a of list) {
      const row = shared[a] ?? [];
      for (const b of list) row[b] = (row[b] ?? 0) + 1;
    }
  return shared;
}

function runsOf(witness: Witness): Set<string> {
  const forms: string[] = [];
  for (let i = 0; i < witness.length; i++)
    if (((witness.flags[i] ?? 0) & (Flag.word | Flag.number)) !== 0)
      forms.push(witness.forms[witness.form[i] ?? 0] ?? '');
  return new Set(forms.slice(RUN - 1).map((_, i) => forms.slice(i, i + RUN).join(' ')));
}

/** Parents in a maximum spanning tree (Prim 1957) rooted in the last member; -1 where nothing is shared. */
function largestTree(shared: readonly (readonly number[])[]): number[] {
  const parents = shared.map(() => -1);
  const reached = shared.map(() => -1);
  const open = new Set(shared.keys());
  let next = shared.length - 1;
  while (open.size > 0) {
    open.delete(next);
    let best = -1;
    for (const member of open) {
      const count = shared[next]?.[member] ?? 0;
      if (count > Math.max(0, reached[member] ?? -1)) {
        reached[member] = count;
        parents[member] = next;
      }
      if (best < 0 || (reached[member] ?? -1) > (reached[best] ?? -1)) best = member;
    }
    next = best;
  }
  return parents;
}
