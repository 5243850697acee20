import type { Lexicon } from '../witness/lexicon.js';
import type { Columns } from './column.js';

/** What the lexicon knows of two columns' words: who may stand for whom. Types are vocabulary numbers. */
export interface Kin {
  /** Degree of kinship of two types, 0 to 1. */
  degree(base: number, witness: number): number;
  /** Whether a phrase is listed as a synonym of a word. */
  isSynonym(type: number, phrase: string): boolean;
  /** Whether any phrase is listed for a word: spares the making of phrases. */
  hasPhrases(type: number): boolean;
}

/**
 * Kinship with a memo that lives as long as the value: a pair of words is looked up once a collation.
 * Function words have no kin: they are matched by form and place.
 */
export function kinOf({ vocabulary, lexicon }: Columns): Kin {
  const { forms, isFunction } = vocabulary;
  const words: Word[] = [];
  const wordOf = (type: number): Word => (words[type] ??= readWord(forms[type] ?? '', lexicon));
  const ranks = rankTable(forms.length);
  return {
    degree(base, witness) {
      if (isFunction[base] === 1 || isFunction[witness] === 1) return 0;
      const [a, b] = base < witness ? [base, witness] : [witness, base];
      let rank = ranks.get(a, b);
      if (rank === 0) {
        rank = 1 + DEGREES.indexOf(compare(wordOf(a), wordOf(b), lexicon));
        ranks.set(a, b, rank);
      }
      return DEGREES[rank - 1] ?? 0;
    },
    isSynonym: (type, phrase) => phrasesOf(wordOf(type), lexicon).has(phrase),
    hasPhrases: (type) => phrasesOf(wordOf(type), lexicon).size > 0,
  };
}

/** What is looked up of a word. */
interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly place: string | undefined;
  readonly near: ReadonlySet<string>;
  phrases?: ReadonlySet<string>;
}

function readWord(form: string, lexicon: Lexicon): Word {
  const lemma = lexicon.lemma(form);
  return { form, lemma, place: lexicon.place(form), near: new Set(lexicon.synonyms(lemma)) };
}

function phrasesOf(word: Word, lexicon: Lexicon): ReadonlySet<string> {
  return (word.phrases ??= new Set(lexicon.synonyms(word.form).filter((synonym) => synonym.includes(' '))));
}

function compare(a: Word, b: Word, lexicon: Lexicon): number {
  const isPlace = (a.place ?? b.place) !== undefined && (a.place ?? a.form) === (b.place ?? b.form);
  if (a.near.size === 0 && b.near.size === 0) return isPlace ? DIRECT : 0;
  if (a.near.has(b.lemma) || b.near.has(a.lemma) || a.near.has(b.form) || b.near.has(a.form))
    return lexicon.areAntonyms(a.form, b.form) ? ANTONYMS : DIRECT;
  if (isPlace) return DIRECT;
  const [few, many] = a.near.size < b.near.size ? [a.near, b.near] : [b.near, a.near];
  if (many.size > 0) for (const word of few) if (many.has(word)) return INDIRECT;
  return lexicon.areAntonyms(a.form, b.form) ? ANTONYMS : 0;
}

/** A number from 1 on for each pair of types asked about, 0 for others: a table for news, a map for a dictionary. */
function rankTable(size: number): {
  get(a: number, b: number): number;
  set(a: number, b: number, rank: number): void;
} {
  if (size <= LARGEST_TABLE) {
    const table = new Uint8Array(size * size);
    return { get: (a, b) => table[a * size + b] ?? 0, set: (a, b, rank) => void (table[a * size + b] = rank) };
  }
  const map = new Map<number, number>();
  return { get: (a, b) => map.get(a * size + b) ?? 0, set: (a, b, rank) => void map.set(a * size + b, rank) };
}

/** A direct pair of a thesaurus, a shared neighbour, an antonym: it stands in the same slot, with another meaning. */
const DIRECT = 0.7;
const INDIRECT = 0.3;
const ANTONYMS = 0.5;
const DEGREES = [0, INDIRECT, ANTONYMS, DIRECT];
/** Distinct words up to which all pairs have a byte: four megabytes. */
const LARGEST_TABLE = 2048;
