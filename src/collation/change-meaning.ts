import { alteredQuotations, type Altered } from './altered-quotations.js';
import type { Change } from './collation.js';
import { type Column, type Columns, formAt } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';
import { changeAt, wordChanges, type ChangeView } from './word-changes.js';
import type { AlignedPassage } from './aligned-passage.js';
import type { Variation } from './variation.js';
import { areOpposed } from './name-variant.js';
import { spanAt } from '../witness/span-at.js';
import { negationsIn } from './negation.js';
import { holds, wordsOf } from './quotation-words.js';
import type { Words } from './step.js';

/** Negations lost or gained, words turned into their opposite, reserve ("alleged") dropped or added. */
export function changedMeaning(view: ChangeView): readonly Change[] {
  return view.passages
    .flatMap((passage) => [...flipsIn(passage, view), ...reversalsIn(passage, view), ...reserveIn(passage, view)])
    .sort((a, b) => a.base[0] - b.base[0]);
}

/** A negation on one side only, unless another variant close by makes up for it. */
function flipsIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  const retold = alteredQuotations(passage, columns);
  const flips = wordChanges(passage, columns)
    .map((variation) => ({
      variation,
      sign: negationsIn(columns.base, variation.base) - negationsIn(columns.witness, variation.witness),
    }))
    .filter(({ variation, sign }) => sign !== 0 && !isSoftened(variation, sign, columns))
    .filter(({ variation }) => !isToldAnew(variation, retold, columns));
  return flips
    .filter(
      ({ variation, sign }) =>
        !flips.some(
          (other) =>
            Math.sign(other.sign) === -Math.sign(sign) &&
            (Math.abs(other.variation.base[0] - variation.base[0]) <= NEAR ||
              denied(other, columns) === denied({ variation, sign }, columns)),
        ),
    )
    .map(({ variation, sign }) =>
      changeAt(
        columns,
        variation,
        (from, to) =>
          `A negation stands in the ${sign > 0 ? 'base' : 'witness'} only: “${from || '–'}” in the base, “${to || '–'}” in the witness.`,
      ),
    );
}

/** In a quotation that was told in other words: both tellings deny as often. */
function isToldAnew(variation: Variation, retold: readonly Altered[], columns: Columns): boolean {
  const quotation = retold.find(
    ({ base, witness }) =>
      (variation.base[0] < variation.base[1] && holds(base, variation.base[0])) ||
      (variation.witness[0] < variation.witness[1] && holds(witness, variation.witness[0])),
  );
  if (quotation === undefined || quotation.inBase < 0 || quotation.inWitness < 0) return false;
  const [base, witness] = [wordsOf(columns.base, quotation.inBase), wordsOf(columns.witness, quotation.inWitness)];
  return negationsIn(columns.base, base) === negationsIn(columns.witness, witness);
}

/** The word that a negation stands before, on the side that has it: a phrase that moved took its negation along. */
function denied(
  { variation, sign }: { readonly variation: Variation; readonly sign: number },
  columns: Columns,
): string {
  return sign > 0 ? formAt(columns.base, variation.base[1]) : formAt(columns.witness, variation.witness[1]);
}

/** "not able" and "unable": the side without a negation has a word that holds one. */
function isSoftened({ base, witness }: Variation, sign: number, columns: Columns): boolean {
  const [column, [from, to], column2, [start, stop]] =
    sign > 0 ? [columns.witness, witness, columns.base, base] : [columns.base, base, columns.witness, witness];
  const bare = new Set(Array.from({ length: stop - start }, (_, k) => formAt(column2, start + k)));
  for (let i = from; i < to; i++) {
    const form = formAt(column, i);
    if (
      ENGLISH_CUES.denials.has(form) ||
      ENGLISH_CUES.privatives.some((prefix) => form.startsWith(prefix) && bare.has(form.slice(prefix.length)))
    )
      return true;
  }
  return false;
}

function reversalsIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  return wordChanges(passage, columns)
    .filter(({ base, witness }) => base[1] - base[0] === 1 && witness[1] - witness[0] === 1)
    .filter(({ base }) => spanAt(columns.base.witness.dates, columns.base.token[base[0]] ?? 0) < 0)
    .filter(({ base, witness }) =>
      areOpposed(columns, columns.base.type[base[0]] ?? 0, columns.witness.type[witness[0]] ?? 0),
    )
    .map((variation) =>
      changeAt(
        columns,
        variation,
        (from, to) => `The meaning is turned round: “${from}” in the base, “${to}” in the witness.`,
      ),
    );
}

/** Only dropped or added words count: a hedge swapped for a word that isn't listed may be one as well. */
function reserveIn(passage: AlignedPassage, { columns }: ChangeView): Change[] {
  return wordChanges(passage, columns)
    .filter(
      ({ base, witness }) =>
        (base[0] === base[1] || witness[0] === witness[1]) &&
        base[1] - base[0] + witness[1] - witness[0] <= LONGEST_RESERVE,
    )
    .filter(({ base, witness }) => hasHedge(columns.base, base) || hasHedge(columns.witness, witness))
    .map((variation) =>
      changeAt(columns, variation, (from, to) =>
        to === ''
          ? `The base hedges with “${from}”; the witness does not.`
          : `The witness hedges with “${to}”; the base does not.`,
      ),
    );
}

function hasHedge(column: Column, [from, to]: Words): boolean {
  for (let i = from; i < to; i++) if (ENGLISH_CUES.hedges.has(formAt(column, i))) return true;
  return false;
}

/** Words within which a negation may have moved. */
const NEAR = 6;
const LONGEST_RESERVE = 3;
