/**
 * Lays a whole family in one table by joining pairwise alignments: words that stand for each other, directly or through
 * third witnesses, are one place. The likest pairs are joined first, since their alignments can be trusted most; a
 * later pair joins two places only where no witness would have two words in one. Cost: aligned words × family size.
 */
import type { FamilyWords, WitnessWords } from './family-words.js';
import { ELSEWHERE, type WordAlignment } from './word-alignment.js';

/** Two witnesses that were laid beside each other. */
export interface AlignedPair {
  readonly base: number;
  readonly witness: number;
  readonly alignment: WordAlignment;
}

/** Share of a sentence's words that must have a counterpart, and that must be equal to it, before it counts as shared. */
const SHARED_WORDS = 0.3;
const EQUAL_WORDS = 0.25;

/** For each witness the place of each of its words; places are numbered from 0 in order of first mention. */
export function joinPlaces(words: FamilyWords, pairs: readonly AlignedPair[]): Int32Array[] {
  const first = offsets(words);
  const sets = singleSets(words);
  for (const { base, witness, alignment } of likestFirst(words, pairs)) {
    const trusted = trustedSentences(words, { base, witness, alignment });
    const own = words.witnesses[base] as WitnessWords;
    for (let i = 0; i < own.count; i++) {
      const image = alignment.toWitness[i] ?? ELSEWHERE;
      if (image >= 0 && trusted[own.sentence[i] ?? 0])
        join(sets, (first[base] ?? 0) + i, (first[witness] ?? 0) + image);
    }
  }
  const numbers = new Map<number, number>();
  return words.witnesses.map((own, w) =>
    Int32Array.from(own.form, (_, i) => {
      const root = find(sets, (first[w] ?? 0) + i);
      const number = numbers.get(root) ?? numbers.size;
      numbers.set(root, number);
      return number;
    }),
  );
}

/** Sets of words that stand in one place, by union-find; each knows its word of each witness. */
interface PlaceSets {
  readonly parent: Int32Array;
  readonly members: (Map<number, number> | undefined)[];
}

function singleSets(words: FamilyWords): PlaceSets {
  const members = words.witnesses.flatMap(({ count }, w) => Array.from({ length: count }, (_, i) => new Map([[w, i]])));
  return { parent: Int32Array.from(members, (_, i) => i), members };
}

function find({ parent }: PlaceSets, word: number): number {
  let root = word;
  while (parent[root] !== root) root = parent[root] ?? root;
  for (let at = word; at !== root;) {
    const next = parent[at] ?? root;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** Joins the places of two words unless a witness has a word in both. */
function join(sets: PlaceSets, one: number, other: number): void {
  const [a, b] = [find(sets, one), find(sets, other)];
  if (a === b) return;
  const size = (set: number): number => sets.members[set]?.size ?? 0;
  const [large, small] = size(a) >= size(b) ? [a, b] : [b, a];
  const into = sets.members[large];
  const from = sets.members[small];
  if (!into || !from) return;
  for (const witness of from.keys()) if (into.has(witness)) return;
  for (const [witness, place] of from) into.set(witness, place);
  sets.members[small] = undefined;
  sets.parent[small] = large;
}

function offsets(words: FamilyWords): number[] {
  let sum = 0;
  return words.witnesses.map(({ count }) => (sum += count) - count);
}

function likestFirst(words: FamilyWords, pairs: readonly AlignedPair[]): AlignedPair[] {
  return pairs
    .map((pair) => {
      const own = words.witnesses[pair.base] as WitnessWords;
      const other = words.witnesses[pair.witness] as WitnessWords;
      let aligned = 0;
      let equal = 0;
      for (let i = 0; i < own.count; i++) {
        const image = pair.alignment.toWitness[i] ?? ELSEWHERE;
        if (image < 0) continue;
        aligned++;
        if (own.form[i] === other.form[image]) equal++;
      }
      return { pair, likeness: aligned === 0 ? 0 : equal ** 2 / aligned };
    })
    .sort((a, b) => b.likeness - a.likeness || a.pair.base - b.pair.base || a.pair.witness - b.pair.witness)
    .map(({ pair }) => pair);
}

/** For each sentence of the base whether enough of it stands in the witness, letter for letter. */
function trustedSentences(words: FamilyWords, { base, witness, alignment }: AlignedPair): boolean[] {
  const own = words.witnesses[base] as WitnessWords;
  const other = words.witnesses[witness] as WitnessWords;
  const [size, shared, equal] = [0, 1, 2].map(() => new Int32Array(own.sentences)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let i = 0; i < own.count; i++) {
    const s = own.sentence[i] ?? 0;
    const image = alignment.toWitness[i] ?? ELSEWHERE;
    size[s] = (size[s] ?? 0) + 1;
    if (image < 0) continue;
    shared[s] = (shared[s] ?? 0) + 1;
    if (own.form[i] === other.form[image]) equal[s] = (equal[s] ?? 0) + 1;
  }
  return Array.from(
    size,
    (count, s) => (shared[s] ?? 0) >= SHARED_WORDS * count && (equal[s] ?? 0) >= EQUAL_WORDS * (shared[s] ?? 0),
  );
}
