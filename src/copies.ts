import type { Archive, Holding } from './archive/archive.js';
import { addressOf, digestOf } from './archive/deposit.js';
import { findCandidates } from './archive/find-candidates.js';
import { collate } from './collation/collate.js';
import { COPIED, type Changes, type Direction, type Relation } from './collation/collation.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import { placeCopies, type CopyPlace, type Laid } from './place-copies.js';
import { isCredited } from './report/credit-of.js';
import { TURNED, versionChanges, type VersionChanges } from './report/version-changes.js';
import { toWitness } from './witness/to-witness.js';
import type { Witness } from './witness/witness.js';

/** A page that carries the asked page's text, in whole or in part. */
export interface Copy {
  readonly id?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  readonly published?: string;
  readonly relation: Relation;
  readonly probability: number;
  /** Share of the asked page's words that it carries, 0 to 1. */
  readonly share: number;
  /** What it is to the asked page. Not all that carry a text have it from there. */
  readonly place: CopyPlace;
  /** Whether it names the asked page's outlet as its source; of an exemplar, whether the asked page names it. */
  readonly credited: boolean;
  /** Which of the two looks older, by themselves: `base` is the asked page, `witness` the other. */
  readonly direction: Direction;
  /** What was changed between the two, where it is another version of the asked page; `other` says which one it is. */
  readonly version?: VersionChanges;
  /** What it changed: `from` is the asked page's reading. */
  readonly changes: Changes;
}

export interface CopiesContext {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  /** Candidates to lay beside the page; 100 unless said. */
  readonly limit?: number;
}

/** Candidates that are collated. A choice, not a measurement: a wire story of the day is carried by dozens, and each costs some 10 ms. */
const CANDIDATES = 100;

/** Who has this page's text, the largest share first, and what each is to it. The page itself, if the archive has it, is left out; its other versions aren't. Throws `unreadable-page` where there is no article. */
export async function copiesOf(
  raw: RawPage,
  { archive, knowledge, limit = CANDIDATES }: CopiesContext,
): Promise<readonly Copy[]> {
  const page = readPage(raw);
  const digest = digestOf(page);
  const witness = toWitness(page, knowledge.lexicon);
  const except = { digest, address: addressOf(page, digest) };
  const { holdings } = await findCandidates(witness, archive, { lexicon: knowledge.lexicon, limit, except });
  const laid = holdings
    .map((holding) => layBeside(witness, holding, knowledge))
    .filter(({ collation }) => collation.version ?? COPIED.includes(collation.relation))
    .sort((a, b) => b.collation.shared.base - a.collation.shared.base);
  const places = placeCopies(witness, laid, knowledge);
  return laid.map((one, i) => copyOf(witness, one, places[i] ?? 'unclear'));
}

function layBeside(base: Witness, { page }: Holding, { lexicon, relationModel }: Knowledge): Laid {
  const witness = toWitness(page, lexicon);
  return { witness, collation: collate(base, witness, { lexicon, model: relationModel }) };
}

function copyOf(base: Witness, { witness, collation }: Laid, place: CopyPlace): Copy {
  const { relation, probability, shared, direction, changes } = collation;
  const { id, outlet, url, title, published } = witness.page;
  const [copy, exemplar] = place === 'exemplar' ? [base.page, witness.page] : [witness.page, base.page];
  return {
    ...(id !== undefined && { id }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    relation,
    probability,
    share: shared.base,
    place,
    credited: isCredited(copy, exemplar),
    direction,
    ...(place === 'version' && { version: seenFromAsked(versionChanges(base, witness, collation)) }),
    changes,
  };
}

/** Here the base is the page that was asked about. */
function seenFromAsked(changes: VersionChanges): VersionChanges {
  return { ...changes, other: TURNED[changes.other] };
}
