import { type Column, formAt } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';

/** "not", "never", "don't". */
export function isNegation(form: string): boolean {
  return ENGLISH_CUES.negations.has(form) || form.endsWith("n't");
}

/** Negations of a run of words, by parity: two denials make none. "Whether or not" says no more than "whether", "no less than 12" denies nothing. */
export function negationsIn(column: Column, [from, to]: readonly [from: number, to: number]): number {
  let count = 0;
  for (let i = from; i < to; i++)
    if (
      isNegation(formAt(column, i)) &&
      formAt(column, i - 1) !== 'or' &&
      !isMeasure(column, i) &&
      !isAnswer(column, i)
    )
      count++;
  return count % 2;
}

/** "no fewer than", "not more than". */
function isMeasure(column: Column, word: number): boolean {
  return ENGLISH_CUES.comparatives.has(formAt(column, word + 1)) && formAt(column, word + 2) === 'than';
}

/** "No, I saw the car": an answer by itself. */
function isAnswer({ witness, token }: Column, word: number): boolean {
  const at = token[word] ?? 0;
  const form = (i: number): string => witness.forms[witness.form[i] ?? -1] ?? '';
  return form(at) === ENGLISH_CUES.answer && form(at + 1) === ',';
}
