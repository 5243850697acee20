import { createHash } from 'node:crypto';
import type { Deposit } from './archive/archive.js';
import { openPageSpool } from './archive/page-spool.js';
import { bestModel, candidatesFor } from './best-model.js';
import { twinModel, type Clustering, type Model, type Row } from './clustering.js';
import type { Relation } from './collation/collation.js';
import { openFingerprintTable, SKETCH } from './fingerprint-table.js';
import type { Unreadable } from './intake/incoming.js';
import { intake } from './intake/intake.js';
import type { IntakeOptions } from './intake/intake-options.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { lookAgain } from './look-again.js';
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
  /** Set where it's another version of the exemplar's story, at the same address. The earliest is the exemplar: copies go back to it. */
  readonly version?: true;
}

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
    lookAgain(clustering);
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
  const model = twin === undefined ? modelOf(deposit, text, clustering) : twinModel(twin, page, clustering);
  if (twin === undefined) sameWords.set(digest, text);
  const cluster = model === undefined ? ++clustering.clusters : (rows[model.text]?.cluster ?? 0);
  const { id = page.url ?? name, published = '' } = page;
  rows.push({ id, published, length: page.text.length, cluster, ...(model === undefined ? {} : { model }) });
  return text;
}

/** The text before it that it copies most, if there is one. Files it where later texts should meet it. */
function modelOf({ page, hashes }: Deposit, text: number, clustering: Clustering): Model | undefined {
  const { table } = clustering;
  const candidates = candidatesFor(hashes, table);
  const model = bestModel(
    page,
    candidates.map((candidate) => candidate.text),
    clustering,
  );
  const hits = candidates.find((candidate) => candidate.text === model?.text)?.hits ?? 0;
  if (hits < Math.min(hashes.length, SKETCH) * DISTANT) table.add(text, hashes);
  return model;
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
  const { cluster, exemplar, relation, share, version } = place;
  return {
    id: row.id,
    cluster,
    exemplar: rows[exemplar]?.id ?? row.id,
    relation,
    share,
    ...(version && { version }),
  };
}
