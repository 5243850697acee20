/**
 * What each witness reads at each place of the family's text. A place is a word with all that stands for it elsewhere; places
 * of one sentence make a unit. Words that one witness puts in beside a place belong to its reading there ("ahead of" for
 * "before"), so that one change counts as one. Lost witnesses are rows like the others.
 */
import type { Lexicon } from '../witness/lexicon.js';
import type { FamilyWords, WitnessWords } from './family-words.js';

/** The witness lacks the whole sentence, or only this word. */
export const ABSENT = -1;
export const OMITTED = 0;

export interface ReadingRow {
  /** For each place its reading, `OMITTED` or `ABSENT`. */
  readonly at: Int32Array;
  /** The units that the witness has, in its own order. */
  readonly units: Int32Array;
  /** 1 for each unit that it has; nothing beyond its last. */
  readonly has: Uint8Array;
  /** Places where it has a word. */
  readonly words: number;
}

export interface ReadingTable {
  /** Units lie one after the other: places `from[u]` to `from[u + 1]`. */
  readonly from: Int32Array;
  readonly places: number;
  readonly units: number;
  readonly rows: readonly ReadingRow[];
  /** Text of each reading. */
  readonly texts: readonly string[];
  /** Occurrences per million of each reading that is one word, and no function word; -1 for the others. */
  readonly frequency: Float64Array;
  /** Kind of each place: nobody changed it, a word that machines swap was changed, another was. */
  readonly kind: Uint8Array;
  /** 1 for each place where some witness has a word that a thesaurus lists. */
  readonly swappable: Uint8Array;
  /** 1 for each unit of which most words, over all witnesses, stand between quotation marks. */
  readonly quoted: Uint8Array;
}

/** Kinds of places: see `ReadingTable.kind`. */
export const KINDS = 3;

/** Share of a sentence's words that must lie in places that others have for it to be more than the witness's own. */
const SHARED_WORDS = 0.3;
/** Share of the shorter sentence's words in common places that makes two sentences one unit. */
const SAME_UNIT = 0.4;

/** Builds the table from the place of each word of each witness (`joinPlaces`). Cost: linear in the family's words, × witnesses a place. */
export function readingTable(words: FamilyWords, places: readonly Int32Array[], lexicon: Lexicon): ReadingTable {
  const bearers = bearersOf(words, places);
  const unitOf = sentenceUnits(words, bearers);
  const hosts = places.map((own, w) => hostsOf(words.witnesses[w] as WitnessWords, own, bearers));
  const layout = layOut(words, { places, bearers, hosts, unitOf });
  const numbers = new Map<string, number>([['', OMITTED]]);
  const rows = words.witnesses.map((own, w) => {
    const units = unitsInOrder(own, unitOf[w] as Int32Array);
    const at = new Int32Array(layout.places).fill(ABSENT);
    for (const unit of units) at.fill(OMITTED, layout.from[unit], layout.from[unit + 1]);
    const texts = new Map<number, string>();
    const host = hosts[w] as Int32Array;
    for (let i = 0; i < own.count; i++) {
      const place = layout.number[places[w]?.[host[i] ?? i] ?? 0] ?? 0;
      const form = words.forms[own.form[i] ?? 0] ?? '';
      const known = texts.get(place);
      texts.set(place, known === undefined ? form : `${known} ${form}`);
    }
    for (const [place, text] of texts) {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      at[place] = number;
    }
    return rowOf(at, units);
  });
  const texts = [...numbers.keys()];
  const frequency = Float64Array.from(texts, (text) => (isPlain(text, lexicon) ? lexicon.frequency(text) : -1));
  const quoted = quotedUnits(words, unitOf, layout.units);
  return { ...layout, rows, texts, frequency, quoted, ...placeKinds(rows, layout.places, texts, lexicon) };
}

function isPlain(form: string, lexicon: Lexicon): boolean {
  return /^\p{L}+$/u.test(form) && !lexicon.isFunctionWord(form);
}

