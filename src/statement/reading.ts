import { toAttributes, PAD, type Attributes } from './attributes.js';
import { stateScores, transitionScores, viterbi } from './crf.js';
import { findQuotes, type Quotes } from './quotes.js';
import type { StatementModel } from './statement-model.js';
import { tagChain, TAGS } from './tag-features.js';
import { toWords, type Block, type Words } from './words.js';

/** A text as the cue and span models see it. */
export interface Reading {
  readonly words: Words;
  readonly quotes: Quotes;
  readonly attributes: Attributes;
}

/** Words, quotation marks and parts of speech of a text's blocks. Cost: linear. */
export function toReading(
  text: string,
  blocks: readonly Block[],
  model: Pick<StatementModel, 'words' | 'tags'>,
): Reading {
  const words = toWords(text, blocks);
  const quotes = findQuotes(words);
  const attributes = toAttributes(words, quotes, model.words);
  tagWords(words, attributes, model.tags);
  return { words, quotes, attributes };
}

/** Fills in the column of tags, sentence by sentence. */
function tagWords(words: Words, attributes: Attributes, crf: StatementModel['tags']): void {
  for (const { from, to } of words.sentences) {
    const chain = tagChain(words, attributes, { bits: crf.bits, from, to });
    viterbi(TAGS.length, stateScores(crf, chain), transitionScores(crf, chain)).forEach((tag, k) => {
      attributes.tag[from + k + PAD] = tag + 1;
    });
  }
}
