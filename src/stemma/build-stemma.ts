import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { familyEvidence } from './family-evidence.js';
import { findLost } from './find-lost.js';
import { searchDescents } from './search-descents.js';
import { lostSiglum, siglum } from './sigla.js';
import type { Descent, Stemma, StemmaWitness } from './stemma.js';

export interface StemmaTools {
  readonly lexicon: Lexicon;
}

export function buildStemma(family: readonly Witness[], collations: FamilyCollations, tools: StemmaTools): Stemma {
  const read = familyEvidence(family, collations, tools.lexicon);
  const { evidence, exemplars } = findLost({ evidence: read, exemplars: searchDescents(read) });
  const name = (i: number): string => (i < evidence.kept ? siglum(i) : lostSiglum(i - evidence.kept));
  const descents = exemplars.flatMap((set, copy) =>
    set.map((exemplar): Descent => {
      const possible = evidence.descent[exemplar]?.[copy];
      return {
        exemplar: name(exemplar),
        copy: name(copy),
        relation: possible?.relation ?? 'partial',
        probability: 1,
        grounds: [],
      };
    }),
  );
  const lost = Array.from({ length: evidence.size - evidence.kept }, (_, i): StemmaWitness => ({
    siglum: lostSiglum(i),
    lost: true,
  }));
  return { witnesses: [...family.map(stemmaWitness), ...lost], descents };
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
