import type { Witness } from '../witness/witness.js';
import { collate, type CollateOptions } from './collate.js';
import type { Collation } from './collation.js';
import type { FamilyCollation, FamilyCollations } from './family-collation.js';
import { nearestMembers } from './nearest-members.js';

/** What `collateFamily` needs beside the family. */
export interface CollateFamilyOptions extends CollateOptions {
  /** A collation that is known already, and is kept whatever its pair: `base < witness` are places in the family. */
  readonly known?: (base: number, witness: number) => Collation | undefined;
}

/**
 * Collates each member with its nearest ones: every pair of a family of up to `NEAREST` + 1, at most `NEAREST` pairs a member of
 * a larger one, beside those that are known. Cost: members × collation.
 */
export function collateFamily(family: readonly Witness[], options: CollateFamilyOptions): FamilyCollations {
  const isNear = nearness(family);
  const collations: FamilyCollation[] = [];
  for (let base = 0; base < family.length; base++) {
    for (let witness = base + 1; witness < family.length; witness++) {
      const left = family[base];
      const right = family[witness];
      if (left === undefined || right === undefined) continue;
      const known = options.known?.(base, witness);
      if (known) collations.push({ base, witness, collation: known });
      else if (isNear(base, witness)) collations.push({ base, witness, collation: collate(left, right, options) });
    }
  }
  return collations;
}

/**
 * Members that each is collated with at most. Main exemplars that are among the collated pairs, in the copyist's spun tuning
 * families: at 12 .993 of 24 members, .981 of 50, .976 of 100; at 16 .993, .989, .986; at 24 all, .998, .993; .982 of 200.
 * Of second exemplars, which gave a sentence or two, all, .975, .867 and .755: those are compared through the table of
 * readings. Pairs: 14.7 a member of 50, 15.6 of 100, 16.1 of 200.
 */
export const NEAREST = 24;

/** Whether one of two is among the nearest of the other. */
function nearness(family: readonly Witness[]): (a: number, b: number) => boolean {
  if (family.length <= NEAREST + 1) return () => true;
  const nearest = nearestMembers(family, NEAREST).map((list) => new Set(list));
  return (a, b) => nearest[a]?.has(b) === true || nearest[b]?.has(a) === true;
}
