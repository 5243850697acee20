import type { Lexicon } from '../witness/lexicon.js';
import { hashWord, type ScannedWords } from './scan-words.js';
import { entriesOf } from './skeleton.js';

/** Words that say less are in every text. 8 and 10 bits found .967 and .950 where 6 found .973. */
const FEWEST_BITS = 6;
/** A word that stands in the query more often than this is passed over: its pairs would grow with the square (12 found the same in a tenth more time). */
export const MOST_PLACES = 6;
/** Distinct words of a query that are looked for: as many as the columns can number. */
const MOST_WORDS = 2 ** 15 - 1;

/** The query's words that say something, by index: what each says, and where it stands. */
export interface Vocabulary {
  /** Hash to index; -1 for words that don't stand there. */
  readonly indices: Int16Array;
  readonly bits: readonly number[];
  /** Places of word i: `places[starts[i]]` to `places[starts[i + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** What to look for of a query. Small numbers are entered by their hash in words and in digits. */
export function vocabularyOf(
  query: string,
  { length, hashes, start, end }: ScannedWords,
  lexicon: Lexicon,
): Vocabulary {
  const digitsOf = new Map(
    SMALL_NUMBERS.map((word) => [hashWord(word), hashWord(String(lexicon.numeral(word) ?? word))]),
  );
  const placesOf = new Map<number, number[]>();
  for (let place = 0; place < length; place++) {
    const written = hashes[place] ?? 0;
    const hash = digitsOf.get(written) ?? written;
    const known = placesOf.get(hash);
    if (known === undefined) placesOf.set(hash, [place]);
    else known.push(place);
  }
  const entryOf = entriesOf(lexicon);
  const indices = new Int16Array(2 ** 16).fill(-1);
  const bits: number[] = [];
  const kept: number[][] = [];
  for (const [hash, found] of placesOf) {
    if (bits.length === MOST_WORDS) break;
    const first = found[0] ?? 0;
    const says = found.length > MOST_PLACES ? 0 : entryOf(query.slice(start[first], end[first]).toLowerCase()).bits;
    if (says < FEWEST_BITS) continue;
    indices[hash] = bits.length;
    bits.push(says);
    kept.push(found);
  }
  for (const [word, digits] of digitsOf) {
    const known = indices[digits] ?? -1;
    if (known >= 0) indices[word] = known;
  }
  return { indices, bits, ...inColumns(kept) };
}

function inColumns(lists: readonly (readonly number[])[]): Pick<Vocabulary, 'starts' | 'places'> {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = (starts[i] ?? 0) + list.length));
  return { starts, places: Uint32Array.from(lists.flat()) };
}

const SMALL_NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  );
