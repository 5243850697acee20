import type { Relation } from '../collation/collation.js';
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { descentGrounds } from './descent-grounds.js';
import { descentProbabilities } from './descent-probability.js';
import { familyEvidence } from './family-evidence.js';
import { type Drafted, findLost } from './find-lost.js';
import { searchDescents } from './search-descents.js';
import { settleSiblings } from './settle-siblings.js';
import { lostSiglum, siglum } from './sigla.js';
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
  const read = familyEvidence(family, collations, tools.lexicon);
  const searched = findLost({ evidence: read, exemplars: searchDescents(read) });
  const drafted = { ...searched, exemplars: settleSiblings(searched.evidence, searched.exemplars) };
  const lost = Array.from({ length: drafted.evidence.size - read.kept }, (_, i): StemmaWitness => ({
    siglum: lostSiglum(i),
    lost: true,
  }));
  return { witnesses: [...family.map(stemmaWitness), ...lost], descents: descentsOf(drafted) };
}

function descentsOf(drafted: Drafted): Descent[] {
  const { evidence, exemplars } = drafted;
  const name = (i: number): string => (i < evidence.kept ? siglum(i) : lostSiglum(i - evidence.kept));
  const probabilities = descentProbabilities(evidence, exemplars);
  return exemplars.flatMap((set, copy) =>
    set.map((exemplar, rank): Descent => {
      const { probability = 0, direction = 0 } = probabilities[copy]?.[rank] ?? {};
      const words = evidence.words.witnesses[copy]?.count ?? 0;
      const taken = evidence.descent[exemplar]?.[copy]?.gain.taken ?? 0;
      return {
        exemplar: name(exemplar),
        copy: name(copy),
        relation: relationOf(drafted, exemplar, copy),
        probability: Math.round(probability * 1000) / 1000,
        share: words === 0 ? 0 : Math.round((taken / words) * 1000) / 1000,
        grounds: descentGrounds(evidence, exemplars, { exemplar, copy, direction }),
      };
    }),
  );
}

/** Share of words replaced from which a copy of a lost text counts as spun: what `verbatim` and `spun` differ by elsewhere. */
const SPUN_SHARE = 0.08;
/** Share of words taken below which a copy of a lost text is a partial one. */
const PARTIAL_SHARE = 0.5;

/** The collation's word; for a lost witness, which was never collated, by the same two shares. */
function relationOf({ evidence }: Drafted, exemplar: number, copy: number): Relation {
  const descent = evidence.descent[exemplar]?.[copy];
  if (!descent || (exemplar < evidence.kept && copy < evidence.kept)) return descent?.relation ?? 'partial';
  const { taken, aligned, replaced } = descent.gain;
  if (taken < PARTIAL_SHARE * (evidence.words.witnesses[copy]?.count ?? 0)) return 'partial';
  return replaced > SPUN_SHARE * aligned ? 'spun' : 'verbatim';
}

function stemmaWitness({ page, id }: Witness, i: number): StemmaWitness {
  return {
    siglum: siglum(i),
    ...(id === '' ? {} : { id }),
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.outlet === undefined ? {} : { outlet: page.outlet }),
    ...(page.title === undefined ? {} : { title: page.title }),
    ...(page.published === undefined ? {} : { published: page.published }),
    lost: false,
  };
}
