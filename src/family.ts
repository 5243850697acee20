import { digestOf } from './archive/deposit.js';
import type { Holding } from './archive/archive.js';
import { collate } from './collation/collate.js';
import { collateFamily } from './collation/collate-family.js';
import type { Collation } from './collation/collation.js';
import type { FamilyCollations } from './collation/family-collation.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { toWitness } from './witness/to-witness.js';
import type { Witness } from './witness/witness.js';

/** Pages that have to do with each other, and what is known of each pair. */
export interface Family {
  /** In a trace the traced page is the last, so that it's the `witness` of its collations. */
  readonly members: readonly Witness[];
  readonly digests: readonly string[];
  readonly collations: FamilyCollations;
}

/**
 * Pages in a traced family at most. Seconds of processor time to collate and to stem one family of the copyist, 410 to 470
 * tokens a page: 2.6 and 1.0 for 24 pages, 3.4 and 2.7 for 36, 4.0 and 2.7 for 50, 5.5 and 10.7 for 72, 10.1 and 34.2 for 100.
 * Collating grows with the pages; stemming with more than their square (1 lost ancestor found in 24, 9 in 100).
 */
const LARGEST_FAMILY = 50;

/** Stage 5: lays the candidates beside the page, keeps those that have to do with it, and collates those among themselves. */
export function gatherFamily(witness: Witness, holdings: readonly Holding[], knowledge: Knowledge): Family {
  const kin = holdings
    .map((holding) => kinOf(witness, holding, knowledge))
    .filter(({ collation }) => isKin(collation))
    .sort((a, b) => b.collation.shared.witness - a.collation.shared.witness)
    .slice(0, LARGEST_FAMILY - 1);
  const known = (base: number, other: number): Collation | undefined =>
    other === kin.length ? kin[base]?.collation : undefined;
  const members = [...kin.map((one) => one.member), witness];
  return {
    members,
    digests: [...kin.map((one) => one.digest), digestOf(witness.page)],
    collations: collateFamily(members, { lexicon: knowledge.lexicon, model: knowledge.relationModel, known }),
  };
}

/**
 * Words that a page and an independent report of its event share at least, as a share of either side. Independent reports of
 * one event share .18 to .28 on the invented stories; pages of different stories with the same furniture .07 at most.
 */
const INDEPENDENT_SHARE = 0.1;

function isKin({ relation, shared }: Collation): boolean {
  if (relation === 'unrelated') return false;
  return relation !== 'independent' || Math.max(shared.base, shared.witness) >= INDEPENDENT_SHARE;
}

interface Kin {
  readonly member: Witness;
  readonly digest: string;
  readonly collation: Collation;
}

function kinOf(witness: Witness, { page, digest, address }: Holding, knowledge: Knowledge): Kin {
  const named = page.id === undefined && page.url === undefined ? { ...page, id: address } : page;
  const member = toWitness(named, knowledge.lexicon);
  return {
    member,
    digest,
    collation: collate(member, witness, { lexicon: knowledge.lexicon, model: knowledge.relationModel }),
  };
}

/** A family of pages that the caller says belong together. */
export function familyOf(members: readonly Witness[], knowledge: Knowledge): Family {
  return {
    members,
    digests: members.map((member) => digestOf(member.page)),
    collations: collateFamily(members, { lexicon: knowledge.lexicon, model: knowledge.relationModel }),
  };
}
