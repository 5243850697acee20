import { readPage } from '../src/page/read-page.js';
import { dataRows, seeded } from './data.js';

/** Plain texts that are bodies without furniture. */
export const PLAIN_SETS = ['background-reuters.jsonl.gz', 'copies-short-answers.jsonl.gz'] as const;

const SAMPLE = 400;
const WRAPPED = 66;

/** How many bodies come out whole: as given, in lower case, without punctuation, hard-wrapped, on one line. */
export function countPlain(): { readonly texts: number; readonly kept: number } {
  const random = seeded(4);
  const bodies = PLAIN_SETS.flatMap((name) => dataRows<{ text: string }>(name).map((row) => row.text)).filter(
    (text) => text.trim() !== '',
  );
  const sample = Array.from({ length: SAMPLE }, () => bodies[Math.floor(random() * bodies.length)] ?? '');
  const texts = sample.flatMap((text) => [
    text,
    text.toLowerCase(),
    text.replace(/[^\p{L}\p{N}\s]/gu, ''),
    wrap(text),
    text.replace(/\s+/g, ' '),
  ]);
  return { texts: texts.length, kept: texts.filter(isKept).length };
}

function isKept(text: string): boolean {
  return squeeze(readPage({ text }).text) === squeeze(text);
}

function wrap(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .replace(new RegExp(`(.{1,${WRAPPED}})(?: |$)`, 'g'), '$1\n')
        .trimEnd(),
    )
    .join('\n\n');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
