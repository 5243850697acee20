import { dataRows, half } from './data.js';

interface Article {
  readonly id: string;
  readonly text: string;
  readonly publisher: string;
  readonly day: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly runs: ReadonlySet<string>;
}

/**
 * Pairs of real articles of two days that share many rare words and hardly any run of eight: reports of one event that
 * don't copy each other. Two publishers of 2015 and 2016, or two items of one agency in 1987. Best first; each article
 * is used twice at most.
 */
export function sameEventPairs(
  part: 'tune' | 'test',
  most: number,
): readonly { readonly base: string; readonly witness: string }[] {
  const articles = articlesOf(part);
  const found: { base: string; witness: string }[] = [];
  const used = new Map<string, number>();
  for (const { a, b } of likePairs(articles)) {
    if ((used.get(a.id) ?? 0) >= 2 || (used.get(b.id) ?? 0) >= 2 || found.length >= most) continue;
    used.set(a.id, (used.get(a.id) ?? 0) + 1);
    used.set(b.id, (used.get(b.id) ?? 0) + 1);
    found.push({ base: a.text, witness: b.text });
  }
  return found;
}

function articlesOf(part: 'tune' | 'test'): Article[] {
  const news = dataRows<{ id: string; text: string; publisher: string; date: string }>(
    'statements-polnear-train.jsonl.gz',
  );
  const wire = dataRows<{ id: string; text: string; date: string; title: string }>('background-reuters.jsonl.gz')
    .filter(({ text }) => text.length > 1300)
    .map((row) => ({
      ...row,
      publisher: row.title,
      text: row.text.replaceAll(/\n(?! {2,})/g, ' ').replaceAll(/\n {2,}/g, '\n\n'),
    }));
  const rows = [...news, ...wire].filter((row) => half(row.date.slice(0, 11)) === part);
  const counts = new Map<string, number>();
  const bags = rows.map((row) => new Set(row.text.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1);
  return rows.map((row, r) => {
    const terms = new Map(
      [...(bags[r] ?? [])]
        .map((word) => [word, Math.log(rows.length / (counts.get(word) ?? 1))] as const)
        .filter(([, weight]) => weight > 2.5),
    );
    return {
      id: row.id,
      text: row.text.slice(0, 7000),
      publisher: row.publisher,
      day: Date.parse(row.date.slice(0, 11)) / 86_400_000,
      terms,
      runs: runsOf(row.text),
    };
  });
}

function likePairs(
  articles: readonly Article[],
): readonly { readonly a: Article; readonly b: Article; readonly likeness: number }[] {
  const norms = new Map(articles.map((article) => [article, Math.sqrt(norm(article.terms))]));
  const sorted = [...articles].sort((a, b) => a.day - b.day);
  const pairs = sorted.flatMap((a, i) => {
    const near: Article[] = [];
    for (let k = i + 1; k < sorted.length && (sorted[k]?.day ?? Infinity) - a.day <= 2; k++)
      if (sorted[k] && sorted[k]?.publisher !== a.publisher) near.push(sorted[k] as Article);
    return near.flatMap((b) => {
      const likeness = product(a.terms, b.terms) / ((norms.get(a) ?? 1) * (norms.get(b) ?? 1));
      return likeness > SAME_EVENT && sharedRuns(a, b) < COPIED ? [{ a, b, likeness }] : [];
    });
  });
  return pairs.sort((x, y) => y.likeness - x.likeness);
}

/** Scalar product; the caller divides. */
function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

function norm(terms: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of terms.values()) sum += weight * weight;
  return sum;
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, -7).map((_, i) => words.slice(i, i + 8).join(' ')));
}

function sharedRuns(a: Article, b: Article): number {
  let shared = 0;
  for (const run of a.runs) if (b.runs.has(run)) shared++;
  return shared / Math.max(1, Math.min(a.runs.size, b.runs.size));
}

/** Chosen by reading: above it, two articles report one event. */
const SAME_EVENT = 0.18;
/** More common runs of eight come from a shared wire. */
const COPIED = 0.06;