function quotedUnits(words: FamilyWords, unitOf: readonly Int32Array[], units: number): Uint8Array {
  const surplus = new Int32Array(units);
  words.witnesses.forEach(({ sentence, quoted }, w) =>
    quoted.forEach((is, i) => {
      const unit = unitOf[w]?.[sentence[i] ?? 0] ?? 0;
      surplus[unit] = (surplus[unit] ?? 0) + (is === 1 ? 1 : -1);
    }),
  );
  return Uint8Array.from(surplus, (more) => (more > 0 ? 1 : 0));
}

/** A row from its readings and its units. */
export function rowOf(at: Int32Array, units: Int32Array): ReadingRow {
  const has = new Uint8Array(units.reduce((most, unit) => Math.max(most, unit + 1), 0));
  for (const unit of units) has[unit] = 1;
  return { at, units, has, words: at.reduce((sum, reading) => sum + (reading > OMITTED ? 1 : 0), 0) };
}

type Bearer = readonly [witness: number, word: number];

/** For each place the words that stand in it. */
function bearersOf(words: FamilyWords, places: readonly Int32Array[]): Bearer[][] {
  const bearers: Bearer[][] = [];
  words.witnesses.forEach((own, w) => {
    for (let i = 0; i < own.count; i++) (bearers[places[w]?.[i] ?? 0] ??= []).push([w, i]);
  });
  return bearers;
}

/** For each word the word of its sentence to whose reading it belongs: itself where others have its place, or nobody has the sentence. */
function hostsOf(own: WitnessWords, places: Int32Array, bearers: readonly Bearer[][]): Int32Array {
  const host = Int32Array.from(own.form, (_, i) => i);
  const isShared = (i: number): boolean => (bearers[places[i] ?? 0]?.length ?? 0) > 1;
  for (let from = 0; from < own.count;) {
    let to = from;
    while (to < own.count && own.sentence[to] === own.sentence[from]) to++;
    let shared = 0;
    for (let i = from; i < to; i++) if (isShared(i)) shared++;
    if (shared >= SHARED_WORDS * (to - from)) attach(host, { from, to }, isShared);
    from = to;
  }
  return host;
}

/** Words that only this witness has go with the shared word before them, at the sentence's beginning with the first. */
function attach(host: Int32Array, { from, to }: { from: number; to: number }, isShared: (i: number) => boolean): void {
  let last = from;
  while (last < to && !isShared(last)) last++;
  for (let i = from; i < to; i++) {
    if (isShared(i)) last = i;
    host[i] = last;
  }
}

/** For each witness the unit of each of its sentences: sentences that are mostly the same places are one unit. */
function sentenceUnits(words: FamilyWords, bearers: readonly Bearer[][]): Int32Array[] {
  let count = 0;
  const first = words.witnesses.map((own) => (count += own.sentences) - own.sentences);
  const size = new Int32Array(count);
  words.witnesses.forEach((own, w) =>
    own.sentence.forEach((s) => (size[(first[w] ?? 0) + s] = (size[(first[w] ?? 0) + s] ?? 0) + 1)),
  );
  const idOf = ([w, i]: Bearer): number => (first[w] ?? 0) + (words.witnesses[w]?.sentence[i] ?? 0);
  const common = new Map<number, number>();
  for (const bearer of bearers) {
    // Each with the first is enough to join all: a place of many bearers would else cost their square.
    const ids = bearer.map(idOf);
    ids.slice(1).forEach((id) => {
      const key = (ids[0] ?? 0) * count + id;
      common.set(key, (common.get(key) ?? 0) + 1);
    });
  }
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const find = (id: number): number => {
    let root = id;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[id] = root;
    return root;
  };
  for (const [key, shared] of common) {
    const [a, b] = [Math.floor(key / count), key % count];
    if (shared >= SAME_UNIT * Math.min(size[a] ?? 0, size[b] ?? 0)) parent[find(b)] = find(a);
  }
  const numbers = new Map<number, number>();
  return words.witnesses.map((own, w) =>
    Int32Array.from({ length: own.sentences }, (_, s) => {
      const root = find((first[w] ?? 0) + s);
      const number = numbers.get(root) ?? numbers.size;
      numbers.set(root, number);
      return number;
    }),
  );
}

