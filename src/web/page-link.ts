import type { Range } from '../collation/collation.js';
import { safeHref } from './format.js';

/** Words of context on either side, and words from which on only the first and last ones are named. */
const CONTEXT = 3;
const WHOLE = 12;

/**
 * A page's address with a text fragment (`#:~:text=`): a browser opens the page and marks the words. Undefined where the
 * page has no address of the web, or nothing stands at the place.
 */
export function linkToPlace(url: string | undefined, text: string, range: Range): string | undefined {
  const href = safeHref(url);
  if (href === undefined || text.slice(...range).trim() === '') return undefined;
  const [start, end] = [wordStart(text, range[0]), wordEnd(text, range[1])];
  const words = wordsOf(text.slice(start, end));
  const line = text.indexOf('\n', end);
  const before = wordsOf(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)).slice(-CONTEXT);
  const after = wordsOf(text.slice(end, line < 0 ? undefined : line)).slice(0, CONTEXT);
  const quoted =
    words.length > WHOLE || text.slice(start, end).includes('\n')
      ? `${encoded(words.slice(0, CONTEXT))},${encoded(words.slice(-CONTEXT))}`
      : encoded(words);
  const fragment = [
    before.length > 0 ? `${encoded(before)}-` : '',
    quoted,
    after.length > 0 ? `-${encoded(after)}` : '',
  ];
  return `${href.replace(/#.*$/s, '')}#:~:text=${fragment.filter((part) => part !== '').join(',')}`;
}

/** A fragment is matched in whole words. */
function wordStart(text: string, at: number): number {
  return at - (/\S*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0].length ?? 0);
}

function wordEnd(text: string, at: number): number {
  if (/\s/.test(text.charAt(at - 1))) return at;
  return at + (/^\S*/.exec(text.slice(at, at + 100))?.[0].length ?? 0);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A hyphen and a comma part a fragment's pieces. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
}
