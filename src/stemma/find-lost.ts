/**
 * Lost ancestors: where a reconstructed text between three or more relatives explains them in fewer nats than they
 * explain each other, counting what it takes to write the lost text itself, somebody wrote it and nobody kept it.
 * Each round tries the places where ways part in the present stemma and takes the best; then exemplars are searched
 * anew. Cost: rounds × witnesses × neighbours × words; rounds are bounded by half the family.
 */
import { copyGain, type CopyPair, WORD_NATS } from './copy-gain.js';
import { descentScore, type Exemplars } from './descent-score.js';
import { dateGround, wordingGround } from './direction-evidence.js';
import { balanced, type FamilyEvidence, type PossibleDescent } from './family-evidence.js';
import type { WitnessWords } from './family-words.js';
import { alignLost, type LostText, reconstruct } from './lost-text.js';
import { timeOf } from './page-time.js';
import { improveDescents } from './search-descents.js';
import { mirrored } from './word-alignment.js';
import { wordingDrift } from './wording-drift.js';

/** A stemma in the making. */
export interface Drafted {
  readonly evidence: FamilyEvidence;
  readonly exemplars: Exemplars;
}

/** Nats that a lost ancestor must save. Edges right on grown families: .747 at 4, .826 at 8, .848 at 12. */
const LOST_NATS = 12;
/**
 * Nats that one reading is worth which two relatives may share by chance: machines of one make put the same synonym in
 * the same place, .3 of the times that both put one in, at about 3 nats each.
 */
const COINCIDENCE_NATS = 1;
/** Nats by which a copy must be better explained by the lost text to be hung below it. */
const MOVED_NATS = 3;
/** Pairs of siblings that are tried under each exemplar, those that share most against it first. */
const MOST_SIBLINGS = 4;
/** Relatives whose readings are compared at most; more change no majority. */
const MOST_RELATIVES = 12;

/** Adds lost ancestors as long as they pay. */
export function findLost(drafted: Drafted): Drafted {
  let now = drafted;
  for (let round = 0; round < drafted.evidence.kept / 2; round++) {
    const better = bestLost(now);
    if (!better) break;
    const evidence = withLost(now.evidence, better.lost, {
      near: now.exemplars.map((_, i) => i),
      latest: better.latest,
    });
    now = { evidence, exemplars: improveDescents(evidence, better.exemplars) };
  }
  return now;
}

interface Proposal extends Drafted {
  readonly lost: LostText;
  readonly latest: string | undefined;
  readonly saved: number;
}

function bestLost(now: Drafted): Proposal | undefined {
  let best: Proposal | undefined;
  for (const { base, relatives } of partings(now)) {
    const proposal = propose(now, base, relatives);
    if (!proposal) continue;
    const worth = proposal.saved - COINCIDENCE_NATS * expectedCoincidences(now.evidence, base, relatives);
    if (worth > Math.max(LOST_NATS, best?.saved ?? 0)) best = { ...proposal, saved: worth };
  }
  return best;
}

/**
 * Places where two relatives would both differ from the base if each were changed without regard to the other: the two
 * that changed most, at places where no third one can outvote them.
 */
function expectedCoincidences(evidence: FamilyEvidence, base: number, relatives: readonly number[]): number {
  const words = evidence.words.witnesses[base] as WitnessWords;
  const swappable = Math.max(
    1,
    words.form.reduce((sum, form) => sum + (evidence.words.swappable[form] ?? 0), 0),
  );
  const gains = relatives
    .flatMap((relative) => evidence.descent[base]?.[relative]?.gain ?? [])
    .sort((a, b) => b.replaced - a.replaced);
  const [first, second, ...rest] = gains;
  if (!first || !second) return 0;
  const outvoted = rest.reduce(
    (most, gain) => Math.max(most, (gain.aligned - gain.replaced) / Math.max(1, words.count)),
    0,
  );
  return ((first.replaced * second.replaced) / swappable) * (1 - outvoted);
}

interface Parting {
  readonly base: number;
  readonly relatives: readonly number[];
}

/** Places where ways part: a witness among all its neighbours, between its exemplar and one copy, above two of its copies. */
function* partings({ evidence, exemplars }: Drafted): Generator<Parting> {
  for (let base = 0; base < evidence.size; base++) {
    const copies = exemplars.flatMap((set, copy) => (set[0] === base ? [copy] : []));
    const above = (exemplars[base] ?? []).slice(0, 1);
    if (copies.length === 0) continue;
    if (copies.length + above.length > 2) yield { base, relatives: [...above, ...copies].slice(0, MOST_RELATIVES) };
    for (const copy of above.length > 0 ? copies : []) yield { base, relatives: [...above, copy] };
    for (const pair of closestSiblings(evidence, base, copies)) yield { base, relatives: pair };
  }
}

