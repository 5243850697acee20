import type { Relation } from '../collation/collation.js';
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { descentGrounds, textShare } from './descent-grounds.js';
import { descentProbabilities } from './descent-probability.js';
import { collationOf, copyRelation, familyKin, type FamilyKin } from './family-kin.js';
import { findLostAncestors } from './lost-ancestors.js';
import type { Drafted } from './lost-proposals.js';
import { lostSiglum, siglum } from './sigla.js';
import { settlePairs } from './settle-pairs.js';
import type { Descent, Stemma, StemmaWitness } from './stemma.js';

export interface StemmaTools {
  readonly lexicon: Lexicon;
}

/**
 * Stage 6: who copied whom. `collations` are those of the pairs worth collating (see `collateFamily`); a pair that is
 * left out can't be a descent. Kept witnesses come first, in the family's order, then lost ancestors. The likeliest
 * exemplar of a copy is named first. Same input, same stemma.
 */
export function buildStemma(family: readonly Witness[], collations: FamilyCollations, tools: StemmaTools): Stemma {
  const kin = familyKin(family, collations, tools.lexicon);
  const drafted = findLostAncestors(kin);
  const lost = drafted.kin.lost.map((_, i): StemmaWitness => ({ siglum: lostSiglum(i), lost: true }));
  return { witnesses: [...family.map(stemmaWitness), ...lost], descents: descentsOf(drafted) };
}

function descentsOf({ kin, found }: Drafted): Descent[] {
  const name = (i: number): string => (i < kin.kept ? siglum(i) : lostSiglum(i - kin.kept));
  const { choices, direction: settled } = settlePairs(kin, found.choices);
  const probabilities = descentProbabilities(kin, choices, settled);
  return choices.flatMap(({ exemplars }, copy) =>
    exemplars.map((exemplar, rank): Descent => {
      const { probability = 0, direction = 0 } = probabilities[copy]?.[rank] ?? {};
      const { taken, words } = textShare(kin, exemplar, copy);
      return {
        exemplar: name(exemplar),
        copy: name(copy),
        relation: relationOf(kin, exemplar, copy),
        ...(collationOf(kin, exemplar, copy)?.version && { version: true }),
        probability: Math.round(probability * 1000) / 1000,
        share: words === 0 ? 0 : Math.round((taken / words) * 1000) / 1000,
        grounds: descentGrounds(kin, choices, { exemplar, copy, direction }),
      };
    }),
  );
}

/** Share of words replaced from which a copy of a lost text counts as spun: what `verbatim` and `spun` differ by elsewhere. */
const SPUN_SHARE = 0.08;
/** Share of words taken below which a copy of a lost text is a partial one. */
const PARTIAL_SHARE = 0.5;

/** The collation's word; for a pair that was not collated, as with a lost witness, by the same two shares. */
function relationOf(kin: FamilyKin, exemplar: number, copy: number): Relation {
  const collation = collationOf(kin, exemplar, copy);
  if (collation) return copyRelation(collation);
  const { taken, words, changed, shared } = textShare(kin, exemplar, copy);
  if (taken < PARTIAL_SHARE * words) return 'partial';
  return changed > SPUN_SHARE * shared ? 'spun' : 'verbatim';
}

function stemmaWitness({ page, id }: Witness, i: number): StemmaWitness {
  return {
    siglum: siglum(i),
    ...(id === '' ? {} : { id }),
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.outlet === undefined ? {} : { outlet: page.outlet }),
    ...(page.title === undefined ? {} : { title: page.title }),
    ...(page.published === undefined ? {} : { published: page.published }),
    ...(page.modified === undefined ? {} : { modified: page.modified }),
    lost: false,
  };
}
