import type { Archive, Holding } from './archive/archive.js';
import { addressOf, digestOf } from './archive/deposit.js';
import { findCandidates } from './archive/find-candidates.js';
import { collate } from './collation/collate.js';
import { COPIED, type Changes, type Direction, type Relation } from './collation/collation.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import { isCredited } from './report/credit-of.js';
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
  /** Whether it names the asked page's outlet as its source. */
  readonly credited: boolean;
  /** Which side looks older: `base` is the asked page, `witness` the copy. */
  readonly direction: Direction;
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

/** Who carried this page's text, the largest share first. The page itself, if the archive has it, is left out; its other versions aren't. Throws `unreadable-page` where there is no article. */
export async function copiesOf(
  raw: RawPage,
  { archive, knowledge, limit = CANDIDATES }: CopiesContext,
): Promise<readonly Copy[]> {
  const page = readPage(raw);
  const digest = digestOf(page);
  const witness = toWitness(page, knowledge.lexicon);
  const except = { digest, address: addressOf(page, digest) };
  const { holdings } = await findCandidates(witness, archive, { lexicon: knowledge.lexicon, limit, except });
  const copies = holdings
    .map((holding) => copyIn(witness, holding, knowledge))
    .filter(({ relation }) => COPIED.includes(relation));
  return copies.sort((a, b) => b.share - a.share);
}

function copyIn(base: Witness, { page }: Holding, knowledge: Knowledge): Copy {
  const collation = collate(base, toWitness(page, knowledge.lexicon), {
    lexicon: knowledge.lexicon,
    model: knowledge.relationModel,
  });
  const { relation, probability, shared, direction, changes } = collation;
  const { id, outlet, url, title, published } = page;
  return {
    ...(id !== undefined && { id }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    relation,
    probability,
    share: shared.base,
    credited: isCredited(page, base.page),
    direction,
    changes,
  };
}
