import { REPORTED, type PartKind } from '../page/page.js';
import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Witness } from '../witness/witness.js';
import { LONGEST_CREDIT } from './credited-outlets.js';
import { namedOutlets } from './mentions.js';

/** The words of one witness that copiers take over, without punctuation and without the page's furniture. Parallel columns. */
export interface WitnessWords {
  readonly count: number;
  /** UTF-16 offset where each word begins, ascending. */
  readonly start: Uint32Array;
  /** Number of the form in the whole family: equal numbers, equal words. */
  readonly form: Int32Array;
  /** Sentence of the word, counted from 0 over sentences that have reported words. */
  readonly sentence: Int32Array;
  readonly sentences: number;
  /** 1 for each word between quotation marks. */
  readonly quoted: Uint8Array;
}

/** The words of a family, forms numbered alike for all. */
export interface FamilyWords {
  readonly witnesses: readonly WitnessWords[];
  /** `forms[f]` is the form with number f. */
  readonly forms: readonly string[];
  /** `swappable[f]` is 1 for a form that a thesaurus lists: machines change these, and leave the others alone. */
  readonly swappable: Uint8Array;
}

/** Takes the words out of the witnesses and numbers their forms. Cost: linear. */
export function familyWords(family: readonly Witness[], lexicon: Lexicon): FamilyWords {
  const numbers = new Map<string, number>();
  const outlets = namedOutlets(family);
  const witnesses = family.map((witness) => wordsOf(witness, numbers, outlets));
  const forms = [...numbers.keys()];
  const swappable = Uint8Array.from(forms, (form) => (lexicon.isListed(form) && !lexicon.isFunctionWord(form) ? 1 : 0));
  return { witnesses, forms, swappable };
}

/** The first word that begins at or after an offset. */
export function wordAt(words: WitnessWords, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordsOf(witness: Witness, numbers: Map<string, number>, outlets: readonly string[]): WitnessWords {
  const credits = creditSentences(witness, outlets);
  const tokens = reportedTokens(witness).filter((token) => !credits.has(witness.sentence[token] ?? 0));
  const start = new Uint32Array(tokens.length);
  const form = new Int32Array(tokens.length);
  const sentence = new Int32Array(tokens.length);
  const quoted = Uint8Array.from(tokens, (token) => (((witness.flags[token] ?? 0) & Flag.quoted) === 0 ? 0 : 1));
  let sentences = 0;
  let last = -1;
  tokens.forEach((token, i) => {
    const letters = witness.forms[witness.form[token] ?? 0] ?? '';
    let number = numbers.get(letters);
    if (number === undefined) numbers.set(letters, (number = numbers.size));
    const place = witness.sentence[token] ?? 0;
    if (place !== last) sentences++;
    last = place;
    start[i] = witness.start[token] ?? 0;
    form[i] = number;
    sentence[i] = sentences - 1;
  });
  return { count: tokens.length, start, form, sentence, sentences, quoted };
}

/**
 * Lines that copiers carry along with the report. Where a line stands decides what it's taken for, so that a heading that was moved,
 * or a credit with a word put in, would else be a sentence that the exemplar lacks.
 */
const CARRIED: ReadonlySet<PartKind> = new Set(['headline', 'deck', 'timestamp', 'contributor', 'credit']);

function reportedTokens(witness: Witness): number[] {
  const all: number[] = [];
  const reported: number[] = [];
  for (let i = 0; i < witness.length; i++) {
    if (((witness.flags[i] ?? 0) & (Flag.word | Flag.number)) === 0) continue;
    all.push(i);
    const part = witness.page.parts[witness.sentences[witness.sentence[i] ?? 0]?.part ?? -1];
    if (part && (REPORTED.has(part.kind) || CARRIED.has(part.kind))) reported.push(i);
  }
  return reported.length > 0 ? reported : all;
}

/** "This article first appeared in the Courier": copiers of one page write the same without having seen each other. */
function creditSentences(witness: Witness, outlets: readonly string[]): Set<number> {
  const credits = new Set<number>();
  witness.sentences.forEach(({ from, to }, sentence) => {
    if (to <= from || to - from > LONGEST_CREDIT) return;
    const text = witness.text.slice(witness.start[from], witness.end[to - 1]).toLowerCase();
    if (outlets.some((outlet) => text.includes(outlet))) credits.add(sentence);
  });
  return credits;
}
