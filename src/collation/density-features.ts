import { Flag } from '../witness/witness.js';
import { flagsAt, type Columns } from './column.js';
import type { Kin } from './kin.js';
import type { CollationView, RelationFeatures } from './collation-view.js';
import { isSingle, type Step } from './step.js';

/**
 * How much the densest stretch says: a lifted paragraph among own text is dense, however little of the page it is, while
 * reports of one event agree thinly all over.
 */
export function densityFeatures({ columns, kin, passages }: CollationView): RelationFeatures {
  const plain = WINDOWS.map(() => 0);
  const agreed = WINDOWS.map(() => 0);
  let most = 0;
  let longest: EqualRun = { words: 0, bits: 0 };
  for (const { steps } of passages) {
    const worth = worthOf(steps, columns, kin);
    WINDOWS.forEach((width, w) => {
      plain[w] = Math.max(plain[w] ?? 0, densest(worth.plain, width));
      agreed[w] = Math.max(agreed[w] ?? 0, densest(worth.agreed, width));
    });
    most = Math.max(most, densest(worth.agreed, steps.length));
    const run = longestRun(steps, columns);
    longest = { words: Math.max(longest.words, run.words), bits: Math.max(longest.bits, run.bits) };
  }
  return {
    ...Object.fromEntries(WINDOWS.map((width, w) => [`plain${width}`, (plain[w] ?? 0) / width])),
    ...Object.fromEntries(WINDOWS.map((width, w) => [`agreed${width}`, (agreed[w] ?? 0) / width])),
    passageAgreed: Math.log2(1 + most),
    unquotedRun: Math.log2(1 + longest.words),
    unquotedRunBits: Math.log2(1 + longest.bits),
  };
}

/** Bits of each step's words that both sides have. */
interface Worth {
  /** Kindred words count by degree. */
  readonly agreed: Float64Array;
  /** Of words that are the reporter's own: no quotation, name or number. */
  readonly plain: Float64Array;
}

function worthOf(steps: readonly Step[], { base, witness, vocabulary }: Columns, kin: Kin): Worth {
  const agreed = new Float64Array(steps.length);
  const plain = new Float64Array(steps.length);
  steps.forEach((step, s) => {
    if (!isSingle(step)) return;
    const a = base.type[step.base[0]] ?? 0;
    const b = witness.type[step.witness[0]] ?? 0;
    const bits = ((vocabulary.bits[a] ?? 0) + (vocabulary.bits[b] ?? 0)) / 2;
    const isEqual = vocabulary.lemma[a] === vocabulary.lemma[b];
    agreed[s] = isEqual ? bits : bits * kin.degree(a, b);
    const flags = flagsAt(base, step.base[0]) | flagsAt(witness, step.witness[0]);
    if (isEqual && (flags & (Flag.quoted | Flag.name | Flag.number)) === 0) plain[s] = bits;
  });
  return { agreed, plain };
}

/** The greatest sum over so many steps in a row. */
function densest(worth: Float64Array, width: number): number {
  let sum = 0;
  let most = 0;
  worth.forEach((value, s) => {
    sum += value - (worth[s - width] ?? 0);
    most = Math.max(most, sum);
  });
  return most;
}

interface EqualRun {
  readonly words: number;
  readonly bits: number;
}

/** Equal words in a row outside of quotations: the most words, and the most bits that are neither names nor numbers. */
function longestRun(steps: readonly Step[], { base, witness, vocabulary }: Columns): EqualRun {
  const most = { words: 0, bits: 0 };
  let words = 0;
  let bits = 0;
  for (const step of steps) {
    const type = base.type[step.base[0]] ?? 0;
    const isEqual = isSingle(step) && vocabulary.lemma[type] === vocabulary.lemma[witness.type[step.witness[0]] ?? 0];
    const flags = isEqual ? flagsAt(base, step.base[0]) | flagsAt(witness, step.witness[0]) : Flag.quoted;
    if ((flags & Flag.quoted) !== 0) {
      words = 0;
      bits = 0;
      continue;
    }
    words++;
    bits += (flags & (Flag.name | Flag.number)) === 0 ? (vocabulary.bits[type] ?? 0) : 0;
    most.words = Math.max(most.words, words);
    most.bits = Math.max(most.bits, bits);
  }
  return most;
}

/** Words: a paragraph, a few of them. A sentence and a page beside them made no difference (.937 right with and without). */
const WINDOWS = [60, 150];
