/**
 * What is known of a language. Core stages take it as a value; `knowledge/` loads it from `data/`.
 * All forms are lower case with a straight apostrophe, as `Witness.forms` has them.
 */
export interface Lexicon {
  readonly language: string;
  /** Tells one lexicon of a language from another; absent in one that nothing is kept of. */
  readonly version?: string;
  /** Base form ("shook" → "shake"); the form itself where nothing is known. */
  lemma(form: string): string;
  /** Occurrences per million words of edited English; 0 for an unknown form. */
  frequency(form: string): number;
  isFunctionWord(form: string): boolean;
  /** One spelling for all ("colour" → "color"); the form itself where it has only one. */
  spelling(form: string): string;
  /** Words and phrases that a thesaurus gives for this form (inflected alike where it can be done); empty where no thesaurus lists it. */
  synonyms(form: string): readonly string[];
  /** Whether a dictionary lists this phrase of two or three words as one expression ("take place"). */
  isExpression?(phrase: string): boolean;
  /** Whether some thesaurus lists this form at all: a spinner could replace it. */
  isListed(form: string): boolean;
  /** How likely a machine or an editor wrote the one for the other, 0 to 1: 1 same spelling class, ≥ .5 direct thesaurus pair, .25 shared neighbour. Symmetric. */
  kinship(a: string, b: string): number;
  areAntonyms(a: string, b: string): boolean;
  /** The country or city that a demonym belongs to ("russian" → "russia"). */
  place(form: string): string | undefined;
  /** The value of a number written in words ("twelve" → 12); undefined for other words. */
  numeral(form: string): number | undefined;
}
