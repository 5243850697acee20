import { createHash } from 'node:crypto';
import { openPageSpool, type PageSpool } from './archive/page-spool.js';
import { collate } from './collation/collate.js';
import type { Collation, Direction, Relation } from './collation/collation.js';
import { StemmaError } from './error.js';
import { openFingerprintTable, SKETCH, type FingerprintTable } from './fingerprint-table.js';
import { fingerprint } from './fingerprint/fingerprint.js';
import { isUnreadable, refusalOf, type Unreadable } from './intake/incoming.js';
import { intake } from './intake/intake.js';
import type { IntakeOptions } from './intake/intake-options.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import { inspect } from './spin/inspect.js';
import { toWitness } from './witness/to-witness.js';
import type { Witness } from './witness/witness.js';

/** A text and the cluster of copies that it belongs to. */
export interface Deduplicated {
  readonly id: string;
  /** The same number for all copies of one text; from 1. */
  readonly cluster: number;
  /** The id of the text of its cluster that the others copy, as far as dates, wording and length say; its own for that text itself. */
  readonly exemplar: string;
  /** How it is related to the exemplar; a text is a verbatim copy of itself. */
  readonly relation: Relation;
  /** Share of its words that it has from the exemplar, 0 to 1. */
  readonly share: number;
}

/** Candidates that are collated for a text before it counts as new. On `npm run bench dedup` 1, 3 and 10 clustered alike; 3 leave room for a kin of boilerplate before the source. */
const CANDIDATES = 3;

/**
 * Shared fingerprints of two sketches that make a candidate; of texts too short for half a sketch, 2. Of 1,200 press
 * releases 778 candidates had 2, 94 % of them for a name that two stories share; 165 had 3, 42 % of them copies.
 */
const FEWEST_HITS = 3;

/** Share of one side that makes a partial copy one of the cluster's. */
const PARTIAL_SHARE = 0.5;

/** Share of fingerprints in common with a copy's model, below which the copy is filed too, so that copies of the copy are met. On the same bench 209 right pairs come out without filing any, 212 with this and with filing all. */
const DISTANT = 0.6;

/** Relations of copies, whatever part of a page they are. */
const COPIES: ReadonlySet<Relation> = new Set(['verbatim', 'spun', 'rewritten']);

/** The text that a copy was found to copy, and how. */
interface Model {
  readonly text: number;
  readonly relation: Relation;
  readonly share: number;
  /** Which looks older: `base` is the model. */
  readonly direction: Direction;
}

/** What is kept in memory of a text: some 100 bytes and its id; the text itself lies in the spool. */
interface Row {
  readonly id: string;
  readonly published: string;
  readonly length: number;
  cluster: number;
  /** Absent for a cluster's first. */
  readonly model?: Model;
}

interface Clustering {
  readonly knowledge: Knowledge;
  readonly spool: PageSpool;
  readonly table: FingerprintTable;
  readonly rows: Row[];
  /** Digest of a text's words → the first that had them. */
  readonly sameWords: Map<number, number>;
  /** How likely a machine reworded a text, of those that were looked at. */
  readonly spun: Map<number, number>;
  clusters: number;
}

/**
 * Groups the texts of a corpus into clusters of copies, reworded ones too, and gives them in order of input when all are
 * read. Texts with the same words meet by digest; others by shared fingerprints, then collation decides, each against few.
 * A text joins the cluster of the text that it copies most, never two: a page that mixes two stories doesn't join them.
 * Cost: linear for a corpus whose clusters are small. Memory: some 500 bytes a text; texts lie in a temporary file.
 */
export async function* dedup(
  inputs: readonly string[],
  knowledge: Knowledge,
  options: IntakeOptions = {},
): AsyncIterable<Deduplicated | Unreadable> {
  const clustering: Clustering = {
    knowledge,
    spool: openPageSpool(),
    table: openFingerprintTable(),
    rows: [],
    sameWords: new Map(),
    spun: new Map(),
    clusters: 0,
  };
  const order: (number | Unreadable)[] = [];
  try {
    for await (const incoming of intake(inputs, options)) {
      const page = isUnreadable(incoming) ? incoming : pageOf(incoming, `page ${order.length + 1}`);
      order.push('why' in page ? page : place(page, clustering, `page ${order.length + 1}`));
    }
    const exemplars = exemplarsOf(clustering);
    for (const one of order) yield typeof one === 'number' ? answerFor(one, clustering, exemplars) : one;
  } finally {
    clustering.spool.close();
  }
}

function pageOf(raw: RawPage, name: string): Page | Unreadable {
  try {
    return readPage(raw);
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error;
    return refusalOf(error, raw, name);
  }
}

/** Finds a text's place among those before it. */
function place(page: Page, clustering: Clustering, name: string): number {
  const { rows, spool, sameWords } = clustering;
  const text = spool.put(page);
  const digest = wordsDigest(page);
  const twin = sameWords.get(digest);
  const model =
    twin === undefined
      ? modelOf(page, text, clustering)
      : ({ text: twin, relation: 'verbatim', share: 1, direction: 'unknown' } as const);
  if (twin === undefined) sameWords.set(digest, text);
  const cluster = model === undefined ? ++clustering.clusters : (rows[model.text]?.cluster ?? 0);
  const { id = page.url ?? name, published = '' } = page;
  rows.push({ id, published, length: page.text.length, cluster, ...(model === undefined ? {} : { model }) });
  return text;
}

