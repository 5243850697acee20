import type { Archive } from './archive/archive.js';
import { addressOf, digestOf } from './archive/deposit.js';
import { findCandidates, type Except, type Found } from './archive/find-candidates.js';
import { gatherFamily, type Family } from './family.js';
import { fingerprint } from './fingerprint/fingerprint.js';
import type { Fingerprints } from './fingerprint/fingerprints.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import type { Report } from './report/report.js';
import { buildStemma } from './stemma/build-stemma.js';
import type { Stemma } from './stemma/stemma.js';
import { weigh } from './weigh.js';
import { toWitness } from './witness/to-witness.js';
import type { Witness } from './witness/witness.js';

/** The seven stages, by what each gives. */
export const STAGES = ['page', 'witness', 'fingerprints', 'candidates', 'collations', 'stemma', 'report'] as const;
export type Stage = (typeof STAGES)[number];

/** What a trace needs beside the page. */
export interface TraceContext {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  /** Candidates at most; 20 unless said. */
  readonly limit?: number;
}

/** What a stage gave. */
export type StageResult =
  | { readonly stage: 'page'; readonly value: Page }
  | { readonly stage: 'witness'; readonly value: Witness }
  | { readonly stage: 'fingerprints'; readonly value: Fingerprints }
  | { readonly stage: 'candidates'; readonly value: Found }
  | { readonly stage: 'collations'; readonly value: Family }
  | { readonly stage: 'stemma'; readonly value: Stemma }
  | { readonly stage: 'report'; readonly value: Report };

/** Where one page's text comes from, stage by stage: stop reading and the rest is never computed. */
export async function* traceByStage(
  raw: RawPage,
  { archive, knowledge, limit }: TraceContext,
): AsyncGenerator<StageResult, undefined> {
  const page = readPage(raw);
  yield { stage: 'page', value: page };
  const witness = toWitness(page, knowledge.lexicon);
  yield { stage: 'witness', value: witness };
  yield { stage: 'fingerprints', value: fingerprint(witness, knowledge.lexicon) };
  const found = await findCandidates(witness, archive, {
    lexicon: knowledge.lexicon,
    except: itself(page),
    ...(limit === undefined ? {} : { limit }),
  });
  yield { stage: 'candidates', value: found };
  const family = gatherFamily(witness, found.holdings, knowledge);
  yield { stage: 'collations', value: family };
  const stemma = buildStemma(family.members, family.collations, { lexicon: knowledge.lexicon });
  yield { stage: 'stemma', value: stemma };
  yield { stage: 'report', value: weigh(family, stemma, knowledge) };
}

/** Where one page's text comes from. Throws `unreadable-page` where there is no article. */
export async function trace(raw: RawPage, context: TraceContext, onStage?: (stage: Stage) => void): Promise<Report> {
  for await (const result of traceByStage(raw, context)) {
    onStage?.(result.stage);
    if (result.stage === 'report') return result.value;
  }
  throw new Error('A trace ended without a report.');
}

/**
 * The page as the archive has it already: the same content at the same address, or the same content with the same date of
 * publication (a page that was pasted or saved has lost its address; a copy elsewhere has a date of its own).
 */
function itself(page: Page): Except {
  const digest = digestOf(page);
  return page.published === undefined ? { digest, address: addressOf(page, digest) } : { digest };
}
