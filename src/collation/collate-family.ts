import type { Witness } from '../witness/witness.js';
import { collate, type CollateOptions } from './collate.js';
import type { Collation } from './collation.js';
import type { FamilyCollation, FamilyCollations } from './family-collation.js';

/** What `collateFamily` needs beside the family. */
export interface CollateFamilyOptions extends CollateOptions {
  /** A collation that is known already: `base < witness` are places in the family. */
  readonly known?: (base: number, witness: number) => Collation | undefined;
}

/**
 * Collates the pairs of a family. Every pair of a small one; of a large one those pairs that share rare words, since
 * collating all pairs of 200 pages takes minutes and most say nothing. Cost: pairs × collation.
 */
export function collateFamily(family: readonly Witness[], options: CollateFamilyOptions): FamilyCollations {
  const near = family.length <= ALL_PAIRS ? undefined : nearness(family);
  const collations: FamilyCollation[] = [];
  for (let base = 0; base < family.length; base++) {
    for (let witness = base + 1; witness < family.length; witness++) {
      const left = family[base];
      const right = family[witness];
      if (left === undefined || right === undefined || (near !== undefined && near(base, witness) < SHARED_FORMS))
        continue;
      collations.push({ base, witness, collation: options.known?.(base, witness) ?? collate(left, right, options) });
    }
  }
  return collations;
}

/** Families up to this size are collated pair by pair: 276 collations, about two seconds. */
const ALL_PAIRS = 24;
/** Share of the smaller side's forms (words of four letters and more) that two witnesses must have in common. Independent reports of one event share .25 and more on the invented stories, a spun copy .5. */
const SHARED_FORMS = 0.15;

/** Share of the smaller vocabulary that two members have in common, longer words only. */
function nearness(family: readonly Witness[]): (a: number, b: number) => number {
  const vocabularies = family.map((witness) => new Set(witness.forms.filter((form) => form.length >= 4)));
  return (a, b) => {
    const [small, large] = [vocabularies[a] ?? new Set<string>(), vocabularies[b] ?? new Set<string>()].sort(
      (x, y) => x.size - y.size,
    );
    if (small === undefined || large === undefined || small.size === 0) return 0;
    let shared = 0;
    for (const form of small) if (large.has(form)) shared++;
    return shared / small.size;
  };
}
