import { Flag } from '../witness/witness.js';
import type { Change } from './collation.js';
import type { Column, Columns } from './column.js';
import { changeAt, wordChanges, type ChangeView } from './word-changes.js';
import type { AlignedPassage } from './find-passages.js';
import { spanAt } from '../witness/span-at.js';
import { isSingle, type Step } from './step.js';
import { isEqualStep } from './variation.js';
import { firstWhere } from '../witness/first-where.js';

type Words = readonly [from: number, to: number];

/** Quotations whose words differ, one change a quotation, and words that only one side gives as a quotation. */
export function changedQuotes(view: ChangeView): readonly Change[] {
  return view.passages
    .flatMap((passage) => [...alteredIn(passage, view), ...unquotedIn(passage, view)])
    .sort((a, b) => a.base[0] - b.base[0]);
}

function alteredIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  const altered = new Map<string, Altered>();
  for (const variation of wordChanges(passage, columns)) {
    const inBase = quotationOf(columns.base, variation.base);
    const inWitness = quotationOf(columns.witness, variation.witness);
    const key = `${inBase} ${inWitness}`;
    if (
      inBase + inWitness < -1 ||
      !staysInside(columns.base, variation.base, inBase) ||
      !staysInside(columns.witness, variation.witness, inWitness)
    )
      continue;
    const known = altered.get(key);
    altered.set(key, {
      inBase,
      inWitness,
      base: known ? hull(known.base, variation.base) : variation.base,
      witness: known ? hull(known.witness, variation.witness) : variation.witness,
    });
  }
  return [...altered.values()]
    .map((words) => (keepsWords(words, passage, columns) ? words : asWhole(words, columns)))
    .filter((words) => words !== undefined)
    .map((words) => changeAt(columns, words, differing));
}

/** Words that differ, and the quotations they stand in (-1: none on that side). */
interface Altered {
  readonly inBase: number;
  readonly inWitness: number;
  readonly base: Words;
  readonly witness: Words;
}

/** Whether enough of the quotation is left on the other side to point at single words. */
function keepsWords({ inBase, inWitness }: Altered, { steps }: AlignedPassage, columns: Columns): boolean {
  const base = wordsOf(columns.base, inBase);
  const witness = wordsOf(columns.witness, inWitness);
  const within = (step: Step): boolean => holds(base, step.base[0]) && holds(witness, step.witness[0]);
  const equal = steps.filter((step) => isEqualStep(step, columns) && within(step)).length;
  return equal >= KEPT * Math.min(base[1] - base[0], witness[1] - witness[0]);
}

/** Both quotations whole; nothing where one side's words are in none, as one then can't stand for the other. */
function asWhole(words: Altered, columns: Columns): Altered | undefined {
  const { inBase, inWitness } = words;
  if (inBase < 0 || inWitness < 0) return undefined;
  return { ...words, base: wordsOf(columns.base, inBase), witness: wordsOf(columns.witness, inWitness) };
}

function holds([from, to]: Words, word: number): boolean {
  return from <= word && word < to;
}

/** The words of a quotation; without one, no bounds. */
function wordsOf(column: Column, quotation: number): Words {
  const span = column.witness.quotations[quotation];
  if (span === undefined) return [0, Infinity];
  return [firstFrom(column, span.from), firstFrom(column, span.to)];
}

function firstFrom({ token }: Column, wanted: number): number {
  return firstWhere(token.length, (i) => (token[i] ?? 0) >= wanted);
}

function hull(a: Words, b: Words): Words {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

function differing(from: string, to: string): string {
  if (from === '') return `The witness has the words “${to}” in a quotation; the base has not.`;
  if (to === '') return `The base has the words “${from}” in a quotation; the witness has not.`;
  return `A quotation differs: “${from}” in the base, “${to}” in the witness.`;
}

/** The quotation that a run of words stands in, or at whose inside an empty run stands; -1 for none. */
function quotationOf(column: Column, [from, to]: Words): number {
  const { quotations } = column.witness;
  for (let i = from; i < to; i++) {
    const span = spanAt(quotations, column.token[i] ?? 0);
    if (span >= 0) return span;
  }
  if (from < to || from === 0 || from >= column.length) return -1;
  const before = spanAt(quotations, column.token[from - 1] ?? 0);
  return before >= 0 && before === spanAt(quotations, column.token[from] ?? 0) ? before : -1;
}

/** A long rewording that only begins or ends in a quotation is not the quotation's. */
function staysInside(column: Column, [from, to]: Words, quotation: number): boolean {
  if (quotation < 0) return true;
  for (let i = from; i < to; i++)
    if (spanAt(column.witness.quotations, column.token[i] ?? 0) !== quotation) return to - from <= 2;
  return true;
}

/** Quotations whose words stand on the other side, but without quotation marks. */
function unquotedIn(passage: AlignedPassage, view: ChangeView): Change[] {
  const { columns } = view;
  const found: Change[] = [];
  for (const side of ['base', 'witness'] as const) {
    const other = side === 'base' ? 'witness' : 'base';
    for (const run of quotedRuns(passage, side, view)) {
      const words = run.map((step) => step[other][0]);
      const bare = words.filter(
        (word) => ((columns[other].witness.flags[columns[other].token[word] ?? 0] ?? 0) & Flag.quoted) === 0,
      );
      const first = run[0];
      const last = run.at(-1);
      if (!first || !last || words.length < LEAST_WORDS || bare.length < words.length * BARE_SHARE) continue;
      const whole = { base: [first.base[0], last.base[1]], witness: [first.witness[0], last.witness[1]] } as const;
      found.push(
        changeAt(
          columns,
          whole,
          (from, to) =>
            `“${side === 'base' ? from : to}” is a quotation in the ${side}; the ${other} doesn’t mark it as one.`,
        ),
      );
    }
  }
  return found;
}

/** Equal words that stand in one closed quotation of one side, quotation by quotation. */
function quotedRuns(
  passage: AlignedPassage,
  side: 'base' | 'witness',
  { columns }: ChangeView,
): (typeof passage.steps)[] {
  const column = columns[side];
  const runs = new Map<number, AlignedPassage['steps'][number][]>();
  for (const step of passage.steps) {
    if (!isSingle(step)) continue;
    const span = spanAt(column.witness.quotations, column.token[step[side][0]] ?? 0);
    if (span < 0 || column.witness.quotations[span]?.closed !== true) continue;
    runs.set(span, [...(runs.get(span) ?? []), step]);
  }
  return [...runs.values()];
}

/** Shorter quotations (scare quotes, titles) gain and lose their marks with house style. */
const LEAST_WORDS = 4;
const BARE_SHARE = 0.75;
/** Below this share of equal words a reader is shown the two quotations whole. */
const KEPT = 0.34;
