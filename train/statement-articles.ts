import type { Pairs, PolnearRow } from './polnear-row.js';
import { createRequire } from 'node:module';
import { dataRows } from '../eval/data.js';
import { PAD, hashText, toAttributes, type WordEntry } from '../src/statement/attributes.js';
import { findQuotes } from '../src/statement/quotes.js';
import type { Reading } from '../src/statement/reading.js';
import { TAGS } from '../src/statement/tag-features.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { spunRow } from './statement-spun.js';
import { toBlocks, toWords, type Stretch, type Words } from '../src/statement/words.js';

/** An article with its first annotator's attributions, as words. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly reading: Reading;
  readonly attributions: readonly {
    readonly source: readonly Stretch[];
    readonly cue: Stretch;
    readonly content: readonly Stretch[];
  }[];
  /** Silver parts of speech, 1 + index into TAGS. */
  readonly silver: Uint8Array;
}

export function readArticles(part: 'train' | 'dev', words: ReadonlyMap<string, WordEntry>): Article[] {
  const tagger = silverTagger();
  return dataRows<PolnearRow>(`statements-polnear-${part}.jsonl.gz`).map((row) => toArticle(row, words, tagger));
}

/** Spun copies of every nth article: the models then know "mentioned" and "based on" for what they stand for. */
export function readSpunArticles(
  words: ReadonlyMap<string, WordEntry>,
  o: { every: number; lexicon: Lexicon },
): Article[] {
  const tagger = silverTagger();
  const rows = dataRows<PolnearRow>('statements-polnear-train.jsonl.gz').filter((_, i) => i % o.every === 0);
  return rows.map((row, i) =>
    toArticle(spunRow(row, o.lexicon, { rate: 0.15 + 0.1 * (i % 4), seed: i }), words, tagger),
  );
}

/** Which of `folds` parts an article belongs to, the same for ever; a copy goes with its article. */
export function foldOf(id: string, folds: number): number {
  return (hashText(id.replace(/~.*$/u, '')) >>> 0) % folds;
}

function toArticle(
  row: PolnearRow,
  table: ReadonlyMap<string, WordEntry>,
  tagger: (text: string) => SilverTag[],
): Article {
  const words = toWords(row.text, toBlocks(row.text));
  const quotes = findQuotes(words);
  const attributes = toAttributes(words, quotes, table);
  const attributions = (row.annotations[0]?.attributions ?? []).flatMap((a) => {
    const [cue] = toStretches(words, a.cue);
    return cue === undefined
      ? []
      : [{ cue, source: toStretches(words, a.source), content: toStretches(words, a.content) }];
  });
  return {
    id: row.id,
    text: row.text,
    reading: { words, quotes, attributes },
    attributions,
    silver: silverTags(words, tagger),
  };
}

function toStretches(words: Words, pairs: Pairs): Stretch[] {
  return pairs
    .map(([start, end]) => ({ from: firstAtLeast(words.end, start + 1), to: firstAtLeast(words.start, end) }))
    .filter((s) => s.to > s.from);
}

function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface SilverTag {
  readonly text: string;
  readonly tag: string;
}

interface WinkDocument {
  tokens(): { out(its?: unknown): string[] };
}
type Wink = (model: unknown, pipe: readonly string[]) => { readDoc(text: string): WinkDocument; its: { pos: unknown } };

/** wink-nlp (MIT): what our own tagger learns from; used at build time only. */
function silverTagger(): (text: string) => SilverTag[] {
  const require = createRequire(import.meta.url);
  const nlp = (require('wink-nlp') as Wink)(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const tags = tokens.out(nlp.its.pos);
    return tokens.out().map((token, i) => ({ text: token, tag: tags[i] ?? 'X' }));
  };
}

/** Each word gets the tag of the token that covers its start. */
function silverTags(words: Words, tagger: (text: string) => SilverTag[]): Uint8Array {
  const tags = new Uint8Array(words.length);
  for (const paragraph of words.paragraphs) {
    const start = words.start[paragraph.from] ?? 0;
    const text = words.text.slice(start, words.end[paragraph.to - 1]);
    let at = 0;
    let word = paragraph.from;
    for (const token of tagger(text)) {
      const found = text.indexOf(token.text, at);
      if (found < 0 || found - at > 30) continue;
      at = found + token.text.length;
      while (word < paragraph.to && (words.end[word] ?? 0) <= start + found) word++;
      for (let w = word; w < paragraph.to && (words.start[w] ?? 0) < start + at; w++)
        tags[w] = 1 + Math.max(0, (TAGS as readonly string[]).indexOf(token.tag));
    }
  }
  return tags;
}

/** Puts tags into the articles' readings. */
export function setTags(article: Article, tags: Uint8Array): void {
  article.reading.attributes.tag.set(tags, PAD);
}
