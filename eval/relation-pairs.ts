import type { RelationPair } from './relation-pair.js';
import { pick, seeded } from '../src/testing/seeded.js';
import type { Thesaurus } from '../src/testing/spinner.js';
import { paragraphs } from './collate-texts.js';
import { partialPair, rewrittenPair, spunPair, unrelatedPair, verbatimPair } from './copied-pairs.js';
import type { Maker } from './copying-hand.js';
import { dataRows, half } from './data.js';
import { answerPairs, minedPairs } from './relation-real-pairs.js';
import {
  liftedPair,
  liftedSentences,
  sentencePairs,
  sentencesApart,
  sentencesInOrder,
  sharedQuotes,
} from './reported-pairs.js';
import { sameEventPairs } from './same-event-pairs.js';

export interface RelationPairOptions {
  readonly part: 'tune' | 'test';
  /** Pairs a kind, about. */
  readonly count: number;
  readonly seed: number;
  readonly thesauri: readonly Thesaurus[];
}

/**
 * Pairs of all six relations: copied, spun, paraphrased and patched together by rule from real articles and sentence
 * pairs, and real pairs: answers of Clough and Stevenson, mined copies, reports of one event by two publishers.
 * The halves share no article and no sentence pair.
 */
export function relationPairs({ part, count, seed, thesauri }: RelationPairOptions): readonly RelationPair[] {
  const random = seeded(seed);
  const maker: Maker = { random, articles: articlesOf(part), thesauri };
  const many = (share: number, make: () => RelationPair): RelationPair[] =>
    Array.from({ length: Math.round(count * share) }, make);
  const sentences = sentencePairs(part);
  const sameEvent = sameEventPairs(part, Math.max(60, Math.round(count * 0.6)));
  const made = [
    ...many(1, () => verbatimPair(maker)),
    ...many(1.2, () => spunPair(maker)),
    ...many(0.6, () => rewrittenPair(maker)),
    ...many(0.5, () => sentencesInOrder(sentences.paraphrased, maker)),
    ...many(1, () => partialPair(maker)),
    ...many(0.5, () => liftedPair(sameEvent, maker)),
    ...many(0.3, () => liftedSentences(sentences.news, maker)),
    ...many(0.5, () => sentencesApart(sentences.news, maker)),
    ...many(0.3, () => sharedQuotes(maker)),
    ...many(0.8, () => unrelatedPair(maker)),
    ...sameEvent
      .slice(0, Math.round(count * 0.6))
      .map((pair): RelationPair => ({ ...pair, relation: 'independent', origin: 'same event' })),
  ];
  return [
    ...made.map((pair) => ({ ...pair, base: cluttered(pair.base, random), witness: cluttered(pair.witness, random) })),
    ...answerPairs(part),
    ...minedPairs(part, count),
  ];
}

function articlesOf(part: 'tune' | 'test'): string[] {
  const rows = [
    ...dataRows<{ id: string; text: string }>('statements-polnear-train.jsonl.gz'),
    ...dataRows<{ id: string; text: string }>('background-prosecutors.jsonl.gz').filter((_, i) => i % 12 === 0),
    ...dataRows<{ id: string; text: string }>('background-reuters.jsonl.gz').filter(({ text }) => text.length > 1200),
  ];
  return rows
    .filter((row) => half(row.id) === part)
    .map(({ text }) => paragraphs(text))
    .filter((text) => text.length > 500)
    .map((text) => text.slice(0, 7000));
}

/** Two pages in five come with a site's furniture between the paragraphs, and now and then a paragraph stands elsewhere. */
function cluttered(text: string, random: () => number): string {
  if (random() < 0.6) return text;
  const blocks = text.split('\n\n');
  for (let count = 2 + Math.floor(random() * 7); count > 0; count--)
    blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, pick(FURNITURE, random) ?? '');
  if (random() < 0.3) {
    const [moved = ''] = blocks.splice(Math.floor(random() * blocks.length), 1);
    blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, moved);
  }
  return blocks.join('\n\n');
}

const FURNITURE = [
  '- Advertisement -',
  'Advertisement',
  'Share',
  'Save',
  'Share this article',
  'Listen to this article 5 min',
  'Sign in',
  'Read more',
  'Email',
  'Copy link',
  'Sign up for our morning newsletter and never miss a story.',
  'Most read',
  'Photo: Staff/Pool',
  'Updated 6:12 p.m.',
  'All rights reserved.',
  'Follow us for more news from the region.',
  'Read next: Rain delays the bridge works again',
  'Tags: News, Region',
  'Terms',
  'Privacy',
];
