import type { PageSpool } from './archive/page-spool.js';
import { collate } from './collation/collate.js';
import type { Collation, Direction, Relation } from './collation/collation.js';
import { directionFrom, pageGrounds } from './collation/judge-direction.js';
import type { FingerprintTable } from './fingerprint-table.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import { isSameStory } from './page/story-address.js';
import { toWitness } from './witness/to-witness.js';

/** Share of one side that makes a partial copy one of the cluster's. */
const PARTIAL_SHARE = 0.5;

/** Relations of copies, whatever part of a page they are. */
const COPIES: ReadonlySet<Relation> = new Set(['verbatim', 'spun', 'rewritten']);

/** The text that a copy was found to copy, and how. */
export interface Model {
  readonly text: number;
  readonly relation: Relation;
  /** Share of the copy's words that it has from the model. */
  readonly share: number;
  /** Share of the model's words that the copy has. */
  readonly taken: number;
  /** Which looks older: `base` is the model. */
  readonly direction: Direction;
  /** Set where both have the same words. */
  readonly twin?: true;
  /** Set where both are versions of one story. */
  readonly version?: true;
}

/** A model as a collation has it (base: the model, witness: the copy). */
export function modelFrom(text: number, { relation, shared, direction, version }: Collation): Model {
  return {
    text,
    relation,
    share: shared.witness,
    taken: shared.base,
    direction,
    ...(version && { version }),
  };
}

/** How much of either side is the other's: all, where one is a part of the other. */
export function closeness({ share, taken }: Model): number {
  return Math.max(share, taken);
}

/** Which of two texts with the same words is the older (`base` the first), and whether they are versions of one story, without laying them side by side. */
export function twinModel(text: number, page: Page, { spool }: Clustering): Model {
  const base = spool.get(text);
  return {
    text,
    relation: 'verbatim',
    share: 1,
    taken: 1,
    direction: directionFrom(pageGrounds(base, page)),
    twin: true,
    ...(isSameStory(base, page) && { version: true }),
  };
}

/** What is kept in memory of a text: some 100 bytes and its id; the text itself lies in the spool. */
export interface Row {
  readonly id: string;
  readonly published: string;
  readonly length: number;
  /** From 1, until clusters are settled. */
  cluster: number;
  /** Absent for a cluster's first. */
  model?: Model;
}

/** A corpus while it is read, and after. */
export interface Clustering {
  readonly knowledge: Knowledge;
  readonly spool: PageSpool;
  readonly table: FingerprintTable;
  readonly rows: Row[];
  /** Digest of a text's words → the first that had them. */
  readonly sameWords: Map<number, number>;
  clusters: number;
}

/** A text of the corpus laid beside another page. */
export function collateText(base: number, page: Page, { spool, knowledge }: Clustering): Collation {
  return collate(toWitness(spool.get(base), knowledge.lexicon), toWitness(page, knowledge.lexicon), {
    lexicon: knowledge.lexicon,
    model: knowledge.relationModel,
  });
}

/** Whether a collation's two sides belong to one cluster. */
export function isCopy({ relation, shared }: Collation): boolean {
  return isTaken(relation, shared.base, shared.witness);
}

/** The same by the share of either side's words. */
export function isTaken(relation: Relation, ...shares: readonly number[]): boolean {
  return COPIES.has(relation) || (relation === 'partial' && Math.max(...shares) >= PARTIAL_SHARE);
}
