import type { Draft, DraftSentence, Numbering, Slot } from './copyist-draft.js';
import { slotsOf } from './copyist-draft.js';
import { analyse, inflect } from './inflection.js';

/** Numbers in [0, 1), seeded by the caller. */
export type Chance = () => number;

/** Base forms that may stand for a lower-case base form. */
export type Thesaurus = (word: string) => readonly string[];

/** How one machine swaps words. */
export interface Spinner {
  readonly thesaurus: Thesaurus;
  /** Share of listed words that it replaces. */
  readonly rate: number;
  /** Takes the first synonym always, or any. */
  readonly pick: 'first' | 'any';
  /** Whether it also swaps words between quotation marks. */
  readonly quotes: boolean;
}

/** Swaps words for synonyms, the headline's too. Slots stay: a reader of the true alignment sees substitutions. */
export function spin(draft: Draft, spinner: Spinner, chance: Chance): Draft {
  let quoted = false;
  const word = (slot: Slot): Slot => {
    const [, lead = '', core = '', trail = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(slot.text) ?? [];
    if (/["“]/.test(lead)) quoted = true;
    const skip = quoted && !spinner.quotes;
    if (/["”]/.test(trail)) quoted = false;
    if (skip || core.length < 3 || core !== core.toLowerCase()) return slot;
    const synonyms = substitutes(core, spinner.thesaurus);
    if (synonyms.length === 0 || chance() >= spinner.rate) return slot;
    const picked = spinner.pick === 'first' ? synonyms[0] : pickOne(synonyms, chance);
    return { origin: slot.origin, text: `${lead}${picked ?? core}${trail}` };
  };
  return mapSentences(draft, (slots) => slots.map(word));
}

/** An editor's light hand: drops, swaps, mistypes or adds single words at the given rate. */
export function touchUp(draft: Draft, rate: number, tools: { chance: Chance; next: Numbering }): Draft {
  const { chance, next } = tools;
  return mapSentences(draft, (slots) =>
    slots.flatMap((slot, place) => {
      if (chance() >= rate || place === 0 || !/^[a-z]{3,}$/.test(slot.text)) return [slot];
      const kind = chance();
      if (kind < 0.3) return [];
      if (kind < 0.5) return [slot, { text: pickOne(FILLERS, chance), origin: next() }];
      return [{ origin: slot.origin, text: EDITS[slot.text] ?? mistype(slot.text, chance) }];
    }),
  );
}

/** Drops sentences: with `tail`, all from a point on; else `count` single ones. At least two sentences stay. */
export function cut(draft: Draft, how: { tail: boolean; count: number }, chance: Chance): Draft {
  const total = draft.paragraphs.flat().length;
  const count = Math.min(how.count, total - 2);
  if (count <= 0) return draft;
  const dropped = new Set<number>();
  if (how.tail) for (let i = 0; i < count; i++) dropped.add(total - 1 - i);
  else while (dropped.size < count) dropped.add(Math.floor(chance() * total));
  let place = 0;
  return {
    ...draft,
    paragraphs: nonEmpty(draft.paragraphs.map((sentences) => sentences.filter(() => !dropped.has(place++)))),
  };
}

/** Moves one paragraph to another place. */
export function reorder(draft: Draft, chance: Chance): Draft {
  if (draft.paragraphs.length < 3) return draft;
  const paragraphs = [...draft.paragraphs];
  const [moved] = paragraphs.splice(Math.floor(chance() * paragraphs.length), 1);
  if (moved) paragraphs.splice(Math.floor(chance() * (paragraphs.length + 1)), 0, moved);
  return { ...draft, paragraphs };
}

/** Adds a sentence as a paragraph at the end. */
export function append(draft: Draft, sentence: string, next: Numbering): Draft {
  return { ...draft, paragraphs: [...draft.paragraphs, [slotsOf(sentence, next)]] };
}

/** Adds paragraphs of another text after the first paragraph or at the end. */
export function insert(draft: Draft, paragraphs: Draft['paragraphs'], chance: Chance): Draft {
  const at = chance() < 0.5 ? Math.min(1, draft.paragraphs.length) : draft.paragraphs.length;
  return { ...draft, paragraphs: [...draft.paragraphs.slice(0, at), ...paragraphs, ...draft.paragraphs.slice(at)] };
}

/** A part of each: paragraphs of two drafts, one after the other or in turns. What both have is taken once. */
export function merge(main: Draft, other: Draft, chance: Chance): Draft {
  const first = main.paragraphs.slice(0, Math.max(1, Math.ceil(main.paragraphs.length * (0.5 + chance() * 0.3))));
  const taken = new Set(first.flat(2).map((slot) => slot.origin));
  const fresh = nonEmpty(
    other.paragraphs.map((sentences) => sentences.filter((slots) => !slots.some((slot) => taken.has(slot.origin)))),
  );
  const part = Math.min(fresh.length, Math.max(1, Math.ceil(other.paragraphs.length * (0.3 + chance() * 0.3))));
  const from = Math.floor(chance() * (fresh.length - part + 1));
  const second = fresh.slice(from, from + part);
  if (chance() < 0.5) return { headline: main.headline, paragraphs: [...first, ...second] };
  const turns = Array.from({ length: Math.max(first.length, second.length) }, (_, i) => [first[i], second[i]]);
  return { headline: main.headline, paragraphs: turns.flat().filter((sentences) => sentences !== undefined) };
}

/** One of a list that isn't empty. */
export function pickOne<T>(list: readonly T[], chance: Chance): T {
  return list[Math.min(list.length - 1, Math.floor(chance() * list.length))] as T;
}

/** What the thesaurus gives for a word, inflected as the word is. */
function substitutes(word: string, thesaurus: Thesaurus): string[] {
  for (const { base, ending } of analyse(word)) {
    const found = thesaurus(base)
      .map((entry) => inflect(entry, ending))
      .filter((form) => form !== word);
    if (found.length > 0) return found;
  }
  return [];
}

function mistype(word: string, chance: Chance): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  if (chance() < 0.5) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function mapSentences(draft: Draft, change: (slots: DraftSentence) => DraftSentence): Draft {
  const headline = change(draft.headline);
  return { headline, paragraphs: nonEmpty(draft.paragraphs.map((sentences) => sentences.map(change))) };
}

function nonEmpty(paragraphs: Draft['paragraphs']): Draft['paragraphs'] {
  return paragraphs
    .map((sentences) => sentences.filter((slots) => slots.length > 0))
    .filter((sentences) => sentences.length > 0);
}

const FILLERS = [
  'also',
  'now',
  'still',
  'reportedly',
  'however',
  'later',
  'then',
  'already',
  'apparently',
  'meanwhile',
];

const EDITS: Readonly<Record<string, string>> = {
  said: 'stated',
  told: 'informed',
  will: 'would',
  has: 'had',
  have: 'had',
  are: 'were',
  but: 'yet',
  also: 'too',
  about: 'around',
  because: 'since',
  more: 'further',
  after: 'following',
  before: 'ahead of',
  while: 'as',
  over: 'above',
  people: 'persons',
  that: 'which',
  percent: 'per cent',
  program: 'programme',
  center: 'centre',
  labor: 'labour',
  defense: 'defence',
  officials: 'authorities',
  company: 'firm',
  announced: 'declared',
  first: 'initial',
  between: 'among',
  during: 'in',
  under: 'beneath',
};
