import { CURRENCIES } from '../witness/find-numbers.js';
import { formAt } from '../witness/form.js';
import { NUMERALS } from '../witness/numerals.js';
import type { Span, Witness } from '../witness/witness.js';
import { ENGLISH_CUES } from './english-cues.js';

/** A figure that is told with words besides numerals, with its value and what it counts. */
export interface ToldFigure extends Span {
  readonly value: number;
  /** Empty where nothing says what is counted. */
  readonly unit: string;
}

/** The figure in words that a token is part of: "one and a half million dollars", "half a dozen", "an hour and a half", "the third quarter", "the nineties", "10in". */
export function toldFigureAt(witness: Witness, token: number): ToldFigure | undefined {
  for (let from = Math.max(0, token - LONGEST + 1); from <= token; from++) {
    for (const read of READERS) {
      const figure = read(witness, from);
      if (figure !== undefined && figure.to > token) return figure;
    }
  }
  return undefined;
}

type Reader = (witness: Witness, from: number) => ToldFigure | undefined;

/** "one and a half million dollars", "two and a half percent", "two hours and a half". */
const andPart: Reader = (witness, from) => {
  const count = countAt(witness, from);
  if (count === undefined) return undefined;
  const unit = FIGURES.units.get(formAt(witness, count.to));
  const at = count.to + (unit === undefined ? 0 : 1);
  const part = formAt(witness, at) === FIGURES.and ? partAt(witness, at + 1) : undefined;
  if (part === undefined) return undefined;
  const value = count.value + part.value;
  return unit === undefined ? scaled(witness, { from, to: part.to, value }) : { from, to: part.to, value, unit };
};

/** "half a million euros", "a quarter of a million", "half a dozen", "half an hour". */
const partOfScale: Reader = (witness, from) => {
  const part =
    partAt(witness, from) ?? (formAt(witness, from) === FIGURES.half ? { value: 0.5, to: from + 1 } : undefined);
  if (part === undefined) return undefined;
  const of = formAt(witness, part.to) === FIGURES.of ? 1 : 0;
  if (!ENGLISH_CUES.articles.has(formAt(witness, part.to + of))) return undefined;
  const at = part.to + of + 1;
  if (FIGURES.scales.has(formAt(witness, at))) return scaled(witness, { from, to: at, value: part.value });
  const unit = FIGURES.units.get(formAt(witness, at));
  return unit === undefined ? undefined : { from, to: at + 1, value: part.value, unit };
};

/** "one in five". */
const outOf: Reader = (witness, from) => {
  const [part, whole] = [countAt(witness, from), countAt(witness, from + 2)];
  if (part === undefined || whole === undefined || formAt(witness, from + 1) !== FIGURES.in) return undefined;
  if (part.value >= whole.value || whole.value > 100) return undefined;
  return { from, to: from + 3, value: part.value / whole.value, unit: '' };
};

/** "an hour", "a week", "a dozen": one of what can be counted. */
const articleUnit: Reader = (witness, from) => {
  if (!ENGLISH_CUES.articles.has(formAt(witness, from))) return undefined;
  const next = formAt(witness, from + 1);
  if (next === ENGLISH_CUES.dozen) return { from, to: from + 2, value: 12, unit: '' };
  const unit = FIGURES.spans.has(next) ? FIGURES.units.get(next) : undefined;
  return unit === undefined ? undefined : { from, to: from + 2, value: 1, unit };
};

/** "Q3", "the third quarter". */
const quarter: Reader = (witness, from) => {
  const short = /^q([1-4])$/.exec(formAt(witness, from));
  if (short !== null) return { from, to: from + 1, value: Number(short[1]), unit: 'quarter of the year' };
  const value = NUMERALS.get(formAt(witness, from)) ?? 0;
  const isOrdinal = FIGURES.ordinals.has(formAt(witness, from)) && formAt(witness, from + 1) === FIGURES.quarter;
  return isOrdinal ? { from, to: from + 2, value, unit: 'quarter of the year' } : undefined;
};

/** "the 1990s", "the nineties". */
const decade: Reader = (witness, from) => {
  const digits = /^(?:\d\d)?(\d)0s$/.exec(formAt(witness, from));
  const value = digits === null ? FIGURES.decades.indexOf(formAt(witness, from)) + 2 : Number(digits[1]);
  return value < 2 ? undefined : { from, to: from + 1, value: value * 10, unit: 'decade' };
};

