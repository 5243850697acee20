import { Kind, keyOf } from '../src/spin/run-table.js';
import { mix } from '../src/spin/word-hash.js';
import { wordStream } from '../src/spin/word-stream.js';
import { FUNCTION_WORDS } from '../src/witness/function-words.js';
import { wordHash } from '../src/spin/word-hash.js';
import { tokenise } from '../src/witness/tokenise.js';
import type { SourceText } from './spin-texts.js';

/** Open-addressed counts by 64-bit key. */
export interface CountTable {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly count: Uint16Array;
  readonly lastText: Uint32Array;
  /** Texts that have it, at most 255. */
  readonly texts: Uint8Array;
  readonly kind: Uint8Array;
  size: number;
}

/** An empty table of 2^bits cells. */
export function countTable(bits: number): CountTable {
  const cells = 2 ** bits;
  const [high, low, lastText] = [new Uint32Array(cells), new Uint32Array(cells), new Uint32Array(cells)];
  return {
    high,
    low,
    lastText,
    count: new Uint16Array(cells),
    texts: new Uint8Array(cells),
    kind: new Uint8Array(cells),
    size: 0,
  };
}

/** How often a key was counted. */
export function countOfKey(table: CountTable, key: { readonly high: number; readonly low: number }): number {
  return table.count[cellOf(table, key)] ?? 0;
}

function addKey(
  table: CountTable,
  key: { readonly high: number; readonly low: number },
  { kind, text }: { readonly kind: number; readonly text: number },
): void {
  const cell = cellOf(table, key);
  if (table.count[cell] === 0) {
    if (++table.size > table.count.length * 0.9) throw new Error('The table of counts is full: give it more bits.');
    table.low[cell] = key.low;
    table.high[cell] = key.high;
    table.kind[cell] = kind;
  }
  table.count[cell] = Math.min(65535, (table.count[cell] ?? 0) + 1);
  if (table.lastText[cell] !== text) {
    table.lastText[cell] = text;
    table.texts[cell] = Math.min(255, (table.texts[cell] ?? 0) + 1);
  }
}

/** Puts a count that comes from elsewhere in place of the key's own, as one that more texts have than any pruning asks for. */
export function setCount(
  table: CountTable,
  key: { readonly high: number; readonly low: number },
  { kind, count }: { readonly kind: number; readonly count: number },
): void {
  addKey(table, key, { kind, text: 0 });
  const cell = cellOf(table, key);
  table.count[cell] = Math.min(65535, count);
  table.texts[cell] = 255;
}

/** In how many texts a key was counted, at most 255. */
export function textsOfKey(table: CountTable, key: { readonly high: number; readonly low: number }): number {
  return table.texts[cellOf(table, key)] ?? 0;
}

/** The key's cell, or the empty one where it belongs. */
function cellOf({ low, high, count }: CountTable, key: { readonly high: number; readonly low: number }): number {
  const mask = count.length - 1;
  let cell = key.low & mask;
  while (count[cell] !== 0 && (low[cell] !== key.low || high[cell] !== key.high)) cell = (cell + 1) & mask;
  return cell;
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
  const runs = countTable(bits);
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
    for (let from = 0; from < stream.length;) {
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
export function countStretch(
  runs: CountTable,
  hash: Uint32Array,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: number },
): void {
  let content = 0;
  let contentAt = -1;
  for (let i = from; i < to; i++) {
    const word = hash[i] ?? 0;
    if (i + 1 < to) {
      addKey(runs, keyOf(Kind.pair, word, hash[i + 1] ?? 0, 0), { kind: Kind.pair, text });
    }
    if (i + 2 < to) {
      addKey(runs, keyOf(Kind.triple, word, hash[i + 1] ?? 0, hash[i + 2] ?? 0), { kind: Kind.triple, text });
    }
    if (FUNCTION_HASHES.has(word)) continue;
    if (contentAt >= 0 && i - contentAt > 1 && i - contentAt <= 4) {
      addKey(runs, keyOf(Kind.apart, content, word, 0), { kind: Kind.apart, text });
    }
    content = word;
    contentAt = i;
  }
}
