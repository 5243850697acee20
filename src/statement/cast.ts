import type { WordEntry } from './attributes.js';
import { citesOthers, figureKind, type FigureKind, type Known } from './figure-kind.js';
import { apposition, keysOf, nameRuns, textOf } from './name-runs.js';
import { COURTESY, OUTLET } from './name-words.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/**
 * The cast of a page: persons, bodies and outlets that it names, each with all its mentions, so that "Talvane" and
 * "he" can be given a full name and an office. By rule: runs of capitalised words, titles before and appositions
 * after them, surnames tied to the full name that has them. Linear, but for names × names of one page.
 */
export interface Cast {
  readonly figures: readonly Figure[];
  /** In reading order; a mention is the name alone, without title. */
  readonly mentions: readonly Mention[];
}

export interface Figure {
  readonly kind: FigureKind;
  /** The fullest form on the page. */
  readonly name: string;
  readonly office: string | undefined;
  /** -1 a man, 1 a woman, halves for what is only likely, 0 unknown. */
  readonly gender: number;
}

export interface Mention extends Stretch {
  readonly figure: number;
}

/** Finds the names of a reading and ties those that belong together. */
export function findCast(reading: Reading, known: Known): Cast {
  const figures: {
    kind: FigureKind;
    name: string;
    office: string | undefined;
    gender: number;
    keys: Set<string>;
  }[] = [];
  const mentions: Mention[] = [];
  const bySurname = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const run of nameRuns(reading)) {
    if (run.known && !bySurname.has(keysOf(reading, run).at(-1) ?? '') && !byName.has(keysOf(reading, run).join(' ')))
      continue;
    const name = textOf(reading, run);
    const words = keysOf(reading, run);
    const last = words.at(-1) ?? '';
    const kind = figureKind(reading, run, known);
    let index = byName.get(words.join(' '));
    if (index === undefined && words.length === 1) index = bySurname.get(last);
    if (index === undefined && kind === 'person' && words.length > 1) {
      const earlier = bySurname.get(last);
      const other = earlier === undefined ? undefined : figures[earlier];
      if (other !== undefined && (other.keys.size === 1 || other.keys.has(words[0] ?? ''))) index = earlier;
    }
    if (index === undefined) {
      index = figures.length;
      figures.push({ kind, name, office: run.office, gender: run.gender, keys: new Set(words) });
    }
    const figure = figures[index];
    if (figure === undefined) continue;
    if (name.length > figure.name.length && words.length > figure.keys.size) {
      figure.name = name;
      if (figure.kind !== 'outlet') figure.kind = kind;
    }
    if (figure.kind === 'place' && kind !== 'place') figure.kind = kind;
    if (figure.kind === 'body' && citesOthers(reading.words.forms, run)) figure.kind = 'outlet';
    for (const word of words) figure.keys.add(word);
    // "learned from Merinform, the prime minister said …": what follows an outlet's name is no office of its own.
    figure.office ??= run.office ?? (figure.kind === 'outlet' ? undefined : apposition(reading, run));
    if (figure.gender === 0) figure.gender = run.gender;
    byName.set(words.join(' '), index);
    if (figure.kind === 'person' || words.length === 1) bySurname.set(last, index);
    else if (figure.kind === 'outlet') for (const word of words) if (OUTLET.has(word)) bySurname.set(word, index);
    mentions.push({ from: run.from, to: run.to, figure: index });
  }
  return {
    figures: figures.map(({ keys, ...figure }) => withGender(figure, [...keys][0] ?? '', known.table)),
    mentions: mentions.sort((a, b) => a.from - b.from),
  };
}

/** A first name's gender rules out the other from here on (Ellery 4, Hillary 4, Kirsten 3 only weigh; Yelena, Mary 9, John -9). */
const SURE = 4;

function withGender(figure: Omit<Figure, 'keys'>, first: string, table: ReadonlyMap<string, WordEntry>): Figure {
  if (figure.gender !== 0 || figure.kind !== 'person') return figure;
  const known = table.get((/^\S+/u.exec(figure.name)?.[0] ?? first).toLowerCase())?.gender;
  if (known !== undefined && Math.abs(known) > 1)
    return { ...figure, gender: Math.sign(known) * (Math.abs(known) > SURE ? 1 : 0.5) };
  const office = COURTESY.get((figure.office ?? '').toLowerCase().split(' ').at(-1) ?? '');
  return { ...figure, gender: office ?? 0 };
}

/** The mentions that begin inside a stretch. */
export function mentionsIn(cast: Cast, stretch: Stretch): Mention[] {
  const found: Mention[] = [];
  for (let m = firstMention(cast, stretch.from); m < cast.mentions.length; m++) {
    const mention = cast.mentions[m];
    if (mention === undefined || mention.from >= stretch.to) break;
    found.push(mention);
  }
  return found;
}

/** Index of the first mention at or after a word. */
export function firstMention(cast: Cast, word: number): number {
  let low = 0;
  let high = cast.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cast.mentions[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
