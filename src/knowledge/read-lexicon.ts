import { crc32 } from 'node:zlib';
import { FUNCTION_WORDS } from '../witness/function-words.js';
import type { Lexicon } from '../witness/lexicon.js';
import { NUMERALS } from '../witness/numerals.js';

/**
 * Reads `data/lexicon.tsv`, as `train/lexicon.ts` writes it: a line a form, sorted, with the columns
 * form, lemma (empty: itself), inflection class, occurrences per million, spelling (empty: itself), synonyms,
 * antonyms, place; lists are parted by `|`. Only the form is cut out on reading; the rest is parsed when asked for.
 * `readExpressions` gives `data/expressions.txt`, a phrase a line; it's called when a phrase is first asked for.
 */
export function readLexicon(bytes: Uint8Array, readExpressions?: () => Uint8Array): Lexicon {
  const text = new TextDecoder().decode(bytes);
  const lines = new Map<string, number>();
  const formsOf = new Map<string, string[]>();
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    lines.set(text.slice(start, text.indexOf('\t', start)), start);
    start = stop < 0 ? text.length : stop + 1;
  }
  const entries = new Map<string, Entry | undefined>();
  const entry = (form: string): Entry | undefined => {
    const known = entries.get(form);
    if (known !== undefined) return known;
    const start = lines.get(form);
    if (start === undefined) return undefined;
    const fresh = parseEntry(text.slice(start, text.indexOf('\n', start)));
    entries.set(form, fresh);
    return fresh;
  };
  const inflected = (lemma: string, tag: string): string => {
    if (tag === '') return lemma;
    let forms = formsOf.get(lemma);
    if (forms === undefined) formsOf.set(lemma, (forms = inflectionsIn(lemma, entry)));
    return forms.find((form) => entry(form)?.tag === tag) ?? lemma;
  };
  /** To inflect a list takes a look-up a word: kept, as a text's words come again in the next. */
  const synonyms = new Map<string, readonly string[]>();
  let expressions: ReadonlySet<string> | undefined;
  const lexicon: Lexicon = {
    language: 'en',
    version: crc32(bytes).toString(16),
    lemma: (form) => entry(form)?.lemma ?? form,
    frequency: (form) => entry(form)?.frequency ?? 0,
    isFunctionWord: (form) => FUNCTION_WORDS.has(form),
    spelling: (form) => entry(form)?.spelling ?? form,
    synonyms(form) {
      let known = synonyms.get(form);
      if (known === undefined && lines.has(form)) synonyms.set(form, (known = synonymsOf(form, entry, inflected)));
      return known ?? NONE;
    },
    isExpression: (phrase) => {
      expressions ??= new Set(
        readExpressions === undefined ? [] : new TextDecoder().decode(readExpressions()).split('\n'),
      );
      return expressions.has(phrase);
    },
    isListed: (form) => {
      const found = entry(form);
      return found !== undefined && (found.synonyms.length > 0 || (entry(found.lemma)?.synonyms.length ?? 0) > 0);
    },
    kinship: (a, b) => kinshipOf(a, b, entry),
    areAntonyms: (a, b) => opposes(a, b, entry),
    place: (form) => entry(form)?.place,
    numeral: (form) => NUMERALS.get(form),
  };
  return lexicon;
}

interface Entry {
  readonly lemma: string;
  /** `s, d, g, r, t`: which ending the form has; empty for a base form. */
  readonly tag: string;
  readonly frequency: number;
  readonly spelling: string;
  readonly synonyms: readonly string[];
  readonly antonyms: readonly string[];
  readonly forms: readonly string[];
  readonly place: string | undefined;
}

type Lookup = (form: string) => Entry | undefined;

function parseEntry(line: string): Entry {
  const [
    form = '',
    lemma = '',
    tag = '',
    frequency = '',
    spelling = '',
    synonyms = '',
    antonyms = '',
    forms = '',
    place = '',
  ] = line.split('\t');
  return {
    lemma: lemma || form,
    tag,
    frequency: Number(frequency),
    spelling: spelling || form,
    synonyms: list(synonyms),
    antonyms: list(antonyms),
    forms: list(forms),
    place: place || undefined,
  };
}

function list(field: string): readonly string[] {
  return field === '' ? NONE : field.split('|');
}

const NONE: readonly string[] = [];

function inflectionsIn(lemma: string, entry: Lookup): string[] {
  return [...(entry(lemma)?.forms ?? NONE)];
}

/** The form's own synonyms, then its lemma's, inflected as the form is. */
function synonymsOf(form: string, entry: Lookup, inflected: (lemma: string, tag: string) => string): readonly string[] {
  const own = entry(form);
  if (own === undefined) return NONE;
  if (own.lemma === form) return own.synonyms;
  const ofLemma = (entry(own.lemma)?.synonyms ?? NONE).map((synonym) => inflected(synonym, own.tag));
  return [...new Set([...own.synonyms, ...ofLemma])].filter((synonym) => synonym !== form);
}

/** Degrees of kinship, best first: one spelling, one lemma, a direct pair of some thesaurus, a shared neighbour. */
const SAME_SPELLING = 1;
const SAME_LEMMA = 0.9;
const DIRECT_PAIR = 0.7;
const SHARED_NEIGHBOUR = 0.25;

function kinshipOf(a: string, b: string, entry: Lookup): number {
  if (a === b) return SAME_SPELLING;
  const left = entry(a);
  const right = entry(b);
  if (left === undefined || right === undefined) return 0;
  if (left.spelling === right.spelling) return SAME_SPELLING;
  if (left.lemma === right.lemma) return SAME_LEMMA;
  if (opposes(a, b, entry)) return 0;
  const near = neighbours(left, entry);
  const other = neighbours(right, entry);
  if (near.has(b) || near.has(right.lemma) || other.has(a) || other.has(left.lemma)) return DIRECT_PAIR;
  for (const word of near) if (other.has(word)) return SHARED_NEIGHBOUR;
  return 0;
}

function neighbours(of: Entry, entry: Lookup): Set<string> {
  return new Set([...of.synonyms, ...(entry(of.lemma)?.synonyms ?? NONE)]);
}

function opposes(a: string, b: string, entry: Lookup): boolean {
  const left = entry(a);
  const right = entry(b);
  if (left === undefined || right === undefined) return false;
  return (
    left.antonyms.includes(b) ||
    right.antonyms.includes(a) ||
    (entry(left.lemma)?.antonyms.includes(right.lemma) ?? false) ||
    (entry(right.lemma)?.antonyms.includes(left.lemma) ?? false)
  );
}
