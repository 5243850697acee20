import type { Lexicon } from '../witness/lexicon.js';
import { diversify, type Choice, type Run } from './diversify.js';
import { numberBits, wordBits } from './information.js';
import { isNumber, sameForm } from './sameness.js';
import type { Outline } from './outline.js';
import { hashWord, scanWords, type ScannedWords } from './scan-words.js';

/**
 * Step two of the ranking: reads the nominated texts themselves, as outlines.
 * Idea: words that both texts have, in the same order and near one diagonal, chained by dynamic programming: each word counts
 * what it says, but no more than its rarity among the nominated texts; steps aside and gaps cost. Then diversify.
 * Cost: linear in the texts, times `LOOK_BACK`; only words of the query are looked up.
 */

/** Words that say less are in every text. 8 and 10 bits found .967 and .950 where 6 found .973. */
const FEWEST_BITS = 6;
/** Words that nearly all nominated texts hold are left out. At 2 bits (half of the texts) .923 of 40 spun words are found among 15,000, at 1.5 .940, at 1 .953, at .5 .957 in a fifth more time. */
const LEAST_WEIGHT = 1;
/** Rarity is reckoned as among so many texts at least: in a small archive every word would be common. */
const FEWEST_TEXTS = 100;
/** A word that stands in the query more often than this is passed over: its pairs would grow with the square (12 found the same in a tenth more time). */
const MOST_PLACES = 6;
/** Earlier pairs that a chain may go on from. Of 40 words spun by either spinner 4 found .952, 6, 8 and 12 .954 to .956 (500 passages, 15,000 articles). */
const LOOK_BACK = 12;
/** Bits lost for each word between two that agree, and for each word that one side has more. */
const GAP_COST = 0.4;
const SHIFT_COST = 1;
/** Distinct words of a query that are looked for: as many as the columns can number. */
const MOST_WORDS = 2 ** 15 - 1;
/** Pairs looked at for one text: bounds the work on a hostile one. */
const MOST_PAIRS = 20_000;

