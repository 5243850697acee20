import type { Collation, Passage, Range, Variant } from '../collation/collation.js';
import { type WitnessWords, wordAt } from './family-words.js';

/** What became of a word on the other side: its place there, or one of these. */
const OMITTED = -1;
export const ELSEWHERE = -2;

/** A collation read as words: which word of the one side stands for which of the other. */
export interface WordAlignment {
  /** For each base word: the witness word in its place, `OMITTED` inside a shared sentence, or `ELSEWHERE`. */
  readonly toWitness: Int32Array;
  /** The same from the witness's side. */
  readonly toBase: Int32Array;
}

/**
 * Turns passages and variants into a word-to-word map. Words outside variants are paired in order (they are equal);
 * inside a variant the first words of both readings are paired, what is left over has no counterpart. A word is paired
 * once, in the longest of the passages that claim it. Cost: linear.
 */
export function alignWords(base: WitnessWords, witness: WitnessWords, collation: Collation): WordAlignment {
  const alignment = {
    toWitness: new Int32Array(base.count).fill(ELSEWHERE),
    toBase: new Int32Array(witness.count).fill(ELSEWHERE),
  };
  const longestFirst = [...collation.passages].sort((a, b) => b.base[1] - b.base[0] - (a.base[1] - a.base[0]));
  for (const passage of longestFirst) alignPassage({ base, witness }, passage, alignment);
  markOmitted(alignment.toWitness, base);
  markOmitted(alignment.toBase, witness);
  return alignment;
}

/**
 * Marks as `OMITTED` what has no counterpart between two words of its sentence that have one. Words at a sentence's
 * ends stay `ELSEWHERE`: where a sentence was split or joined they are beside another one.
 */
function markOmitted(image: Int32Array, words: WitnessWords): void {
  for (let from = 0; from < words.count;) {
    let to = from;
    while (to < words.count && words.sentence[to] === words.sentence[from]) to++;
    let first = from;
    while (first < to && (image[first] ?? ELSEWHERE) < 0) first++;
    let last = to - 1;
    while (last > first && (image[last] ?? ELSEWHERE) < 0) last--;
    for (let i = from; i < to; i++)
      if ((image[i] ?? ELSEWHERE) < 0) image[i] = i > first && i < last ? OMITTED : ELSEWHERE;
    from = to;
  }
}

interface Sides {
  readonly base: WitnessWords;
  readonly witness: WitnessWords;
}

/**
 * Words are paired as they come; a phrase that stands elsewhere on the other side stands in nobody's place, and what comes after it
 * goes on as if it weren't there.
 */
function alignPassage(sides: Sides, passage: Passage, alignment: WordAlignment): void {
  const moved = passage.variants.filter((variant) => variant.kind === 'transposition');
  const skipped = {
    base: wordsWithin(
      sides.base,
      moved.map((variant) => variant.base),
    ),
    witness: wordsWithin(
      sides.witness,
      moved.map((variant) => variant.witness),
    ),
  };
  let b = wordAt(sides.base, passage.base[0]);
  let w = wordAt(sides.witness, passage.witness[0]);
  const pair = (toB: number, toW: number): void => {
    for (;;) {
      while (b < toB && skipped.base.has(b)) b++;
      while (w < toW && skipped.witness.has(w)) w++;
      if (b >= toB || w >= toW) break;
      if ((alignment.toWitness[b] ?? 0) < 0 && (alignment.toBase[w] ?? 0) < 0) {
        alignment.toWitness[b] = w;
        alignment.toBase[w] = b;
      }
      b++;
      w++;
    }
    b = Math.max(b, toB);
    w = Math.max(w, toW);
  };
  for (const variant of inOrder(passage.variants.filter((one) => one.kind !== 'transposition'))) {
    pair(Math.max(b, wordAt(sides.base, variant.base[0])), Math.max(w, wordAt(sides.witness, variant.witness[0])));
    pair(Math.max(b, wordAt(sides.base, variant.base[1])), Math.max(w, wordAt(sides.witness, variant.witness[1])));
  }
  pair(Math.max(b, wordAt(sides.base, passage.base[1])), Math.max(w, wordAt(sides.witness, passage.witness[1])));
}

function wordsWithin(words: WitnessWords, ranges: readonly Range[]): Set<number> {
  const within = new Set<number>();
  for (const [start, end] of ranges) for (let i = wordAt(words, start); i < wordAt(words, end); i++) within.add(i);
  return within;
}

function inOrder(variants: readonly Variant[]): Variant[] {
  return [...variants].sort((a, b) => a.base[0] - b.base[0] || a.witness[0] - b.witness[0]);
}
