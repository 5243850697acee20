import { Flag, type Witness } from '../witness/witness.js';
import { originalsOf } from './compare-originals.js';
import type { SuspectSpan } from './inspection.js';
import { Kind, runCount } from './run-table.js';
import { idOf, type SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';
import { casedLike } from './suspect-spans.js';
import { wordHash } from './word-hash.js';
import { NUMBER, type WordStream } from './word-stream.js';

/** A name that a machine put into other words, and what it was: "White Home" ← "White House". */
interface RewordedName {
  /** Run of the stream whose words were put in. */
  readonly from: number;
  readonly to: number;
  readonly original: string;
  /** Whether machines are known for the pair. */
  readonly isHabit: boolean;
}

/**
 * Names that nobody bears, where one word's original makes a name that the background has often. Nobody is called
 * "the United Countries"; a person who writes of a house that is white has no capitals.
 * Cost: capitalised words × originals × look-ups.
 */
function rewordedNames(witness: Witness, stream: WordStream, model: SpinModel): readonly RewordedName[] {
  const found: RewordedName[] = [];
  const isCapital = (i: number): boolean => isNameWord(witness, stream.token[i] ?? 0);
  const form = (i: number): string => witness.forms[witness.form[stream.token[i] ?? 0] ?? 0] ?? '';
  for (let i = 0; i < stream.length; i++) {
    if (!isCapital(i) || stream.hash[i] === 0 || stream.hash[i] === NUMBER) continue;
    for (const to of [i + 2, i + 1]) {
      if (to > stream.length || stream.hash[to - 1] === 0) continue;
      const words = to === i + 1 ? form(i) : `${form(i)} ${form(i + 1)}`;
      const original = likelyName(stream, { from: i, to, id: idOf(model, words) }, isCapital, model);
      if (original === undefined) continue;
      found.push({ from: i, to, ...original });
      break;
    }
  }
  return found;
}

/** A capitalised content word; headlines in capitals are no names. */
function isNameWord({ flags }: Witness, token: number): boolean {
  return ((flags[token] ?? 0) & (Flag.capital | Flag.upper | Flag.functionWord)) === Flag.capital;
}

/** Different reworded names that say something of a page: 3 of 782 human pages have as many, 16 have one. */
const LEAST_NAMES = 2;
/** A page that is more likely spun than not. */
const SPUN = 0.5;
/** Probability given to each: set by eye. */
const PROBABILITY = 0.9;

/** The reworded names as spans to show: all where there are several; one alone where the page is held for spun and the pair is known. */
export function nameSpans(
  witness: Witness,
  stream: WordStream,
  spun: number,
  model: SpinModel,
): readonly SuspectSpan[] {
  const names = rewordedNames(witness, stream, model);
  const isSeveral = new Set(names.map((name) => name.original)).size >= LEAST_NAMES;
  const shown = isSeveral ? names : names.filter((name) => name.isHabit && spun >= SPUN);
  return shown.map(({ from, to, original }) => {
    const start = witness.start[stream.token[from] ?? 0] ?? 0;
    const end = witness.end[stream.token[to - 1] ?? 0] ?? 0;
    const text = witness.text.slice(start, end);
    return { start, end, text, probability: PROBABILITY, suggestions: [{ text: casedLike(original, text), score: 1 }] };
  });
}

/** Sightings that make an established name, and how many times those of the name as it stands; set by eye on the same pages. */
const LEAST_SIGHTINGS = 22;
const LEAST_RATIO = 100;

/** Sources that make a pair likely enough for a name. */
const HABITS = Source.habit | Source.firstSense | Source.paraphrase;

/** The original that makes an established name with the capitalised words around; undefined where none does. */
function likelyName(
  { hash }: WordStream,
  { from, to, id }: { readonly from: number; readonly to: number; readonly id: number },
  isCapital: (i: number) => boolean,
  model: SpinModel,
): Pick<RewordedName, 'original' | 'isHabit'> | undefined {
  const [before, after] = [nameBefore(hash, from, isCapital), nameAfter(hash, to, isCapital)];
  if (before.length + after.length === 0) return undefined;
  const count = (first: number, last: number): number =>
    Math.max(sightings(model, [...before, first]), sightings(model, [last, ...after]));
  const own = count(hash[from] ?? 0, hash[to - 1] ?? 0);
  let best: Pick<RewordedName, 'original' | 'isHabit'> | undefined;
  let most = Math.max(LEAST_SIGHTINGS, own * LEAST_RATIO);
  for (const packed of originalsOf(id, model)) {
    const word = model.words[packed >>> 8] ?? '';
    if (word.includes(' ') || (packed & HABITS) === 0 || isOtherNumber(word, model.words[id] ?? '')) continue;
    const seen = count(wordHash(word), wordHash(word));
    if (seen >= most) [best, most] = [{ original: word, isHabit: (packed & Source.habit) !== 0 }, seen];
  }
  return best;
}

function isOtherNumber(a: string, b: string): boolean {
  return a === `${b}s` || b === `${a}s`;
}

/** The one or two words of the name before a place. */
function nameBefore(hash: Uint32Array, from: number, isCapital: (i: number) => boolean): readonly number[] {
  if (from < 1 || hash[from - 1] === 0 || !isCapital(from - 1)) return [];
  const isLonger = from >= 2 && hash[from - 2] !== 0 && isCapital(from - 2);
  return [...(isLonger ? [hash[from - 2] ?? 0] : []), hash[from - 1] ?? 0];
}

/** The word of the name after a place, or "of" and a word. */
function nameAfter(hash: Uint32Array, to: number, isCapital: (i: number) => boolean): readonly number[] {
  if (to >= hash.length || hash[to] === 0) return [];
  if (isCapital(to)) return [hash[to] ?? 0];
  const isJoined = hash[to] === OF && to + 1 < hash.length && hash[to + 1] !== 0 && isCapital(to + 1);
  return isJoined ? [OF, hash[to + 1] ?? 0] : [];
}

const OF = wordHash('of');

function sightings({ runs }: SpinModel, [first = 0, second = 0, third]: readonly number[]): number {
  if (third === undefined) return runCount(runs, Kind.pair, first, second);
  return runCount(runs, Kind.triple, first, second, third);
}
