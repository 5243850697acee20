import { createHash } from 'node:crypto';
import type { Deposit } from './archive/archive.js';
import { openPageSpool } from './archive/page-spool.js';
import { collateText, isCopy, type Clustering, type Model, type Row } from './clustering.js';
import type { Relation } from './collation/collation.js';
import { openFingerprintTable, SKETCH } from './fingerprint-table.js';
import type { Unreadable } from './intake/incoming.js';
import { intake } from './intake/intake.js';
import type { IntakeOptions } from './intake/intake-options.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import { preparePages } from './prepare-pages.js';
import { settleClusters, type Place } from './settle-clusters.js';

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

/** Share of fingerprints in common with a copy's model, below which the copy is filed too, so that copies of the copy are met. On the same bench 209 right pairs come out without filing any, 212 with this and with filing all. */
const DISTANT = 0.6;

/** How a corpus is read. */
export interface DedupOptions extends IntakeOptions {
  /** Threads that read pages; see `AddOptions`. */
  readonly readers?: number;
}

/**
 * Groups the texts of a corpus into clusters of copies, reworded ones too, and gives them in order of input when all are
 * read. Texts with the same words meet by digest; others by shared fingerprints, then collation decides, each against few.
 * A text joins the cluster of the text that it copies most, never two: a page that mixes two stories doesn't join them, whatever the order.
 * Cost: linear for a corpus whose clusters are small. Memory: some 500 bytes a text; texts lie in a temporary file.
 */
export async function* dedup(
  inputs: readonly string[],
  knowledge: Knowledge,
  { readers = 1, ...options }: DedupOptions = {},
): AsyncIterable<Deduplicated | Unreadable> {
  const clustering: Clustering = {
    knowledge,
    spool: openPageSpool(),
    table: openFingerprintTable(),
    rows: [],
    sameWords: new Map(),
    clusters: 0,
  };
  const order: (number | Unreadable)[] = [];
  try {
    for await (const prepared of preparePages(intake(inputs, options), { knowledge, readers })) {
      order.push('why' in prepared ? prepared : place(prepared, clustering, `page ${order.length + 1}`));
    }
    const places = settleClusters(clustering);
    for (const one of order) yield typeof one === 'number' ? answerFor(one, clustering.rows, places) : one;
  } finally {
    clustering.spool.close();
  }
}

/** Finds a text's place among those before it. */
function place(deposit: Deposit, clustering: Clustering, name: string): number {
  const { page } = deposit;
  const { rows, spool, sameWords } = clustering;
  const text = spool.put(page);
  const digest = wordsDigest(page);
  const twin = sameWords.get(digest);
  const model =
    twin === undefined
      ? modelOf(deposit, text, clustering)
      : ({ text: twin, relation: 'verbatim', share: 1, taken: 1, direction: 'unknown' } as const);
  if (twin === undefined) sameWords.set(digest, text);
  const cluster = model === undefined ? ++clustering.clusters : (rows[model.text]?.cluster ?? 0);
  const { id = page.url ?? name, published = '' } = page;
  rows.push({ id, published, length: page.text.length, cluster, ...(model === undefined ? {} : { model }) });
  return text;
}

/** The text before it that it copies, if there is one. Files it where later texts should meet it. */
function modelOf({ page, hashes }: Deposit, text: number, clustering: Clustering): Model | undefined {
  const { table } = clustering;
  const fewest = hashes.length < SKETCH / 2 ? FEWEST_HITS - 1 : FEWEST_HITS;
  const candidates = table.match(hashes).filter(({ hits }) => hits >= fewest);
  for (const candidate of candidates.slice(0, CANDIDATES)) {
    const collation = collateText(candidate.text, page, clustering);
    if (!isCopy(collation)) continue;
    if (candidate.hits < Math.min(hashes.length, SKETCH) * DISTANT) table.add(text, hashes);
    return {
      text: candidate.text,
      relation: collation.relation,
      share: collation.shared.witness,
      taken: collation.shared.base,
      direction: collation.direction,
    };
  }
  table.add(text, hashes);
  return undefined;
}

/** First 48 bits of a digest of the text's letters and digits. */
function wordsDigest({ text }: Page): number {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha1').update(letters).digest().readUIntBE(0, 6);
}

function answerFor(text: number, rows: readonly Row[], places: readonly Place[]): Deduplicated {
  const [row, place] = [rows[text], places[text]];
  if (row === undefined || place === undefined) throw new RangeError(`No text ${text}.`);
  const { cluster, exemplar, relation, share } = place;
  return { id: row.id, cluster, exemplar: rows[exemplar]?.id ?? row.id, relation, share };
}
