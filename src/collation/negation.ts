import { ENGLISH_CUES } from './english-cues.js';

/** "not", "never", "don't". */
export function isNegation(form: string): boolean {
  return ENGLISH_CUES.negations.has(form) || form.endsWith("n't");
}