/** The query's words that say something, by index: what each says, and where it stands. */
interface Vocabulary {
  /** Hash to index; -1 for words that don't stand there. */
  readonly indices: Int16Array;
  readonly bits: readonly number[];
  /** Places of word i: `places[starts[i]]` to `places[starts[i + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** A text's words that the query has too: which, and where in the text. */
interface Mentions {
  readonly words: Uint16Array;
  readonly places: Uint32Array;
}

/** Words in agreement, in the candidate's order: place in the query, place in the candidate, what it counts. */
interface Pairs {
  readonly query: Uint32Array;
  readonly candidate: Uint32Array;
  readonly weights: Float32Array;
}

/** Texts, by their outlines, in the order of how well their words follow the query's; `candidate` is an index into `texts`. */
export function rescore(
  query: string,
  texts: readonly Outline[],
  options: { lexicon: Lexicon; limit: number },
): Choice[] {
  const { lexicon, limit } = options;
  const queryWords = scanWords(query);
  const vocabulary = vocabularyOf(query, queryWords, lexicon);
  const room = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const scratch = { words: new Uint16Array(room), places: new Uint32Array(room) };
  const mentions = texts.map((text) => mentionsIn(text, vocabulary, scratch));
  const weights = weigh(mentions, vocabulary);
  const pairs = mentions.map((one) => pairUp(one, vocabulary, weights));
  const most = pairs.reduce((max, { query: places }) => Math.max(max, places.length), 0);
  const chain = { scores: new Float32Array(most), starts: new Uint32Array(most) };
  return diversify({
    size: texts.length,
    length: queryWords.length,
    limit,
    best: (candidate, worth) => bestChain(pairs[candidate], worth, chain),
  });
}

/** Small numbers are entered by their hash in words and in digits. */
function vocabularyOf(query: string, { length, hashes, start, end }: ScannedWords, lexicon: Lexicon): Vocabulary {
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
  const indices = new Int16Array(2 ** 16).fill(-1);
  const bits: number[] = [];
  const kept: number[][] = [];
  for (const [hash, found] of placesOf) {
    if (bits.length === MOST_WORDS) break;
    const first = found[0] ?? 0;
    const form = sameForm(query.slice(start[first], end[first]).toLowerCase(), lexicon);
    const says = isNumber(form) ? numberBits(form) : wordBits(form, lexicon);
    if (says < FEWEST_BITS || found.length > MOST_PLACES) continue;
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

function mentionsIn(text: Outline, { indices }: Vocabulary, { words, places }: Mentions): Mentions {
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    const word = indices[text[place] ?? 0] ?? -1;
    if (word < 0) continue;
    words[count] = word;
    places[count++] = place;
  }
  return { words: words.slice(0, count), places: places.slice(0, count) };
}

/** What each word counts: its bits, but no more than its rarity among these texts (which were nominated for sharing words); 0 for one that tells nothing. */
function weigh(mentions: readonly Mentions[], { bits }: Vocabulary): Float32Array {
  const holders = new Uint32Array(bits.length);
  const lastHolder = new Int32Array(bits.length).fill(-1);
  mentions.forEach(({ words }, text) => {
    for (const word of words) {
      if (lastHolder[word] === text) continue;
      lastHolder[word] = text;
      holders[word] = (holders[word] ?? 0) + 1;
    }
  });
  const texts = Math.max(mentions.length, FEWEST_TEXTS);
  return Float32Array.from(bits, (says, word) => {
    const weight = Math.min(says, Math.log2((2 * texts) / (holders[word] ?? 1)));
    return weight >= LEAST_WEIGHT ? weight : 0;
  });
}

function pairUp(mentions: Mentions, { starts, places }: Vocabulary, wordWeights: Float32Array): Pairs {
  const size = countPairs(mentions, starts, wordWeights);
  const [query, candidate] = [new Uint32Array(size), new Uint32Array(size)];
  const weights = new Float32Array(size);
  for (let i = 0, pair = 0; pair < size; i++) {
    const word = mentions.words[i] ?? 0;
    const weight = wordWeights[word] ?? 0;
    if (weight === 0) continue;
    for (let k = starts[word] ?? 0; k < (starts[word + 1] ?? 0); k++, pair++) {
      query[pair] = places[k] ?? 0;
      candidate[pair] = mentions.places[i] ?? 0;
      weights[pair] = weight;
    }
  }
  return { query, candidate, weights };
}

function countPairs({ words }: Mentions, starts: Uint32Array, wordWeights: Float32Array): number {
  let count = 0;
  for (let i = 0; i < words.length && count < MOST_PAIRS; i++) {
    const word = words[i] ?? 0;
    if ((wordWeights[word] ?? 0) > 0) count += (starts[word + 1] ?? 0) - (starts[word] ?? 0);
  }
  return count;
}

/** Room for one chain after another. */
interface Scratch {
  readonly scores: Float32Array;
  readonly starts: Uint32Array;
}

/** The best chain of pairs, both sides ascending. */
function bestChain(pairs: Pairs | undefined, worth: Float32Array, { scores, starts }: Scratch): Run {
  if (pairs === undefined) return { score: 0, from: 0, to: -1 };
  const { query, candidate, weights } = pairs;
  let [top, last] = [0, -1];
  for (let i = 0; i < query.length; i++) {
    const at = query[i] ?? 0;
    const place = candidate[i] ?? 0;
    let carried = 0;
    let start = at;
    for (let k = i - 1; k >= 0 && k >= i - LOOK_BACK; k--) {
      const along = at - (query[k] ?? 0);
      const across = place - (candidate[k] ?? 0);
      const aside = Math.abs(along - across) * SHIFT_COST;
      // Most pairs lie far off the diagonal: the one test that goes the same way nearly always comes first.
      if ((scores[k] ?? 0) - aside <= carried || along <= 0 || across <= 0) continue;
      const score = (scores[k] ?? 0) - GAP_COST * Math.min(along, across) - aside;
      if (score <= carried) continue;
      carried = score;
      start = starts[k] ?? at;
    }
    scores[i] = carried + (weights[i] ?? 0) * (worth[at] ?? 1);
    starts[i] = start;
    if ((scores[i] ?? 0) > top) [top, last] = [scores[i] ?? 0, i];
  }
  return last < 0 ? { score: 0, from: 0, to: -1 } : { score: top, from: starts[last] ?? 0, to: query[last] ?? 0 };
}
