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
  const degrees = new Map<number, number>();
  const phrases = new Map<number, ReadonlySet<string>>();
  const size = vocabulary.forms.length;
  const phrasesOf = (type: number): ReadonlySet<string> => {
    let known = phrases.get(type);
    if (known === undefined) {
      known = new Set(lexicon.synonyms(vocabulary.forms[type] ?? '').filter((synonym) => synonym.includes(' ')));
      phrases.set(type, known);
    }
    return known;
  };
  const neighbours = new Map<number, ReadonlySet<string>>();
  const neighboursOf = (type: number): ReadonlySet<string> => {
    let known = neighbours.get(type);
    if (known === undefined) {
      known = new Set(lexicon.synonyms(lexicon.lemma(vocabulary.forms[type] ?? '')));
      neighbours.set(type, known);
    }
    return known;
  };
  const compare = (a: number, b: number): number => {
    const left = vocabulary.forms[a] ?? '';
    const right = vocabulary.forms[b] ?? '';
    const near = neighboursOf(a);
    const other = neighboursOf(b);
    if (near.size === 0 && other.size === 0)
      return lexicon.place(left) !== undefined || lexicon.place(right) !== undefined ? placeKin(left, right) : 0;
    const direct =
      near.has(lexicon.lemma(right)) || other.has(lexicon.lemma(left)) || near.has(right) || other.has(left);
    if (direct) return lexicon.areAntonyms(left, right) ? ANTONYMS : DIRECT;
    if (placeKin(left, right) > 0) return DIRECT;
    for (const word of near.size < other.size ? near : other) if (near.has(word) && other.has(word)) return INDIRECT;
    return lexicon.areAntonyms(left, right) ? ANTONYMS : 0;
  };
  const placeKin = (left: string, right: string): number => {
    const here = lexicon.place(left) ?? left;
    return here === (lexicon.place(right) ?? right) ? DIRECT : 0;
  };
  return {
    degree(base, witness) {
      if (vocabulary.isFunction[base] === 1 || vocabulary.isFunction[witness] === 1) return 0;
      const key = base < witness ? base * size + witness : witness * size + base;
      let degree = degrees.get(key);
      if (degree === undefined) degrees.set(key, (degree = compare(Math.min(base, witness), Math.max(base, witness))));
      return degree;
    },
    isSynonym: (type, phrase) => phrasesOf(type).has(phrase),
    hasPhrases: (type) => phrasesOf(type).size > 0,
  };
}

/** A direct pair of a thesaurus, a shared neighbour, an antonym: it stands in the same slot, with another meaning. */
const DIRECT = 0.7;
const INDIRECT = 0.3;
const ANTONYMS = 0.5;
