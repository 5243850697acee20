import { collateFamily } from '../src/collation/collate-family.js';
import type { FamilyCollations } from '../src/collation/family-collation.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { buildStemma } from '../src/stemma/build-stemma.js';
import type { Stemma } from '../src/stemma/stemma.js';
import type { CopiedPage, GrownFamily } from '../src/testing/copyist.js';
import { readPage } from '../src/page/read-page.js';
import { toWitness } from '../src/witness/to-witness.js';
import type { Witness } from '../src/witness/witness.js';
import { type FamilyPlan, growFamilies } from './stemma-families.js';

/** A grown family, read and collated as a user's pages are. */
export interface CollatedFamily {
  readonly grown: GrownFamily;
  readonly witnesses: readonly Witness[];
  readonly collations: FamilyCollations;
}

const knowledge = openKnowledge();

/** Grows families and collates what was kept of them. */
export function collatedFamilies(plan: FamilyPlan): CollatedFamily[] {
  return growFamilies(plan).map((grown) => {
    const witnesses = grown.pages.filter((page) => !page.lost).map(witnessOf);
    const collations = collateFamily(witnesses, { lexicon: knowledge.lexicon, model: knowledge.relationModel });
    return { grown, witnesses, collations };
  });
}

/** The stemma of a family, with its dates or with all of them hidden. */
export function stemmaOf({ witnesses, collations }: CollatedFamily, dates: 'dated' | 'undated'): Stemma {
  const seen =
    dates === 'dated' ? witnesses : witnesses.map((witness) => ({ ...witness, page: withoutDate(witness.page) }));
  return buildStemma(seen, collations, knowledge);
}

function withoutDate(page: Witness['page']): Witness['page'] {
  const undated: { -readonly [Field in keyof Witness['page']]: Witness['page'][Field] } = { ...page };
  delete undated.published;
  return undated;
}

function witnessOf({ id, text, outlet, title, published }: CopiedPage): Witness {
  return toWitness(
    readPage({ id, text, outlet, title, ...(published === undefined ? {} : { published }) }),
    knowledge.lexicon,
  );
}
