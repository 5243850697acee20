import { collate } from '../src/collation/collate.js';
import { COPIED } from '../src/collation/collation.js';
import { findCandidates } from '../src/archive/find-candidates.js';
import type { Archive } from '../src/archive/archive.js';
import { openMemoryArchive } from '../src/archive/memory.js';
import { fingerprint } from '../src/fingerprint/fingerprint.js';
import { openKnowledge, type Knowledge } from '../src/knowledge/knowledge.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import { half, hasData, seeded } from './data.js';
import {
  BACKGROUND,
  holdsPassage,
  overlap,
  plainPage,
  REALLY_COPIED,
  shuffledArticles,
  type Article,
} from './find-corpus.js';
import { plantedQuery, rewrittenQuery, spunQuery, type Query, type QueryStock } from './find-queries.js';
import { demonyms } from './find-rewriter.js';
import { mobyThesaurus, seenThesaurus } from './find-spinner.js';
import type { Figure, Measure } from './measure.js';

/** Articles in the archive. */
const ARTICLES = 15_000;
/** Articles outside it, to plant passages in. */
const HOSTS = 3_000;
/** Pages asked about for each figure; sampling error at .95 is .015. */
const QUERIES = Number(process.env['FIND_QUERIES'] ?? 200);
/** Pages outside the archive that are asked about to see what is taken for a copy: of the test half, since the judge of relations learns from pages of the other. */
const UNSOURCED = 600;
/** Only the numbers of chance: tuning was done with others, over other articles. */
const SEED = 20_260;

/** Share of pages whose source is among the first 20 of 15,000 articles; a near copy of the source counts as the source. */
export const measure: Measure = {
  name: 'find',
  async run() {
    if (!BACKGROUND.every(hasData)) return 'background articles are not there';
    const knowledge = openKnowledge();
    const { lexicon } = knowledge;
    const articles = shuffledArticles(SEED);
    const sources = articles.slice(0, ARTICLES);
    const archive = openMemoryArchive();
    await shelve(archive, sources, lexicon);
    const { postings, witnesses } = await archive.count();
    const stock: QueryStock = { sources, hosts: articles.slice(-HOSTS), random: seeded(SEED) };
    const figures: Figure[] = [
      { name: 'find.fingerprints-an-article', value: postings / witnesses, bar: 80, lowerIsBetter: true },
    ];
    for (const [name, bar, make] of kinds(stock)) {
      figures.push(
        await share({ name: `find.${name}`, bar, queries: Array.from({ length: QUERIES }, make) }, archive, lexicon),
      );
    }
    const unsourced = stock.hosts.filter(({ id }) => half(id) === 'test').slice(0, UNSOURCED);
    figures.push(await mistaken(unsourced, archive, knowledge));
    return figures;
  },
};

type Kind = readonly [name: string, bar: number, make: () => Query];

function kinds(stock: QueryStock): Kind[] {
  const [foreign, seen] = [mobyThesaurus(), seenThesaurus()];
  const rewriting = { thesaurus: foreign, demonyms: demonyms() };
  return [
    ['verbatim-40', 0.99, () => plantedQuery(stock, 40)],
    ['spun-40', 0.92, () => plantedQuery(stock, 40, foreign)],
    ['spun-80', 0.99, () => plantedQuery(stock, 80, foreign)],
    ['spun-page', 1, () => spunQuery(stock, foreign)],
    ['seen-40', 0.92, () => plantedQuery(stock, 40, seen)],
    ['seen-80', 0.99, () => plantedQuery(stock, 80, seen)],
    ['seen-page', 1, () => spunQuery(stock, seen)],
    ['rewritten-page', 0.9, () => rewrittenQuery(stock, rewriting)],
  ];
}

async function shelve(archive: Archive, articles: readonly Article[], lexicon: Lexicon): Promise<void> {
  for (const { id, text } of articles) {
    const page = plainPage(id, text);
    await archive.add([{ page, digest: id, hashes: fingerprint(toWitness(page, lexicon), lexicon).hashes }]);
  }
}

interface Trial {
  readonly name: string;
  readonly bar: number;
  readonly queries: readonly Query[];
}

async function share({ name, bar, queries }: Trial, archive: Archive, lexicon: Lexicon): Promise<Figure> {
  let found = 0;
  let first = 0;
  for (const { page, source, passage } of queries) {
    const { holdings } = await findCandidates(toWitness(page, lexicon), archive, { lexicon });
    const place = holdings.findIndex(
      (holding) => holding.page.id === source || holdsPassage(holding.page.source, passage),
    );
    if (place >= 0) found++;
    if (place === 0) first++;
  }
  const value = found / queries.length;
  const margin = 2 * Math.sqrt(Math.max(value * (1 - value), 0.003) / queries.length);
  return {
    name,
    value,
    bar,
    margin,
    note: `${queries.length} pages, first place ${(first / queries.length).toFixed(3)}`,
  };
}

/** Pages with no source in the archive: share whose best candidate collation takes for a copy. */
async function mistaken(
  hosts: readonly Article[],
  archive: Archive,
  { lexicon, relationModel }: Knowledge,
): Promise<Figure> {
  let pages = 0;
  let copies = 0;
  for (const { id, text } of hosts) {
    const witness = toWitness(plainPage(id, text), lexicon);
    const best = (await findCandidates(witness, archive, { lexicon, limit: 1 })).holdings[0];
    if (best !== undefined && overlap(text, best.page.source) >= REALLY_COPIED) continue;
    pages++;
    if (best === undefined) continue;
    const { relation } = collate(toWitness(best.page, lexicon), witness, { lexicon, model: relationModel });
    if (COPIED.includes(relation)) copies++;
  }
  const note = `${pages} pages of the test half; ${hosts.length - pages} that do have a near copy left out`;
  return {
    name: 'find.mistaken-unseen',
    value: copies / pages,
    bar: 0.005,
    lowerIsBetter: true,
    margin: 0.005,
    note,
  };
}
