import type { Candidate, Probe } from '../fingerprint/fingerprints.js';
import { probes, WEIGHT_UNIT } from '../fingerprint/probes.js';
import { rankCandidates } from '../fingerprint/rank-candidates.js';
import { rescore } from '../fingerprint/rescore.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { agreeOnScheme } from './agree-on-scheme.js';
import type { Archive, Holding, Outlined } from './archive.js';
import { markOf } from './pack-outline.js';

/** Candidates to name unless told otherwise. */
const CANDIDATE_LIMIT = 20;

/**
 * Postings to read for each stretch of `WINDOW` tokens of the query, rarest fingerprints first: what a query reads is bounded
 * by its own length, whatever the archive's size. Of 40 words spun by either spinner 40 found .946, 60, 80, 100 and 150 .952 to
 * .956 (500 passages, 15,000 articles). From 10,000 to 100,000 articles postings grow with exponent .15 at 60, .18 at 80, .20 at 100.
 */
const WINDOW_BUDGET = 80;
const WINDOW = 45;
/** Budget of a whole query, for long pages. */
const MOST_POSTINGS = 4000;
/** Nominated by fingerprints, then read. Among 15,000 the source of 40 words spun by either spinner is among 100 in .940 and .922, 200 in .954, 300 in .964 and .966, 400 in .966 and .968 (500 passages each); the step that reads brings nearly all of these among the first 20. */
const NOMINATIONS = 400;
const NO_HITS = new Uint32Array(0);
/** log2 of the number of witnesses at which a fingerprint found in one of them counts its 14 bits. */
const RARITY_BITS = 14;

export interface FindOptions {
  readonly lexicon: Lexicon;
  readonly limit?: number;
  /** The query itself as the archive may have it, left out: of this digest, at this address where one is given. */
  readonly except?: Except;
}

export interface Except {
  readonly digest: string;
  readonly address?: string;
}

export interface Found {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The candidates' stored witnesses, in the same order. */
  readonly holdings: readonly Holding[];
  /** What it took: hashes asked for, postings read, outlines read. */
  readonly cost: { readonly lookups: number; readonly postings: number; readonly texts: number };
}

/** Stage 4: the witnesses of an archive that a page may come from, or that come from it. Scores nominate; collation decides. */
export async function findCandidates(witness: Witness, archive: Archive, options: FindOptions): Promise<Found> {
  const { lexicon, limit = CANDIDATE_LIMIT, except } = options;
  await agreeOnScheme(archive, lexicon);
  const asked = probes(witness, lexicon);
  const chosen = await chooseProbes(asked, archive);
  const postings = await archive.postings(Float64Array.from(chosen, (probe) => probe.hash));
  const nominated = rankCandidates(chosen, postings, Math.max(NOMINATIONS, limit));
  const hitsOf = new Map(nominated.map(({ key, at }) => [key, at.map((token) => witness.start[token] ?? 0)]));
  const read = await archive.outlines(nominated.map(({ key }) => key));
  const texts = except === undefined ? read : await othersThan(except, read, archive);
  const ranked = rescore(
    witness.text,
    texts.map(({ key, words }) => ({ words, hits: hitsOf.get(key) ?? NO_HITS })),
    { lexicon, limit },
  );
  const holdings = await archive.holdings(ranked.flatMap(({ candidate }) => texts[candidate]?.key ?? []));
  const candidates = holdings.map((holding, i) => toCandidate(holding, ranked[i]?.score ?? 0));
  return { candidates, holdings, cost: { lookups: asked.length, postings: postings.keys.length, texts: read.length } };
}

/** Reads the pages of those only that may be the excepted one. */
async function othersThan(
  { digest, address }: Except,
  read: readonly Outlined[],
  archive: Archive,
): Promise<readonly Outlined[]> {
  const mark = markOf(digest);
  const alike = await archive.holdings(read.filter((one) => one.mark === mark).map(({ key }) => key));
  const same = alike.filter((holding) => holding.digest === digest && (address ?? holding.address) === holding.address);
  const left = new Set(same.map(({ key }) => key));
  return read.filter(({ key }) => !left.has(key));
}

/** Probes that the archive holds, rarest first as far as each stretch's budget goes, weighed by rarity; in order of position. */
async function chooseProbes(asked: readonly Probe[], archive: Archive): Promise<Probe[]> {
  const windows = Math.floor((asked.at(-1)?.at ?? 0) / WINDOW) + 1;
  const budget = Math.min(WINDOW_BUDGET, Math.ceil(MOST_POSTINGS / windows));
  const frequencies = await archive.frequencies(
    Float64Array.from(asked, (probe) => probe.hash),
    budget + 1,
  );
  const spent = new Uint32Array(windows);
  const chosen: Probe[] = [];
  for (const i of rarestFirst(frequencies)) {
    const probe = asked[i];
    const frequency = frequencies[i] ?? 0;
    if (probe === undefined) continue;
    const window = Math.floor(probe.at / WINDOW);
    const after = (spent[window] ?? 0) + frequency;
    if (after > budget) continue;
    spent[window] = after;
    chosen.push({ ...probe, weight: probe.weight + Math.round((RARITY_BITS - Math.log2(frequency)) * WEIGHT_UNIT) });
  }
  return chosen.sort((a, b) => a.at - b.at || a.hash - b.hash);
}

/** Indices of what is held at all, by frequency, then index. */
function rarestFirst(frequencies: Uint32Array): Float64Array {
  const ordered = new Float64Array(frequencies.length);
  let count = 0;
  frequencies.forEach((frequency, i) => {
    if (frequency > 0) ordered[count++] = frequency * frequencies.length + i;
  });
  return ordered
    .subarray(0, count)
    .sort()
    .map((one) => one % frequencies.length);
}

function toCandidate(holding: Holding, score: number): Candidate {
  const { key, page, address } = holding;
  const url = page.url === undefined ? {} : { url: page.url };
  return { key, id: page.id ?? page.url ?? address, ...url, score: Number(score.toFixed(2)) };
}
