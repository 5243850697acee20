import { spanAt } from '../witness/span-at.js';
import { inVariations, isDateline, type Both } from './change-figures.js';
import type { Change, Range } from './collation.js';
import { type Column, type Columns, formAt } from './column.js';
import { dateRunAt } from './date-runs.js';
import { ENGLISH_CUES } from './english-cues.js';
import type { Words } from './step.js';
import { changeAt, wordChanges, type ChangeView } from './word-changes.js';

/** Dates and days that differ. */
export function changedDates(view: ChangeView): readonly Change[] {
  const runs = changedRuns(view);
  const swaps = changedSwaps(view).filter(
    ({ base, witness }) => !runs.some((run) => meet(run.base, base) && meet(run.witness, witness)),
  );
  return [...swaps, ...runs].sort((a, b) => a.base[0] - b.base[0]);
}

/** "June 19 and 20" for "19 and 21 June": days that are told otherwise are laid beside each other whole. */
function changedRuns({ columns, passages }: ChangeView): readonly Change[] {
  const found = new Map<string, Change>();
  for (const passage of passages) {
    for (const words of wordChanges(passage, columns)) {
      if (isDateline(columns, words)) continue;
      const [here, there] = [dateRunAt(columns.base, words.base), dateRunAt(columns.witness, words.witness)];
      if (here === undefined || there === undefined) continue;
      if (here.days.every((day) => there.days.includes(day)) || there.days.every((day) => here.days.includes(day)))
        continue;
      const whole = { base: here.words, witness: there.words };
      found.set(`${here.words.join()} ${there.words.join()}`, changeAt(columns, whole, dateDiffers));
    }
  }
  return [...found.values()];
}

function dateDiffers(from: string, to: string): string {
  return `A date differs: “${from}” in the base, “${to}” in the witness.`;
}

function meet(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function changedSwaps(view: ChangeView): readonly Change[] {
  return inVariations(
    view,
    (words) => {
      const here = datesIn(view.columns.base, words.base);
      const there = datesIn(view.columns.witness, words.witness);
      if (here.length * there.length === 0) return isBrokenDay(view.columns, words);
      return here.join() !== there.join();
    },
    dateDiffers,
  );
}

/** A day's or month's name for which the other side has some other word: "May" taken for "might", "march" for "walk". */
function isBrokenDay({ base, witness, vocabulary }: Columns, words: Both): boolean {
  if (!isOneToOne(words)) return false;
  const named = (column: Column, [from]: Words): boolean =>
    spanAt(column.witness.dates, column.token[from] ?? 0) >= 0 && /^\p{L}/u.test(formAt(column, from));
  const isContent = (column: Column, [from]: Words): boolean => vocabulary.isFunction[column.type[from] ?? 0] === 0;
  return (
    (named(base, words.base) && isContent(witness, words.witness)) ||
    (named(witness, words.witness) && isContent(base, words.base))
  );
}

function isOneToOne({ base, witness }: Both): boolean {
  return base[1] - base[0] === 1 && witness[1] - witness[0] === 1;
}

function datesIn(column: Column, [from, to]: Words): string[] {
  const found: string[] = [];
  const { witness } = column;
  for (let i = from; i < to; i++) {
    const token = column.token[i] ?? 0;
    const form = formAt(column, i);
    const date = witness.dates[spanAt(witness.dates, token)];
    if (date) found.push(date.iso ?? form.replaceAll('.', '/'));
    else if (ENGLISH_CUES.seasons.has(form) && /^(?:19|20)\d\d$/.test(formAt(column, i + 1))) found.push(form);
    else if (ENGLISH_CUES.relativeDays.has(form)) found.push(form);
  }
  return [...new Set(found)];
}
