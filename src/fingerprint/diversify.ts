/** A candidate's best run of hits along the query: its score and the query positions it covers, inclusive. */
export interface Run {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** A candidate that was chosen, with the score that it had when it was chosen. */
export interface Choice {
  readonly candidate: number;
  readonly score: number;
}

/** What may be chosen. */
export interface Field {
  /** How many candidates; they are named by their index, and of equals the earlier is better. */
  readonly size: number;
  /** Positions of the query. */
  readonly length: number;
  readonly limit: number;
  /** A candidate's best run when hits at each query position count as much as `worth` says (1 at first). Must not rise when worth falls. */
  best(candidate: number, worth: Float32Array): Run;
}

/** What a stretch of the query is still worth each time a candidate has been chosen for it. .3 and .7 found the same within .005. */
const WORTH_LEFT = 0.5;

/**
 * Chooses the best candidate, halves the worth of the stretch of the query that it covers, and again: several
 * sources of one page all come up, and twenty kin of the same boilerplate don't crowd them out.
 * A greedy cover as in maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998), over positions of the query.
 * Cost: scores only fall, so they are computed anew only for who leads, from a heap; on pages measured, 2 to 3 times a choice.
 */
export function diversify(field: Field): Choice[] {
  const worth = new Float32Array(field.length + 1).fill(1);
  const runs = Array.from({ length: field.size }, (_, candidate) => field.best(candidate, worth));
  const computed = new Uint32Array(field.size);
  const leads = (a: number, b: number): boolean => {
    const [x, y] = [runs[a]?.score ?? 0, runs[b]?.score ?? 0];
    return x > y || (x === y && a < b);
  };
  const heap = [...runs.keys()].sort((a, b) => (leads(a, b) ? -1 : 1));
  const chosen: Choice[] = [];
  while (chosen.length < field.limit) {
    const leader = heap[0];
    if (leader === undefined) break;
    if (computed[leader] === chosen.length) {
      const run = runs[leader];
      if (run === undefined || run.score <= 0) break;
      chosen.push({ candidate: leader, score: run.score });
      for (let at = run.from; at <= run.to; at++) worth[at] = (worth[at] ?? 0) * WORTH_LEFT;
      const last = heap.pop() ?? leader;
      if (heap.length > 0) heap[0] = last;
    } else {
      runs[leader] = field.best(leader, worth);
      computed[leader] = chosen.length;
    }
    sink(heap, leads);
  }
  return chosen;
}

/** Puts a heap in order whose first entry may have become too small. */
function sink(heap: number[], leads: (a: number, b: number) => boolean): void {
  const moved = heap[0];
  if (moved === undefined) return;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const [left = 0, right] = [heap[child], heap[child + 1]];
    const first = right !== undefined && leads(right, left) ? right : left;
    if (!leads(first, moved)) break;
    heap[at] = first;
    at = first === left ? child : child + 1;
  }
  heap[at] = moved;
}
