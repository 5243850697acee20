import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Thesaurus } from '../src/testing/spinner.js';

/**
 * The Moby thesaurus (G. Ward, public domain), which the lexicon was not built from: a foreign spinner.
 * It leaves words of number, unit, day and gender alone, so that a change of these is one that was planted.
 * `phrases`: share of multi-word entries that are kept. Function words get a few rewordings read on real farms' pages.
 */
export function mobyThesaurus(options: { readonly phrases: number; readonly functionWords: boolean }): Thesaurus {
  const path = createRequire(import.meta.url).resolve('moby/words.txt');
  const entries = new Map<string, readonly string[]>();
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    const [root, ...rest] = line.split(',');
    if (root)
      entries.set(
        root,
        rest.filter(
          (entry, i) =>
            /^[a-z]+( [a-z]+){0,2}$/.test(entry) && (!entry.includes(' ') || (i * 7919) % 100 < options.phrases * 100),
        ),
      );
  }
  return (phrase) => {
    if (options.functionWords && Object.hasOwn(FUNCTION_WORDS, phrase)) return FUNCTION_WORDS[phrase] ?? [];
    if (KEPT.has(phrase) || KEPT.has(phrase.replace(/s$/, ''))) return [];
    return entries.get(phrase) ?? [];
  };
}

const KEPT = new Set(
  'him her man men woman women boy girl him hers today tonight yesterday tomorrow second minute hour day week month year hundred thousand million billion trillion dozen third fourth fifth sixth quarter half march may a an the and or but not no never of to in on at is are was were be been has have had he she it they we i you his her its their will would two three four five six seven eight nine ten'.split(
    ' ',
  ),
);

const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  where: ['the place'],
  which: ['that'],
  when: ['once', 'as soon as'],
  through: ['by way of', 'by'],
  last: ['final'],
  near: ['close to'],
  since: ['because'],
  after: ['following'],
  before: ['prior to'],
  many: ['a lot of', 'numerous'],
  more: ['extra'],
  other: ['different'],
  about: ['round', 'concerning'],
  during: ['throughout', 'in the course of'],
  because: ['as a result of', 'since'],
  against: ['towards'],
  while: ['whereas'],
  most: ['a large part of'],
  first: ['primary'],
  also: ['additionally', 'as well'],
  only: ['solely'],
  however: ['nonetheless'],
  'last year': ['final 12 months'],
  'according to': ['based on'],
  'in order to': ['to'],
  'as well as': ['along with'],
  such: ['comparable'],
  could: ['might'],
  into: ['in to'],
};
