import { scanWords } from './scan-words.js';

/**
 * A text's words in order, 16 bits of hash each: what step two of the ranking reads instead of the text, 860 bytes an article. One
 * word in 65,536 is taken for another, which a chain of words in order bears.
 */
export type Outline = Uint16Array;

/** The outline of a text as it is laid before the ranking's second step. */
export function outlineOf(text: string): Outline {
  return scanWords(text).hashes.slice();
}
