import type { Relation } from '../src/collation/collation.js';
import { pick, seeded } from '../src/testing/seeded.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';
import { paragraphs } from './collate-texts.js';
import { dataRows, half } from './data.js';
import { paraphrase, sentencesOf } from './paraphraser.js';
import { answerPairs, minedPairs } from './relation-real-pairs.js';
import { sameEventPairs } from './same-event-pairs.js';

/** Two texts whose relation is known. */
export interface RelationPair {
  readonly base: string;
  readonly witness: string;
  readonly relation: Relation;
  /** Other answers that are right as well, where two relations describe the pair. */
  readonly also?: readonly Relation[];
  /** How it was made or where it comes from. */
  readonly origin: string;
}

export interface RelationPairOptions {
  readonly part: 'tune' | 'test';
  /** Pairs a kind, about. */
  readonly count: number;
  readonly seed: number;
  readonly thesauri: readonly Thesaurus[];
}

interface Maker {
  readonly random: () => number;
  readonly articles: readonly string[];
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

function article({ articles, random }: Maker): string {
  return pick(articles, random) ?? '';
}

/** Cuts the tail and single paragraphs, as editors do; at least three fifths stay. */
function shortened(text: string, random: () => number): string {
  const blocks = text.split('\n\n');
  const tail = random() < 0.5 ? blocks.length : Math.ceil(blocks.length * (0.6 + 0.4 * random()));
  return blocks
    .slice(0, tail)
    .filter(() => random() > 0.04)
    .join('\n\n');
}

/** House style: a swap, an addition or an omission now and then. */
function touchedUp(text: string, { random, thesauri }: Maker): string {
  const rate = random() < 0.4 ? 0 : 0.03 * random();
  return spin(text, { thesaurus: pick(thesauri, random) ?? (() => []), rate, seed: Math.floor(random() * 2 ** 31) })
    .text.split(' ')
    .filter(() => random() > rate / 4)
    .join(' ');
}

function verbatimPair(maker: Maker): RelationPair {
  const base = article(maker);
  return {
    base,
    witness: furnished(touchedUp(shortened(base, maker.random), maker), maker),
    relation: 'verbatim',
    origin: 'copied',
  };
}

function spun(text: string, { random, thesauri }: Maker): string {
  const thesaurus = pick(thesauri, random) ?? (() => []);
  const options = { keepQuotations: random() < 0.3, touchNames: random() < 0.2 };
  return spin(text, {
    thesaurus,
    rate: 0.1 + 0.42 * random(),
    seed: Math.floor(random() * 2 ** 31),
    ...options,
    plant: { number: 1, date: 1, name: 1 },
  }).text;
}

function spunPair(maker: Maker): RelationPair {
  const base = article(maker);
  return {
    base,
    witness: furnished(spun(shortened(base, maker.random), maker), maker),
    relation: 'spun',
    origin: 'spun',
  };
}

function rewritten(text: string, { random, thesauri }: Maker): string {
  return paraphrase(text, {
    thesaurus: pick(thesauri, random) ?? (() => []),
    rate: 0.1 + 0.35 * random(),
    turn: 0.3 + 0.6 * random(),
    random,
  });
}

function rewrittenPair(maker: Maker): RelationPair {
  const base = article(maker);
  return {
    base,
    witness: furnished(rewritten(shortened(base, maker.random), maker), maker),
    relation: 'rewritten',
    origin: 'paraphrased',
  };
}

/** A few sentences of its own at the end or the top, as outlets add. */
function furnished(text: string, maker: Maker): string {
  if (maker.random() < 0.6) return text;
  const own = sentencesOf(article(maker))
    .slice(0, 1 + Math.floor(maker.random() * 3))
    .join(' ');
  return maker.random() < 0.7 ? `${text}\n\n${own}` : `${own}\n\n${text}`;
}

/** A part of the base, however worded, inside an own text, or a brief made of a third of it. */
function partialPair(maker: Maker): RelationPair {
  const { random } = maker;
  const base = article(maker);
  const sentences = sentencesOf(base);
  const taken = Math.max(3, Math.round(sentences.length * (0.15 + 0.3 * random())));
  const at = Math.floor(random() * Math.max(1, sentences.length - taken));
  const lifted = sentences.slice(at, at + taken).join(' ');
  const habit = random();
  const part = habit < 0.5 ? touchedUp(lifted, maker) : habit < 0.8 ? spun(lifted, maker) : rewritten(lifted, maker);
  const own = sentencesOf(article(maker));
  const length = Math.round(taken * (0.8 + 3 * random()));
  const cut = Math.floor(random() * length);
  const witness = [own.slice(0, cut).join(' '), part, own.slice(cut, length).join(' ')]
    .filter((piece) => piece !== '')
    .join('\n\n');
  return { base, witness, relation: 'partial', origin: 'planted' };
}

/** A report of its own on the same event that lifts some sentences of the base, in a row or here and there. */
function liftedPair(pairs: readonly { readonly base: string; readonly witness: string }[], maker: Maker): RelationPair {
  const { random } = maker;
  const pair = pick(pairs, random) ?? { base: '', witness: '' };
  return {
    base: pair.base,
    witness: withLifted(
      sentencesOf(pair.base),
      sentencesOf(pair.witness).slice(0, 10 + Math.floor(random() * 20)),
      maker,
    ),
    relation: 'partial',
    origin: 'lifted into the same event',
  };
}

/** The same over sentence pairs of one event. */
function liftedSentences(pairs: readonly SentencePair[], maker: Maker): RelationPair {
  const apart = sentencesApart(pairs, maker);
  return {
    base: apart.base,
    witness: withLifted(sentencesOf(apart.base), sentencesOf(apart.witness), maker),
    relation: 'partial',
    origin: 'lifted among sentence pairs',
  };
}

function withLifted(from: readonly string[], own: readonly string[], maker: Maker): string {
  const { random } = maker;
  const count = Math.max(3, Math.round(own.length * (0.2 + 0.25 * random())));
  const start = Math.floor(random() * Math.max(1, from.length - count));
  const lifted = from.slice(start, start + count);
  const habit = random();
  const worded =
    habit < 0.6
      ? touchedUp(lifted.join(' '), maker)
      : habit < 0.9
        ? spun(lifted.join(' '), maker)
        : rewritten(lifted.join(' '), maker);
  const pieces = random() < 0.6 ? [worded] : sentencesOf(worded);
  const mixed = [...own];
  let at = Math.floor(random() * Math.max(1, mixed.length - pieces.length));
  for (const piece of pieces) {
    mixed.splice(at, 0, piece);
    at += 1 + Math.floor(random() * 3);
  }
  return mixed.join(' ');
}

interface SentencePair {
  readonly id: string;
  readonly label: number;
  readonly s1: string;
  readonly s2: string;
}

function sentencePairs(part: 'tune' | 'test'): {
  readonly paraphrased: readonly SentencePair[];
  readonly news: readonly SentencePair[];
} {
  const news = dataRows<SentencePair & { id1: string }>('pairs-news-sentences.jsonl.gz').filter(
    (row) => half(row.id1) === part,
  );
  const people = dataRows<SentencePair>('pairs-paraphrased-sentences.jsonl.gz').filter(
    (row) => half(row.id) === part && row.label === 1,
  );
  return { paraphrased: [...news.filter((row) => row.label === 1), ...people], news };
}

/** Paraphrases one after the other: the same facts in the same order, new sentences. */
function sentencesInOrder(pairs: readonly SentencePair[], { random }: Maker): RelationPair {
  const from = Math.floor(random() * (pairs.length - 30));
  const chosen = pairs.slice(from, from + 8 + Math.floor(random() * 18));
  const keep = (): boolean => random() > 0.07;
  return {
    base: chosen
      .filter(keep)
      .map(({ s1 }) => s1)
      .join(' '),
    witness: chosen
      .filter(keep)
      .map(({ s2 }) => s2)
      .join(' '),
    relation: 'rewritten',
    origin: 'sentence pairs in order',
  };
}

/** Two reports of the same events: some sentences say the same in other words, in another order, among others. */
function sentencesApart(pairs: readonly SentencePair[], { random }: Maker): RelationPair {
  const from = Math.floor(random() * (pairs.length - 60));
  const chosen = pairs.slice(from, from + 10 + Math.floor(random() * 20));
  const common = 0.25 + 0.4 * random();
  const here: string[] = [];
  const there: string[] = [];
  for (const { label, s1, s2 } of chosen) {
    const fate = random();
    if (fate < common * (label === 1 ? 0.6 : 1)) {
      here.push(s1);
      there.splice(Math.floor(random() * (there.length + 1)), 0, s2);
    } else (fate < common + (1 - common) / 2 ? here : there).push(s1);
  }
  return { base: here.join(' '), witness: there.join(' '), relation: 'independent', origin: 'sentence pairs apart' };
}

/** Two texts of their own that carry the same few quotations, as after one press conference. */
function sharedQuotes(maker: Maker): RelationPair {
  const { random } = maker;
  const base = article(maker);
  const quotes = [...base.matchAll(/[“"][^“”"\n]{20,200}[”"]/g)].map((match) => match[0]).slice(0, 6);
  const names = [...new Set([...base.matchAll(/(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+/g)].map((match) => match[0]))];
  const own = sentencesOf(article(maker))
    .slice(0, 8 + Math.floor(random() * 14))
    .map((sentence) => sentence.replace(/(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+/, (name) => pick(names, random) ?? name));
  for (const quote of quotes)
    if (random() < 0.7)
      own.splice(
        Math.floor(random() * own.length),
        0,
        `${pick(['Speaking to the press,', 'As', 'There,', 'At a briefing'], random)} ${pick(names, random) ?? 'she'} put it: ${quote}.`,
      );
  return { base, witness: own.join(' '), relation: 'independent', origin: 'shared quotations' };
}

function unrelatedPair(maker: Maker): RelationPair {
  return { base: article(maker), witness: article(maker), relation: 'unrelated', origin: 'two articles' };
}