/** The text before it that it copies, if there is one. Files it where later texts should meet it. */
function modelOf(page: Page, text: number, { knowledge, spool, table }: Clustering): Model | undefined {
  const witness = toWitness(page, knowledge.lexicon);
  const { hashes } = fingerprint(witness, knowledge.lexicon);
  const fewest = hashes.length < SKETCH / 2 ? FEWEST_HITS - 1 : FEWEST_HITS;
  const candidates = table.match(hashes).filter(({ hits }) => hits >= fewest);
  for (const candidate of candidates.slice(0, CANDIDATES)) {
    const collation = collateWith(spool.get(candidate.text), witness, knowledge);
    if (!isCopy(collation)) continue;
    if (candidate.hits < Math.min(hashes.length, SKETCH) * DISTANT) table.add(text, hashes);
    return {
      text: candidate.text,
      relation: collation.relation,
      share: collation.shared.witness,
      direction: collation.direction,
    };
  }
  table.add(text, hashes);
  return undefined;
}

function collateWith(base: Page, witness: Witness, knowledge: Knowledge): Collation {
  return collate(toWitness(base, knowledge.lexicon), witness, {
    lexicon: knowledge.lexicon,
    model: knowledge.relationModel,
  });
}

function isCopy({ relation, shared }: Collation): boolean {
  return COPIES.has(relation) || (relation === 'partial' && Math.max(shared.base, shared.witness) >= PARTIAL_SHARE);
}

/** First 48 bits of a digest of the text's letters and digits. */
function wordsDigest({ text }: Page): number {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha1').update(letters).digest().readUIntBE(0, 6);
}

/**
 * For each cluster the text that the others copy: the earliest where dates say it, else the one whose wording looks older when the
 * two are laid side by side, else the one that a person worded where the other is a machine's, else the longest, else the first.
 */
function exemplarsOf(clustering: Clustering): Map<number, number> {
  const exemplars = new Map<number, number>();
  clustering.rows.forEach((row, text) => {
    const best = exemplars.get(row.cluster);
    if (best === undefined || isOlder(text, best, clustering)) exemplars.set(row.cluster, text);
  });
  return exemplars;
}

function isOlder(text: number, best: number, clustering: Clustering): boolean {
  const [row, other] = [clustering.rows[text], clustering.rows[best]];
  if (row === undefined || other === undefined) return false;
  const order = compareDates(row.published, other.published);
  if (order !== 0) return order < 0;
  if (row.model?.relation !== 'verbatim') {
    const direction = row.model?.text === best ? row.model.direction : directionOf(best, text, clustering);
    if (direction !== 'unknown') return direction === 'witness';
    const more = spunIn(text, clustering) - spunIn(best, clustering);
    if (Math.abs(more) > MACHINE) return more < 0;
  }
  return row.length > other.length;
}

/** How much surer of a machine one has to be than of the other, before the other passes for the older one. A choice: half of the scale. */
const MACHINE = 0.5;

function directionOf(base: number, text: number, { spool, knowledge }: Clustering): Direction {
  return collateWith(spool.get(base), toWitness(spool.get(text), knowledge.lexicon), knowledge).direction;
}

/** How likely a machine reworded a text. Asked of few, since it takes as long as several collations. */
function spunIn(text: number, { spool, knowledge, spun }: Clustering): number {
  let known = spun.get(text);
  if (known === undefined) {
    const witness = toWitness(spool.get(text), knowledge.lexicon);
    known = inspect(witness, { lexicon: knowledge.lexicon, model: knowledge.spinModel }).spun;
    spun.set(text, known);
  }
  return known;
}

/** Order of two ISO dates as far as both say it: by instant, or by day where one has no time; 0 where one is missing. */
function compareDates(a: string, b: string): number {
  const [x, y] = [Date.parse(a), Date.parse(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return 0;
  if (a.length > 10 && b.length > 10) return x - y;
  return a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0;
}

function answerFor(
  text: number,
  { rows, spool, knowledge }: Clustering,
  exemplars: ReadonlyMap<number, number>,
): Deduplicated {
  const row = rows[text];
  if (row === undefined) throw new RangeError(`No text ${text}.`);
  const exemplar = exemplars.get(row.cluster) ?? text;
  const base = { id: row.id, cluster: row.cluster, exemplar: rows[exemplar]?.id ?? row.id };
  if (exemplar === text) return { ...base, relation: 'verbatim', share: 1 };
  if (row.model?.text === exemplar) return { ...base, relation: row.model.relation, share: row.model.share };
  const collation = collateWith(spool.get(exemplar), toWitness(spool.get(text), knowledge.lexicon), knowledge);
  // A copy of a copy may have too little of the first left: then what is known is how it copies the other.
  if (!isCopy(collation) && row.model !== undefined)
    return { ...base, relation: row.model.relation, share: row.model.share };
  return { ...base, relation: collation.relation, share: collation.shared.witness };
}
