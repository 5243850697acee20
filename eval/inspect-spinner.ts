import type { Spun } from '../src/testing/edits.js';
import { spin } from '../src/testing/spinner.js';
import { mobyThesaurus } from './find-spinner.js';

/**
 * The machine of the test: it knows the Moby thesaurus (npm `moby`), which nothing that `inspect` ships was built from.
 * A thesaurus that lists everything remotely alike, phrases of two words included: about 60 substitutes a word.
 */
export function mobySpinner(): (text: string, rate: number, seed: number) => Spun {
  const moby = mobyThesaurus();
  return (text, rate, seed) => spin(text, { thesaurus: (phrase) => moby.get(phrase) ?? [], rate, seed });
}
