import { findCandidates } from '../src/archive/find-candidates.js';
import { openMemoryArchive } from '../src/archive/memory.js';
import type { Archive } from '../src/archive/archive.js';
import { fingerprint } from '../src/fingerprint/fingerprint.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import { half } from './data.js';
import { plainPage, shingles, shuffledArticles, type Article } from './find-corpus.js';
import type { RelationPair } from './relation-pair.js';

/**
 * Pages beside what an archive names for them although it holds no source of theirs: what the judge of relations meets in
 * practice, and must not take for a copy. A press office repeats its footer and its forms with other names, a wire its
 * tables. By rule, a pair that shares under 5 % of the shorter text's runs of five words is no copy; whether it is called
 * unrelated or independent is left open, as one office's two releases on one matter are both. Pages of the tune half only.
 */
export async function strangerPairs(count: number, lexicon: Lexicon): Promise<readonly RelationPair[]> {
  const articles = shuffledArticles(SEED).filter(({ id }) => half(id) === 'tune');
  const archive = await shelved(articles.slice(count), lexicon);
  const pairs: RelationPair[] = [];
  for (const { id, text } of articles.slice(0, count)) {
    const witness = toWitness(plainPage(id, text), lexicon);
    const { holdings } = await findCandidates(witness, archive, { lexicon, limit: Math.max(...PLACES) + 1 });
    for (const place of PLACES) {
      const base = holdings[place]?.page.source;
      if (base !== undefined && sharedRuns(base, text) < COPIED)
        pairs.push({ base, witness: text, relation: 'unrelated', also: ['independent'], origin: 'stranger' });
    }
  }
  return pairs;
}

async function shelved(articles: readonly Article[], lexicon: Lexicon): Promise<Archive> {
  const archive = openMemoryArchive();
  for (const { id, text } of articles) {
    const page = plainPage(id, text);
    await archive.add([{ page, digest: id, hashes: fingerprint(toWitness(page, lexicon), lexicon).hashes }]);
  }
  return archive;
}

/** Share of the shorter text's runs of five words that the other has too. */
function sharedRuns(a: string, b: string): number {
  const [few, many] = [shingles(a), shingles(b)].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return [...few].filter((run) => many.has(run)).length / few.size;
}

const SEED = 4711;
/** The candidate that a user sees first, and one further down. */
const PLACES = [0, 3];
const COPIED = 0.05;
