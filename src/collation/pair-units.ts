import { areOfOneKind, type Column, type Columns } from './column.js';
import { matchEqualUnits } from './match-equal-units.js';

/** Two units that share words. `likeness` is the shared information over that of the poorer unit: 1 for equal units, about 0 for strangers. */
export interface UnitPair {
  readonly base: number;
  readonly witness: number;
  readonly likeness: number;
}

/**
 * Which sentences may correspond: an inverted index over lemmas and neighbouring word pairs, each counted by its
 * information in bits; equal units are paired beforehand and left out.
 * A key that stands in many units on both sides is skipped, so that the pairs looked at stay linear in the words:
 * at most MOST_PAIRS a key. Of a text reworded to 43 %, a sentence keeps over half of its lemmas and a third of its word pairs.
 * Cost: linear; memory: the kept pairs, at most 2 · MOST_PARTNERS a unit.
 */
export function pairUnits(columns: Columns): readonly UnitPair[] {
  const equal = matchEqualUnits(columns);
  const pairs: UnitPair[] = equal.map(({ base, witness }) => ({ base, witness, likeness: 1 }));
  const index = indexKeys(columns.base, columns, new Set(equal.map((pair) => pair.base)));
  const other = indexKeys(columns.witness, columns, new Set(equal.map((pair) => pair.witness)));
  const shared = sharedBits(index, other, columns.witness.units.length);
  const found: UnitPair[] = [];
  shared.forEach((partners, witness) => {
    for (const [base, bits] of partners) {
      const least = Math.min(index.totals[base] ?? 0, other.totals[witness] ?? 0);
      const likeness = Math.min(1, bits / Math.max(least, LEAST_BITS));
      if (likeness >= (areOfOneKind(columns, base, witness) ? LEAST_LIKENESS : TAKEN_FOR_ANOTHER))
        found.push({ base, witness, likeness });
    }
  });
  return [...pairs, ...bestPartners(found)].sort((a, b) => a.base - b.base || a.witness - b.witness);
}

interface KeyIndex {
  /** Units in which each key stands, with the key's bits. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  readonly bits: ReadonlyMap<number, number>;
  /** Bits of all keys of each unit. */
  readonly totals: Float64Array;
}

function indexKeys(column: Column, { vocabulary }: Columns, skipped: ReadonlySet<number>): KeyIndex {
  const postings = new Map<number, number[]>();
  const bits = new Map<number, number>();
  const totals = new Float64Array(column.units.length);
  const add = (key: number, unit: number, worth: number): void => {
    const list = postings.get(key);
    if (list?.at(-1) === unit || worth < LEAST_KEY_BITS) return;
    totals[unit] = (totals[unit] ?? 0) + worth;
    bits.set(key, worth);
    if (list === undefined) postings.set(key, [unit]);
    else list.push(unit);
  };
  const classes = vocabulary.forms.length * 2 + 1;
  column.units.forEach(({ from, to }, unit) => {
    if (skipped.has(unit)) return;
    let last = -1;
    let lastBits = 0;
    for (let i = from; i < to; i++) {
      const type = column.type[i] ?? 0;
      const lemma = vocabulary.lemma[type] ?? 0;
      const worth = vocabulary.bits[type] ?? 0;
      add(lemma, unit, worth);
      if (last >= 0) add((last + 1) * classes + lemma, unit, PAIR_SHARE * (worth + lastBits));
      last = lemma;
      lastBits = worth;
    }
  });
  return { postings, bits, totals };
}

/** For each unit of the witness, the bits it shares with units of the base. */
function sharedBits(base: KeyIndex, witness: KeyIndex, units: number): Map<number, number>[] {
  const shared = Array.from({ length: units }, () => new Map<number, number>());
  for (const [key, there] of witness.postings) {
    const here = base.postings.get(key);
    if (here === undefined || here.length * there.length > MOST_PAIRS) continue;
    const bits = base.bits.get(key) ?? 0;
    for (const w of there) {
      const partners = shared[w];
      for (const b of here) partners?.set(b, (partners.get(b) ?? 0) + bits);
    }
  }
  return shared;
}

/** The best partners of each unit, on either side. */
function bestPartners(pairs: readonly UnitPair[]): readonly UnitPair[] {
  const sorted = [...pairs].sort((a, b) => b.likeness - a.likeness || a.base - b.base || a.witness - b.witness);
  const baseCount = new Map<number, number>();
  const witnessCount = new Map<number, number>();
  return sorted.filter(({ base, witness }) => {
    const here = baseCount.get(base) ?? 0;
    const there = witnessCount.get(witness) ?? 0;
    baseCount.set(base, here + 1);
    witnessCount.set(witness, there + 1);
    return here < MOST_PARTNERS || there < MOST_PARTNERS;
  });
}

/** Pairs of units that one key may give: a word in 20 sentences on each side says nothing, and this keeps the cost linear. */
const MOST_PAIRS = 200;
const MOST_PARTNERS = 6;
/** Less likeness than this is what any two sentences of one topic have. */
const LEAST_LIKENESS = 0.1;
/** A heading and a sentence that are as like as this are one line that one page set otherwise. A choice. */
const TAKEN_FOR_ANOTHER = 0.8;
/** A unit poorer than this is treated as if it had as much, so that "He said so." pairs with nothing by chance. */
const LEAST_BITS = 18;
/** "The", "of" alone carry nothing. */
const LEAST_KEY_BITS = 1.5;
const PAIR_SHARE = 0.35;
