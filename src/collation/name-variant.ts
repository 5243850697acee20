import { spanAt } from '../witness/span-at.js';
import { Flag } from '../witness/witness.js';
import type { Range, Touch, Variant, VariantKind } from './collation.js';
import { type Column, type Columns, formAt } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';
import { areOneFigure, figureAt, type Figure } from './figure.js';
import type { Variation } from './variation.js';
import type { Kin } from './kin.js';
import { negationsIn } from './negation.js';
import { spellOut } from './spell-out.js';
import type { Words } from './step.js';

/** Puts a variation into characters and says what it is and what it touches. */
export function nameVariant(variation: Variation, columns: Columns, kin: Kin): Variant {
  const base = rangeOf(columns.base, variation.base);
  const witness = rangeOf(columns.witness, variation.witness);
  const kind = kindOf(variation, columns, kin);
  return {
    kind,
    base,
    witness,
    from: columns.base.witness.text.slice(...base),
    to: columns.witness.witness.text.slice(...witness),
    touches: kind === 'spelling' ? [] : touchesOf(variation, columns),
  };
}

/** Characters of a run of words; where it is empty, the place before the word that follows. */
export function rangeOf(column: Column, [from, to]: Words): Range {
  const { start, end } = column.witness;
  if (from < to) return [start[column.token[from] ?? 0] ?? 0, end[column.token[to - 1] ?? 0] ?? 0];
  const place = from < column.length ? start[column.token[from] ?? 0] : end[column.token[from - 1] ?? 0];
  return [place ?? 0, place ?? 0];
}

function kindOf(variation: Variation, columns: Columns, kin: Kin): VariantKind {
  if (variation.moved) return 'transposition';
  if (variation.base[0] === variation.base[1]) return isOfOneFigure(variation, columns) ? 'spelling' : 'addition';
  if (variation.witness[0] === variation.witness[1]) return isOfOneFigure(variation, columns) ? 'spelling' : 'omission';
  const { vocabulary } = columns;
  const here = typesOf(columns.base, variation.base);
  const there = typesOf(columns.witness, variation.witness);
  const agree = (classes: Uint32Array): boolean =>
    here.length === there.length && here.every((type, k) => classes[type] === classes[there[k] ?? 0]);
  const written = (types: readonly number[]): string => spellOut(types.map((type) => vocabulary.forms[type] ?? ''));
  if (agree(vocabulary.same) || written(here) === written(there) || isOfOneFigure(variation, columns))
    return 'spelling';
  if (agree(vocabulary.lemma)) return 'inflection';
  return areSynonyms(here, there, columns, kin) ? 'synonym' : 'substitution';
}

function areSynonyms(
  here: readonly number[],
  there: readonly number[],
  { vocabulary, lexicon }: Columns,
  kin: Kin,
): boolean {
  const [a] = here;
  const [b] = there;
  if (a === undefined || b === undefined) return false;
  const text = (types: readonly number[]): string => types.map((type) => vocabulary.forms[type]).join(' ');
  if (here.length === 1 && there.length === 1)
    return kin.degree(a, b) > 0 && !lexicon.areAntonyms(text(here), text(there));
  if (here.length === 1) return kin.isSynonym(a, text(there));
  return there.length === 1 && kin.isSynonym(b, text(here));
}

/** "2 million" and "2,000,000", "$200" and "200 dollars", "4:40 a.m." and "4.40am": each side is (part of) one figure, and it's the same. */
function isOfOneFigure({ base, witness }: Variation, columns: Columns): boolean {
  const here = figureNear(columns.base, base);
  const there = figureNear(columns.witness, witness);
  return here !== undefined && there !== undefined && areOneFigure(here, there);
}

/** The figure that a run of words is part of, or that an empty run touches. */
function figureNear(column: Column, [from, to]: Words): Figure | undefined {
  const [first, last] = from === to ? [Math.max(0, from - 1), from] : [from, to - 1];
  const near = figureAt(column, first) ?? figureAt(column, last);
  if (near === undefined || near.isVague) return undefined;
  const within = near.from <= (column.token[first] ?? 0) && (column.token[last] ?? 0) < near.to;
  return from === to || within ? near : undefined;
}

function typesOf(column: Column, [from, to]: Words): number[] {
  return Array.from(column.type.subarray(from, to));
}

function touchesOf(variation: Variation, columns: Columns): readonly Touch[] {
  const found = new Set<Touch>();
  for (const [column, words] of [
    [columns.base, variation.base],
    [columns.witness, variation.witness],
  ] as const) {
    for (let i = words[0]; i < words[1]; i++) for (const touch of touchesAt(column, i)) found.add(touch);
  }
  // "nobody" against "no person" touches no negation: both sides have one.
  if (negationsIn(columns.base, variation.base) !== negationsIn(columns.witness, variation.witness))
    found.add('negation');
  if (isReversal(variation, columns)) found.add('meaning');
  return TOUCHES.filter((touch) => found.has(touch));
}

function touchesAt(column: Column, word: number): Touch[] {
  const token = column.token[word] ?? 0;
  const { witness } = column;
  const flags = witness.flags[token] ?? 0;
  const form = formAt(column, word);
  const found: Touch[] = [];
  if ((flags & Flag.quoted) !== 0) found.push('quotation');
  if (spanAt(witness.dates, token) >= 0 || ENGLISH_CUES.relativeDays.has(form)) found.push('date');
  else if (spanAt(witness.numbers, token) >= 0 || isAmount(form)) found.push('number');
  if ((flags & Flag.name) !== 0) found.push('name');
  if (ENGLISH_CUES.hedges.has(form)) found.push('meaning');
  return found;
}

/** "dozens", "noon": figures without digits. */
function isAmount(form: string): boolean {
  return ENGLISH_CUES.amounts.has(form) || ENGLISH_CUES.clock.named.has(form);
}

function isReversal(variation: Variation, columns: Columns): boolean {
  if (variation.base[1] - variation.base[0] !== 1 || variation.witness[1] - variation.witness[0] !== 1) return false;
  return areOpposed(
    columns,
    columns.base.type[variation.base[0]] ?? 0,
    columns.witness.type[variation.witness[0]] ?? 0,
  );
}

/** Antonyms by the lexicon, or words that turn a sentence round. */
export function areOpposed({ vocabulary, lexicon }: Columns, a: number, b: number): boolean {
  const left = vocabulary.forms[a] ?? '';
  const right = vocabulary.forms[b] ?? '';
  return (
    lexicon.areAntonyms(left, right) ||
    ENGLISH_CUES.reversals.has(`${left} ${right}`) ||
    ENGLISH_CUES.reversals.has(`${lexicon.lemma(left)} ${lexicon.lemma(right)}`)
  );
}

const TOUCHES: readonly Touch[] = ['quotation', 'number', 'date', 'name', 'negation', 'meaning'];
