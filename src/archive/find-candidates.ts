import type { Candidate, Probe } from '../fingerprint/fingerprints.js';
import { probes, WEIGHT_UNIT } from '../fingerprint/probes.js';
import { rankCandidates } from '../fingerprint/rank-candidates.js';
import { rescore } from '../fingerprint/rescore.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Archive, Holding } from './archive.js';

/** Candidates to name unless told otherwise. */
export const CANDIDATE_LIMIT = 20;

/** A fingerprint in more witnesses than this is boilerplate and not asked for. */
const MOST_COMMON = 300;
/** Nominated by fingerprints, then read: with 50 instead of 100, .960 instead of .973 of 40 spun words are found. */
const NOMINATIONS = 100;
/** log2 of the number of witnesses at which a fingerprint found in one of them counts its 14 bits. */
const RARITY_BITS = 14;

export interface FindOptions {
  readonly lexicon: Lexicon;
  readonly limit?: number;
  /** Whether a stored witness is left out, such as the query's own address. None unless said. */
  readonly exclude?: (holding: Holding) => boolean;
}

export interface Found {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The candidates' stored witnesses, in the same order. */
  readonly holdings: readonly Holding[];
  /** What it took: hashes asked for, postings read, texts read. */
  readonly cost: { readonly lookups: number; readonly postings: number; readonly texts: number };
}

/** Stage 4: the witnesses of an archive that a page may come from, or that come from it. Scores nominate; collation decides. */
export async function findCandidates(witness: Witness, archive: Archive, options: FindOptions): Promise<Found> {
  const { lexicon, limit = CANDIDATE_LIMIT, exclude = () => false } = options;
  const asked = probes(witness, lexicon);
  const chosen = await chooseProbes(asked, archive);
  const postings = await archive.postings(Float64Array.from(chosen, (probe) => probe.hash));
  const nominated = rankCandidates(chosen, postings, Math.max(NOMINATIONS, limit));
  const read = await archive.holdings(nominated.map(({ key }) => key));
  const texts = read.filter((holding) => !exclude(holding));
  const ranked = rescore(
    witness.text,
    texts.map((holding) => holding.page.source),
    { lexicon, limit },
  );
  const holdings = ranked.flatMap(({ candidate }) => texts[candidate] ?? []);
  const candidates = holdings.map((holding, i) => toCandidate(holding, ranked[i]?.score ?? 0));
  return { candidates, holdings, cost: { lookups: asked.length, postings: postings.keys.length, texts: read.length } };
}

/** Probes that the archive holds and that aren't too common, weighed by rarity. */
async function chooseProbes(asked: readonly Probe[], archive: Archive): Promise<Probe[]> {
  const frequencies = await archive.frequencies(
    Float64Array.from(asked, (probe) => probe.hash),
    MOST_COMMON + 1,
  );
  return asked.flatMap((probe, i) => {
    const frequency = frequencies[i] ?? 0;
    if (frequency === 0 || frequency > MOST_COMMON) return [];
    const rarity = Math.max(1, RARITY_BITS - Math.log2(frequency));
    return [{ ...probe, weight: probe.weight + Math.round(rarity * WEIGHT_UNIT) }];
  });
}

function toCandidate(holding: Holding, score: number): Candidate {
  const { key, page, address } = holding;
  const url = page.url === undefined ? {} : { url: page.url };
  return { key, id: page.id ?? page.url ?? address, ...url, score: Number(score.toFixed(2)) };
}
