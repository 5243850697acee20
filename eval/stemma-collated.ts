import { collateFamily } from '../src/collation/collate-family.js';
import { directionFrom } from '../src/collation/judge-direction.js';
import type { FamilyCollation, FamilyCollations } from '../src/collation/family-collation.js';
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
  if (dates === 'dated') return buildStemma(witnesses, collations, knowledge);
  const seen = witnesses.map((witness) => ({ ...witness, page: withoutDate(witness.page) }));
  return buildStemma(seen, collations.map(undatedCollation), knowledge);
}

/** What the collation says of direction when the dates are hidden. */
function undatedCollation(pair: FamilyCollation): FamilyCollation {
  const grounds = pair.collation.grounds.filter(({ kind }) => kind !== 'earlier');
  return { ...pair, collation: { ...pair.collation, grounds, direction: directionFrom(grounds) } };
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
