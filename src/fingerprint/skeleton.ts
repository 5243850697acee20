import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Witness } from '../witness/witness.js';
import { MOST_BITS, numberBits, wordBits } from './information.js';
import { isNumber, sameForm } from './sameness.js';

/**
 * What spinners leave alone, in order: the plainest function words, numbers, capitalised words, and lower-case words
 * that no thesaurus lists. Everything else is dropped.
 * Source: names and function words survive where 5-word shingles do not (Stamatatos, "Plagiarism detection using stopword
 * n-grams", JASIST 2011); merged into one sequence here. Cost: linear, one look-up a distinct form.
 */
/** Columns may be longer than `length`. */
export interface Skeleton {
  readonly length: number;
  /** Words of the witness, punctuation not counted. */
  readonly words: number;
  /** Token position in the witness. */
  readonly at: Uint32Array;
  /** Two independent 32-bit hashes of the form. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Information, whole bits. */
  readonly bits: Uint8Array;
  /** How likely the token is to be left as it is, 0 to 1. */
  readonly survival: Float32Array;
}

/** Kinds of tokens by what becomes of them. */
type Kind = 'function' | 'number' | 'name' | 'listed-name' | 'unlisted' | 'dropped';

/** Share left alone by spinners that replace 43 % of words; of the values tried around these, none found more. */
const SURVIVAL: Readonly<Record<Exclude<Kind, 'dropped'>, number>> = {
  function: 0.93,
  number: 0.85,
  name: 0.95,
  'listed-name': 0.6,
  unlisted: 0.85,
};

export interface Entry {
  /** Kind in lower case. */
  readonly plain: Kind;
  /** Kind where it's capitalised as a name is. */
  readonly capitalised: Kind;
  readonly low: number;
  readonly high: number;
  readonly bits: number;
}

/** The skeleton of a witness. */
export function toSkeleton(witness: Witness, lexicon: Lexicon): Skeleton {
  const describe = entriesOf(lexicon);
  const entries = witness.forms.map(describe);
  const room = witness.length;
  const [at, low, high] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
  const [bits, survival] = [new Uint8Array(room), new Float32Array(room)];
  let [words, length] = [0, 0];
  for (let i = 0; i < room; i++) {
    const flags = witness.flags[i] ?? 0;
    const entry = entries[witness.form[i] ?? 0];
    if ((flags & Flag.punctuation) !== 0 || entry === undefined) continue;
    words++;
    const capital = (flags & Flag.capital) !== 0 && ((flags & Flag.opening) === 0 || (flags & Flag.name) !== 0);
    const kind = capital ? entry.capitalised : entry.plain;
    if (kind === 'dropped') continue;
    at[length] = i;
    low[length] = entry.low;
    high[length] = entry.high;
    bits[length] = entry.bits;
    survival[length++] = SURVIVAL[kind];
  }
  return { length, words, at, low, high, bits, survival };
}

/** Forms that are remembered: the words of the pages before are most of the next one's. The bound is a choice. */
const REMEMBERED = 50_000;

const remembered = new WeakMap<Lexicon, Map<string, Entry>>();

/** What a lexicon says of a form, as far as it's a skeleton's matter. */
export function entriesOf(lexicon: Lexicon): (form: string) => Entry {
  const known = remembered.get(lexicon) ?? new Map<string, Entry>();
  remembered.set(lexicon, known);
  return (form) => {
    let entry = known.get(form);
    if (entry === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(form, (entry = describe(form, lexicon)));
    }
    return entry;
  };
}

function describe(written: string, lexicon: Lexicon): Entry {
  const form = sameForm(written, lexicon);
  const low = hashForm(form, 0x811c9dc5);
  const high = hashForm(form, 0x9747b28c);
  if (isNumber(form)) return { plain: 'number', capitalised: 'number', low, high, bits: numberBits(form) };
  const bits = Math.min(MOST_BITS, wordBits(form, lexicon));
  if (CORE.has(form)) return { plain: 'function', capitalised: 'function', low, high, bits };
  if (written.startsWith("'") || form.length < 2 || lexicon.isFunctionWord(form))
    return { plain: 'dropped', capitalised: 'dropped', low, high, bits };
  if (lexicon.isListed(form)) return { plain: 'dropped', capitalised: 'listed-name', low, high, bits };
  return { plain: 'unlisted', capitalised: 'name', low, high, bits };
}

/**
 * Function words that stay where they are. "and" and "as" are not among them: real spinners write "as well as" and "because"
 * (with them 40 words spun by substitutions seen are found in .900, without in .925). "in", "on", "at" and "into" are one
 * word here, so are the forms of "be", "he" and "she", "who", "which" and "that": see `sameForm`.
 */
const CORE: ReadonlySet<string> = new Set(
  'the a of in to for by with from or is have has had it its he his they their who this not no but will would i we you our my your us me them if than after'.split(
    ' ',
  ),
);

/** FNV-1a with a finish that spreads short words over all bits. */
function hashForm(form: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
