/**
 * Is `copy` made from `middle`, or are both made from `above`? Two machines with one thesaurus put the same words in
 * the same places, so siblings may look nearer to each other than to their exemplar. What tells is the places that
 * `middle` changed: a machine working on `middle` leaves alone the same share of them as of all words it may swap and
 * seldom hits the old word again; a machine working on `above` leaves the old word. The shares of kept, reverted and
 * other readings are compared under both views, with the unknown rates summed over (a Bayes factor). Cost: words.
 */
import type { FamilyEvidence } from './family-evidence.js';
import { ELSEWHERE } from './word-alignment.js';

interface Trio {
  readonly above: number;
  readonly middle: number;
  readonly copy: number;
}

/** Shares of swappable words that a machine's thesaurus lists. */
const LISTED = [0.4, 0.55, 0.7, 0.85, 1];
/** How often two machines put in the same word where both put one in. */
const SAME_WORD = [0.1, 0.25, 0.5, 0.75];
/** How often a machine puts back the word that a machine before it had replaced. */
const PUT_BACK = [0.02, 0.06, 0.15, 0.3];
/** Places below which nothing is said. */
const FEWEST_PLACES = 3;
/** Words of one text are not independent witnesses: the factor is tempered by this. */
const TEMPER = 2;

/** Nats for the chain against siblings; 0 where too few places tell. */
export function chainNats(evidence: FamilyEvidence, trio: Trio): number {
  const { kept, reverted, other, rate } = countReadings(evidence, trio);
  if (kept + reverted + other < FEWEST_PLACES) return 0;
  const chain: number[] = [];
  const siblings: number[] = [];
  for (const listed of LISTED) {
    const changed = Math.min(0.97, rate / listed);
    for (const back of PUT_BACK)
      chain.push(
        kept * Math.log(1 - changed) + reverted * Math.log(changed * back) + other * Math.log(changed * (1 - back)),
      );
    for (const same of SAME_WORD)
      siblings.push(
        reverted * Math.log(1 - changed) + kept * Math.log(changed * same) + other * Math.log(changed * (1 - same)),
      );
  }
  return (logMean(chain) - logMean(siblings)) / TEMPER;
}

interface Readings {
  /** Places that the middle changed, by what the copy has there. */
  readonly kept: number;
  readonly reverted: number;
  readonly other: number;
  /** Share of the swappable words that the copy changed where the middle did not. */
  readonly rate: number;
}

function countReadings(evidence: FamilyEvidence, { above, middle, copy }: Trio): Readings {
  const toMiddle = evidence.descent[above]?.[middle]?.alignment.toWitness;
  const toCopy = evidence.descent[above]?.[copy]?.alignment.toWitness;
  const [old, mid, young] = [above, middle, copy].map((i) => evidence.words.witnesses[i]?.form);
  const count = { kept: 0, reverted: 0, other: 0, same: 0.5, changed: 0.05 };
  for (let i = 0; old && mid && young && toMiddle && toCopy && i < old.length; i++) {
    const [m, c] = [toMiddle[i] ?? ELSEWHERE, toCopy[i] ?? ELSEWHERE];
    if (m < 0 || c < 0) continue;
    const [before, between, after] = [old[i] ?? 0, mid[m] ?? 0, young[c] ?? 0];
    if (before !== between) count[after === between ? 'kept' : after === before ? 'reverted' : 'other']++;
    else if (evidence.words.swappable[before]) count[after === before ? 'same' : 'changed']++;
  }
  const { kept, reverted, other, same, changed } = count;
  return { kept, reverted, other, rate: changed / (same + changed) };
}

function logMean(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0) / values.length);
}
