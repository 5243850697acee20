import { Readable } from 'node:stream';
import { dedup, type Deduplicated } from '../src/dedup.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { hasData, seeded } from '../eval/data.js';
import { BACKGROUND, overlap, REALLY_COPIED, shuffledArticles, type Article } from '../eval/find-corpus.js';
import { mobyThesaurus, spin } from '../eval/find-spinner.js';
import type { Bench } from './bench-case.js';
import { minhashFinder } from './find-minhash.js';

const ARTICLES = Number(process.env['DEDUP_ARTICLES'] ?? 1_000);
/** Share of words that the copies' spinner replaces; 0 is a reprint with a new first line. */
const RATES = [0, 0.1, 0.25, 0.4] as const;
const COPIES = 40;
/** Words of the peer's shingles: single words meet more of the spun copies, runs of three mistake fewer. */
const RUNS = [1, 3] as const;
/** Likeness from which the peer takes two texts for copies: the usual half. */
const ALIKE = 0.5;
/** Texts that the peer may name for one. */
const NAMED = 20;
const SEED = 12;

interface Planted extends Article {
  readonly source: string;
  readonly rate: number;
}

/** Two texts that were said to be copies. */
type Pair = readonly [a: Article, b: Article];

/** Copies, reprinted and spun, that are put together with their source, how many pairs are none, and articles a second, beside MinHash with LSH in the same run. */
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
    const ours = await clusteredPairs(rows);
    print(`stemma: ${verdict(ours, planted)}; ${speed(rows.length, watch)}`);
    for (const run of RUNS) {
      const peerWatch = process.cpuUsage();
      const theirs = likePairs(rows, run);
      print(`minhash of ${run}-word runs: ${verdict(theirs, planted)}; ${speed(rows.length, peerWatch)}`);
    }
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

/** Each text with all before it in its cluster. */
async function clusteredPairs(rows: readonly Article[]): Promise<Pair[]> {
  const lines = rows.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
  const options = { stdin: Readable.from(lines.map((line) => Buffer.from(line))), jsonLines: true };
  const clusters = new Map<number, Article[]>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pairs: Pair[] = [];
  for await (const one of dedup(['-'], openKnowledge(), options)) {
    const row = isText(one) ? byId.get(one.id) : undefined;
    if (row === undefined || !isText(one)) continue;
    const members = clusters.get(one.cluster) ?? [];
    for (const member of members) pairs.push([member, row]);
    clusters.set(one.cluster, [...members, row]);
  }
  return pairs;
}

/** Each text with those before it that are as alike as copies. */
function likePairs(rows: readonly Article[], run: number): Pair[] {
  const peer = minhashFinder(run);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const found = peer.find(row.text, NAMED, ALIKE).ids.flatMap((id) => byId.get(id) ?? []);
    peer.add(row.id, row.text);
    return found.map((other) => [other, row] as const);
  });
}

function isText(one: object): one is Deduplicated {
  return 'cluster' in one;
}

function verdict(pairs: readonly Pair[], planted: readonly Planted[]): string {
  const met = new Set(pairs.flatMap(([a, b]) => [`${a.id} ${b.id}`, `${b.id} ${a.id}`]));
  const recall = RATES.map((rate) => {
    const copies = planted.filter((copy) => copy.rate === rate);
    const found = copies.filter((copy) => met.has(`${copy.source} ${copy.id}`));
    return `${(found.length / copies.length).toFixed(2)} at ${rate * 100} %`;
  });
  const origin = new Map(planted.map((copy) => [copy.id, copy.source]));
  const originOf = ({ id }: Article): string => origin.get(id) ?? id;
  const right = pairs.filter(([a, b]) => originOf(a) === originOf(b) || overlap(a.text, b.text) >= REALLY_COPIED);
  return `${recall.join(', ')} found; ${right.length} of ${pairs.length} pairs right (${(right.length / pairs.length).toFixed(3)})`;
}

function speed(texts: number, watch: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(watch);
  return `${((texts / (user + system)) * 1e6).toFixed(0)} articles/s a core`;
}
