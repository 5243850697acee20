import { REPORTED, type PartKind } from '../page/page.js';
import { firstWhere } from '../witness/first-where.js';
import type { Lexicon } from '../witness/lexicon.js';
import { Flag, type Span, type Witness } from '../witness/witness.js';
import { ENGLISH_CUES } from './english-cues.js';
import { numberForms, type Vocabulary } from './vocabulary.js';

/** The words of one side, punctuation left out, as collation walks them. Positions below count words, not tokens. */
export interface Column {
  readonly witness: Witness;
  readonly length: number;
  /** Token of each word. */
  readonly token: Uint32Array;
  /** Number of its form in the vocabulary. */
  readonly type: Uint32Array;
  /** Unit (sentence, or a piece of an overlong one) that the word stands in. */
  readonly unit: Uint32Array;
  /** 1 for a word of the report itself, 0 for one of the page's furniture (bylines, share bars, advertisements). */
  readonly reported: Uint8Array;
  /** Units as runs of words. */
  readonly units: readonly Span[];
  /** 1 for a unit of a headline or of a heading between paragraphs. */
  readonly headings: Uint8Array;
}

/** Two sides under one vocabulary. */
export interface Columns {
  readonly base: Column;
  readonly witness: Column;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
}

/** Lays two witnesses' words out for collation. Cost: linear. */
export function toColumns(base: Witness, witness: Witness, lexicon: Lexicon): Columns {
  const { vocabulary, types } = numberForms([base, witness], lexicon);
  return {
    base: toColumn(base, types[0] ?? new Uint32Array()),
    witness: toColumn(witness, types[1] ?? new Uint32Array()),
    vocabulary,
    lexicon,
  };
}

/** Form of a word; empty outside the column. */
export function formAt({ token, witness }: Column, word: number): string {
  return witness.forms[witness.form[token[word] ?? -1] ?? -1] ?? '';
}

/** Flags of a word's token. */
export function flagsAt({ witness, token }: Column, word: number): number {
  return witness.flags[token[word] ?? 0] ?? 0;
}

/** The first word at or behind a token. */
export function wordFrom({ token }: Column, wanted: number): number {
  return firstWhere(token.length, (i) => (token[i] ?? 0) >= wanted);
}

/** Whether a token is compared: words, numbers, and marks that are read as words. */
function isCompared(witness: Witness, token: number): boolean {
  if (((witness.flags[token] ?? 0) & (Flag.word | Flag.number)) !== 0) return true;
  return ENGLISH_CUES.symbols.has(witness.forms[witness.form[token] ?? 0] ?? '');
}

function toColumn(witness: Witness, types: Uint32Array): Column {
  const token: number[] = [];
  const unit: number[] = [];
  const units: Span[] = [];
  const headings: number[] = [];
  const close = (from: number, part: number): void => {
    units.push({ from, to: token.length });
    headings.push(HEADINGS.has(witness.page.parts[part]?.kind ?? 'paragraph') ? 1 : 0);
  };
  for (const sentence of witness.sentences) {
    let from = token.length;
    for (let t = sentence.from; t < sentence.to; t++) {
      if (!isCompared(witness, t)) continue;
      if (token.length - from === LONGEST_UNIT) {
        close(from, sentence.part);
        from = token.length;
      }
      token.push(t);
      unit.push(units.length);
    }
    if (token.length > from) close(from, sentence.part);
  }
  return {
    witness,
    length: token.length,
    token: Uint32Array.from(token),
    type: Uint32Array.from(token, (t) => types[witness.form[t] ?? 0] ?? 0),
    unit: Uint32Array.from(unit),
    reported: reportedWords(witness, token),
    units,
    headings: Uint8Array.from(headings),
  };
}

/** Where no part counts as reported, all words do. */
function reportedWords(witness: Witness, tokens: readonly number[]): Uint8Array {
  const isReported = witness.sentences.map(({ part }) => {
    const kind = witness.page.parts[part]?.kind;
    return kind !== undefined && (REPORTED.has(kind) || kind === 'headline' || kind === 'deck');
  });
  const found = Uint8Array.from(tokens, (token) => (isReported[witness.sentence[token] ?? 0] === true ? 1 : 0));
  return found.includes(1) ? found : found.fill(1);
}

/** Whether two units can stand for each other: what stands over a text is no sentence of it. */
export function areOfOneKind({ base, witness }: Columns, here: number, there: number): boolean {
  return base.headings[here] === witness.headings[there];
}

const HEADINGS: ReadonlySet<PartKind> = new Set(['headline', 'subheading']);
/** Words of a unit at most: bounds the cells that one pair of units costs. News sentences rarely exceed 60. */
const LONGEST_UNIT = 64;
