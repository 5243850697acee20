import { PAD, type WordEntry } from './attributes.js';
import { citesOthers, figureKind, type FigureKind, type Known } from './figure-kind.js';
import { apposition } from './name-office.js';
import { keysOf, nameRuns, type NameRun } from './name-runs.js';
import { COURTESY, KNOWN_OUTLETS, OUTLET } from './name-words.js';
import { textOf, type Reading } from './reading.js';
import type { Stretch } from './words.js';
import { firstWhere } from '../witness/first-where.js';

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

/** A figure while its mentions are gathered. */
interface Draft {
  kind: FigureKind;
  name: string;
  office: string | undefined;
  gender: number;
  /** All words of its names. */
  readonly keys: Set<string>;
}

/** The figures found so far, by surname and by whole name. */
interface Register {
  readonly figures: Draft[];
  readonly bySurname: Map<string, number>;
  readonly byName: Map<string, number>;
  /** Persons by the first word of their names; -1 where two have it. */
  readonly byFirst: Map<string, number>;
  /** Outlets by their names without "News Agency". */
  readonly byOutlet: Map<string, number>;
}

/** Finds the names of a reading and ties those that belong together. */
export function findCast(reading: Reading, known: Known): Cast {
  const register: Register = {
    figures: [],
    bySurname: new Map(),
    byName: new Map(),
    byFirst: new Map(),
    byOutlet: new Map(),
  };
  const mentions: Mention[] = [];
  for (const run of nameRuns(reading)) {
    const keys = keysOf(reading, run);
    if (run.known && !register.bySurname.has(keys.at(-1) ?? '') && !register.byName.has(keys.join(' '))) continue;
    const kind = figureKind(reading, run, known);
    const name = textOf(reading, run);
    const index =
      knownFigure(register, keys, kind) ??
      calledByFirst(reading, register, { run, keys, kind }) ??
      register.figures.push({ kind, name, office: run.office, gender: run.gender, keys: new Set(keys) }) - 1;
    const figure = register.figures[index];
    if (figure === undefined) continue;
    enrich(reading, figure, { run, keys, kind, name });
    enter(register, index, keys);
    enterShort(
      register,
      index,
      register.figures[index]?.kind === 'person' ? familyOf(keys) : shortOf(reading, run, keys),
    );
    mentions.push({ from: run.from, to: run.to, figure: index });
  }
  return {
    figures: register.figures.map(({ keys, ...figure }) => withGender(figure, [...keys][0] ?? '', known.table)),
    mentions: mentions.sort((a, b) => a.from - b.from),
  };
}

/** The figure that a name belongs to: the same name, a surname, or a full name whose surname or first name stood before. */
function knownFigure(register: Register, keys: readonly string[], kind: FigureKind): number | undefined {
  const last = keys.at(-1) ?? '';
  const same =
    register.byName.get(keys.join(' ')) ?? (kind === 'outlet' ? register.byOutlet.get(properOf(keys)) : undefined);
  if (same !== undefined) return same;
  const family = register.bySurname.get(keys[0] ?? '');
  if (isFamilyFirst(keys) && family !== undefined && register.figures[family]?.keys.size === 1) return family;
  const earlier = register.bySurname.get(last);
  if (keys.length === 1 || earlier === undefined) return earlier;
  const other = register.figures[earlier];
  const fits = other !== undefined && (other.keys.size === 1 || other.keys.has(keys[0] ?? ''));
  return kind === 'person' && fits ? earlier : undefined;
}

/** "Quayside" of "Quayside News Agency": one outlet, however much of its name stands. */
function properOf(keys: readonly string[]): string {
  const last = keys.findLastIndex((key) => !/^(?:news|agency|newswire|newspaper|online|website)$/u.test(key));
  return keys.slice(0, last + 1).join(' ');
}

/** "Lin", "Helen": the only person whose name begins so; not where the word stands for a place. */
function calledByFirst(
  { words: { forms } }: Reading,
  register: Register,
  { run, keys, kind }: { run: Stretch; keys: readonly string[]; kind: FigureKind },
): number | undefined {
  const [first = ''] = keys;
  if (keys.length > 1 || kind === 'outlet' || /^(?:in|at|to|from|near|of|outside)$/u.test(forms[run.from - 1] ?? ''))
    return undefined;
  const index = register.byFirst.get(first) ?? -1;
  return index < 0 ? undefined : index;
}

