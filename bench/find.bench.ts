import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive, Deposit } from '../src/archive/archive.js';
import { findCandidates } from '../src/archive/find-candidates.js';
import { openMemoryArchive } from '../src/archive/memory.js';
import { openSqliteArchive } from '../src/archive/sqlite.js';
import { depositOf } from '../src/archive/deposit.js';
import { fingerprint } from '../src/fingerprint/fingerprint.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import { hasData, seeded } from '../eval/data.js';
import { BACKGROUND, plainPage, shuffledArticles, type Article } from '../eval/find-corpus.js';
import { plantedQuery, spunQuery, type Query, type QueryStock } from '../eval/find-queries.js';
import { mobyThesaurus } from '../eval/find-spinner.js';
import type { Bench } from './bench-case.js';
import { growing, noveltyOf, type Fingerprinted } from './find-growth.js';
import { minhashFinder } from './find-minhash.js';

/** Sizes of the archive, ascending; `STEMMA_BENCH_SIZE=1000000` goes up to a million (half an hour to build on a core of one's own). */
const LARGEST = Number(process.env['STEMMA_BENCH_SIZE'] ?? 100_000);
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < LARGEST).concat(LARGEST);
/** Where archives are kept from one run to the next; a temporary folder unless said. */
const KEPT = process.env['STEMMA_BENCH_ARCHIVES'];
/** Real articles that the archive begins with; queries are made from the first 8,000, which every size holds. */
const REAL = 30_000;
const SOURCES = 8_000;
const HOSTS = 2_000;
const QUERIES = 200;
const WARM_UP = 50;
const BATCH = 4_000;
const SEED = 4;

/** Archives and queries for the comparison with the peer; the largest holds nearly all real articles. Runs of three words take it 3 ms an article to sign, so they are asked in the smallest only. */
const PEER_SIZES = [2_000, 16_000, 40_000] as const;
const PEERS = [
  { run: 1, rows: 4, name: 'at its defaults' },
  { run: 1, rows: 2, name: 'at our recall (bands of 2)' },
  { run: 1, rows: 1, name: 'in bands of 1' },
  { run: 3, rows: 4, name: 'of three-word runs' },
] as const;
const PEER_QUERIES = 50;
const RATES = [0.1, 0.25, 0.4] as const;

/** Look-ups, postings and CPU a query as the archive grows; then beside MinHash with LSH. */
export const bench: Bench = {
  name: 'find',
  run: async (print) => {
    if (!BACKGROUND.every(hasData)) {
      print('background articles are not there');
      return;
    }
    const { lexicon } = openKnowledge();
    const articles = shuffledArticles(SEED);
    await besidePeer(articles, lexicon, print);
    const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'stemma-find-'));
    try {
      await grow(folder, { articles, lexicon, print });
    } finally {
      if (KEPT === undefined) rmSync(folder, { recursive: true });
    }
  },
};

interface Growing {
  readonly articles: readonly Article[];
  readonly lexicon: Lexicon;
  readonly print: (line: string) => void;
}

async function grow(folder: string, { articles, lexicon, print }: Growing): Promise<void> {
  const collection = articles
    .slice(0, Math.min(REAL, articles.length - HOSTS))
    .map((article) => fingerprinted(article, lexicon));
  print(
    `${collection.length} real articles, ${(noveltyOf(collection) * 100).toFixed(1)} % of the last ones' fingerprints new; invented ones follow`,
  );
  const queries = plantedQueries({
    sources: articles.slice(0, SOURCES),
    hosts: articles.slice(-HOSTS),
    random: seeded(SEED),
  });
  const read: number[] = [];
  for (const [i, size] of SIZES.entries()) {
    await build(join(folder, `find-${size}`), { collection, size, smaller: join(folder, `find-${SIZES[i - 1] ?? 0}`) });
    const archive = await openSqliteArchive(join(folder, `find-${size}`), { readOnly: true });
    read.push(await report({ size, queries, archive, lexicon, print }));
    await archive.close();
  }
  const [first, last] = [read[0] ?? 1, read.at(-1) ?? 1];
  const exponent = Math.log(last / first) / Math.log((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1));
  print(`postings read a query grow with exponent ${exponent.toFixed(3)} (bar .2)`);
}

interface Building {
  readonly collection: readonly Fingerprinted[];
  readonly size: number;
  /** The folder of the archive of the size before, where there is one. */
  readonly smaller: string;
}

/** Makes an archive of a size out of the one before; one that is there already, whole or cut off, is gone on with. */
async function build(folder: string, { collection, size, smaller }: Building): Promise<void> {
  if (!existsSync(folder) && existsSync(smaller)) cpSync(smaller, folder, { recursive: true });
  const archive = await openSqliteArchive(folder);
  const { witnesses } = await archive.count();
  let batch: Deposit[] = [];
  let number = 0;
  for (const make of witnesses === size ? [] : growing(collection, size, SEED)) {
    number++;
    if (number > witnesses) batch.push(make());
    if (batch.length < BATCH && number < size) continue;
    await archive.add(batch);
    batch = [];
  }
  await archive.close();
}

