import type { Lexicon } from '../witness/lexicon.js';

/** Rises with every change of code by which a text's fingerprints or outline come out otherwise. */
const SCHEME = 2;

/** What fingerprints are made with, in a word: they can be compared with those of the same scheme only. */
export function schemeOf({ language, version }: Lexicon): string {
  return `${SCHEME}-${language}-${version ?? ''}`;
}
