import { Kind, keyOf } from '../src/spin/run-table.js';
import { mix } from '../src/spin/word-hash.js';
import { wordStream } from '../src/spin/word-stream.js';
import { FUNCTION_WORDS } from '../src/witness/function-words.js';
import { wordHash } from '../src/spin/word-hash.js';
import { tokenise } from '../src/witness/tokenise.js';
import type { SourceText } from './spin-texts.js';

/** Open-addressed counts by 64-bit key. */
export class CountTable {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly count: Uint16Array;
  readonly lastText: Uint32Array;
  readonly texts: Uint8Array;
  readonly kind: Uint8Array;
  readonly #mask: number;
  size = 0;

  constructor(bits: number) {
    const cells = 2 ** bits;
    this.#mask = cells - 1;
    this.high = new Uint32Array(cells);
    this.low = new Uint32Array(cells);
    this.count = new Uint16Array(cells);
    this.lastText = new Uint32Array(cells);
    this.texts = new Uint8Array(cells);
    this.kind = new Uint8Array(cells);
  }

  /** Cell of the key, or -1. */
  find(high: number, low: number): number {
    for (let cell = low & this.#mask; ; cell = (cell + 1) & this.#mask) {
      if (this.count[cell] === 0) return -1;
      if (this.low[cell] === low && this.high[cell] === high) return cell;
    }
  }

  get(high: number, low: number): number {
    const cell = this.find(high, low);
    return cell < 0 ? 0 : (this.count[cell] ?? 0);
  }

  add(high: number, low: number, kind: number, text: number, by = 1): void {
    let cell = low & this.#mask;
    while (this.count[cell] !== 0 && (this.low[cell] !== low || this.high[cell] !== high)) cell = (cell + 1) & this.#mask;
    if (this.count[cell] === 0) {
      if (++this.size > this.#mask * 0.9) throw new Error('The table of counts is full: give it more bits.');
      this.low[cell] = low;
      this.high[cell] = high;
      this.kind[cell] = kind;
    }
    this.count[cell] = Math.min(65535, (this.count[cell] ?? 0) + by);
    if (this.lastText[cell] !== text) {
      this.lastText[cell] = text;
      this.texts[cell] = Math.min(255, (this.texts[cell] ?? 0) + 1);
    }
  }
}

export interface Counts {
  readonly words: Map<string, number>;
  readonly runs: CountTable;
  readonly tokens: number;
  /** All words in order as hashes; 0 is a breach, two in a row part texts. */
  readonly stream: Uint32Array;
}

const FUNCTION_HASHES: ReadonlySet<number> = new Set([...FUNCTION_WORDS].map((word) => wordHash(word)));

/** Counts words and collocations; a stretch between two breaches that was seen before (boilerplate) is counted once. */
export function countTexts(texts: Iterable<SourceText>, bits: number): Counts {
  const words = new Map<string, number>();
  const runs = new CountTable(bits);
  const seen = new Set<number>();
  let tokens = 0;
  let number = 0;
  let all = new Uint32Array(2 ** 20);
  let length = 0;
  const push = (hash: number): void => {
    if (length === all.length) {
      const wider = new Uint32Array(length * 2);
      wider.set(all);
      all = wider;
    }
    all[length++] = hash;
  };
  for (const { text } of texts) {
    number++;
    push(0);
    const cut = tokenise(text);
    const stream = wordStream(cut, text);
    for (let from = 0; from < stream.length; ) {
      let to = from + 1;
      let print = 0;
      while (to < stream.length && stream.hash[to] !== 0) print = mix(Math.imul(print, 31) + (stream.hash[to++] ?? 0));
      const fresh = to - from < 6 || !seen.has(print);
      if (fresh) {
        if (to - from >= 6) seen.add(print);
        for (let i = from + 1; i < to; i++) {
          const form = cut.forms[cut.form[stream.token[i] ?? 0] ?? 0] ?? '';
          words.set(form, (words.get(form) ?? 0) + 1);
        }
        tokens += to - from - 1;
        for (let i = from; i < to; i++) push(stream.hash[i] ?? 0);
        countStretch(runs, stream.hash, { from: from + 1, to, text: number });
      }
      from = to;
    }
  }
  return { words, runs, tokens, stream: all.slice(0, length) };
}

/** Counts the collocations of a stretch without breaches. */
export function countStretch(runs: CountTable, hash: Uint32Array, { from, to, text }: { readonly from: number; readonly to: number; readonly text: number }): void {
  let content = 0;
  let contentAt = -1;
  for (let i = from; i < to; i++) {
    const word = hash[i] ?? 0;
    if (i + 1 < to) {
      const { high, low } = keyOf(Kind.pair, word, hash[i + 1] ?? 0, 0);
      runs.add(high, low, Kind.pair, text);
    }
    if (i + 2 < to) {
      const { high, low } = keyOf(Kind.triple, word, hash[i + 1] ?? 0, hash[i + 2] ?? 0);
      runs.add(high, low, Kind.triple, text);
    }
    if (FUNCTION_HASHES.has(word)) continue;
    if (contentAt >= 0 && i - contentAt > 1 && i - contentAt <= 4) {
      const { high, low } = keyOf(Kind.apart, content, word, 0);
      runs.add(high, low, Kind.apart, text);
    }
    content = word;
    contentAt = i;
  }
}
