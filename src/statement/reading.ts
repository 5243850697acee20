import { toAttributes, PAD, type Attributes } from './attributes.js';
import { stateScores, viterbi } from './crf.js';
import { findQuotes, type Quotes } from './quotes.js';
import type { StatementModel } from './statement-model.js';
import { tagChain, TAGS } from './tag-features.js';
import { toWords, type Block, type Stretch, type Words } from './words.js';

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
  const moves = Float64Array.from(crf.transitions.subarray(0, TAGS.length ** 2));
  for (const { from, to } of words.sentences) {
    const tags = viterbi(
      TAGS.length,
      stateScores(crf, tagChain(words, attributes, { bits: crf.bits, from, to })),
      moves,
    );
    for (let k = 0; k < tags.length; k++) attributes.tag[from + k + PAD] = (tags[k] ?? 0) + 1;
  }
}

/** The text of a stretch of words, white space as one blank. */
export function textOf({ words }: Reading, s: Stretch): string {
  return words.text.slice(words.start[s.from], words.end[s.to - 1]).replace(/\s+/gu, ' ');
}
