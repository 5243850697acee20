import { RUN_NATS, runsWithout } from './copy-gain.js';
import { ADDITION_NATS, MOST_ADDITIONS } from './direction-evidence.js';
import type { FamilyEvidence } from './family-evidence.js';

/** Exemplars of each witness, the one that gave most first; empty for a root. */
export type Exemplars = readonly (readonly number[])[];

/** Nats against a second exemplar: ln(.1 / .9) for how seldom copies are merged, and what it takes to name it. */
const MERGE_NATS = 8;

/**
 * How well a witness is explained by its exemplars, in nats: each sentence is taken from the exemplar that explains it
 * best; sentences that none has were added; what the first exemplar has and the copy lacks was cut.
 */
export function descentScore(evidence: FamilyEvidence, copy: number, exemplars: readonly number[]): number {
  const main = evidence.descent[exemplars[0] ?? -1]?.[copy];
  if (!main) return exemplars.length === 0 ? 0 : -Infinity;
  let nats = 0;
  const best = Float64Array.from(main.gain.sentences);
  const has = [...main.gain.has];
  for (const exemplar of exemplars) {
    const descent = evidence.descent[exemplar]?.[copy];
    if (!descent) return -Infinity;
    nats += descent.nats;
    descent.gain.sentences.forEach((gain, s) => (best[s] = Math.max(best[s] ?? 0, gain)));
    descent.gain.has.forEach((is, s) => (has[s] ||= is));
  }
  const additions = runsWithout(has);
  nats += best.reduce((sum, gain) => sum + gain, 0);
  nats -= RUN_NATS * (main.gain.cuts + main.gain.moves + additions) + MERGE_NATS * (exemplars.length - 1);
  return nats + ADDITION_NATS * Math.min(MOST_ADDITIONS, additions);
}

/** Nats that `exemplar` adds to what the others explain of the copy, sentence by sentence. */
export function extraGain(evidence: FamilyEvidence, copy: number, exemplar: number, others: readonly number[]): number {
  const gain = evidence.descent[exemplar]?.[copy]?.gain.sentences;
  if (!gain) return 0;
  return gain.reduce((sum, nats, s) => {
    const known = others.reduce(
      (most, other) => Math.max(most, evidence.descent[other]?.[copy]?.gain.sentences[s] ?? 0),
      0,
    );
    return sum + Math.max(0, nats - known);
  }, 0);
}
