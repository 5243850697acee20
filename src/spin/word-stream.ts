import type { Witness } from '../witness/witness.js';
import { Flag } from '../witness/witness.js';
import { wordHash } from './word-hash.js';

/**
 * The words of a text as the collocation model counts them: lower-case forms in order, numbers all alike,
 * quotation marks and hyphens seen through, every other mark a breach that no collocation crosses.
 */
export interface WordStream {
  readonly length: number;
  /** Token of the witness that word i is. */
  readonly token: Uint32Array;
  /** Hash of the word; 0 stands for a breach before the word that follows. */
  readonly hash: Uint32Array;
}

/** What a stream is made from: the columns of a witness, or of bare tokens. */
export type StreamTokens = Pick<Witness, 'length' | 'start' | 'end' | 'form' | 'flags' | 'forms'>;

/** Hash that stands for any number written in digits. */
export const NUMBER = wordHash('#');

/** The stream of a text. Cost: linear. */
export function wordStream(tokens: StreamTokens, text: string): WordStream {
  const hashes = tokens.forms.map((form) => wordHash(form));
  const token: number[] = [];
  const hash: number[] = [];
  let open = true;
  let last = 0;
  for (let i = 0; i < tokens.length; i++) {
    const flags = tokens.flags[i] ?? 0;
    const start = tokens.start[i] ?? 0;
    if (isBreach(tokens, i) || (start > last + 1 && text.slice(last, start).split('\n').length > 2)) open = true;
    last = tokens.end[i] ?? 0;
    if (flags & Flag.punctuation) continue;
    if (open) {
      token.push(i);
      hash.push(0);
      open = false;
    }
    token.push(i);
    hash.push(flags & Flag.number ? NUMBER : (hashes[tokens.form[i] ?? 0] ?? 0));
  }
  return { length: hash.length, token: Uint32Array.from(token), hash: Uint32Array.from(hash) };
}

const TRANSPARENT: ReadonlySet<string> = new Set([
  '"',
  "'",
  '-',
  '\u2010',
  '\u2011',
  '\u201c',
  '\u201d',
  '\u2018',
  '\u2019',
  '\u00ab',
  '\u00bb',
  '$',
  '\u20ac',
  '\u00a3',
  '%',
  '*',
  '_',
  '`',
]);

function isBreach(tokens: StreamTokens, i: number): boolean {
  return ((tokens.flags[i] ?? 0) & Flag.punctuation) !== 0 && !TRANSPARENT.has(tokens.forms[tokens.form[i] ?? 0] ?? '');
}
