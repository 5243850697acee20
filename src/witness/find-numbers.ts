import { formAt } from './form.js';
import type { Lexicon } from './lexicon.js';
import type { Tokens } from './tokenise.js';
import { Flag, type NumberSpan } from './witness.js';

/**
 * Numbers in digits and in words, with value and unit: "two million dollars", "$1.2bn", "30 per cent", "third".
 * Units are normalised by a table; a number whose value can't be told (a score, "24/7") is kept without one.
 */
export function findNumbers(tokens: Tokens, lexicon: Lexicon): NumberSpan[] {
  const found: NumberSpan[] = [];
  for (let i = 0; i < tokens.length;) {
    const amount = readAmount(tokens, i, lexicon);
    if (amount === undefined) {
      i++;
      continue;
    }
    found.push(withUnit(tokens, amount));
    i = found.at(-1)?.to ?? i + 1;
  }
  return found;
}

interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number | undefined;
}

function readAmount(tokens: Tokens, from: number, lexicon: Lexicon): Amount | undefined {
  const first = formAt(tokens, from);
  const digits = ((tokens.flags[from] ?? 0) & Flag.number) !== 0;
  const start = digits ? digitsValue(first) : AMBIGUOUS.has(first) ? undefined : lexicon.numeral(first);
  if (start === undefined) return digits ? { from, to: from + 1, value: undefined } : undefined;
  let sum: Sum = { total: 0, group: start };
  if (!digits && SCALES.has(first)) sum = { total: start >= 1000 ? start : 0, group: start >= 1000 ? 0 : start };
  let to = from + 1;
  while (to < from + LONGEST) {
    const joint = formAt(tokens, to);
    const skip = !digits && (joint === '-' || joint === 'and') ? 1 : 0;
    const word = formAt(tokens, to + skip);
    const value = SCALES.get(word) ?? (digits ? undefined : lexicon.numeral(word));
    const next = value === undefined || AMBIGUOUS.has(word) ? undefined : extend(sum, value, joint);
    if (next === undefined) break;
    sum = next;
    to += skip + 1;
  }
  return { from, to, value: sum.total + sum.group };
}

/** Thousands that are settled, and the group below a thousand that is still growing. */
interface Sum {
  readonly total: number;
  readonly group: number;
}

/** The sum with one more number word, or undefined where the words don't make one number ("two three"). */
function extend({ total, group }: Sum, value: number, joint: string): Sum | undefined {
  if (value >= 1000)
    return joint === '-' || joint === 'and' ? undefined : { total: total + (group || 1) * value, group: 0 };
  if (value === 100) return group > 0 && group < 100 ? { total, group: group * 100 } : undefined;
  const units = group % 100;
  const fits =
    units === 0
      ? joint !== '-' && (group > 0 || total > 0)
      : units >= 20 && units % 10 === 0 && value < 10 && joint !== 'and';
  return fits ? { total, group: group + value } : undefined;
}

function withUnit(tokens: Tokens, amount: Amount): NumberSpan {
  const before = CURRENCIES.get(formAt(tokens, amount.from - 1));
  const after = formAt(tokens, amount.to);
  const two = UNITS.get(`${after} ${formAt(tokens, amount.to + 1)}`);
  const one = UNITS.get(after);
  const unit = before ?? two ?? one;
  return {
    from: before === undefined ? amount.from : amount.from - 1,
    to: amount.to + (before !== undefined ? 0 : two !== undefined ? 2 : one !== undefined ? 1 : 0),
    ...(amount.value === undefined ? {} : { value: amount.value }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** "1,200" → 1200, "2.5" → 2.5, "3rd" → 3; undefined for "9:30", "24/7", "1,2". */
function digitsValue(form: string): number | undefined {
  const bare = form.replace(/(?:st|nd|rd|th|s)$/, '');
  if (/^\d+(?:\.\d+)?$/.test(bare)) return Number(bare);
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? Number(bare.replaceAll(',', '')) : undefined;
}

/** Tokens of one number in words. */
const LONGEST = 12;
/** Number words that mostly mean something else. */
const AMBIGUOUS = new Set(['second', 'a', 'an']);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['k', 1e3],
  ['b', 1e9],
  ['lakh', 1e5],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bln', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
/** Signs of currencies. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['\u00a3', 'GBP'],
  ['\u20ac', 'EUR'],
  ['\u00a5', 'JPY'],
  ['\u20b9', 'INR'],
]);
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    '% % percent pct pc per_cent',
    'USD dollar dollars usd dlrs us_dollars',
    'GBP pound_sterling pounds_sterling gbp',
    'EUR euro euros eur',
    'JPY yen',
    'km km kilometre kilometres kilometer kilometers kms',
    'mile mile miles',
    'm metre metres meter meters',
    'ft foot feet ft',
    'kg kg kilogram kilograms kilo kilos',
    'lb pounds lb lbs',
    't tonne tonnes ton tons metric_tons metric_tonnes',
    'h hour hours hrs',
    'min minute minutes mins',
    'day day days',
    'week week weeks',
    'month month months',
    'year year years',
    'C degrees_celsius celsius',
    'F degrees_fahrenheit fahrenheit',
    'barrel barrel barrels bpd',
    'acre acre acres',
    'ha hectare hectares',
  ].flatMap((row) => {
    const [unit = '', ...names] = row.split(' ');
    return names.map((name): [string, string] => [name.replaceAll('_', ' '), unit]);
  }),
);
