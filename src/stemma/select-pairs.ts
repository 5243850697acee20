/**
 * Which pairs of a family are worth collating. Small families: all. In larger ones each witness is laid beside those
 * that share most with it: pairs of neighbouring plain words (names, numbers, rare words; order kept, distance not),
 * weighed by rarity, which spinning leaves standing more often than longer runs. An exemplar is among the closest by
 * nature; links are kept from both sides, so a copied page keeps all of its copies. Cost: words + shared postings.
 */
import { Flag, type Witness } from '../witness/witness.js';

export interface FamilyPair {
  readonly base: number;
  readonly witness: number;
}

/** Families up to this size are collated pair by pair: 435 collations, about two seconds. */
const WHOLE_FAMILY = 30;
/** Closest witnesses that each is laid beside in a larger family. */
const CLOSEST = 20;
/** A pair of words that more than this share of a large family holds, and at least 12 pages, says little and costs most. */
const COMMON_SHARE = 0.6;

/** Pairs in order, base before witness. */
export function selectPairs(family: readonly Witness[]): FamilyPair[] {
  const n = family.length;
  if (n <= WHOLE_FAMILY)
    return family.flatMap((_, base) => family.slice(base + 1).map((__, i) => ({ base, witness: base + 1 + i })));
  const closeness = likenesses(family);
  const chosen = new Set<number>();
  closeness.forEach((row, a) => {
    const order = [...row.keys()]
      .filter((b) => b !== a && (row[b] ?? 0) > 0)
      .sort((x, y) => (row[y] ?? 0) - (row[x] ?? 0) || x - y);
    for (const b of order.slice(0, CLOSEST)) chosen.add(Math.min(a, b) * n + Math.max(a, b));
  });
  return [...chosen].sort((x, y) => x - y).map((pair) => ({ base: Math.floor(pair / n), witness: pair % n }));
}

function likenesses(family: readonly Witness[]): Float64Array[] {
  const postings = new Map<string, number[]>();
  family.forEach((witness, i) => {
    for (const gram of gramsOf(witness)) {
      const list = postings.get(gram);
      if (list) list.push(i);
      else postings.set(gram, [i]);
    }
  });
  const rows = family.map(() => new Float64Array(family.length));
  const most = Math.max(12, COMMON_SHARE * family.length);
  for (const list of postings.values()) {
    if (list.length < 2 || list.length > most) continue;
    const weight = Math.log(family.length / list.length) + 0.1;
    for (const a of list)
      for (const b of list) if (a !== b) (rows[a] as Float64Array)[b] = (rows[a]?.[b] ?? 0) + weight;
  }
  return rows;
}

/** Neighbouring words without function words, each pair once. */
function gramsOf(witness: Witness): Set<string> {
  const grams = new Set<string>();
  let last = '';
  for (let i = 0; i < witness.length; i++) {
    const flags = witness.flags[i] ?? 0;
    if ((flags & (Flag.word | Flag.number)) === 0 || (flags & Flag.functionWord) !== 0) continue;
    const form = witness.forms[witness.form[i] ?? 0] ?? '';
    if (last !== '') grams.add(`${last} ${form}`);
    last = form;
  }
  return grams;
}
