import type { Lexicon } from '../witness/lexicon.js';
import { phrasePrior } from './phrase-prior.js';
import { idOf, NO_VECTOR, type SpinModel } from './spin-model.js';
import { wordHash } from './word-hash.js';
import { nearness, rowOfHash } from './word-vectors.js';

/** A phrase that machines are known to torture, and how well it explains a run of words. */
interface Established {
  readonly text: string;
  readonly score: number;
}

/** Known originals of the stretch `from..to` of a run: word → what the pair is worth. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly originals: ReadonlyMap<string, number>;
}

/** Most words of a stretch that stand for one. */
const LONGEST = 3;
/** Share of a phrase's words that must be explained where the run has as many words; where it has not, all must be. Set by eye. */
const LEAST_EXPLAINED = 0.5;
/** Phrases shown at most. */
const MOST = 8;

/**
 * Established phrases that a run may stand for, in the same order: each word the same, a known substitute of up to three
 * words, or, at a price, unknown; words of grammar may have come in between ("data and innovation" ← "information technology").
 * Phrases are the originals of several words that tortured phrases taught.
 * Source: alignment of strings by dynamic programming (Needleman and Wunsch 1970). Cost: phrases × words × words.
 */
export function establishedPhrases(
  forms: readonly string[],
  knowledge: { readonly lexicon: Lexicon; readonly model: SpinModel },
): readonly Established[] {
  const { model } = knowledge;
  const stretches = stretchesOf(forms, model);
  const rows = forms.map((form) => rowOfHash(model, wordHash(form)));
  const isSpare = forms.map((form) => knowledge.lexicon.isFunctionWord(form));
  const found: Established[] = [];
  for (const text of model.phrases) {
    const words = text.split(' ');
    if (Math.abs(words.length - forms.length) > LONGEST || !isHinted(words, forms, stretches)) continue;
    const aligned = align(words, { forms, rows, isSpare, stretches, model });
    const isBent = words.length !== forms.length;
    if (aligned.explained >= words.length * (isBent ? 1 : LEAST_EXPLAINED)) found.push({ text, score: aligned.score });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, MOST);
}

function stretchesOf(forms: readonly string[], model: SpinModel): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < forms.length; from++) {
    for (let to = from + 1; to <= Math.min(forms.length, from + LONGEST); to++) {
      const id = idOf(model, forms.slice(from, to).join(' '));
      if (id < 0) continue;
      const packed = [...model.originals.subarray(model.offsets[id], model.offsets[id + 1])];
      const pairs = packed.map((one) => [model.words[one >>> 8] ?? '', phrasePrior(model, one)] as const);
      if (pairs.length > 0) stretches.push({ from, to, originals: new Map(pairs) });
    }
  }
  return stretches;
}

/** Whether at least one word of the phrase stands in the run or is known to be one of its originals. */
function isHinted(words: readonly string[], forms: readonly string[], stretches: readonly Stretch[]): boolean {
  return words.some((word) => forms.includes(word) || stretches.some(({ originals }) => originals.has(word)));
}

interface RunToAlign {
  readonly forms: readonly string[];
  readonly rows: readonly number[];
  /** Words of grammar. */
  readonly isSpare: readonly boolean[];
  readonly stretches: readonly Stretch[];
  readonly model: SpinModel;
}

interface Aligned {
  readonly score: number;
  /** Words of the phrase that are the same or have a known substitute. */
  readonly explained: number;
}

const NOTHING: Aligned = { score: -Infinity, explained: 0 };

/** The best way to lay a phrase along a run. */
function align(words: readonly string[], run: RunToAlign): Aligned {
  const { forms, isSpare, stretches, model } = run;
  const { same, unknown, spare } = model.weights.phrase;
  const width = forms.length + 1;
  const best: Aligned[] = Array.from({ length: (words.length + 1) * width }, () => NOTHING);
  best[0] = { score: 0, explained: 0 };
  const reach = (at: number, from: Aligned, gain: number, explained: number): void => {
    const score = from.score + gain;
    if (score > (best[at]?.score ?? -Infinity)) best[at] = { score, explained: from.explained + explained };
  };
  for (let k = 0; k <= words.length; k++) {
    for (let i = 0; i < width; i++) {
      const here = best[k * width + i] ?? NOTHING;
      if (here.score === -Infinity) continue;
      if (i < forms.length) reach(k * width + i + 1, here, isSpare[i] ? spare : unknown, 0);
      const word = words[k];
      if (word === undefined) continue;
      const next = (k + 1) * width;
      reach(next + i, here, unknown, 0);
      if (i === forms.length) continue;
      if (word === forms[i]) reach(next + i + 1, here, same, 1);
      else reach(next + i + 1, here, unknown + nearnessOf(run, i, word), 0);
      for (const { from, to, originals } of stretches) {
        const prior = from === i ? originals.get(word) : undefined;
        if (prior !== undefined) reach(next + to, here, prior, 1);
      }
    }
  }
  return best.at(-1) ?? NOTHING;
}

function nearnessOf({ rows, model }: RunToAlign, i: number, word: string): number {
  const row = rowOfHash(model, wordHash(word));
  return model.weights.phrase.near * Math.max(0, nearness(model, rows[i] ?? NO_VECTOR, row));
}
