import { pick } from '../src/testing/seeded.js';
import { article, rewritten, spun, touchedUp, type Maker } from './copying-hand.js';
import { dataRows, half } from './data.js';
import { sentencesOf } from './paraphraser.js';
import type { RelationPair } from './relation-pair.js';

interface SentencePair {
  readonly id: string;
  readonly label: number;
  readonly s1: string;
  readonly s2: string;
}

export function sentencePairs(part: 'tune' | 'test'): {
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
export function sentencesInOrder(pairs: readonly SentencePair[], { random }: Maker): RelationPair {
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
export function sentencesApart(pairs: readonly SentencePair[], { random }: Maker): RelationPair {
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

/** A report of its own on the same event that lifts some sentences of the base, in a row or here and there. */
export function liftedPair(
  pairs: readonly { readonly base: string; readonly witness: string }[],
  maker: Maker,
): RelationPair {
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
export function liftedSentences(pairs: readonly SentencePair[], maker: Maker): RelationPair {
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

/** Two texts of their own that carry the same few quotations, as after one press conference. */
export function sharedQuotes(maker: Maker): RelationPair {
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
