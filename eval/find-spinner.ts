import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dataRows } from './data.js';

/** Replacements by lower-case word. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

/** How hard a text is spun. */
export interface Spinning {
  readonly thesaurus: Thesaurus;
  /** Share of all words to replace, as far as the thesaurus reaches. */
  readonly rate: number;
  /** Share of function words that are swapped, and of small numbers that change between words and digits. */
  readonly noise: number;
  readonly random: () => number;
}

const WORD = /[A-Za-z]+(?:['’][a-z]+)?|\d+(?:[.,:/]\d+)*/g;

/**
 * Function words as spinners swap them: pairs read on real spun pages ("where" → "the place"), and their neighbours.
 * The scheme's own list of function words knows nothing of this one.
 */
const FUNCTION_SWAPS: Readonly<Record<string, readonly string[]>> = {
  where: ['the place', 'in which'],
  which: ['that', 'what'],
  that: ['which', 'this'],
  and: ['as well as', 'plus', 'and also'],
  in: ['on', 'within', 'into', 'throughout'],
  on: ['upon', 'in', 'about'],
  at: ['on', 'in'],
  into: ['in', 'to'],
  by: ['through', 'with the aid of'],
  for: ['intended for', 'to'],
  with: ['along with', 'together with'],
  from: ['out of', 'coming from'],
  of: ['from'],
  to: ['towards', 'in order to'],
  was: ['used to be', 'had been'],
  were: ['had been', 'have been'],
  is: ['is actually'],
  are: ['have been'],
  has: ['has got'],
  had: ['have'],
  will: ['will certainly', 'is going to'],
  would: ['might', 'could'],
  could: ['may'],
  can: ['could', 'is able to'],
  may: ['might'],
  but: ['however', 'yet'],
  or: ['or even'],
  as: ['because'],
  an: ['one'],
  a: ['one', 'the'],
  the: ['this', 'a'],
  this: ['the'],
  these: ['those'],
  his: ['her', 'the'],
  her: ['his', 'the'],
  he: ['she'],
  she: ['he'],
  it: ['this'],
  they: ['these'],
  their: ['the'],
  who: ['that'],
  when: ['whilst', 'once'],
  while: ['whereas', 'even as'],
  after: ['following'],
  before: ['sooner than', 'ahead of'],
  about: ['approximately', 'concerning'],
  than: ['compared to'],
  not: ['no longer'],
  more: ['additional', 'extra'],
  one: ['1', 'a single'],
  another: ['every other'],
  all: ['each'],
  some: ['a few'],
};

const DIGITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Moby's thesaurus from npm, one or two words a replacement: the lexicon is not built from it. */
export function mobyThesaurus(): Thesaurus {
  const text = readFileSync(createRequire(import.meta.url).resolve('moby/words.txt'), 'utf8');
  const thesaurus = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const [head, ...rest] = line.split(',');
    const usable = rest.filter((word) => /^[a-z]+(?: [a-z]+)?$/.test(word));
    if (head !== undefined && /^[a-z]{3,}$/.test(head) && usable.length > 0 && !(head in FUNCTION_SWAPS))
      thesaurus.set(head, usable);
  }
  return thesaurus;
}

/** Moby's, with the substitutions read on real machine-made copies before its own. */
export function seenThesaurus(): Thesaurus {
  const thesaurus = new Map(mobyThesaurus());
  for (const row of dataRows<{ from: string; to: string; made_by: string }>('substitutions-seen.jsonl')) {
    const from = row.from.toLowerCase();
    if (!row.made_by.includes('spinner') || from.includes(' ')) continue;
    thesaurus.set(from, row.to.toLowerCase().split('/'));
  }
  return thesaurus;
}

/** The text as a synonym spinner leaves it: order kept, words swapped. Each text draws whether capitalised words are swapped too. */
export function spin(text: string, spinning: Spinning): string {
  const { random, noise } = spinning;
  const words = text.match(WORD) ?? [];
  const swapsNames = random() < 0.5;
  const open = words.filter((word) => replacements(word, spinning.thesaurus, swapsNames).length > 0).length;
  const chance = open === 0 ? 0 : Math.min(1, (spinning.rate * words.length) / open);
  return text.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    const value = DIGITS.indexOf(lower);
    if (/^\d+$/.test(word)) return random() < noise * 3 ? (DIGITS[Number(word)] ?? word) : word;
    if (value >= 0) return random() < noise * 3 ? String(value) : word;
    const swaps =
      Object.hasOwn(FUNCTION_SWAPS, lower) && !spinning.thesaurus.has(lower) ? FUNCTION_SWAPS[lower] : undefined;
    if (swaps !== undefined) return random() < noise ? likeCase(pick(swaps, random), word) : word;
    const found = replacements(word, spinning.thesaurus, swapsNames);
    return found.length > 0 && random() < chance ? likeCase(pick(found, random), word) : word;
  });
}

/** What the thesaurus gives for a word, inflected alike; a capitalised word only now and then. */
function replacements(word: string, thesaurus: Thesaurus, swapsNames: boolean): readonly string[] {
  if (!swapsNames && /^[A-Z]/.test(word)) return [];
  const lower = word.toLowerCase();
  const direct = thesaurus.get(lower);
  if (direct !== undefined) return direct;
  for (const [ending, bases] of ENDINGS) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, lower.length - ending.length);
    for (const base of bases) {
      const found = thesaurus.get(stem + base);
      if (found !== undefined) return found.map((to) => inflect(to, ending));
    }
  }
  return [];
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ies', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ly', ['']],
];

function inflect(phrase: string, ending: string): string {
  const [first = '', ...rest] = phrase.split(' ');
  const suffix = ending === 'ies' || ending === 'es' ? 's' : ending === 'ied' ? 'ed' : ending;
  return [
    first.endsWith('e') && suffix !== 's' && suffix !== 'ly' ? first.slice(0, -1) + suffix : first + suffix,
    ...rest,
  ].join(' ');
}

function likeCase(to: string, from: string): string {
  return /^[A-Z]/.test(from) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

export function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}