interface Joined {
  readonly places: readonly Int32Array[];
  readonly bearers: readonly Bearer[][];
  readonly hosts: readonly Int32Array[];
  readonly unitOf: readonly Int32Array[];
}

/** Numbers the places anew, unit by unit, within a unit in the order of the bearer that has most of it. */
function layOut(
  words: FamilyWords,
  { places, bearers, hosts, unitOf }: Joined,
): Pick<ReadingTable, 'from' | 'places' | 'units'> & { readonly number: Int32Array } {
  const units = unitOf.reduce((most, own) => own.reduce((max, unit) => Math.max(max, unit + 1), most), 0);
  const home = bearers.map((bearer) =>
    mostFrequent(bearer.map(([w, i]) => unitOf[w]?.[words.witnesses[w]?.sentence[i] ?? 0] ?? 0)),
  );
  const inside: number[][] = Array.from({ length: units }, () => []);
  bearers.forEach((bearer, place) => {
    if (bearer.some(([w, i]) => hosts[w]?.[i] === i)) inside[home[place] ?? 0]?.push(place);
  });
  const sequences = unitSequences(words, places, { home, units });
  const number = new Int32Array(bearers.length).fill(-1);
  const from = new Int32Array(units + 1);
  let next = 0;
  inside.forEach((own, unit) => {
    from[unit] = next;
    for (const place of orderedPlaces(new Set(own), sequences[unit] ?? [])) number[place] = next++;
  });
  from[units] = next;
  return { from, places: next, units, number };
}

/** The places of a unit in the order of the witness that has most of them; what only others have follows what precedes it there. */
function orderedPlaces(inside: ReadonlySet<number>, sequences: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const own = sequences.map((sequence) => sequence.filter((place) => inside.has(place)));
  for (const sequence of own.sort((a, b) => b.length - a.length)) {
    if (order.length === inside.size) break;
    const rank = new Map(order.map((place, i) => [place, i]));
    const after = new Map<number, number[]>();
    let last = -1;
    for (const place of sequence) {
      const known = rank.get(place);
      if (known === undefined) after.set(last, [...(after.get(last) ?? []), place]);
      else last = known;
    }
    if (after.size === 0) continue;
    const merged = [...(after.get(-1) ?? []), ...order.flatMap((place, i) => [place, ...(after.get(i) ?? [])])];
    order.splice(0, order.length, ...merged);
  }
  return order;
}

/** For each unit the places of it that each witness has, in that witness's order. */
function unitSequences(
  words: FamilyWords,
  places: readonly Int32Array[],
  { home, units }: { home: readonly number[]; units: number },
): number[][][] {
  const sequences: number[][][] = Array.from({ length: units }, () => []);
  words.witnesses.forEach((_, w) => {
    const own = new Map<number, number[]>();
    for (const place of places[w] ?? []) {
      const unit = home[place] ?? 0;
      const list = own.get(unit) ?? [];
      list.push(place);
      own.set(unit, list);
    }
    for (const [unit, list] of own) sequences[unit]?.push(list);
  });
  return sequences;
}

function unitsInOrder(own: WitnessWords, unitOf: Int32Array): Int32Array {
  return Int32Array.from(new Set(Array.from({ length: own.sentences }, (_, s) => unitOf[s] ?? 0)));
}

function placeKinds(
  rows: readonly ReadingRow[],
  places: number,
  texts: readonly string[],
  lexicon: Lexicon,
): Pick<ReadingTable, 'kind' | 'swappable'> {
  const listed = texts.map((text) => !lexicon.isFunctionWord(text) && lexicon.isListed(text));
  const swappable = new Uint8Array(places);
  const kind = new Uint8Array(places);
  for (let place = 0; place < places; place++) {
    const readings = new Set<number>();
    for (const { at } of rows) if ((at[place] ?? ABSENT) >= 0) readings.add(at[place] ?? 0);
    swappable[place] = [...readings].some((reading) => listed[reading]) ? 1 : 0;
    if (readings.size > 1) kind[place] = swappable[place] === 1 ? 1 : 2;
  }
  return { kind, swappable };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [values[0] ?? 0, 0])[0];
}
