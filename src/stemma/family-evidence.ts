import type { Collation, Relation } from '../collation/collation.js';
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { type CopyGain, copyGain, totalGain } from './copy-gain.js';
import { type DatedPage, directionGrounds, type SignedGround } from './direction-evidence.js';
import { type FamilyWords, familyWords } from './family-words.js';
import { findMentions } from './mentions.js';
import { alignWords, mirrored, type WordAlignment } from './word-alignment.js';
import { wordingDrift } from './wording-drift.js';

/** A possible copying, with all that speaks for and against it. */
export interface PossibleDescent {
  readonly gain: CopyGain;
  /** From the exemplar's words (`toWitness`) to the copy's. */
  readonly alignment: WordAlignment;
  readonly grounds: readonly SignedGround[];
  /** Sum of the grounds, natural-log odds, but for `fuller`, which the score counts over all exemplars; and what evens out the gains of the two directions: texts don't tell them apart. */
  readonly nats: number;
  readonly relation: Relation;
  /** Probability that one is a copy of the other at all, whichever. */
  readonly copied: number;
}

/** What is known of a family: words, and for each ordered pair whether and how the one may descend from the other. */
export interface FamilyEvidence {
  /** Witnesses, lost ones included. */
  readonly size: number;
  /** Of these the last `size - kept` are lost: reconstructed, not read. */
  readonly kept: number;
  readonly words: FamilyWords;
  readonly pages: readonly DatedPage[];
  readonly lexicon: Lexicon;
  /** `descent[p][c]`; absent where the pair was not collated or is no copy. */
  readonly descent: readonly (readonly (PossibleDescent | undefined)[])[];
}

/** Relations in which one side was made from the other. */
const COPIES: ReadonlySet<Relation> = new Set(['verbatim', 'spun', 'rewritten', 'partial']);

/** Below this a pair is taken for two reports of one event, and no descent is considered. */
const LEAST_COPIED = 0.5;

/** Gathers the evidence for each ordered pair that was collated. Cost: linear in the words of the collated pairs. */
export function familyEvidence(
  family: readonly Witness[],
  collations: FamilyCollations,
  lexicon: Lexicon,
): FamilyEvidence {
  const words = familyWords(family, lexicon);
  const mentions = findMentions(family);
  const pages = family.map(({ page }, i): DatedPage => ({ page, mentions: mentions[i] ?? new Map<string, string>() }));
  const descent = family.map(() => new Array<PossibleDescent | undefined>(family.length).fill(undefined));
  for (const { base, witness, collation } of collations) {
    const copied = copiedProbability(collation);
    const left = words.witnesses[base];
    const right = words.witnesses[witness];
    if (copied < LEAST_COPIED || !left || !right) continue;
    const alignment = alignWords(left, right, collation);
    const possible = (exemplar: number, copy: number, there: WordAlignment): PossibleDescent =>
      weigh({ words, pages, lexicon, collation, copied }, { exemplar, copy, alignment: there });
    const [forth, back] = balanced(possible(base, witness, alignment), possible(witness, base, mirrored(alignment)));
    (descent[base] as (PossibleDescent | undefined)[])[witness] = forth;
    (descent[witness] as (PossibleDescent | undefined)[])[base] = back;
  }
  return { size: family.length, kept: family.length, words, pages, lexicon, descent };
}

/** Both directions with equal gains from the text itself: sentences are split unlike on the two sides, and rounding differs. */
export function balanced(forth: PossibleDescent, back: PossibleDescent): readonly [PossibleDescent, PossibleDescent] {
  const more = (totalGain(forth.gain) - totalGain(back.gain)) / 2;
  return [
    { ...forth, nats: forth.nats - more },
    { ...back, nats: back.nats + more },
  ];
}

interface Known {
  readonly words: FamilyWords;
  readonly pages: readonly DatedPage[];
  readonly lexicon: Lexicon;
  readonly collation: Collation;
  readonly copied: number;
}

function weigh(known: Known, pair: { exemplar: number; copy: number; alignment: WordAlignment }): PossibleDescent {
  const { words, pages } = known;
  const gain = copyGain(words, pair, known.lexicon);
  const drift = wordingDrift(words, pair, known.lexicon);
  const grounds = directionGrounds(pages[pair.exemplar] as DatedPage, pages[pair.copy] as DatedPage, { gain, drift });
  const nats = grounds.reduce((sum, ground) => sum + (ground.kind === 'fuller' ? 0 : ground.nats), 0);
  return {
    gain,
    alignment: pair.alignment,
    grounds,
    nats,
    relation: copyRelation(known.collation),
    copied: known.copied,
  };
}

function copiedProbability(collation: Collation): number {
  return [...COPIES].reduce((sum, relation) => sum + collation.relations[relation], 0);
}

/** The likeliest relation among those of copies. */
function copyRelation(collation: Collation): Relation {
  return [...COPIES].reduce<Relation>(
    (best, relation) => (collation.relations[relation] > collation.relations[best] ? relation : best),
    'verbatim',
  );
}
