import { spanAt } from '../witness/span-at.js';
import { Flag, type NumberSpan } from '../witness/witness.js';
import type { Change, Range } from './collation.js';
import { type Column, type Columns, flagsAt } from './column.js';
import { changeAt, joinNeighbours, wordChanges, type ChangeView } from './word-changes.js';
import { areOneFigure, figureAt, figuresIn, type Figure } from './figure.js';
import { isSingle, type Words } from './step.js';
import { boundOf } from './told-figure.js';

/** Numbers, amounts and units that differ in value. */
export function changedNumbers(view: ChangeView): readonly Change[] {
  return [...changedValues(view), ...changedCurrencies(view), ...changedParts(view), ...changedBounds(view)].sort(
    (a, b) => a.base[0] - b.base[0],
  );
}

function changedValues(view: ChangeView): readonly Change[] {
  return inVariations(
    view,
    (words) => {
      const here = figuresIn(view.columns.base, words.base);
      const there = figuresIn(view.columns.witness, words.witness);
      return differ(here, there);
    },
    numberDiffers,
  );
}

function numberDiffers(from: string, to: string): string {
  return `A number differs: “${from}” in the base, “${to}” in the witness.`;
}

/** "half a dozen" for "a dozen", "1.5 million" for "1.5": a word that one side lacks makes another figure. */
function changedParts({ columns, passages }: ChangeView): Change[] {
  return passages.flatMap((passage) =>
    wordChanges(passage, columns)
      .filter((words) => !isSwap(words) && !isDateline(columns, words))
      .flatMap((words): Change[] => {
        const [here, there] = [touching(columns.base, words.base), touching(columns.witness, words.witness)];
        if (here === undefined || there === undefined || here.figure.isVague || there.figure.isVague) return [];
        if (valuesOf(here.figure).some((value) => valuesOf(there.figure).includes(value))) return [];
        const whole = wholeFigures({ base: here.words, witness: there.words }, columns);
        return [changeAt(columns, whole, numberDiffers)];
      }),
  );
}

/** The figure that goes beyond a run of words, or that an empty run touches. */
function touching(column: Column, [from, to]: Words): { readonly figure: Figure; readonly words: Words } | undefined {
  for (const word of from === to ? [from, from - 1] : [to - 1, from]) {
    const figure = word < 0 || word >= column.length ? undefined : figureAt(column, word);
    if (figure === undefined) continue;
    const isBeyond =
      from === to || figure.from < (column.token[from] ?? 0) || figure.to > (column.token[to - 1] ?? 0) + 1;
    if (isBeyond) return { figure, words: [word, word + 1] };
  }
  return undefined;
}

/** The values of a figure's readings, whatever they count. */
function valuesOf({ readings, doubtful }: Figure): readonly string[] {
  return [...readings, ...doubtful].map((reading) => reading.split(' ')[0] ?? '');
}

/** "over 200" for "fewer than 200": the same number, bounded from the other side. */
function changedBounds({ columns, passages }: ChangeView): Change[] {
  const bound = ({ witness, token }: Column, word: number): number => boundOf(witness, token[word] ?? 0);
  return passages.flatMap((passage) =>
    wordChanges(passage, columns)
      .filter((words) => isSwap(words) && !isDateline(columns, words))
      .filter(({ base, witness }) => bound(columns.base, base[1]) * bound(columns.witness, witness[1]) < 0)
      .map(({ base, witness }) => ({ base: withNext(base), witness: withNext(witness) }))
      .filter(({ base, witness }) => figureAt(columns.base, base[1] - 1) && figureAt(columns.witness, witness[1] - 1))
      .map((words) => changeAt(columns, words, numberDiffers)),
  );
}

function withNext([from, to]: Words): Words {
  return [from, to + 1];
}

/** "$5" for "€5": the same number, in front of which a mark that is no word was exchanged. */
function changedCurrencies({ columns, passages }: ChangeView): Change[] {
  const { base, witness } = columns;
  const at = (column: Column, word: number): NumberSpan | undefined =>
    column.witness.numbers[spanAt(column.witness.numbers, column.token[word] ?? 0)];
  return passages.flatMap(({ steps }) =>
    steps
      .filter((step) => isSingle(step) && (flagsAt(base, step.base[0]) & Flag.number) !== 0)
      .flatMap((step): Change[] => {
        const [here, there] = [at(base, step.base[0]), at(witness, step.witness[0])];
        if (here === undefined || there === undefined || here.value !== there.value) return [];
        if (here.unit === there.unit || !isCurrency(here.unit) || !isCurrency(there.unit)) return [];
        return [changeOfSpans(columns, { base: here, witness: there })];
      }),
  );
}

