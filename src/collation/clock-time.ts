import type { Span, Witness } from '../witness/witness.js';
import { ENGLISH_CUES } from './english-cues.js';

/** A time of day as it stands. */
export interface ClockTime extends Span {
  /** Minutes from midnight: two of them where the half of the day isn't told. */
  readonly minutes: readonly number[];
  /** "4.40" and "1330" without anything beside them: a time only where the other side has one. */
  readonly isDoubtful: boolean;
}

/** The time of day that a token is part of: "4:40 a.m.", "4.40am", "17:00", "0240 GMT", "noon", "half past four", "7 in the evening". */
export function clockAt(witness: Witness, token: number): ClockTime | undefined {
  for (let from = Math.max(0, token - LONGEST + 1); from <= token; from++) {
    const found = readClock(witness, from);
    if (found !== undefined && found.to > token) return found;
  }
  return undefined;
}

function readClock(witness: Witness, from: number): ClockTime | undefined {
  const form = (at: number): string => witness.forms[witness.form[at] ?? -1] ?? '';
  const named = CLOCK.named.get(form(from));
  if (named !== undefined) return { from, to: from + 1, minutes: [named], isDoubtful: false };
  const part = CLOCK.parts.get(`${form(from)} ${form(from + 1)}`);
  if (part !== undefined) {
    const hour = hourOf(form(from + 2));
    return hour === undefined
      ? undefined
      : { from, to: from + 3, minutes: halves(hour * 60 + part), isDoubtful: false };
  }
  const told = digitsOf(form(from)) ?? wordOf(form(from));
  if (told === undefined) return undefined;
  return withHalf(told, { from, half: halfOf(form, from + 1), next: form(from + 1) });
}

function withHalf(
  told: Told,
  { from, half, next }: { from: number; half: Half | undefined; next: string },
): ClockTime | undefined {
  const { minutes, kind } = told;
  if (half !== undefined)
    return { from, to: half.to, minutes: [minutes >= 780 ? minutes : (minutes % 720) + half.add], isDoubtful: false };
  if (CLOCK.hours.has(next)) return { from, to: from + 2, minutes: halves(minutes), isDoubtful: false };
  if (kind === 'number') return undefined;
  const isDoubtful = kind === 'point' || (kind === 'four' && !CLOCK.zones.has(next));
  return { from, to: from + 1, minutes: told.isPadded ? [minutes] : halves(minutes), isDoubtful };
}

interface Told {
  readonly minutes: number;
  /** How it is written: "4:40", "4.40", "0440", or a mere number. */
  readonly kind: 'colon' | 'point' | 'four' | 'number';
  /** "04:40" is in the morning. */
  readonly isPadded: boolean;
}

function digitsOf(form: string): Told | undefined {
  const match = /^(\d{1,2})(?:([:.])?(\d{2}))?$/.exec(form);
  if (match === null) return undefined;
  const [, hour = '', mark, minute = '0'] = match;
  if (Number(hour) > 24 || Number(minute) > 59) return undefined;
  if (mark === undefined && form.length === 3) return undefined;
  const isFour = mark === undefined && form.length === 4;
  const kind = mark === ':' ? 'colon' : mark === '.' ? 'point' : isFour ? 'four' : 'number';
  return { minutes: (Number(hour) % 24) * 60 + Number(minute), kind, isPadded: isFour || hour.startsWith('0') };
}

/** An hour in words. */
function wordOf(form: string): Told | undefined {
  const hour = CLOCK.twelve.indexOf(form) + 1;
  return hour === 0 ? undefined : { minutes: hour * 60, kind: 'number', isPadded: false };
}

function hourOf(form: string): number | undefined {
  const hour = /^\d{1,2}$/.test(form) ? Number(form) : CLOCK.twelve.indexOf(form) + 1;
  return hour >= 1 && hour <= 12 ? hour : undefined;
}

interface Half {
  readonly to: number;
  readonly add: number;
}

/** "a.m." and "in the morning" add nothing, "p.m." and "in the evening" twelve hours. */
function halfOf(form: (at: number) => string, at: number): Half | undefined {
  const phrase = form(at) === 'in' && form(at + 1) === 'the' ? at + 2 : at;
  const word = form(phrase);
  const isPhrase = phrase > at;
  if (isPhrase !== /^[a-z]{4,}$/.test(word)) return undefined;
  if (CLOCK.morning.has(word)) return { to: phrase + 1, add: 0 };
  return CLOCK.evening.has(word) ? { to: phrase + 1, add: 720 } : undefined;
}

/** Without its half of the day a time up to twelve is one of two. */
function halves(minutes: number): readonly number[] {
  const twelve = minutes % 720;
  return minutes < 780 ? [twelve, twelve + 720] : [minutes];
}

const CLOCK = ENGLISH_CUES.clock;
/** Tokens of "seven in the morning". */
const LONGEST = 4;
