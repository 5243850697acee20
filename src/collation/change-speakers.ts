import { Flag, type QuotationSpan } from '../witness/witness.js';
import { isExchange, wholeNames } from './change-names.js';
import type { Change } from './collation.js';
import { flagsAt, formAt, type Column, type Columns } from './column.js';
import { changeAt, joinNeighbours, wordChanges, type ChangeView } from './word-changes.js';
import type { AlignedPassage } from './aligned-passage.js';
import { lettersApart } from './letters-apart.js';
import type { Step } from './step.js';
import { isEqualStep, type Variation } from './variation.js';
import { firstWhere } from '../witness/first-where.js';

/** Another name beside a quotation that both sides have: the words are laid in another mouth. */
export function changedSpeakers({ columns, passages }: ChangeView): readonly Change[] {
  return passages.flatMap((passage) => {
    const names = joinNeighbours(wordChanges(passage, columns).filter((variation) => isExchange(variation, columns)));
    return names
      .filter((words) => isBesideSharedQuotation(words, passage, columns) && !isMisspelt(words, columns))
      .map((words) =>
        changeAt(
          columns,
          wholeNames(words, columns),
          (from, to) => `A quotation is given to “${from}” in the base, to “${to}” in the witness.`,
        ),
      );
  });
}

/** The same person's name written otherwise ("Pieter Aldous", "Peter Aldus"): a change of the name and not of the mouth. */
function isMisspelt({ base, witness }: Variation, columns: Columns): boolean {
  const here = lettersOf(columns.base, base);
  const there = lettersOf(columns.witness, witness);
  return lettersApart(here, there) <= MISSPELT * Math.max(here.length, there.length);
}

function lettersOf(column: Column, [from, to]: readonly [number, number]): string {
  return Array.from({ length: to - from }, (_, i) => formAt(column, from + i)).join(' ');
}

function isBesideSharedQuotation(words: Variation, { steps }: AlignedPassage, columns: Columns): boolean {
  const here = besides(columns.base, words.base);
  const there = besides(columns.witness, words.witness);
  if (here.length === 0 || there.length === 0) return false;
  const at = stepAt(steps, words.base[0]);
  return steps
    .slice(Math.max(0, at - REACH), at + REACH)
    .some(
      (step) =>
        isEqualStep(step, columns) &&
        here.some((quotation) => holds(columns.base, quotation, step.base[0])) &&
        there.some((quotation) => holds(columns.witness, quotation, step.witness[0])),
    );
}

/** Quotations that end shortly before a run of unquoted words or begin shortly after it, in its sentence. */
function besides(column: Column, [from, to]: readonly [number, number]): readonly QuotationSpan[] {
  if ((flagsAt(column, from) & Flag.quoted) !== 0) return [];
  const { witness, token } = column;
  const first = token[from] ?? 0;
  const last = token[to - 1] ?? first;
  const sentence = witness.sentence[first];
  const next = firstAfter(witness.quotations, first);
  return [witness.quotations[next - 1], witness.quotations[next]].filter(
    (span): span is QuotationSpan =>
      span !== undefined &&
      ((span.to <= first && first - span.to <= NEAR && witness.sentence[span.to - 1] === sentence) ||
        (span.from > last && span.from - last <= NEAR && witness.sentence[span.from] === sentence)),
  );
}

/** The step that a base word stands in, or the one after it. */
function stepAt(steps: readonly Step[], word: number): number {
  return firstWhere(steps.length, (i) => (steps[i]?.base[1] ?? 0) > word);
}

/** The first of spans in order that begins behind a token. */
function firstAfter(spans: readonly QuotationSpan[], token: number): number {
  return firstWhere(spans.length, (i) => (spans[i]?.from ?? Infinity) > token);
}

function holds({ token }: Column, { from, to }: QuotationSpan, word: number): boolean {
  const at = token[word] ?? 0;
  return from <= at && at < to;
}

/** Tokens between a speaker's name and the quotation: "," said the minister, Anna Vale. Longer ways mostly lead to another person. */
const NEAR = 8;
/** Steps looked at on either side for words that both have in the quotation. */
const REACH = 60;
/** Share of letters that differ up to which a name is the same one: the misspelt names of the invented stories have .1 to .25, two persons' mostly over .6. A choice between. */
const MISSPELT = 0.34;