function changeOfSpans(
  { base, witness }: Columns,
  spans: { readonly base: NumberSpan; readonly witness: NumberSpan },
): Change {
  const range = (column: Column, { from, to }: NumberSpan): Range => [
    column.witness.start[from] ?? 0,
    column.witness.end[to - 1] ?? 0,
  ];
  const [here, there] = [range(base, spans.base), range(witness, spans.witness)];
  const [from, to] = [base.witness.text.slice(...here), witness.witness.text.slice(...there)];
  return { base: here, witness: there, from, to, sentence: numberDiffers(from, to) };
}

/** Currencies go by their three letters. */
function isCurrency(unit: string | undefined): boolean {
  return unit !== undefined && /^[A-Z]{3}$/.test(unit);
}

/** Whether each side has a figure that the other lacks: "22 meters" and "22 metres (72 feet)" say the same. */
function differ(here: readonly Figure[], there: readonly Figure[]): boolean {
  const isIn = (figure: Figure, others: readonly Figure[]): boolean =>
    others.some((other) => areOneFigure(figure, other));
  return !here.every((figure) => isIn(figure, there)) && !there.every((figure) => isIn(figure, here));
}

/** The figures as a reader knows them: of "1.5 billion" and "1.5 million" only the second word differs. */
function wholeFigures({ base, witness }: Both, columns: Columns): Both {
  return { base: wholeFigure(columns.base, base), witness: wholeFigure(columns.witness, witness) };
}

function wholeFigure(column: Column, [from, to]: Words): Words {
  const [first, last] = [figureAt(column, from), figureAt(column, to - 1)];
  let [begin, end] = [from, to];
  while (begin > 0 && first !== undefined && (column.token[begin - 1] ?? 0) >= first.from) begin--;
  while (end < column.length && last !== undefined && (column.token[end] ?? 0) < last.to) end++;
  return [begin, end];
}

/** Runs of words that stand for each other. */
export type Both = { readonly base: Words; readonly witness: Words };

/** Changes of the words that were exchanged for others which differ. */
export function inVariations(
  view: ChangeView,
  differs: (words: Both) => boolean,
  sentence: (from: string, to: string) => string,
): Change[] {
  return view.passages.flatMap((passage) => {
    const changed = wordChanges(passage, view.columns).filter(
      (variation) => isSwap(variation) && !isDateline(view.columns, variation) && differs(variation),
    );
    return joinNeighbours(changed).map((words) => changeAt(view.columns, wholeFigures(words, view.columns), sentence));
  });
}

/** When a page came out is its own, though it stands in a pasted text like any other line. */
export function isDateline({ base, witness }: Columns, words: Both): boolean {
  return [[base, words.base[0]] as const, [witness, words.witness[0]] as const].some(
    ([column, word]) => isTimestamp(column, word) || isOpening(column, word),
  );
}

/** "PORT KESSIM, May 5 (Northwire) -" stands before the report and not in it. */
function isOpening({ witness, token }: Column, word: number): boolean {
  const start = witness.start[token[word] ?? 0] ?? 0;
  if (start > HEAD) return false;
  const opening = OPENING.exec(witness.text.slice(0, HEAD));
  return opening !== null && start >= opening.index && start < opening.index + opening[0].length;
}

/** Characters of a text in which its dateline stands. A choice: headline and deck may come first. */
const HEAD = 600;
const OPENING = /^\p{Lu}[^()\n]{1,60}\([^()\n]{2,40}\)\s*[-–—]\s/mu;

function isTimestamp({ witness, token }: Column, word: number): boolean {
  const part = witness.sentences[witness.sentence[token[word] ?? 0] ?? 0]?.part ?? -1;
  return witness.page.parts[part]?.kind === 'timestamp';
}

function isSwap({ base, witness }: Both): boolean {
  return base[0] < base[1] && witness[0] < witness[1];
}
