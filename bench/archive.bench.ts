import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPages } from '../src/add.js';
import type { Archive, Deposit } from '../src/archive/archive.js';
import { openPostgresArchive } from '../src/archive/postgres.js';
import { openSqliteArchive } from '../src/archive/sqlite.js';
import { fingerprint } from '../src/fingerprint/fingerprint.js';
import { probes } from '../src/fingerprint/probes.js';
import { openKnowledge, type Knowledge } from '../src/knowledge/knowledge.js';
import { openPostgresSchema, postgresUrls } from '../src/testing/postgres-schema.js';
import { toWitness } from '../src/witness/to-witness.js';
import { hasData } from '../eval/data.js';
import { BACKGROUND, plainPage, shuffledArticles, type Article } from '../eval/find-corpus.js';
import type { Bench } from './bench-case.js';
import { growing } from './find-growth.js';

/** Articles added end to end from JSON Lines, and sizes at which archives of ready deposits are measured. */
const END_TO_END = Number(process.env['ARCHIVE_PAGES'] ?? 5_000);
const SIZES = (process.env['ARCHIVE_SIZES'] ?? '10000,100000').split(',').map(Number);
/** Real articles that the larger archives begin with. */
const REAL = 10_000;
const QUERIES = 50;
const BATCH = 1_000;
const SEED = 9;
/** Witnesses in which a fingerprint stands before a query drops it. */
const COMMON = 301;

/** What an archive costs: CPU and bytes an article, look-ups and postings a query. PostgreSQL beside SQLite where `ARCHIVES` names one. */
export const bench: Bench = {
  name: 'archive',
  run: async (print) => {
    if (!BACKGROUND.every(hasData)) {
      print('background articles are not there');
      return;
    }
    const knowledge = openKnowledge();
    const articles = shuffledArticles(SEED);
    await endToEnd(articles.slice(0, END_TO_END), knowledge, print);
    const collection = articles.slice(0, REAL).map((article) => ({ article, hashes: hashesOf(article, knowledge) }));
    const deposits = (): Iterable<() => Deposit> => growing(collection, SIZES.at(-1) ?? 0, SEED);
    const queries = articles.slice(REAL, REAL + QUERIES).map((article) => probesOf(article, knowledge));
    const folder = mkdtempSync(join(tmpdir(), 'stemma-archive-'));
    const sqlite = await openSqliteArchive(folder);
    await grow({
      archive: sqlite,
      deposits: deposits(),
      queries,
      bytes: () => Promise.resolve(statSync(join(folder, 'archive.db')).size),
      print: (line) => print(`SQLite ${line}`),
    });
    await sqlite.close();
    rmSync(folder, { recursive: true });
    for (const url of postgresUrls()) {
      const schema = await openPostgresSchema(url, 'stemma_bench');
      const postgres = await openPostgresArchive(schema.url);
      const bytes = async (): Promise<number> =>
        Number(
          (
            await schema.ask(
              `select sum(pg_total_relation_size(c.oid)) as n from pg_class c where relnamespace = 'stemma_bench'::regnamespace and relkind = 'r'`,
            )
          )[0]?.['n'],
        );
      await grow({
        archive: postgres,
        deposits: deposits(),
        queries,
        bytes,
        print: (line) => print(`PostgreSQL ${line}`),
      });
      await postgres.close();
      await schema.drop();
    }
  },
};

function hashesOf({ id, text }: Article, { lexicon }: Knowledge): Float64Array {
  return fingerprint(toWitness(plainPage(id, text), lexicon), lexicon).hashes;
}

function probesOf({ id, text }: Article, { lexicon }: Knowledge): Float64Array {
  return Float64Array.from(new Set(probes(toWitness(plainPage(id, text), lexicon), lexicon).map(({ hash }) => hash)));
}

/** From rows of JSON Lines to an archive on disk, as `stemma add` does it. */
async function endToEnd(
  articles: readonly Article[],
  knowledge: Knowledge,
  print: (line: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-add-'));
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, articles.map(({ id, text }) => JSON.stringify({ id, text })).join('\n'));
  hashesOf({ id: '', text: 'Warm.', words: 1 }, knowledge);
  const archive = await openSqliteArchive(join(folder, 'archive'));
  const watch = stopwatch();
  const { added } = await addPages([file], archive, knowledge);
  const { cpu, wall } = watch();
  const { postings } = await archive.count();
  await archive.close();
  const text = articles.reduce((sum, article) => sum + Buffer.byteLength(article.text), 0);
  const bytes = statSync(join(folder, 'archive', 'archive.db')).size;
  print(
    `added ${added} of ${articles.length} rows end to end: ${(postings / added).toFixed(1)} fingerprints and ${(text / added).toFixed(0)} bytes of text an article`,
  );
  print(
    `${((added / cpu) * 1000).toFixed(0)} articles/s a core (bar 500), ${((added / wall) * 1000).toFixed(0)}/s by the clock; ${(bytes / added).toFixed(0)} bytes an article, ${((bytes - text) / added).toFixed(0)} beyond the text (bar 1,600)`,
  );
  rmSync(folder, { recursive: true });
}

interface Growing {
  readonly archive: Archive;
  readonly deposits: Iterable<() => Deposit>;
  readonly queries: readonly Float64Array[];
  readonly bytes: () => Promise<number>;
  readonly print: (line: string) => void;
}

async function grow({ archive, deposits, queries, bytes, print }: Growing): Promise<void> {
  let batch: Deposit[] = [];
  let [size, text] = [0, 0];
  let watch = stopwatch();
  let since = 0;
  for (const make of deposits) {
    const deposit = make();
    batch.push(deposit);
    size++;
    text += Buffer.byteLength(deposit.page.source);
    if (batch.length < BATCH && !SIZES.includes(size)) continue;
    await archive.add(batch);
    batch = [];
    if (!SIZES.includes(size)) continue;
    const { cpu, wall } = watch();
    const space = await bytes();
    print(
      `at ${size}: added in ${(cpu / (size - since)).toFixed(2)} ms CPU here, ${(wall / (size - since)).toFixed(2)} ms by the clock an article; ${(space / size).toFixed(0)} bytes an article, ${((space - text) / size).toFixed(0)} beyond the text`,
    );
    print(`at ${size}: ${await ask(archive, queries)}`);
    since = size;
    watch = stopwatch();
  }
}

/** Frequencies, then the postings of what isn't too common, as finding candidates asks. */
async function ask(archive: Archive, queries: readonly Float64Array[]): Promise<string> {
  const times: number[] = [];
  const cpus: number[] = [];
  let [lookUps, postings] = [0, 0];
  for (const hashes of queries) {
    const watch = stopwatch();
    const frequencies = await archive.frequencies(hashes, COMMON);
    const kept = hashes.filter((_, i) => (frequencies[i] ?? 0) > 0 && (frequencies[i] ?? 0) < COMMON);
    const found = await archive.postings(kept);
    const { cpu, wall } = watch();
    times.push(wall);
    cpus.push(cpu);
    lookUps += hashes.length;
    postings += found.keys.length;
  }
  return `${(lookUps / queries.length).toFixed(0)} look-ups and ${(postings / queries.length).toFixed(0)} postings a query; CPU here ${spread(cpus)}, by the clock ${spread(times)}`;
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `${at(0.5)} ms (p95 ${at(0.95)})`;
}

/** Milliseconds of CPU (this process) and by the clock since it was started. */
function stopwatch(): () => { readonly cpu: number; readonly wall: number } {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  return () => {
    const used = process.cpuUsage(cpu);
    return { cpu: (used.user + used.system) / 1000, wall: performance.now() - wall };
  };
}
