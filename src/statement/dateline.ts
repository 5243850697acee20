import { PAD } from './attributes.js';
import { isMonth } from './calendar.js';
import type { Candidate } from './judge-features.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/** Words of a dateline at most: "PORT MARE, Marenia, March 11 (Tellwire) —". */
const LONGEST_DATELINE = 14;

/** A dateline is no part of what is said after it. */
export function withoutDateline(reading: Reading, candidate: Candidate): Candidate {
  const { words } = reading;
  const paragraph = words.paragraphs[words.paragraph[candidate.cue.from] ?? 0];
  const end = paragraph === undefined ? undefined : datelineEnd(reading, paragraph);
  if (end === undefined || candidate.cue.from < end) return candidate;
  const isAfter = (s: Stretch) => s.to > end;
  return {
    ...candidate,
    source: candidate.source.filter(isAfter).map((s) => ({ from: Math.max(s.from, end), to: s.to })),
    content: candidate.content.filter(isAfter).map((s) => ({ from: Math.max(s.from, end), to: s.to })),
  };
}

/** Where a paragraph's dateline ends: after a dash that follows a place, and a month, an agency in brackets or a place in capitals. */
function datelineEnd({ words: { forms }, attributes: { shape } }: Reading, paragraph: Stretch): number | undefined {
  const first = shape[paragraph.from + PAD] ?? 0;
  if (first !== 2 && first !== 3) return undefined;
  let marked = first === 3 && (forms[paragraph.from] ?? '').length > 3;
  for (let i = paragraph.from + 1; i < Math.min(paragraph.to - 1, paragraph.from + LONGEST_DATELINE); i++) {
    const form = forms[i] ?? '';
    if (form === '(' || isMonth(form)) marked = true;
    if (/^(?:[—–-]|--)$/u.test(form)) return marked ? i + 1 : undefined;
    if ((shape[i + PAD] ?? 0) === 1) return undefined;
  }
  return undefined;
}
