import type { Lexicon } from '../witness/lexicon.js';
import type { FamilyWords } from './family-words.js';
import { ELSEWHERE, type WordAlignment } from './word-alignment.js';

/** How word frequencies moved from the exemplar to the copy. */
export interface WordingDrift {
  /** Pairs of single content words that were compared. */
  readonly words: number;
  /** Log odds that the second side is the copy; negative: the first. */
  readonly nats: number;
}

/** Nats for each natural-log unit by which a swapped word is rarer than the word it stands for. */
const DRIFT_NATS = 0.35;
/** One pair of words says no more than this, whatever their frequencies. */
const MOST_A_WORD = 3;
/** Words of one text are not independent witnesses: beyond this the sum says no more. */
const MOST_NATS = 6;
/** Occurrences per million that an unknown word is granted. */
const UNKNOWN = 0.05;

/**
 * Machines and hurried editors swap the usual word for a less usual one: whoever has the rarer words is the copy.
 * Compares the words in the same place of two texts that differ. Antisymmetric.
 */
export function wordingDrift(
  words: FamilyWords,
  pair: { exemplar: number; copy: number; alignment: WordAlignment },
  lexicon: Lexicon,
): WordingDrift {
  const exemplar = words.witnesses[pair.exemplar];
  const copy = words.witnesses[pair.copy];
  if (!exemplar || !copy) return { words: 0, nats: 0 };
  let compared = 0;
  let sum = 0;
  for (let i = 0; i < exemplar.count; i++) {
    const image = pair.alignment.toWitness[i] ?? ELSEWHERE;
    if (image < 0 || exemplar.form[i] === copy.form[image]) continue;
    const from = words.forms[exemplar.form[i] ?? 0] ?? '';
    const to = words.forms[copy.form[image] ?? 0] ?? '';
    if (!isPlain(from, lexicon) || !isPlain(to, lexicon)) continue;
    compared++;
    sum += clip(Math.log((lexicon.frequency(from) + UNKNOWN) / (lexicon.frequency(to) + UNKNOWN)), MOST_A_WORD);
  }
  return { words: compared, nats: clip(DRIFT_NATS * sum, MOST_NATS) };
}

function isPlain(form: string, lexicon: Lexicon): boolean {
  return /^\p{L}/u.test(form) && !lexicon.isFunctionWord(form);
}

function clip(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
