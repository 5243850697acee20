import { spread } from './spin-spread.js';

/** A row of `spun-phrases`. */
export interface TorturedPhrase {
  readonly fingerprint: string;
  readonly tortured: string;
  readonly expected: string;
  readonly papers: number;
}

/** Three phrases in four may be learned from; the rest judge. Phrases that differ only in case or hyphens stay together. */
export function isTrainingPhrase(row: TorturedPhrase): boolean {
  return spread(`phrase ${phraseWords(row.tortured).join(' ')}`) % 4 !== 0;
}

/** Lower-case words without what stands in brackets: "Fuzzy Logic (FL)" → fuzzy, logic. */
export function phraseWords(phrase: string): readonly string[] {
  return phrase
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .split(/[^a-z0-9']+/)
    .filter((word) => word !== '');
}

/** Pairs of (substitute, original) at the same place where both phrases have as many words; the whole phrases as well. */
export function alignPhrase(row: TorturedPhrase): readonly (readonly [to: string, from: string])[] {
  const to = phraseWords(row.tortured);
  const from = phraseWords(row.expected);
  if (to.length === 0 || from.length === 0) return [];
  const whole: (readonly [string, string])[] =
    to.length <= 4 && from.length <= 4 && !row.expected.includes('?') ? [[to.join(' '), from.join(' ')]] : [];
  if (to.length !== from.length) return [...whole, ...alignHyphened(row)];
  return [...whole, ...to.map((word, i) => [word, from[i] ?? word] as const).filter(([a, b]) => a !== b)];
}

/** Stretches that stand for each other in phrases of unequal length, once words alike or known to pair are set aside at both ends. */
export function alignUneven(
  row: TorturedPhrase,
  isKnown: (to: string, from: string) => boolean,
): readonly (readonly [to: string, from: string])[] {
  const to = [...phraseWords(row.tortured)];
  const from = [...phraseWords(row.expected)];
  if (to.length === from.length || row.expected.includes('?')) return [];
  const pairs = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && (a === b || isKnown(a, b));
  while (to.length > 0 && from.length > 0 && pairs(to[0], from[0])) {
    to.shift();
    from.shift();
  }
  while (to.length > 0 && from.length > 0 && pairs(to.at(-1), from.at(-1))) {
    to.pop();
    from.pop();
  }
  const isShort = to.length > 0 && from.length > 0 && to.length <= 3 && from.length <= 2;
  return isShort ? [[to.join(' '), from.join(' ')]] : [];
}

/** Pairs of phrases that have as many words once a hyphened word counts as one: "man-made consciousness" ← "artificial intelligence". */
function alignHyphened(row: TorturedPhrase): readonly (readonly [to: string, from: string])[] {
  const cut = (phrase: string): string[] =>
    phrase
      .split(/\s+/)
      .map((word) => phraseWords(word).join(' '))
      .filter((word) => word !== '');
  const to = cut(row.tortured);
  const from = cut(row.expected.replace(/\([^)]*\)/g, ' '));
  return to.length !== from.length || row.expected.includes('?')
    ? []
    : to.map((word, i) => [word, from[i] ?? word] as const).filter(([a, b]) => a !== b);
}
