import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Witness } from '../witness/witness.js';
import { placeOf, type ToldStream } from './context-fit.js';
import { originalsOf } from './compare-originals.js';
import { describeWord, type Description } from './describe-word.js';
import { topicOf } from './fillers.js';
import { idOf, type SpinModel } from './spin-model.js';
import { meanAround, surroundingsOf, type Surroundings } from './surroundings.js';
import { NUMBER, wordStream, type WordStream } from './word-stream.js';

/**
 * Looks at each word type once a page (a machine swaps a word alike wherever it stands), with all its places together:
 * how well it sits there, and how much better something would that it may be a substitute of.
 * Cost: places × originals × look-ups, both capped.
 */
export interface Suspect extends Description {
  readonly form: string;
  /** Runs of the stream where it stands; a phrase is longer than one word. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** What a page is looked at with. */
export interface SpinKnowledge {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}

interface SurroundedStream extends ToldStream {
  readonly surroundings: Surroundings;
}

/** Places looked at for one word type: bounds the cost; other numbers were not tried. */
const MOST_PLACES = 4;
/** Longest phrase, in words, that is looked up as one. */
const LONGEST_PHRASE = 4;

/** What a first look at a page gives. */
export interface FirstLook {
  readonly stream: WordStream;
  readonly suspects: readonly Suspect[];
  /** Looks again with some words of the stream replaced (0: not to be relied on); suspects without such a neighbour come back as they were. */
  readonly again: (replaced: ReadonlyMap<number, number>) => readonly Suspect[];
}

/** The page's word types and known phrases with what speaks for and against them. */
export function findSuspects(witness: Witness, { lexicon, model }: SpinKnowledge): FirstLook {
  const stream = wordStream(witness, witness.text);
  const flagsAt = (i: number): number => witness.flags[stream.token[i] ?? 0] ?? 0;
  const isFunction = (i: number): boolean => (flagsAt(i) & Flag.functionWord) !== 0;
  const page = { lexicon, model, topic: topicOf(stream, isFunction, model) };
  const look = (form: string, spans: Suspect['spans'], seen: SurroundedStream): Suspect | undefined => {
    const looked = spans.slice(0, MOST_PLACES);
    const places = looked.map((span) => placeOf(seen, span, model));
    const { from, to } = spans[0] ?? { from: 0, to: 1 };
    const ends = { first: stream.hash[from] ?? 0, last: stream.hash[to - 1] ?? 0 };
    const type = {
      form,
      id: idOf(model, form),
      occurrences: spans.length,
      places,
      around: meanAround(seen.surroundings, looked, model.vectors.topicDimensions),
      ends,
      flags: flagsAt(from),
      words: to - from,
    };
    const description = describeWord(type, page);
    return description && { form, spans, ...description };
  };
  const suspects: Suspect[] = [];
  const asRead = { ...stream, isFunction, surroundings: surroundingsOf(stream, model) };
  for (const [form, spans] of typesOf(witness, stream, model)) {
    const suspect = look(form, spans, asRead);
    if (suspect) suspects.push(suspect);
  }
  const again = (replaced: ReadonlyMap<number, number>): readonly Suspect[] => {
    if (replaced.size === 0) return suspects;
    const hash = stream.hash.slice();
    for (const [i, other] of replaced) hash[i] = other;
    const restored = { ...stream, hash, isFunction, surroundings: surroundingsOf({ ...stream, hash }, model) };
    const isTouched = ({ spans }: Suspect): boolean =>
      spans.slice(0, MOST_PLACES).some((span) => replaced.has(span.from - 1) || replaced.has(span.to));
    return suspects.map((suspect) =>
      isTouched(suspect) ? (look(suspect.form, suspect.spans, restored) ?? suspect) : suspect,
    );
  };
  return { stream, suspects, again };
}

/** Where each word type and known phrase stands. */
function typesOf(
  witness: Witness,
  stream: WordStream,
  model: SpinModel,
): readonly (readonly [form: string, spans: Suspect['spans']])[] {
  // By number: forms of the witness from 0 up, phrases by their ids from -1 down.
  const types = new Map<number, [form: string, spans: { from: number; to: number }[]]>();
  const isCount = countWords(witness);
  const isWord = witness.forms.map((form) => /^[a-z][a-z'.]+$/.test(form) && form !== "'s");
  const note = (key: number, span: { from: number; to: number }): void => {
    const known = types.get(key);
    if (known) known[1].push(span);
    else types.set(key, [formsOf(witness, stream, span), [span]]);
  };
  for (let i = 0; i < stream.length; i++) {
    const hash = stream.hash[i] ?? 0;
    if (hash === 0 || hash === NUMBER) continue;
    const token = stream.token[i] ?? 0;
    const form = witness.form[token] ?? 0;
    if (isWord[form] && isCount[token] !== 1) note(form, { from: i, to: i + 1 });
    if (!model.openings.has(hash)) continue;
    for (let to = i + 2; to <= i + LONGEST_PHRASE && to <= stream.length && stream.hash[to - 1] !== 0; to++) {
      const id = idOf(model, formsOf(witness, stream, { from: i, to }));
      if (originalsOf(id, model).length > 0) note(-1 - id, { from: i, to });
    }
  }
  return [...types.values()];
}

/** Tokens that are part of a number or its unit: sums stay as they are, and "million euros" is no odd wording. */
function countWords(witness: Witness): Uint8Array {
  const marks = new Uint8Array(witness.length + 1);
  for (const number of witness.numbers) marks.fill(1, number.from, number.to + (number.unit === undefined ? 0 : 1));
  return marks;
}

/** The forms of a run of the stream, single blanks between. */
function formsOf(witness: Witness, stream: WordStream, span: { readonly from: number; readonly to: number }): string {
  let text = '';
  for (let i = span.from; i < span.to; i++)
    text += (text === '' ? '' : ' ') + (witness.forms[witness.form[stream.token[i] ?? 0] ?? 0] ?? '');
  return text;
}
