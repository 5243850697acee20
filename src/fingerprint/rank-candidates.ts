import { diversify, type Run } from './diversify.js';
import type { Probe } from './fingerprints.js';

/**
 * Step one of the ranking: who holds what the query asked for, close together.
 * Idea: along the query a candidate's score rises with each hit, falls over gaps and starts again at 0; its best run counts
 * (Smith–Waterman's recurrence in one dimension: no positions are needed in the index). Then diversify.
 * Cost: linear in the postings, plus `POOL` candidates × choices. The same on every engine: it gets postings as sets.
 */

/** Which keys hold which hashes: parallel columns, grouped by key. */
export interface Hits {
  readonly keys: Float64Array;
  readonly hashes: Float64Array;
}

export interface RankedKey {
  readonly key: number;
  readonly score: number;
  /** Query positions of its hits, ascending. */
  readonly at: Uint32Array;
}

/** Lost for each token between two hits, in weight units (16 to the bit): .4 bits. .2 bits found .892 of a hard set, .4 .910, .8 .897. */
const GAP_COST = 6.4;

/** Candidates that diversification looks at for each it may choose: with the postings' budget, all there are. */
const POOL = 5;

/** The best candidates, best first; of equals the smaller key first. `probes` in order of position, with weights; others' hits are ignored. */
export function rankCandidates(probes: readonly Probe[], hits: Hits, limit: number): RankedKey[] {
  const groups = groupHits(probes, hits);
  const at = Uint32Array.from(probes, (probe) => probe.at);
  const weights = Int32Array.from(probes, (probe) => probe.weight);
  const runOf = (group: number, worth?: Float32Array): Run => bestRun(groups, group, { at, weights, worth });
  const scores = Float64Array.from(groups.keys, (_, group) => runOf(group).score);
  const pool = [...scores.keys()]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (groups.keys[a] ?? 0) - (groups.keys[b] ?? 0))
    .slice(0, limit * POOL);
  const ranked = (group: number, score: number): RankedKey => {
    const own = groups.probes.subarray(groups.starts[group], groups.starts[group + 1]);
    return { key: groups.keys[group] ?? 0, score, at: own.map((probe) => at[probe] ?? 0) };
  };
  return diversify({
    size: pool.length,
    length: (probes.at(-1)?.at ?? 0) + 1,
    limit,
    best: (candidate, worth) => runOf(pool[candidate] ?? 0, worth),
  }).map(({ candidate, score }) => ranked(pool[candidate] ?? 0, score));
}

/** Hits by key, as indices into the probes in order of position: those of group i are `probes[starts[i]]` to `probes[starts[i + 1] - 1]`. */
interface Groups {
  readonly keys: readonly number[];
  readonly starts: readonly number[];
  readonly probes: Uint32Array;
}

function groupHits(asked: readonly Probe[], { keys, hashes }: Hits): Groups {
  const byHash = new Map(asked.map((probe, i) => [probe.hash, i]));
  const ordered = new Float64Array(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const probe = byHash.get(hashes[i] ?? -1);
    if (probe !== undefined) ordered[count++] = (keys[i] ?? 0) * asked.length + probe;
  }
  ordered.subarray(0, count).sort();
  const groups = { keys: [] as number[], starts: [] as number[], probes: new Uint32Array(count) };
  for (let i = 0, last = -1; i < count; i++) {
    const key = Math.floor((ordered[i] ?? 0) / asked.length);
    groups.probes[i] = (ordered[i] ?? 0) - key * asked.length;
    if (key === last) continue;
    groups.keys.push((last = key));
    groups.starts.push(i);
  }
  groups.starts.push(count);
  return groups;
}

interface Weighing {
  readonly at: Uint32Array;
  readonly weights: Int32Array;
  readonly worth: Float32Array | undefined;
}

function bestRun({ starts, probes }: Groups, group: number, { at, weights, worth }: Weighing): Run {
  let [top, topFrom, topTo] = [0, 0, -1];
  let [score, from, last] = [0, 0, 0];
  for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
    const probe = probes[i] ?? 0;
    const place = at[probe] ?? 0;
    const carried = score - GAP_COST * (place - last);
    if (carried <= 0) from = place;
    score = Math.max(0, carried) + (weights[probe] ?? 0) * (worth?.[place] ?? 1);
    last = place;
    if (score > top) [top, topFrom, topTo] = [score, from, place];
  }
  return { score: top, from: topFrom, to: topTo };
}