/** Words whose initials can stand for a name: "Korean Central News Agency". */
const INITIALS_WORDS = 3;

/** The short forms of a body's or an outlet's name: what stands in brackets after it, its initials, its words before "of". */
function shortOf(
  { words: { forms }, attributes: { shape } }: Reading,
  run: Stretch,
  keys: readonly string[],
): string[] {
  if (keys.length < 2) return [];
  const capitals = forms.slice(run.from, run.to).filter((_, i) => (shape[run.from + i + PAD] ?? 0) >= 2);
  const initials = capitals.map((form) => form.charAt(0)).join('');
  const short = capitals.length >= INITIALS_WORDS ? [initials] : [];
  const bracketed = forms[run.to] === '(' && forms[run.to + 2] === ')' ? (forms[run.to + 1] ?? '') : '';
  const isShort = shape[run.to + 1 + PAD] === 3 && (!KNOWN_OUTLETS.has(bracketed) || bracketed === initials);
  if (bracketed.length > 1 && isShort) short.push(bracketed);
  const of = keys.indexOf('of');
  if (of > 1) short.push(keys.slice(0, of).join(' '));
  return short;
}

/** "Abu Zahra" of "Sami Abu Zahra". */
function familyOf(keys: readonly string[]): string[] {
  return keys.length > 2 ? [keys.slice(1).join(' ')] : [];
}

/** Enters a figure under the short forms of its name, where nobody has them yet. */
function enterShort(register: Register, index: number, short: readonly string[]): void {
  for (const name of short) if (!register.byName.has(name)) register.byName.set(name, index);
}

/** Adds to a figure what one more mention tells. */
function enrich(
  reading: Reading,
  figure: Draft,
  { run, keys, kind, name }: { run: NameRun; keys: readonly string[]; kind: FigureKind; name: string },
): void {
  if (name.length > figure.name.length && keys.length > figure.keys.size) {
    figure.name = name;
    if (figure.kind !== 'outlet') figure.kind = kind;
  }
  if (figure.kind === 'place' && kind !== 'place') figure.kind = kind;
  if (figure.kind === 'body' && citesOthers(reading.words.forms, run)) figure.kind = 'outlet';
  for (const key of keys) figure.keys.add(key);
  // "learned from Merinform, the prime minister said …": what follows an outlet's name is no office of its own.
  if (/^(?:dr|rev|prof|sir)\.?$/iu.test(figure.office ?? '')) figure.office = apposition(reading, run) ?? figure.office;
  figure.office ??= run.office ?? (figure.kind === 'outlet' ? undefined : apposition(reading, run));
  if (figure.gender === 0) figure.gender = run.gender;
}

/** Enters a figure under a name. */
function enter(register: Register, index: number, keys: readonly string[]): void {
  const kind = register.figures[index]?.kind;
  register.byName.set(keys.join(' '), index);
  if (kind === 'outlet' && properOf(keys) !== '') register.byOutlet.set(properOf(keys), index);
  const [family = ''] = keys;
  if (kind === 'person' && keys.length > 1) {
    const before = register.byFirst.get(family);
    register.byFirst.set(family, before === undefined || before === index ? index : -1);
  }
  if (kind === 'person' && isFamilyFirst(keys) && !register.bySurname.has(family))
    register.bySurname.set(family, index);
  if (kind === 'person' || keys.length === 1) register.bySurname.set(keys.at(-1) ?? '', index);
  else if (kind === 'outlet') for (const key of keys) if (OUTLET.has(key)) register.bySurname.set(key, index);
}

/** "Pak Il-nam", "Xi Jinping": the family's name goes first. */
function isFamilyFirst(keys: readonly string[]): boolean {
  const [first = '', second = ''] = keys;
  return (keys.length === 2 && /^\p{L}{2,5}-\p{L}{2,6}$/u.test(second)) || (keys.length > 1 && FAMILY_FIRST.has(first));
}

const FAMILY_FIRST = new Set(
  'kim xi wang zhang liu chen zhao huang zhou jiang deng pak choe choi yoon nguyen tran pham'.split(' '),
);

/** A first name's gender rules out the other from here on (Ellery 4, Hillary 4, Kirsten 3 only weigh; Yelena, Mary 9, John -9). */
const SURE = 4;

function withGender(figure: Figure, first: string, table: ReadonlyMap<string, WordEntry>): Figure {
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
  return firstWhere(cast.mentions.length, (i) => (cast.mentions[i]?.from ?? 0) >= word);
}
