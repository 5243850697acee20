import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Lexicon } from '../witness/lexicon.js';
import { readLexicon } from './read-lexicon.js';

/**
 * What Stemma knows of a language and of texts: lexicon and models, each read from `data/` when first asked for.
 * The memo belongs to the value: two callers share one by sharing the `Knowledge`.
 */
export interface Knowledge {
  readonly lexicon: Lexicon;
}

/** Opens the knowledge of English that ships with the package. Cheap: nothing is read before it's needed. */
export function openKnowledge(): Knowledge {
  return {
    get lexicon() {
      return remember(this, 'lexicon', readLexicon(readData('lexicon.tsv.gz')));
    },
  };
}

/** Replaces a getter by its value, so that it is computed once. */
function remember<T>(owner: object, name: string, value: T): T {
  Object.defineProperty(owner, name, { value, enumerable: true });
  return value;
}

/** A file of `data/`, unpacked where its name ends in `.gz`. */
export function readData(name: string): Buffer {
  const bytes = readFileSync(new URL(`../../data/${name}`, import.meta.url));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
