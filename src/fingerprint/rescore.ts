import type { Lexicon } from '../witness/lexicon.js';
import { bestChain, chainRoom, type ChainRoom, type Pairs } from './best-chain.js';
import { diversify, type Choice } from './diversify.js';
import type { Outline } from './outline.js';
import { scanWords } from './scan-words.js';
import { MOST_PLACES, vocabularyOf, type Vocabulary } from './vocabulary.js';

/**
 * Step two of the ranking: reads the nominated texts themselves, as outlines.
 * Idea: words that both texts have, in the same order and near one diagonal, chained by dynamic programming: each word counts
 * what it says, but no more than its rarity among the nominated texts; steps aside and gaps cost. Only the stretches of the query
 * around what a text was nominated for are laid beside it. Then diversify.
 * Cost: linear in the texts; only words of the query are looked up.
 */

/** A text that step one nominated. */
export interface Nominee {
  readonly words: Outline;
  /** Where in the query (characters, ascending) stands what it was nominated for. */
  readonly hits: Uint32Array;
}

/**
 * Words of the query on either side of a hit that are laid beside the text. Of 40 words spun by two spinners 30, 40 and 60 all found
 * .962 and .965 among 15,000 (600 passages each); with the whole query .953 and .963, in three times as long.
 */
const REACH = 40;
/** Words that nearly all nominated texts hold are left out. At 2 bits (half of the texts) .923 of 40 spun words are found among 15,000, at 1.5 .940, at 1 .953, at .5 .957 in a fifth more time. */
const LEAST_WEIGHT = 1;
/** Rarity is reckoned as among so many texts at least: in a small archive every word would be common. */
const FEWEST_TEXTS = 100;
/** Pairs looked at for one text: bounds the work on a hostile one. */
const MOST_PAIRS = 20_000;

/** Texts in the order of how well their words follow the query's; `candidate` is an index into `texts`. */
export function rescore(
  query: string,
  texts: readonly Nominee[],
  { lexicon, limit }: { readonly lexicon: Lexicon; readonly limit: number },
): Choice[] {
  const scanned = scanWords(query);
  const vocabulary = vocabularyOf(query, scanned, lexicon);
  const weights = weigh(texts, vocabulary);
  const { pairs, ends } = pairUp(texts, { vocabulary, weights, starts: scanned.start });
  const room = chainRoomFor(ends.at(-1) ?? 0);
  return diversify({
    size: texts.length,
    length: scanned.length,
    limit,
    best: (candidate, worth) =>
      bestChain(pairs, { from: ends[candidate - 1] ?? 0, to: ends[candidate] ?? 0, worth }, room),
  });
}

/** What each word counts: its bits, but no more than its rarity among these texts (which were nominated for sharing words); 0 for one that tells nothing. */
function weigh(texts: readonly Nominee[], { indices, bits }: Vocabulary): Float64Array {
  const holders = new Uint32Array(bits.length);
  const lastHolder = new Int32Array(bits.length).fill(-1);
  for (let text = 0; text < texts.length; text++) {
    const words = texts[text]?.words;
    for (let place = 0; words !== undefined && place < words.length; place++) {
      const word = indices[words[place] ?? 0] ?? -1;
      if (word < 0 || lastHolder[word] === text) continue;
      lastHolder[word] = text;
      holders[word] = (holders[word] ?? 0) + 1;
    }
  }
  const among = 2 * Math.max(texts.length, FEWEST_TEXTS);
  return Float64Array.from(bits, (says, word) => {
    const weight = Math.min(says, Math.log2(among / (holders[word] ?? 1)));
    return weight >= LEAST_WEIGHT ? weight : 0;
  });
}

interface Pairing {
  readonly vocabulary: Vocabulary;
  readonly weights: Float64Array;
  /** First character of each word of the query. */
  readonly starts: Uint32Array;
}

/** Pairs of all texts: those of text i are from `ends[i - 1]` to `ends[i]`. */
interface Paired {
  readonly pairs: Pairs;
  readonly ends: Uint32Array;
}

/** Agreeing words within reach of each text's hits, text after text. */
function pairUp(texts: readonly Nominee[], { vocabulary, weights, starts }: Pairing): Paired {
  const ends = new Uint32Array(texts.length);
  const nearTo = new Int32Array(starts.length).fill(-1);
  let pairs = keptPairs;
  let count = 0;
  for (let text = 0; text < texts.length; text++) {
    const { words, hits } = texts[text] as Nominee;
    markNear(nearTo, text, hits, starts);
    const most = Math.min(MOST_PAIRS, words.length * MOST_PLACES);
    if (count + most + MOST_PLACES > pairs.query.length) pairs = pairRoom(2 * (count + most), pairs);
    count = pairsOf(words, { vocabulary, weights, nearTo, text, most }, pairs, count);
    ends[text] = count;
  }
  return { pairs, ends };
}

interface Nearby {
  readonly vocabulary: Vocabulary;
  readonly weights: Float64Array;
  /** The last text that each word of the query is near to a hit of. */
  readonly nearTo: Int32Array;
  readonly text: number;
  readonly most: number;
}

/** Writes one text's pairs behind those that are there; how many there are then. */
function pairsOf(
  words: Outline,
  { vocabulary, weights, nearTo, text, most }: Nearby,
  pairs: Pairs,
  from: number,
): number {
  const { indices, starts, places } = vocabulary;
  const { query, candidate, weights: counts } = pairs;
  let count = from;
  for (let place = 0, stop = from + most; place < words.length && count < stop; place++) {
    const word = indices[words[place] ?? 0] ?? -1;
    if (word < 0) continue;
    const weight = weights[word] ?? 0;
    const end = weight === 0 ? 0 : (starts[word + 1] ?? 0);
    for (let k = starts[word] ?? 0; k < end; k++) {
      const asked = places[k] ?? 0;
      if (nearTo[asked] !== text) continue;
      query[count] = asked;
      candidate[count] = place;
      counts[count++] = weight;
    }
  }
  return count;
}

/**
 * Room is kept from one query to the next, for this many pairs: fresh columns of a megabyte each time set the collector to work on
 * everything else that is in memory. Nothing in it is read before it's written.
 */
const KEPT_PAIRS = 2 ** 16;
const keptPairs = pairRoom(KEPT_PAIRS);
const keptChain = chainRoom(KEPT_PAIRS);

function chainRoomFor(pairs: number): ChainRoom {
  return pairs <= KEPT_PAIRS ? keptChain : chainRoom(pairs);
}

function pairRoom(size: number, old?: Pairs): Pairs {
  const room = { query: new Uint32Array(size), candidate: new Uint32Array(size), weights: new Float64Array(size) };
  if (old === undefined) return room;
  room.query.set(old.query);
  room.candidate.set(old.candidate);
  room.weights.set(old.weights);
  return room;
}

/** Marks the words of the query within reach of the hits with the text's number; all where there are none. */
function markNear(nearTo: Int32Array, text: number, hits: Uint32Array, starts: Uint32Array): void {
  if (hits.length === 0) nearTo.fill(text);
  for (let i = 0, place = 0, marked = 0; i < hits.length; i++) {
    while (place < starts.length && (starts[place] ?? 0) < (hits[i] ?? 0)) place++;
    marked = Math.max(marked, place - REACH);
    for (const stop = Math.min(starts.length, place + REACH); marked < stop; marked++) nearTo[marked] = text;
  }
}
