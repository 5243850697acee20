/**
 * From the best tree to the best stemma with contamination: hill climbing over sets of exemplars, without cycles.
 * Starts at the maximum arborescence, which is exact for one exemplar each; a step gives a witness another exemplar or
 * a second one, takes one away, turns a descent round, or hangs a tree from another root. Each step raises the total score, so it ends; bounded anyway.
 * Cost: O(steps × possible descents × family size).
 */
import { maximumArborescence } from './arborescence.js';
import { descentScore, type Exemplars, extraGain } from './descent-score.js';
import type { FamilyEvidence } from './family-evidence.js';

/** A second exemplar explains at least this much that nothing else does: about a spun sentence. Edges right .877 at 30, .872 at 60. */
export const LEAST_EXTRA_NATS = 30;
/**
 * The same where the two exemplars are kin: two texts of one descent always explain a little more than one, by picking
 * the luckier alignment of each sentence. Second exemplars named wrongly in 24 tuning families: 22 at 30, 8 at 100, 3 at 250.
 */
const KIN_EXTRA_NATS = 250;
/** Steps allowed for each witness: a bound on the climb, not a target. */
const MOST_STEPS = 3;

/**
 * Exemplars of each witness. Climbs from two trees and keeps the better end: a page merged from two looks like the
 * source of both until both are seen to be its exemplars, and no single step leads from the one view to the other.
 */
export function searchDescents(evidence: FamilyEvidence): Exemplars {
  const merged = bridges(evidence);
  const starts = merged.size > 0 ? [new Set<number>(), merged] : [merged];
  const ends = starts.map((late) => improveDescents(evidence, treeExemplars(evidence, late)));
  return ends.reduce((best, one) => (stemmaScore(evidence, one) > stemmaScore(evidence, best) ? one : best));
}

/** The sum of all witnesses' scores, in nats. */
function stemmaScore(evidence: FamilyEvidence, exemplars: Exemplars): number {
  return exemplars.reduce((sum, set, copy) => sum + descentScore(evidence, copy, set), 0);
}

/** Climbs from given exemplars. */
export function improveDescents(evidence: FamilyEvidence, from: Exemplars): Exemplars {
  let exemplars = from;
  for (let step = 0; step < MOST_STEPS * evidence.size; step++) {
    const better = bestStep(evidence, exemplars);
    if (!better) break;
    exemplars = better;
  }
  return exemplars;
}

/** All ancestors of a witness. */
export function ancestorsOf(exemplars: Exemplars, witness: number): Set<number> {
  const found = new Set<number>();
  const queue = [...(exemplars[witness] ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(exemplars[next] ?? []));
  }
  return found;
}

/** The best tree in which nothing outside `late` descends from a witness of `late`. */
function treeExemplars(evidence: FamilyEvidence, late: ReadonlySet<number>): Exemplars {
  const all = Array.from({ length: evidence.size }, (_, i) => i);
  const weight = all.map((p) =>
    Float64Array.from(all, (c) => (late.has(p) && !late.has(c) ? -Infinity : descentScore(evidence, c, [p]))),
  );
  return Array.from(maximumArborescence({ weight, root: new Float64Array(evidence.size) }), (exemplar) =>
    exemplar < 0 ? [] : [exemplar],
  );
}

/** Witnesses that share much with two others which are strangers to each other. */
function bridges(evidence: FamilyEvidence): Set<number> {
  const found = new Set<number>();
  for (let copy = 0; copy < evidence.size; copy++) {
    const kin = evidence.descent.flatMap((row, other) => (row[copy] ? [other] : []));
    const isBridge = kin.some((a) =>
      kin.some(
        (b) =>
          b > a &&
          !evidence.descent[a]?.[b] &&
          extraGain(evidence, copy, a, [b]) >= LEAST_EXTRA_NATS &&
          extraGain(evidence, copy, b, [a]) >= LEAST_EXTRA_NATS,
      ),
    );
    if (isBridge) found.add(copy);
  }
  return found;
}

/** A change of the exemplars of some witnesses. */
type Step = ReadonlyMap<number, readonly number[]>;

function bestStep(evidence: FamilyEvidence, exemplars: Exemplars): Exemplars | undefined {
  let most = 1e-6;
  let best: Exemplars | undefined;
  for (const step of possibleSteps(evidence, exemplars)) {
    let gained = 0;
    for (const [copy, set] of step)
      gained += descentScore(evidence, copy, set) - descentScore(evidence, copy, exemplars[copy] ?? []);
    if (gained <= most) continue;
    const next = exemplars.map((set, i) => step.get(i) ?? set);
    if ([...step.keys()].some((copy) => ancestorsOf(next, copy).has(copy))) continue;
    most = gained;
    best = next;
  }
  return best;
}

