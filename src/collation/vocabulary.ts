import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { ENGLISH_CUES } from './english-cues.js';

/** The distinct forms of two witnesses under one numbering, with what the lexicon says of each. */
export interface Vocabulary {
  readonly forms: readonly string[];
  /** Equal where two forms are one word in another spelling: "colour" and "color", "2" and "two", "%" and "percent". */
  readonly same: Uint32Array;
  /** Equal where two forms are inflections of one word. */
  readonly lemma: Uint32Array;
  /** Information in bits: rare words say more. 0 for nothing, at most 20. */
  readonly bits: Float32Array;
  readonly isFunction: Uint8Array;
}

/** Numbers the forms of witnesses; `types` gives for each witness the number of each of its forms. */
export interface Numbering {
  readonly vocabulary: Vocabulary;
  readonly types: readonly Uint32Array[];
}

/** One numbering for the forms of several witnesses. Cost: linear in their distinct forms. */
export function numberForms(witnesses: readonly Witness[], lexicon: Lexicon): Numbering {
  const index = new Map<string, number>();
  const types = witnesses.map((witness) => Uint32Array.from(witness.forms, (form) => place(index, form)));
  const forms = [...index.keys()];
  const classes = new Map<string, number>();
  const isFunction = Uint8Array.from(forms, (form) => (lexicon.isFunctionWord(form) ? 1 : 0));
  return {
    types,
    vocabulary: {
      forms,
      isFunction,
      same: Uint32Array.from(forms, (form) => place(classes, spellingOf(form, lexicon))),
      lemma: Uint32Array.from(forms, (form) => place(classes, lemmaOf(form, lexicon))),
      bits: Float32Array.from(forms, (form, i) => bitsOf(form, lexicon) * (isFunction[i] === 1 ? FUNCTION_SHARE : 1)),
    },
  };
}

/** One spelling for a word and for a number: what two forms share if they differ to the eye only. */
function spellingOf(form: string, lexicon: Lexicon): string {
  const cue = ENGLISH_CUES.symbols.get(form);
  if (cue !== undefined) return cue;
  const value = lexicon.numeral(form);
  if (value !== undefined) return `#${value}`;
  if (/^\d{1,3}(?:,\d{3})+$/.test(form)) return `#${form.replaceAll(',', '')}`;
  return /^\d+$/.test(form) ? `#${Number(form)}` : lexicon.spelling(form);
}

function lemmaOf(form: string, lexicon: Lexicon): string {
  const spelling = spellingOf(form, lexicon);
  if (spelling.startsWith('#')) return spelling;
  const lemma = lexicon.lemma(form);
  return lexicon.spelling(lemma === form ? spelling : lemma);
}

function bitsOf(form: string, lexicon: Lexicon): number {
  const perMillion = Math.max(lexicon.frequency(form), RAREST);
  return Math.min(MOST_BITS, Math.max(0, Math.log2(1e6 / perMillion)));
}

function place(index: Map<string, number>, key: string): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, index.size);
  return index.size - 1;
}

/** An unknown word counts as one that occurs once in a million. */
const RAREST = 1;
const MOST_BITS = 20;
/** Function words are shared by strangers too: a quarter of their bits count. */
const FUNCTION_SHARE = 0.25;