/** "10in", "5 inches", "-4C". */
const inUnit: Reader = (witness, from) => {
  const [, digits = '', unit] = /^(\d{1,4})(in|c|f)$/.exec(formAt(witness, from)) ?? [];
  const joined = { from, to: from + 1 };
  if (unit === 'in') return { ...joined, value: Number(digits), unit };
  if (unit !== undefined)
    return { ...joined, value: Number(digits) * (isBelowZero(witness, joined) ? -1 : 1), unit: unit.toUpperCase() };
  const count = countAt(witness, from);
  const isInches = count !== undefined && FIGURES.inches.has(formAt(witness, count.to));
  return isInches ? { from, to: count.to + 1, value: count.value, unit: 'in' } : undefined;
};

/** "four degrees below zero". */
const belowZero: Reader = (witness, from) => {
  const count = countAt(witness, from);
  if (count === undefined || !FIGURES.degrees.has(formAt(witness, count.to))) return undefined;
  const at = FIGURES.scaleOfHeat.has(formAt(witness, count.to + 1)) ? count.to + 2 : count.to + 1;
  const isBelow = formAt(witness, at) === FIGURES.below && FIGURES.zero.has(formAt(witness, at + 1));
  return isBelow ? { from, to: at + 2, value: -count.value, unit: 'C' } : undefined;
};

const READERS: readonly Reader[] = [andPart, partOfScale, outOf, quarter, decade, inUnit, belowZero, articleUnit];

interface Amount {
  readonly value: number;
  readonly to: number;
}

/** A number below a hundred, or an article before a unit or a scale. */
function countAt(witness: Witness, at: number): Amount | undefined {
  const own = formAt(witness, at);
  if (ENGLISH_CUES.articles.has(own))
    return FIGURES.units.has(formAt(witness, at + 1)) ? { value: 1, to: at + 1 } : undefined;
  const value = /^\d{1,4}$/.test(own) ? Number(own) : NUMERALS.get(own);
  return value === undefined || FIGURES.ordinals.has(own) ? undefined : { value, to: at + 1 };
}

/** "a half", "a quarter", "three quarters". */
function partAt(witness: Witness, at: number): Amount | undefined {
  const parts = ENGLISH_CUES.fractions.get(formAt(witness, at + 1));
  const count = ENGLISH_CUES.articles.has(formAt(witness, at)) ? 1 : (NUMERALS.get(formAt(witness, at)) ?? 0);
  return parts === undefined || count < 1 || count > 9 ? undefined : { value: count / parts, to: at + 2 };
}

/** With the scale, the unit and the currency around it. */
function scaled(witness: Witness, { from, to, value }: Amount & { readonly from: number }): ToldFigure {
  const scale = FIGURES.scales.get(formAt(witness, to));
  const end = to + (scale === undefined ? 0 : 1);
  const per = formAt(witness, end) === 'per' && formAt(witness, end + 1) === 'cent' ? 1 : 0;
  const unit = per === 1 ? '%' : FIGURES.units.get(formAt(witness, end));
  const sign = CURRENCIES.get(formAt(witness, from - 1));
  return {
    from: sign === undefined ? from : from - 1,
    to: end + per + (unit === undefined ? 0 : 1),
    value: value * (scale ?? 1),
    unit: unit ?? sign ?? '',
  };
}

/** Whether a number is below zero: "minus 4", "-4", "4 degrees below zero". */
export function isBelowZero(witness: Witness, { from, to }: Span): boolean {
  if (formAt(witness, from - 1) === FIGURES.minus) return true;
  for (let at = to; at < to + 3; at++)
    if (formAt(witness, at) === FIGURES.below && FIGURES.zero.has(formAt(witness, at + 1))) return true;
  const dash = witness.text.slice(witness.start[from - 1], witness.end[from - 1]);
  return (
    /^[-\u2212\u2013]$/.test(dash) &&
    /^\s?$/.test(witness.text.charAt((witness.start[from - 1] ?? 0) - 1)) &&
    witness.end[from - 1] === witness.start[from]
  );
}

/** What bounds a number in front of it: 1 where it is the least, -1 where it is the most, 0 where nothing does. */
export function boundOf(witness: Witness, from: number): number {
  const [second, first] = [formAt(witness, from - 2), formAt(witness, from - 1)];
  const own = FIGURES.bounds.get(`${second} ${first}`) ?? FIGURES.bounds.get(first) ?? 0;
  const before = FIGURES.bounds.has(`${second} ${first}`) ? formAt(witness, from - 3) : second;
  return ENGLISH_CUES.negations.has(before) ? -own : own;
}

const FIGURES = ENGLISH_CUES.figures;
/** Tokens of "one and a half million Australian dollars". */
const LONGEST = 7;
