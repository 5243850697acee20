import { Readable } from 'node:stream';
import { dedup, type Deduplicated } from '../src/dedup.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { hasData, seeded } from '../eval/data.js';
import { BACKGROUND, shuffledArticles, type Article } from '../eval/find-corpus.js';
import { mobyThesaurus, spin } from '../eval/find-spinner.js';
import type { Bench } from './bench-case.js';
import { minhashFinder } from './find-minhash.js';

const ARTICLES = Number(process.env['DEDUP_ARTICLES'] ?? 1_000);
/** Share of words that the copies' spinner replaces; 0 is a reprint with a new first line. */
const RATES = [0, 0.1, 0.25, 0.4] as const;
const COPIES = 40;
/** Words of the peer's shingles: those with which it met most of these copies. */
const RUN = 3;
const SEED = 12;

interface Planted extends Article {
  readonly source: string;
  readonly rate: number;
}

/** Copies, reprinted and spun, that bulk clustering puts together with their source, and articles a second, beside MinHash with LSH in the same run. */
export const bench: Bench = {
  name: 'dedup',
  run: async (print) => {
    if (!BACKGROUND.every(hasData)) {
      print('background articles are not there');
      return;
    }
    const articles = shuffledArticles(SEED).slice(0, ARTICLES);
    const planted = plant(articles);
    const rows: readonly Article[] = [...articles, ...planted];
    const watch = process.cpuUsage();
    const found = await clusters(rows);
    print(
      `stemma: ${recalls(planted, (copy) => found.get(copy.id) === found.get(copy.source))}; ${speed(rows.length, watch)}`,
    );
    const peerWatch = process.cpuUsage();
    const peer = minhashFinder(RUN);
    for (const { id, text } of articles) peer.add(id, text);
    const met = new Set(planted.filter(({ text, source }) => peer.find(text, 5).includes(source)).map(({ id }) => id));
    print(
      `minhash: ${recalls(planted, (copy) => met.has(copy.id))} among its first five; ${speed(rows.length, peerWatch)}`,
    );
  },
};

function plant(articles: readonly Article[]): Planted[] {
  const [thesaurus, random] = [mobyThesaurus(), seeded(SEED)];
  return RATES.flatMap((rate, r) =>
    articles.slice(r * COPIES, (r + 1) * COPIES).map((article) => {
      const text =
        rate === 0
          ? `Reprinted with thanks.\n\n${article.text}`
          : spin(article.text, { thesaurus, rate, noise: 0.06, random });
      return { id: `copy of ${article.id}`, text, words: article.words, source: article.id, rate };
    }),
  );
}

async function clusters(rows: readonly Article[]): Promise<Map<string, number>> {
  const lines = rows.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
  const options = { stdin: Readable.from(lines.map((line) => Buffer.from(line))), jsonLines: true };
  const found = new Map<string, number>();
  for await (const one of dedup(['-'], openKnowledge(), options)) if (isText(one)) found.set(one.id, one.cluster);
  return found;
}

function isText(one: object): one is Deduplicated {
  return 'cluster' in one;
}

function recalls(planted: readonly Planted[], isMet: (copy: Planted) => boolean): string {
  return RATES.map((rate) => {
    const copies = planted.filter((copy) => copy.rate === rate);
    return `${(copies.filter(isMet).length / copies.length).toFixed(2)} at ${rate * 100} %`;
  }).join(', ');
}

function speed(texts: number, watch: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(watch);
  return `${((texts / (user + system)) * 1e6).toFixed(0)} articles/s a core`;
}
