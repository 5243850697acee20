import { formAt } from '../witness/form.js';
import { spanAt } from '../witness/span-at.js';
import type { Witness } from '../witness/witness.js';
import { type Column, wordFrom } from './column.js';
import { ENGLISH_CUES } from './english-cues.js';
import type { Words } from './step.js';

/** Days told together, "June 19 and 20", "19-21 June": words and what they say. */
export interface DateRun {
  readonly words: Words;
  readonly days: readonly string[];
}

/** The days told around a place in a column; undefined where no date with a day of the month is told with others or beside it. */
export function dateRunAt(column: Column, [from, to]: Words): DateRun | undefined {
  const { witness, token } = column;
  for (let word = Math.max(0, from - REACH); word < Math.min(column.length, to + REACH); word++) {
    const run = runAt(witness, token[word] ?? 0);
    if (run === undefined) continue;
    const words: Words = [wordFrom(column, run.from), wordFrom(column, run.to)];
    if (words[0] <= to && from <= words[1]) return { words, days: run.days };
  }
  return undefined;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly days: readonly string[];
}

/** The date that a token is part of, with the days that stand before or behind it: all are of its month. */
function runAt(witness: Witness, token: number): Run | undefined {
  const date = witness.dates[spanAt(witness.dates, token)];
  const month = /^(?:\d{4}-|--)(\d\d)-\d\d$/.exec(date?.iso ?? '')?.[1];
  if (date?.iso === undefined || month === undefined) return undefined;
  const dayOf = (day: number): string => `${month}-${String(day).padStart(2, '0')}`;
  const days = [date.iso.slice(-5)];
  let { from, to } = date;
  for (
    let day = dayAt(witness, from - 2);
    day !== undefined && isJoint(witness, from - 1);
    day = dayAt(witness, from - 2)
  ) {
    days.unshift(dayOf(day));
    from -= 2;
  }
  if (/^\p{L}/u.test(formAt(witness, to - 1))) return { from, to, days };
  for (let day = dayAt(witness, to + 1); day !== undefined && isJoint(witness, to); day = dayAt(witness, to + 1)) {
    days.push(dayOf(day));
    to += 2;
  }
  return { from, to, days };
}

function dayAt(witness: Witness, token: number): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(formAt(witness, token));
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 && spanAt(witness.dates, token) < 0 ? day : undefined;
}

/** A comma joins days only where a list goes on behind the next one: "June 9, 17 people" are no two days. */
function isJoint(witness: Witness, token: number): boolean {
  const joint = formAt(witness, token);
  return ENGLISH_CUES.figures.joints.has(joint) && (joint !== ',' || isJoint(witness, token + 2));
}

/** Words beside a place in which a date has to stand to be told of it. */
const REACH = 3;
