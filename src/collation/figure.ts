import type { Witness } from '../witness/witness.js';
import { clockAt } from './clock-time.js';
import { formAt, type Column } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';
import { isBelowZero, toldFigureAt } from './told-figure.js';
import { spanAt } from '../witness/span-at.js';

/** A number, an amount or a time of day, by all that it can be read as. */
export interface Figure {
  /** Tokens. */
  readonly from: number;
  readonly to: number;
  readonly readings: readonly string[];
  /** Readings that count only against a plain one: "22m" may be metres, "a fifth" 20 percent. */
  readonly doubtful: readonly string[];
  /** "dozens", "several": of a size, not of a value. */
  readonly isVague: boolean;
}

/** Whether two figures can be read as the same. */
export function areOneFigure(a: Figure, b: Figure): boolean {
  const meet = (left: readonly string[], right: readonly string[]): boolean =>
    left.some((reading) => right.includes(reading));
  return meet(a.readings, b.readings) || meet(a.doubtful, b.readings) || meet(a.readings, b.doubtful);
}

/** The figures that a run of words has part of, dates aside. */
export function figuresIn(column: Column, [from, to]: readonly [from: number, to: number]): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (let i = from; i < to; i++) {
    const figure = figureAt(column, i);
    if (figure !== undefined) found.set(figure.readings.join(), figure);
  }
  return [...found.values()];
}

/** The figure that a word is part of. */
export function figureAt(column: Column, word: number): Figure | undefined {
  const { witness, token } = column;
  const at = token[word] ?? 0;
  const clock = clockAt(witness, at);
  const times = clock?.minutes.map((minute) => `clock ${minute}`) ?? [];
  if (clock?.isDoubtful === false)
    return { from: clock.from, to: clock.to, readings: times, doubtful: [], isVague: false };
  if (spanAt(witness.dates, at) >= 0) return undefined;
  const number = told(witness, at) ?? partOf(column, word) ?? numberAt(witness, at) ?? amountAt(column, word);
  return number && { ...number, doubtful: [...number.doubtful, ...times] };
}

function told(witness: Witness, token: number): Figure | undefined {
  const figure = toldFigureAt(witness, token);
  if (figure === undefined) return undefined;
  const { from, to, value, unit } = figure;
  const doubtful = unit === '' && value < 1 ? shares(value) : [];
  return { from, to, readings: readingsOf(value, unit), doubtful, isVague: false };
}

/** A value in its own unit, and in the smaller one that it may be told in. */
function readingsOf(value: number, unit = ''): readonly string[] {
  const [factor, smaller] = SMALLER_UNITS.get(unit) ?? [];
  return [
    `${value} ${unit}`,
    ...(factor === undefined ? [] : [`${Number((value * factor).toPrecision(9))} ${smaller ?? ''}`]),
  ];
}

/** A number in digits or words, with its unit. */
function numberAt(witness: Witness, token: number): Figure | undefined {
  const number = witness.numbers[spanAt(witness.numbers, token)];
  if (number === undefined) return undefined;
  const form = (at: number): string => witness.forms[witness.form[at] ?? -1] ?? '';
  const { from, to, value, unit } = number;
  const plain = { from, to, isVague: false };
  if (value === undefined) return { ...plain, readings: [form(token)], doubtful: quotients(form(token)) };
  const dozens = form(to) === ENGLISH_CUES.dozen ? 12 : 1;
  return {
    ...plain,
    to: to + (dozens > 1 ? 1 : 0),
    readings: readingsOf(isBelowZero(witness, number) ? -value : value * dozens, unit),
    doubtful: [
      ...otherUnits(value, unit, form(to - 1)),
      ...joined(form, from),
      ...pointed(form(from), unit),
      ...cents(value, form(to)),
    ],
  };
}

/** "5 pounds" may be money, "22m" a length, "20m" money. */
function otherUnits(value: number, unit: string | undefined, last: string): string[] {
  if (unit === 'lb') return [`${value} GBP`];
  if (last === 'm' && unit === undefined) return [`${value / 1e6} m`];
  return [];
}

/** "1 000": thousands written apart. */
function joined(form: (at: number) => string, from: number): string[] {
  let digits = form(from);
  if (!/^\d{1,3}$/.test(digits)) return [];
  for (let at = from + 1; /^\d{3}$/.test(form(at)); at++) digits += form(at);
  return digits === form(from) ? [] : [`${Number(digits)} `];
}

/** "1.200": a point between thousands, as most of Europe writes them. */
function pointed(form: string, unit: string | undefined): string[] {
  return /^\d{1,3}(?:\.\d{3})+$/.test(form) ? [`${Number(form.replaceAll('.', ''))} ${unit ?? ''}`] : [];
}

/** "50 cents", "20 pence". */
function cents(value: number, next: string): string[] {
  if (next === 'pence') return [`${value / 100} GBP`];
  return next === 'cents' ? [`${value / 100} USD`, `${value / 100} EUR`] : [];
}

/** "2/3". */
function quotients(form: string): string[] {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(form);
  return match === null ? [] : shares(Number(match[1]) / Number(match[2]));
}

/** "a fifth", "two-thirds". */
function partOf(column: Column, word: number): Figure | undefined {
  const parts = ENGLISH_CUES.fractions.get(formAt(column, word));
  const token = column.token[word] ?? 0;
  if (parts === undefined) {
    const isCount = ENGLISH_CUES.fractions.has(formAt(column, word + 1)) && countOf(column, word) !== undefined;
    return isCount ? partOf(column, word + 1) : undefined;
  }
  const count = countOf(column, word - 1);
  const before = count === undefined ? token : (column.token[word - 1] ?? token);
  const own = numberAt(column.witness, token)?.readings ?? [];
  return {
    from: before,
    to: token + 1,
    readings: [...own, `${(count ?? 1) / parts} `],
    doubtful: shares((count ?? 1) / parts),
    isVague: false,
  };
}

/** How many parts: "a", "one", "two", …. */
function countOf(column: Column, word: number): number | undefined {
  const form = formAt(column, word);
  if (ENGLISH_CUES.articles.has(form)) return 1;
  const number = column.witness.numbers[spanAt(column.witness.numbers, column.token[word] ?? 0)];
  return number?.value !== undefined && number.value < 10 ? number.value : undefined;
}

function shares(part: number): string[] {
  return [`${part} `, `${Math.round(part * 100)} %`];
}

/** "dozens", "half": amounts without a figure. */
function amountAt(column: Column, word: number): Figure | undefined {
  const amount = ENGLISH_CUES.amounts.get(formAt(column, word));
  const token = column.token[word] ?? 0;
  return amount === undefined
    ? undefined
    : {
        from: token,
        to: token + 1,
        readings: [`${amount} `],
        doubtful: [],
        isVague: formAt(column, word) !== ENGLISH_CUES.dozen,
      };
}

/** Units with the smaller one that the same amount is often told in, and how many of it. */
const SMALLER_UNITS: ReadonlyMap<string, readonly [factor: number, unit: string]> = new Map([
  ['km', [1000, 'm']],
  ['t', [1000, 'kg']],
  ['h', [60, 'min']],
  ['week', [7, 'day']],
]);
