import { dataRows, hasData } from './data.js';
import { dataTexts, type SourceText } from '../train/spin-texts.js';
import { cutText, joinedSentences } from '../train/spin-samples.js';
import { spread } from '../train/spin-spread.js';

/** Human texts that were neither counted nor fitted on, of 120 to 600 words: news, newswire of 1987, releases, books of 1900. */
export function humanTexts(mostOfASource: number): readonly SourceText[] {
  const texts = [...dataTexts('test'), ...joinedSentences('test')].flatMap((text) => cutText(text) ?? []);
  return fewOfEach(texts, mostOfASource);
}

/** Human texts on topics far from the background: short answers of students on computing and mathematics, and what they answered from. */
export function farTexts(): readonly SourceText[] {
  const rows = dataRows<{ id: string; category: string; text: string }>('copies-short-answers.jsonl.gz');
  return rows
    .filter((row) => row.category !== 'light' && row.category !== 'heavy')
    .flatMap((row) => cutText({ source: 'answers', id: row.id, text: row.text }) ?? []);
}

/** Data sets that the measure reads. */
const NEEDED = [
  'background-reuters.jsonl.gz',
  'background-prosecutors.jsonl.gz',
  'background-senate.jsonl.gz',
  'statements-polnear-train.jsonl.gz',
  'pairs-news-sentences.jsonl.gz',
  'pairs-paraphrased-sentences.jsonl.gz',
  'copies-short-answers.jsonl.gz',
  'spun-phrases.jsonl.gz',
];

export function missingData(): string | undefined {
  const missing = NEEDED.filter((name) => !hasData(name));
  return missing.length === 0 ? undefined : `no ${missing.join(', ')} in the data folder`;
}

function fewOfEach(texts: readonly SourceText[], most: number): SourceText[] {
  const bySource = new Map<string, SourceText[]>();
  for (const text of texts) bySource.set(text.source, [...(bySource.get(text.source) ?? []), text]);
  return [...bySource.values()].flatMap((list) => list.sort((a, b) => spread(a.id) - spread(b.id)).slice(0, most));
}
