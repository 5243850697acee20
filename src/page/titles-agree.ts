import { fold } from './fold.js';

/** Two titles say the same where most words of the shorter stand in the longer. */
export function titlesAgree(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return a === b;
  if (fold(a) === fold(b)) return true;
  const shared = [...left].filter((word) => right.has(word)).length;
  return smaller >= 2 && shared >= smaller * 0.7 && shared >= Math.max(left.size, right.size) * 0.4;
}

/** Words of four letters and more that both titles have. */
export function sharedWords(a: string, b: string): number {
  const words = wordsOf(b);
  return [...wordsOf(a)].filter((word) => word.length >= 4 && words.has(word)).length;
}

function wordsOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  // Without spaces (Japanese, Chinese) pairs of characters stand for words.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded))
    return new Set(Array.from({ length: Math.max(folded.length - 1, 0) }, (_, at) => folded.slice(at, at + 2)));
  return new Set(folded.split(' ').filter((word) => word !== ''));
}