function fingerprinted(article: Article, lexicon: Lexicon): Fingerprinted {
  return { article, hashes: fingerprint(toWitness(plainPage(article.id, article.text), lexicon), lexicon).hashes };
}

/** Half with a spun passage of 80 words, half spun as a whole. */
function plantedQueries(stock: QueryStock): Query[] {
  const thesaurus = mobyThesaurus();
  return Array.from({ length: QUERIES }, (_, i) =>
    i % 2 === 0 ? plantedQuery(stock, 80, thesaurus) : spunQuery(stock, thesaurus),
  );
}

interface Round {
  readonly size: number;
  readonly queries: readonly Query[];
  readonly archive: Archive;
  readonly lexicon: Lexicon;
  readonly print: (line: string) => void;
}

/** Prints one size's line; resolves to the mean of postings read. */
async function report({ size, queries, archive, lexicon, print }: Round): Promise<number> {
  for (const { page } of queries.slice(0, WARM_UP))
    await findCandidates(toWitness(page, lexicon), archive, { lexicon });
  const costs: number[] = [];
  let [lookups, postings, texts, found] = [0, 0, 0, 0];
  for (const { page, source } of queries) {
    const began = process.cpuUsage();
    const { candidates, cost } = await findCandidates(toWitness(page, lexicon), archive, { lexicon });
    costs.push(cpuSince(began));
    lookups += cost.lookups;
    postings += cost.postings;
    texts += cost.texts;
    if (candidates.some(({ id }) => id === source)) found++;
  }
  costs.sort((a, b) => a - b);
  const mean = (sum: number): string => (sum / queries.length).toFixed(0);
  print(
    `${size} articles: ${mean(lookups)} look-ups, ${mean(postings)} postings, ${mean(texts)} texts a query; ` +
      `CPU p50 ${quantile(costs, 0.5)} ms, p95 ${quantile(costs, 0.95)} ms; source found ${(found / queries.length).toFixed(3)}`,
  );
  return postings / queries.length;
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
}

/** CPU milliseconds, user and system. */
function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

async function besidePeer(
  articles: readonly Article[],
  lexicon: Lexicon,
  print: (line: string) => void,
): Promise<void> {
  const thesaurus = mobyThesaurus();
  for (const size of PEER_SIZES) {
    const sources = articles.slice(0, size);
    const finders = [await ourFinder(sources, lexicon)];
    for (const peer of PEERS) if (peer.run === 1 || size === PEER_SIZES[0]) finders.push(peerFinder(sources, peer));
    for (const { name, toAdd } of finders) print(`${size} articles, ${name}: ${toAdd.toFixed(2)} ms CPU to add one`);
    for (const rate of RATES) {
      const stock = { sources, hosts: [], random: seeded(SEED) };
      const queries = Array.from({ length: PEER_QUERIES }, () => spunQuery(stock, thesaurus, rate));
      for (const finder of finders) print(`${size} articles, spun ${rate * 100} %, ${await askAll(finder, queries)}`);
    }
  }
}

interface Finder {
  readonly name: string;
  /** CPU milliseconds to add an article. */
  readonly toAdd: number;
  /** What is read of the index for one query: postings, or signatures that are compared. */
  readonly find: (text: string) => Promise<{ readonly ids: readonly string[]; readonly read: number }>;
}

async function ourFinder(sources: readonly Article[], lexicon: Lexicon): Promise<Finder> {
  const archive = openMemoryArchive();
  const began = process.cpuUsage();
  await archive.add(
    sources.map((article) => depositOf(plainPage(article.id, article.text), fingerprinted(article, lexicon).hashes)),
  );
  return {
    name: 'stemma',
    toAdd: cpuSince(began) / sources.length,
    find: async (text) => {
      const witness = toWitness(plainPage('query', text), lexicon);
      const { candidates, cost } = await findCandidates(witness, archive, { lexicon });
      return { ids: candidates.map(({ id }) => id), read: cost.postings };
    },
  };
}

function peerFinder(sources: readonly Article[], { run, rows, name }: (typeof PEERS)[number]): Finder {
  const began = process.cpuUsage();
  const finder = minhashFinder(run, rows);
  for (const { id, text } of sources) finder.add(id, text);
  return {
    name: `minhash ${name}`,
    toAdd: cpuSince(began) / sources.length,
    find: (text) => {
      const { ids, compared } = finder.find(text, 20);
      return Promise.resolve({ ids, read: compared });
    },
  };
}

async function askAll({ name, find }: Finder, queries: readonly Query[]): Promise<string> {
  for (const { page } of queries.slice(0, 10)) await find(page.text);
  const began = process.cpuUsage();
  let [found, read] = [0, 0];
  for (const { page, source } of queries) {
    const answer = await find(page.text);
    if (answer.ids.includes(source)) found++;
    read += answer.read;
  }
  const mean = (sum: number): number => sum / queries.length;
  const cost = `${mean(read).toFixed(0)} ${name === 'stemma' ? 'postings' : 'signatures'} read, ${mean(cpuSince(began)).toFixed(1)} ms CPU a query`;
  return `${name}: found ${mean(found).toFixed(2)}; ${cost}`;
}
