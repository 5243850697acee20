import type { Collation, Range } from '../collation/collation.js';
import { isSameSpeaker } from './same-speaker.js';
import type { Statement } from './statement.js';

/** Share of the shorter content that must lie in the other's place. .5: the same half that counts as a match of spans. */
const LEAST_OVERLAP = 0.5;

/** Whether places of a pair say anything: two reports of their own, or of two stories, share stretches by chance. */
export function isTakenOver({ relations }: Collation): boolean {
  return relations.independent + relations.unrelated < 0.5;
}

/**
 * Whether the contents of two statements lie in each other's place, of which `there` is the base's on the witness's side: half
 * of the shorter one, as copies cut; with two speakers half of the longer one, as two words may be laid beside another sentence's.
 */
export function isSamePlace(there: readonly Range[], base: Statement, witness: Statement): boolean {
  const shared = common(there, witness.content);
  if (shared === 0) return false;
  const lengths = [lengthOf(there), lengthOf(witness.content)];
  const whole = isSameSpeaker(base.name, witness.name) === false ? Math.max(...lengths) : Math.min(...lengths);
  return shared / whole >= LEAST_OVERLAP;
}

/** Characters in common. */
function common(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [start, end]) => sum + end - start, 0);
}
