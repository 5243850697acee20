import { readFileSync } from 'node:fs';
import { OTHER } from './spin-texts.js';

/** Pairs of neighbours that a large model of English knows: how much likelier the second is after the first than anywhere. */
export interface KnownPairs {
  readonly words: readonly string[];
  /** Natural logarithms of the words' probabilities. */
  readonly alone: Float64Array;
  /** Indexes into `words`, and the logarithm of the second's probability after the first. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly after: Float64Array;
}

const FILE = `${OTHER}/pocketsphinx-en-us/usr/share/pocketsphinx/model/en-us/en-us.lm.bin`;
const TITLE = 'Trie Language Model';
/** Bits of a quantised probability and of a quantised back-off weight, and how many values each can take. */
const VALUE_BITS = 16;
const VALUES = 2 ** VALUE_BITS;
/** Logarithms in the file are to this base. */
const BASE = Math.log(1.0001);

/**
 * Reads the pairs of CMU Sphinx's model of US English, of about a thousand million words: a trie of three levels, of which each
 * record of the second is a word, a back-off weight, a probability and where its children start, bit after bit.
 */
export function readKnownPairs(): KnownPairs {
  const bytes = readFileSync(FILE);
  if (bytes.toString('latin1', 0, TITLE.length) !== TITLE) throw new Error(`${FILE} is no model that can be read.`);
  let at = TITLE.length + 1;
  const [words = 0, pairs = 0, triples = 0] = [0, 4, 8].map((offset) => bytes.readUInt32LE(at + offset));
  at += 12 + 4;
  const value = (table: number, index: number): number =>
    bytes.readFloatLE(valuesAt + 4 * (table * VALUES + index)) * BASE;
  const valuesAt = at;
  at += 3 * VALUES * 4;
  const wordsAt = at;
  at += (words + 1) * 12;
  const wordBits = bitsFor(words);
  const pairBits = wordBits + 2 * VALUE_BITS + bitsFor(triples);
  const pairsAt = at;
  at += bytesFor((1 + pairs) * pairBits) + bytesFor((1 + triples) * (wordBits + VALUE_BITS)) + 4;
  const names = bytes.toString('latin1', at).split('\0').slice(0, words);
  const first = new Uint32Array(pairs);
  const second = new Uint32Array(pairs);
  const after = new Float64Array(pairs);
  let length = 0;
  for (let word = 0; word < words; word++) {
    const to = bytes.readUInt32LE(wordsAt + 12 * (word + 1) + 8);
    for (let i = bytes.readUInt32LE(wordsAt + 12 * word + 8); i < to; i++) {
      first[length] = bitsAt(bytes, pairsAt, i * pairBits, wordBits);
      second[length] = word;
      after[length++] = value(0, bitsAt(bytes, pairsAt, i * pairBits + wordBits + VALUE_BITS, VALUE_BITS));
    }
  }
  return {
    words: names,
    alone: Float64Array.from({ length: words }, (_, i) => bytes.readFloatLE(wordsAt + 12 * i) * BASE),
    first: first.subarray(0, length),
    second: second.subarray(0, length),
    after: after.subarray(0, length),
  };
}

/** So many bits tell numbers up to this one. */
function bitsFor(most: number): number {
  return Math.floor(Math.log2(most)) + 1;
}

/** Length of a run of bits in bytes, with the eight that the file leaves free after it. */
function bytesFor(bits: number): number {
  return Math.floor((bits + 7) / 8) + 8;
}

/** At most 25 bits, low ones first. */
function bitsAt(bytes: Buffer, from: number, offset: number, width: number): number {
  const word = bytes.readUInt32LE(from + (offset >>> 3));
  return (word >>> (offset & 7)) & (2 ** width - 1);
}
