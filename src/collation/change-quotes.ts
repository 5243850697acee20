import { Flag } from '../witness/witness.js';
import { alteredQuotations, type Altered } from './altered-quotations.js';
import type { Change } from './collation.js';
import { flagsAt } from './column.js';
import { changeAt, type ChangeView } from './word-changes.js';
import type { AlignedPassage } from './aligned-passage.js';
import { spanAt } from '../witness/span-at.js';
import { isSingle, type Step } from './step.js';

/** Quotations whose words differ, one change a quotation, and words that only one side gives as a quotation. */
export function changedQuotes(view: ChangeView): readonly Change[] {
  return view.passages
    .flatMap((passage) => [...alteredIn(passage, view), ...unquotedIn(passage, view)])
    .sort((a, b) => a.base[0] - b.base[0]);
}

function alteredIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  return alteredQuotations(passage, columns).map((words) => changeAt(columns, words, sayingOf(words)));
}

/** Words of a quotation for which the other side has none, has others outside of a quotation, or has others in one. */
function sayingOf({ inBase, inWitness }: Altered): (from: string, to: string) => string {
  return (from, to) => {
    if (from === '') return `The witness has the words “${to}” in a quotation; the base has not.`;
    if (to === '') return `The base has the words “${from}” in a quotation; the witness has not.`;
    if (inWitness < 0) return `The base has “${from}” in a quotation; the witness has “${to}” without quotation marks.`;
    if (inBase < 0) return `The witness has “${to}” in a quotation; the base has “${from}” without quotation marks.`;
    return `A quotation differs: “${from}” in the base, “${to}” in the witness.`;
  };
}

/** Quotations whose words stand on the other side, but without quotation marks. */
function unquotedIn(passage: AlignedPassage, view: ChangeView): Change[] {
  return (['base', 'witness'] as const).flatMap((side) =>
    [...quotedRuns(passage, side, view), ...quotedMoves(passage, side, view)]
      .filter((run) => isBare(run, side === 'base' ? 'witness' : 'base', view))
      .map((run) => unquoted(run, side, view)),
  );
}

type Run = readonly Step[];

function isBare(run: Run, other: 'base' | 'witness', { columns }: ChangeView): boolean {
  const words = run.flatMap((step) =>
    Array.from({ length: step[other][1] - step[other][0] }, (_, k) => step[other][0] + k),
  );
  const bare = words.filter((word) => (flagsAt(columns[other], word) & Flag.quoted) === 0);
  return words.length >= LEAST_WORDS && bare.length >= words.length * BARE_SHARE;
}

function unquoted(run: Run, side: 'base' | 'witness', { columns }: ChangeView): Change {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A run has a step.');
  const other = side === 'base' ? 'witness' : 'base';
  const whole = { base: [first.base[0], last.base[1]], witness: [first.witness[0], last.witness[1]] } as const;
  return changeAt(
    columns,
    whole,
    (from, to) =>
      `“${side === 'base' ? from : to}” is a quotation in the ${side}; the ${other} doesn’t mark it as one.`,
  );
}

/** Runs that stand elsewhere on the other side: the attribution was put in front of them. */
function quotedMoves({ variations }: AlignedPassage, side: 'base' | 'witness', { columns }: ChangeView): Run[] {
  return variations
    .filter(({ moved }) => moved)
    .filter((variation) => (flagsAt(columns[side], variation[side][0]) & Flag.quoted) !== 0)
    .map((variation) => [variation]);
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