function* possibleSteps(evidence: FamilyEvidence, exemplars: Exemplars): Generator<Step> {
  for (let copy = 0; copy < evidence.size; copy++) {
    const now = exemplars[copy] ?? [];
    if (now.length > 1) for (const one of now) yield new Map([[copy, now.filter((other) => other !== one)]]);
    if (now.length > 0) yield new Map([[copy, []]]);
    for (let other = 0; other < evidence.size; other++) {
      if (!evidence.descent[other]?.[copy] || now.includes(other)) continue;
      yield new Map([[copy, [other]]]);
      if (now.length === 1 && maySecond(evidence, exemplars, { copy, main: now[0] ?? 0, second: other }))
        yield new Map([[copy, ordered(evidence, copy, [now[0] ?? 0, other])]]);
    }
    for (const exemplar of now) yield* turned(evidence, exemplars, { copy, exemplar });
    if (now.length > 0) yield* freed(evidence, exemplars, copy);
    yield* rerooted(evidence, exemplars, copy);
    yield* partedFromMerger(evidence, exemplars, copy);
  }
}

/** The witness becomes a root and, at the same time, a second exemplar of another that has more of it than of anything else. */
function* freed(evidence: FamilyEvidence, exemplars: Exemplars, witness: number): Generator<Step> {
  for (let copy = 0; copy < evidence.size; copy++) {
    const set = exemplars[copy] ?? [];
    if (copy === witness || set.length !== 1 || set[0] === witness || !evidence.descent[witness]?.[copy]) continue;
    if (extraGain(evidence, copy, witness, set) < LEAST_EXTRA_NATS) continue;
    yield new Map<number, readonly number[]>([
      [witness, []],
      [copy, ordered(evidence, copy, [set[0] ?? 0, witness])],
    ]);
  }
}

/** The tree hung from this witness: all descents on the way up to its root are turned round. */
function* rerooted(evidence: FamilyEvidence, exemplars: Exemplars, witness: number): Generator<Step> {
  const step = new Map<number, readonly number[]>([[witness, []]]);
  let below = witness;
  for (let above = exemplars[below]?.[0]; above !== undefined && !step.has(above); above = exemplars[below]?.[0]) {
    if (!evidence.descent[below]?.[above]) return;
    step.set(above, [below]);
    below = above;
  }
  if (step.size > 2) yield step;
}

/**
 * A branch below a merged page is hung from this witness instead, and the witness becomes the page's second exemplar:
 * what seemed to be copies of part of the page is where that part came from.
 */
function* partedFromMerger(evidence: FamilyEvidence, exemplars: Exemplars, witness: number): Generator<Step> {
  const path = new Map<number, readonly number[]>([[witness, []]]);
  let below = witness;
  for (let above = exemplars[below]?.[0]; above !== undefined && !path.has(above); above = exemplars[below]?.[0]) {
    const set = exemplars[above] ?? [];
    if (
      set.length === 1 &&
      evidence.descent[witness]?.[above] &&
      extraGain(evidence, above, witness, set) >= LEAST_EXTRA_NATS
    ) {
      yield new Map([...path, [above, ordered(evidence, above, [set[0] ?? 0, witness])]]);
    }
    if (!evidence.descent[below]?.[above]) return;
    path.set(above, [below]);
    below = above;
  }
}

/** The descent turned round: the exemplar is explained by its copy, or becomes the second of two that made it. */
function* turned(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
  pair: { copy: number; exemplar: number },
): Generator<Step> {
  const { copy, exemplar } = pair;
  const above = exemplars[exemplar] ?? [];
  const rest = (exemplars[copy] ?? []).filter((other) => other !== exemplar);
  yield new Map([
    [copy, rest.length > 0 ? rest : above.filter((other) => evidence.descent[other]?.[copy])],
    [exemplar, [copy]],
  ]);
  if (above.length !== 1 || extraGain(evidence, exemplar, copy, above) < LEAST_EXTRA_NATS) return;
  yield new Map([
    [copy, []],
    [exemplar, ordered(evidence, exemplar, [above[0] ?? 0, copy])],
  ]);
}

/** An ancestor or copy of the first exemplar is no second one: what it has and the first lacks points to a lost ancestor instead. Other kin must add much. */
function maySecond(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
  trio: { copy: number; main: number; second: number },
): boolean {
  const { copy, main, second } = trio;
  const above = ancestorsOf(exemplars, main);
  const aboveSecond = ancestorsOf(exemplars, second);
  if (above.has(second) || aboveSecond.has(main)) return false;
  const areKin = [...aboveSecond].some((ancestor) => above.has(ancestor));
  return extraGain(evidence, copy, second, [main, ...above]) >= (areKin ? KIN_EXTRA_NATS : LEAST_EXTRA_NATS);
}

function ordered(evidence: FamilyEvidence, copy: number, pair: readonly number[]): number[] {
  const taken = (exemplar: number): number => evidence.descent[exemplar]?.[copy]?.gain.taken ?? 0;
  return [...pair].sort((a, b) => taken(b) - taken(a) || a - b);
}
