import { Flag } from '../witness/witness.js';
import type { Change } from './collation.js';
import type { Column } from './column.js';
import { changeAt, wordChanges, type ChangeView } from './find-changes.js';
import type { AlignedPassage } from './find-passages.js';
import type { Variation } from './variation.js';
import { spanAt } from './name-variant.js';
import { isSingle } from './step.js';

/** Quotations whose words differ, one change a quotation, and words that only one side gives as a quotation. */
export function changedQuotes(view: ChangeView): readonly Change[] {
  return view.passages
    .flatMap((passage) => [...alteredIn(passage, view), ...unquotedIn(passage, view)])
    .sort((a, b) => a.base[0] - b.base[0]);
}

function alteredIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  const byQuotation = new Map<string, Variation>();
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
    const known = byQuotation.get(key);
    byQuotation.set(
      key,
      known
        ? { base: hull(known.base, variation.base), witness: hull(known.witness, variation.witness), moved: false }
        : variation,
    );
  }
  return [...byQuotation.values()].map((words) => changeAt(columns, words, differing));
}

function hull(a: readonly [number, number], b: readonly [number, number]): readonly [number, number] {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

function differing(from: string, to: string): string {
  if (from === '') return `The witness has the words “${to}” in a quotation; the base has not.`;
  if (to === '') return `The base has the words “${from}” in a quotation; the witness has not.`;
  return `A quotation differs: “${from}” in the base, “${to}” in the witness.`;
}

/** The quotation that a run of words stands in, or at whose inside an empty run stands; -1 for none. */
function quotationOf(column: Column, [from, to]: readonly [number, number]): number {
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
function staysInside(column: Column, [from, to]: readonly [number, number], quotation: number): boolean {
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
          () => `Words are quoted in the ${side} and not marked as a quotation in the ${other}.`,
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
