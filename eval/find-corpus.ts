import type { Page } from '../src/page/page.js';
import { dataRows, seeded } from './data.js';

/** An article of the background sets. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly words: number;
}

export const BACKGROUND = [
  'background-prosecutors.jsonl.gz',
  'background-reuters.jsonl.gz',
  'background-senate.jsonl.gz',
];

/** Articles of 100 to 3,000 words from all three background sets, in an order that a seed decides. */
export function shuffledArticles(seed: number): Article[] {
  const articles = BACKGROUND.flatMap((file) => dataRows<{ id: string; text: string }>(file))
    .map(({ id, text }) => ({ id, text, words: text.split(/\s+/).length }))
    .filter(({ words }) => words >= 100 && words <= 3000);
  const random = seeded(seed);
  for (let i = articles.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [articles[i], articles[j]] = [articles[j] as Article, articles[i] as Article];
  }
  return articles;
}

/** A page that is nothing but its text. */
export function plainPage(id: string, text: string): Page {
  return { id, byline: [], parts: [], text, source: text, claims: [], notes: [] };
}

/** The words that a passage is known by: its runs of five. */
export function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
}

/**
 * Whether a text holds a passage: at least half of its runs of five words. The sets have many near copies (a release
 * sent twice, an updated wire); whichever of them comes up, the source was found.
 */
export function holdsPassage(text: string, passage: string): boolean {
  const wanted = [...shingles(passage)];
  const held = shingles(text);
  return wanted.filter((run) => held.has(run)).length >= wanted.length / 2;
}

/** Share of runs of five words that two texts must share for one to be a copy in fact: the sets have many that nobody marked. */
export const REALLY_COPIED = 0.05;

/** Share of the shorter text's runs of five words that the other has too. */
export function overlap(a: string, b: string): number {
  const [few, many] = [shingles(a), shingles(b)].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return [...few].filter((run) => many.has(run)).length / few.size;
}
