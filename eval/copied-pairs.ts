import {
  article,
  articleOrBrief,
  furnished,
  rewritten,
  shortened,
  spun,
  touchedUp,
  type Maker,
} from './copying-hand.js';
import { sentencesOf } from './paraphraser.js';
import type { RelationPair } from './relation-pair.js';

export function verbatimPair(maker: Maker): RelationPair {
  const base = articleOrBrief(maker);
  return {
    base,
    witness: furnished(touchedUp(shortened(base, maker.random), maker), maker),
    relation: 'verbatim',
    origin: 'copied',
  };
}

export function spunPair(maker: Maker): RelationPair {
  const base = articleOrBrief(maker);
  return {
    base,
    witness: furnished(spun(shortened(base, maker.random), maker), maker),
    relation: 'spun',
    origin: 'spun',
  };
}

export function rewrittenPair(maker: Maker): RelationPair {
  const base = articleOrBrief(maker);
  return {
    base,
    witness: furnished(rewritten(shortened(base, maker.random), maker), maker),
    relation: 'rewritten',
    origin: 'paraphrased',
  };
}

/** A part of the base, however worded, inside an own text, or a brief made of a third of it. */
export function partialPair(maker: Maker): RelationPair {
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

export function unrelatedPair(maker: Maker): RelationPair {
  return { base: articleOrBrief(maker), witness: article(maker), relation: 'unrelated', origin: 'two articles' };
}
