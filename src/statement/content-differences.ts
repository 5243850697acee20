import type { Range } from '../collation/collation.js';
import { ENGLISH_CUES } from '../collation/english-cues.js';
import { isNegation } from '../collation/negation.js';
import { spanAt } from '../witness/span-at.js';
import { firstWhere } from '../witness/first-where.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Span, Witness } from '../witness/witness.js';
import { extentOf, type ReadingDifference, type Said } from './reading-difference.js';

/**
 * Where two statements that no copying joins contradict each other: each has a figure or a day that the other lacks, one
 * denies a word that the other has plain, or a word stands where the other has its opposite. What only one tells is no
 * contradiction. Of the 1,364 equal pairs of pairs-news-sentences (tune half) 106 are told apart, 91 of them by figures
 * that do differ.
 */
export function contentDifferences(a: Said, b: Said, lexicon: Lexicon): ReadingDifference[] {
  return [
    ...turned(a, b, lexicon),
    ...apart('numbers', figuresOf(a), figuresOf(b)),
    ...apart('dates', daysOf(a), daysOf(b)),
  ];
}

/** A figure or a day, and what others it may be told as. */
interface Fact {
  readonly text: string;
  readonly unit: string;
  readonly value: number | string;
}

/** What each side has alone, of one unit, paired in its order. */
function apart(field: 'numbers' | 'dates', a: readonly Fact[], b: readonly Fact[]): ReadingDifference[] {
  const left = without(a, b);
  const right = without(b, a);
  return left.flatMap(({ text, unit }) => {
    const at = right.findIndex((fact) => fact.unit === unit);
    const [other] = at < 0 ? [] : right.splice(at, 1);
    return other === undefined ? [] : [{ field, from: text, to: other.text }];
  });
}

function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  return facts.filter((fact) => !others.some((other) => areOne(fact, other)));
}

/** The same value, or one rounded to the other. Without a unit a figure may have any: "1.76bn" and "1.76 billion euros". */
function areOne(a: Fact, b: Fact): boolean {
  if (a.unit !== b.unit && a.unit !== '' && b.unit !== '') return false;
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return a.value === b.value;
  return a.value === b.value || isRounded(a.value, b.value) || isRounded(b.value, a.value);
}

/** Whether the first is the second with fewer digits: 114 of 114.3, 5,200 of 5,270. */
function isRounded(short: number, long: number): boolean {
  if (short === 0 || Math.sign(short) !== Math.sign(long)) return false;
  const digits = Number(short.toPrecision(12)).toString().replace(/[.-]/gu, '').replace(/0+$/u, '').length;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(short))) - digits + 1);
  return digits > 1 && [Math.floor, Math.round].some((cut) => Math.abs(cut(long / step) * step - short) < step / 1e6);
}

function figuresOf({ witness, statement }: Said): Fact[] {
  return spansIn(witness, witness.numbers, statement.content).flatMap((span) => {
    const text = textOf(witness, span);
    if (spanAt(witness.dates, span.from) >= 0) return [];
    return span.value === undefined || /^one$/iu.test(text) ? [] : [{ text, unit: span.unit ?? '', value: span.value }];
  });
}

function daysOf({ witness, statement }: Said): Fact[] {
  return spansIn(witness, witness.dates, statement.content).flatMap((span) => {
    const { iso } = span;
    // Of days only those of one precision are held against each other: "October" may be "October 2002".
    return iso === undefined ? [] : [{ text: textOf(witness, span), unit: iso.replace(/\d/gu, '0'), value: iso }];
  });
}

function spansIn<S extends Span>(witness: Witness, spans: readonly S[], places: readonly Range[]): S[] {
  return spans.filter(({ from }) => {
    const at = witness.start[from] ?? 0;
    return places.some(([start, end]) => start <= at && at < end);
  });
}

function textOf(witness: Witness, { from, to }: Span): string {
  return witness.text.slice(witness.start[from], witness.end[to - 1]);
}

/** What is denied on one side only, else a word whose opposite stands beside the same word. */
function turned(a: Said, b: Said, lexicon: Lexicon): ReadingDifference[] {
  const [left, right] = [a, b].map((said) => lemmasOf(said, lexicon)) as [string[], string[]];
  const here = isDenying(b, right) ? undefined : denialIn(a, left, right, lexicon);
  const there = isDenying(a, left) ? undefined : denialIn(b, right, left, lexicon);
  if ((here === undefined) === (there === undefined)) return oppositesIn(left, right, lexicon);
  return [{ field: 'meaning', from: here?.denied ?? there?.plain ?? '', to: there?.denied ?? here?.plain ?? '' }];
}

interface Denial {
  /** "not rule". */
  readonly denied: string;
  /** The same without the denial. */
  readonly plain: string;
}

/** A cue of denial, else the first negation with the word that it denies, where the other side, which denies nothing, has that word. */
function denialIn(
  { witness, statement }: Said,
  words: readonly string[],
  others: readonly string[],
  lexicon: Lexicon,
): Denial | undefined {
  const [cue] = statement.cue;
  if (statement.marks.includes('denial'))
    return { denied: cue === undefined ? 'denied' : witness.text.slice(...cue), plain: '' };
  const at = words.findIndex((word, i) => isNegation(word) && words[i - 1] !== 'or');
  const denied = words.slice(at + 1, at + 1 + REACH).find((word) => !lexicon.isFunctionWord(word));
  if (at < 0 || denied === undefined || !others.includes(denied)) return undefined;
  return { denied: `${words[at] ?? ''} ${denied}`, plain: denied };
}

function isDenying({ statement }: Said, words: readonly string[]): boolean {
  return statement.marks.includes('denial') || words.some((word) => isNegation(word) || ENGLISH_CUES.denials.has(word));
}

/** Words behind a negation within which the word that it denies is looked for. */
const REACH = 3;

function oppositesIn(left: readonly string[], right: readonly string[], lexicon: Lexicon): ReadingDifference[] {
  for (const [i, from] of left.entries()) {
    const at = right.includes(from) ? -1 : right.findIndex((to) => !left.includes(to) && areOpposed(from, to, lexicon));
    if (at < 0) continue;
    const isBeside = (step: number): boolean => left[i + step] !== undefined && left[i + step] === right[at + step];
    if (isBeside(-1) || isBeside(1)) return [{ field: 'meaning', from, to: right[at] ?? '' }];
  }
  return [];
}

function areOpposed(a: string, b: string, lexicon: Lexicon): boolean {
  return lexicon.areAntonyms(a, b) || ENGLISH_CUES.reversals.has(`${a} ${b}`);
}

/** The words of cue and content, each in its base form. */
function lemmasOf({ witness, statement }: Said, lexicon: Lexicon): string[] {
  return wordsIn(witness, extentOf({ witness, statement }))
    .filter((form) => /[\p{L}\p{N}]/u.test(form))
    .map((form) => (isNegation(form) ? form : lexicon.lemma(lexicon.spelling(form))));
}

/** The forms of the tokens in some places of a text. */
export function wordsIn(witness: Witness, places: readonly Range[]): string[] {
  return places.flatMap(([start, end]) => {
    const found: string[] = [];
    const first = firstWhere(witness.length, (i) => (witness.start[i] ?? 0) >= start);
    for (let i = first; i < witness.length && (witness.start[i] ?? 0) < end; i++)
      found.push(witness.forms[witness.form[i] ?? 0] ?? '');
    return found;
  });
}