/** Pairs of copies by the readings that they share against their exemplar. */
function closestSiblings(evidence: FamilyEvidence, base: number, copies: readonly number[]): (readonly number[])[] {
  const words = evidence.words.witnesses[base] as WitnessWords;
  const readings = copies.map((copy) => {
    const image = evidence.descent[base]?.[copy]?.alignment.toWitness;
    const form = evidence.words.witnesses[copy]?.form;
    return Int32Array.from(words.form, (own, i) => {
      const there = form?.[image?.[i] ?? -1] ?? -1;
      return there === own ? -1 : there;
    });
  });
  const pairs = copies.flatMap((a, i) =>
    copies.slice(i + 1).map((b, k) => ({ pair: [a, b], shared: sharedReadings(readings[i], readings[i + 1 + k]) })),
  );
  return pairs
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SIBLINGS)
    .map(({ pair }) => pair);
}

function sharedReadings(a: Int32Array | undefined, b: Int32Array | undefined): number {
  return a?.reduce((sum, reading, i) => sum + (reading >= 0 && reading === b?.[i] ? 1 : 0), 0) ?? 0;
}

/** Puts the lost text in, in each way it may stand to the base, and keeps the way that saves most. */
function propose(now: Drafted, base: number, relatives: readonly number[]): Proposal | undefined {
  const { evidence, exemplars } = now;
  const copies = exemplars.flatMap((set, copy) => (set[0] === base ? [copy] : []));
  const above = (exemplars[base] ?? []).slice(0, 1);
  const lost = reconstruct(evidence, base, relatives);
  const near = [...new Set([base, ...copies, ...above])];
  const latest = earliest(evidence, copies);
  const grown = withLost(evidence, lost, { near, latest });
  const node = evidence.size;
  const ways = [
    { above, below: [base, ...copies] },
    { above: [base], below: copies },
  ];
  return ways
    .map((way) => {
      const placed = place({ evidence: grown, exemplars: [...exemplars, way.above] }, node, way.below);
      return placed && { ...placed, lost, latest };
    })
    .reduce<Proposal | undefined>((best, one) => (one && one.saved > (best?.saved ?? 0) ? one : best), undefined);
}

/** Hangs below the lost node whatever is better explained by it. At least two must be. */
function place(
  now: Drafted,
  node: number,
  candidates: readonly number[],
): Omit<Proposal, 'lost' | 'latest'> | undefined {
  const { evidence } = now;
  const exemplars = [...now.exemplars];
  const count = evidence.words.witnesses[node]?.count ?? 0;
  let saved = descentScore(evidence, node, exemplars[node] ?? []) - WORD_NATS * count;
  let below = 0;
  for (const copy of candidates) {
    const before = exemplars[copy] ?? [];
    const after = [node, ...before.slice(1)];
    const gained = descentScore(evidence, copy, after) - descentScore(evidence, copy, before);
    if (gained <= MOVED_NATS) continue;
    exemplars[copy] = after;
    saved += gained;
    below++;
  }
  return below < 2 ? undefined : { evidence, exemplars, saved };
}

/** The evidence with the lost text as one more witness, laid beside the given ones; `latest` is when it was there at the latest. */
function withLost(
  evidence: FamilyEvidence,
  lost: LostText,
  how: { near: readonly number[]; latest: string | undefined },
): FamilyEvidence {
  const node = evidence.size;
  const words = { ...evidence.words, witnesses: [...evidence.words.witnesses, lost.words] };
  const grown = { ...evidence, size: node + 1, words };
  const rows = evidence.descent.map((row) => [...row, undefined] as (PossibleDescent | undefined)[]);
  const own = new Array<PossibleDescent | undefined>(node + 1).fill(undefined);
  for (const other of how.near) {
    const alignment = alignLost(evidence, lost, other);
    const [forth, back] = balanced(
      lostDescent(grown, { exemplar: node, copy: other, alignment }, undefined),
      lostDescent(grown, { exemplar: other, copy: node, alignment: mirrored(alignment) }, how.latest),
    );
    if (forth.gain.taken === 0) continue;
    own[other] = forth;
    (rows[other] as (PossibleDescent | undefined)[])[node] = back;
  }
  return { ...grown, descent: [...rows, own] };
}

/** Beside the texts only wording speaks of a lost page, and that what it was made from can't be younger than its copies. */
function lostDescent(evidence: FamilyEvidence, pair: CopyPair, latest: string | undefined): PossibleDescent {
  const above = evidence.pages[pair.exemplar]?.page;
  const grounds = [
    wordingGround(wordingDrift(evidence.words, pair, evidence.lexicon)),
    latest === undefined || above === undefined ? undefined : dateGround(above, { published: latest }),
  ].filter((ground) => ground !== undefined);
  const nats = grounds.reduce((sum, ground) => sum + ground.nats, 0);
  return {
    gain: copyGain(evidence.words, pair, evidence.lexicon),
    alignment: pair.alignment,
    grounds,
    nats,
    relation: 'partial',
    copied: 1,
  };
}

/** The earliest date that any of the witnesses bears. */
function earliest(evidence: FamilyEvidence, witnesses: readonly number[]): string | undefined {
  const dated = witnesses
    .flatMap((witness) => evidence.pages[witness]?.page.published ?? [])
    .filter((date) => timeOf(date) !== undefined);
  return dated.sort((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))[0];
}
