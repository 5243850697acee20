import { plainPage, type Article } from './find-corpus.js';
import { rewrite, type Rewriting } from './find-rewriter.js';
import { pick, spin, type Thesaurus } from './find-spinner.js';
import type { Page } from '../src/page/page.js';

/** A page whose source is known. */
export interface Query {
  readonly page: Page;
  /** Id of the article it was made from. */
  readonly source: string;
  /** The part that was copied, before it was reworded. */
  readonly passage: string;
}

/** What to make queries of. */
export interface QueryStock {
  readonly sources: readonly Article[];
  /** Unrelated pages to plant passages in; none of them is in the archive. */
  readonly hosts: readonly Article[];
  readonly random: () => number;
}

/** Share of all words that the spinner replaces, and of function words and small numbers that it disturbs: the trial's figures. */
const RATE = 0.43;
const NOISE = 0.06;

/** Words of the host that a passage may stand behind. */
const HOST_WORDS = 200;

/** A passage of so many words, from anywhere in an article, in an unrelated page; reworded where a thesaurus is given. */
export function plantedQuery(stock: QueryStock, words: number, thesaurus?: Thesaurus): Query {
  const { random } = stock;
  const source = pick(stock.sources, random);
  const passage = cut(source.text, Math.floor(random() * (source.words - words)), words);
  const host = pick(stock.hosts, random);
  const before = cut(host.text, 0, Math.floor(random() * Math.min(host.words, HOST_WORDS)));
  const planted = thesaurus === undefined ? passage : spin(passage, { thesaurus, rate: RATE, noise: NOISE, random });
  const text = `${before} ${planted} ${host.text.slice(before.length)}`;
  return { page: plainPage('query', text), source: source.id, passage };
}

/** A whole article, spun. */
export function spunQuery(stock: QueryStock, thesaurus: Thesaurus, rate = RATE): Query {
  const { random } = stock;
  const source = pick(stock.sources, random);
  const text = spin(source.text, { thesaurus, rate, noise: NOISE, random });
  return { page: plainPage('query', text), source: source.id, passage: source.text };
}

/** A whole article in new sentences. */
export function rewrittenQuery(stock: QueryStock, rewriting: Omit<Rewriting, 'random'>): Query {
  const source = pick(stock.sources, stock.random);
  const text = rewrite(source.text, { ...rewriting, random: stock.random });
  return { page: plainPage('query', text), source: source.id, passage: source.text };
}

function cut(text: string, from: number, count: number): string {
  const words = [...text.matchAll(/\S+/g)].slice(from, from + count);
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.index, last.index + last[0].length);
}
