import type { Change } from './collation.js';
import { type Column, type Columns, formAt } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';
import { changeAt, joinNeighbours, wordChanges, type ChangeView } from './find-changes.js';
import { spanAt } from './name-variant.js';

type Words = readonly [from: number, to: number];

/** Numbers, amounts and units that differ in value. */
export function changedNumbers(view: ChangeView): readonly Change[] {
  return inVariations(
    view,
    (words) => {
      const here = figuresIn(view.columns.base, words.base);
      const there = figuresIn(view.columns.witness, words.witness);
      return differ(here, there);
    },
    (from, to) => `A number differs: “${from}” in the base, “${to}” in the witness.`,
  );
}

/** Dates and days that differ. */
export function changedDates(view: ChangeView): readonly Change[] {
  return inVariations(
    view,
    (words) => {
      const here = datesIn(view.columns.base, words.base);
      const there = datesIn(view.columns.witness, words.witness);
      if (here.length * there.length === 0) return isBrokenDay(view.columns, words);
      return here.join() !== there.join();
    },
    (from, to) => `A date differs: “${from}” in the base, “${to}” in the witness.`,
  );
}

/** Whether each side has a figure that the other lacks: "22 meters" and "22 metres (72 feet)" say the same. */
function differ(here: readonly string[], there: readonly string[]): boolean {
  return !here.every((figure) => there.includes(figure)) && !there.every((figure) => here.includes(figure));
}

type Both = { readonly base: Words; readonly witness: Words };

function inVariations(
  view: ChangeView,
  differs: (words: Both) => boolean,
  sentence: (from: string, to: string) => string,
): Change[] {
  return view.passages.flatMap((passage) => {
    const changed = wordChanges(passage, view.columns).filter(
      (variation) => isSwap(variation) && !isDateline(view.columns, variation) && differs(variation),
    );
    return joinNeighbours(changed).map((words) => changeAt(view.columns, words, sentence));
  });
}

/** When a page came out is its own, though it stands in a pasted text like any other line. */
function isDateline({ base, witness }: Columns, words: Both): boolean {
  return isTimestamp(base, words.base[0]) || isTimestamp(witness, words.witness[0]);
}

function isTimestamp({ witness, token }: Column, word: number): boolean {
  const part = witness.sentences[witness.sentence[token[word] ?? 0] ?? 0]?.part ?? -1;
  return witness.page.parts[part]?.kind === 'timestamp';
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

function isSwap({ base, witness }: Both): boolean {
  return base[0] < base[1] && witness[0] < witness[1];
}

/** Values and units of the numbers that a run of words has part of, dates aside. */
function figuresIn(column: Column, [from, to]: Words): string[] {
  const found: string[] = [];
  const { witness } = column;
  for (let i = from; i < to; i++) {
    const token = column.token[i] ?? 0;
    const form = formAt(column, i);
    const amount = ENGLISH_CUES.amounts.get(form);
    const number = witness.numbers[spanAt(witness.numbers, token)];
    if (spanAt(witness.dates, token) >= 0) continue;
    if (number) found.push(number.value === undefined ? form : `${number.value} ${number.unit ?? ''}`);
    else if (amount !== undefined) found.push(`${amount} `);
  }
  return [...new Set(found)];
}

function datesIn(column: Column, [from, to]: Words): string[] {
  const found: string[] = [];
  const { witness } = column;
  for (let i = from; i < to; i++) {
    const token = column.token[i] ?? 0;
    const form = formAt(column, i);
    const date = witness.dates[spanAt(witness.dates, token)];
    if (date) found.push(date.iso ?? form);
    else if (ENGLISH_CUES.relativeDays.has(form)) found.push(form);
  }
  return [...new Set(found)];
}
