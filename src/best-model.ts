import { closeness, collateText, isCopy, modelFrom, type Clustering, type Model } from './clustering.js';
import { SKETCH, type FingerprintTable } from './fingerprint-table.js';
import type { Page } from './page/page.js';

/** Candidates that are collated for a text before it counts as new. On `npm run bench dedup` 1, 3 and 10 clustered alike; 3 leave room for a kin of boilerplate before the source. */
const CANDIDATES = 3;

/**
 * Shared fingerprints of two sketches that make a candidate; of texts too short for half a sketch, 2. Of 1,200 press
 * releases 778 candidates had 2, 94 % of them for a name that two stories share; 165 had 3, 42 % of them copies.
 */
const FEWEST_HITS = 3;

/** Share of either side from which no other is looked at. A choice. */
const NEARLY_ALL = 0.9;

/** Texts that share enough fingerprints with these to be laid beside theirs, most first. */
export function candidatesFor(
  hashes: Float64Array,
  table: FingerprintTable,
): readonly { readonly text: number; readonly hits: number }[] {
  const fewest = hashes.length < SKETCH / 2 ? FEWEST_HITS - 1 : FEWEST_HITS;
  return table.match(hashes).filter(({ hits }) => hits >= fewest);
}

/** The closest of the first candidates, if it's a copy or the page is one of it. */
export function bestModel(page: Page, candidates: readonly number[], clustering: Clustering): Model | undefined {
  let best: Model | undefined;
  for (const text of candidates.slice(0, CANDIDATES)) {
    const collation = collateText(text, page, clustering);
    if (!isCopy(collation)) continue;
    const model = modelFrom(text, collation);
    if (best === undefined || closeness(model) > closeness(best)) best = model;
    if (closeness(best) >= NEARLY_ALL) break;
  }
  return best;
}
