import { pick } from '../src/testing/seeded.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';
import { paraphrase, sentencesOf } from './paraphraser.js';

export interface Maker {
  readonly random: () => number;
  readonly articles: readonly string[];
  readonly thesauri: readonly Thesaurus[];
}

/** An article, or in one case of six only its first sentences: briefs are news as well. */
export function articleOrBrief(maker: Maker): string {
  const text = article(maker);
  if (maker.random() > 0.16) return text;
  return sentencesOf(text)
    .slice(0, 1 + Math.floor(maker.random() * 5))
    .join(' ');
}

export function article({ articles, random }: Maker): string {
  return pick(articles, random) ?? '';
}

/** Cuts the tail and single paragraphs, as editors do; at least three fifths stay. */
export function shortened(text: string, random: () => number): string {
  const blocks = text.split('\n\n');
  const tail = random() < 0.5 ? blocks.length : Math.ceil(blocks.length * (0.6 + 0.4 * random()));
  return blocks
    .slice(0, tail)
    .filter(() => random() > 0.04)
    .join('\n\n');
}

/** House style: a swap, an addition or an omission now and then. */
export function touchedUp(text: string, { random, thesauri }: Maker): string {
  const rate = random() < 0.4 ? 0 : 0.03 * random();
  return spin(text, { thesaurus: pick(thesauri, random) ?? (() => []), rate, seed: Math.floor(random() * 2 ** 31) })
    .text.split(' ')
    .filter(() => random() > rate / 4)
    .join(' ');
}

export function spun(text: string, { random, thesauri }: Maker): string {
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

export function rewritten(text: string, { random, thesauri }: Maker): string {
  return paraphrase(text, {
    thesaurus: pick(thesauri, random) ?? (() => []),
    rate: 0.1 + 0.35 * random(),
    turn: 0.3 + 0.6 * random(),
    random,
  });
}

/** A few sentences of its own at the end or the top, as outlets add. */
export function furnished(text: string, maker: Maker): string {
  if (maker.random() < 0.6) return text;
  const own = sentencesOf(article(maker))
    .slice(0, 1 + Math.floor(maker.random() * 3))
    .join(' ')
    .slice(0, text.length / 4);
  return maker.random() < 0.7 ? `${text}\n\n${own}` : `${own}\n\n${text}`;
}
