import type { SuspectSpan } from './inspection.js';

/** A suggestion is put back where it is at least this likely among the originals: set by eye. */
const SURE_SUGGESTION = 0.3;

/** From this probability on a word is shown as a suspect, and what stood there is put back. */
export const SHOWN = 0.5;

/** Spans whose best suggestion is put back, in reading order. */
export function restorable(spans: readonly SuspectSpan[]): readonly SuspectSpan[] {
  return spans
    .filter((span) => span.probability >= SHOWN && (span.suggestions[0]?.score ?? 0) >= SURE_SUGGESTION)
    .sort((a, b) => a.start - b.start);
}

/** The text with the best suggestion put back in each span that has a likely one, "a" and "an" following. */
export function restoreText(text: string, spans: readonly SuspectSpan[]): string {
  let restored = '';
  let read = 0;
  for (const span of restorable(spans)) {
    const best = span.suggestions[0];
    if (!best || span.start < read) continue;
    restored += withArticle(text.slice(read, span.start), best.text) + best.text;
    read = span.end;
  }
  return restored + text.slice(read);
}

function withArticle(before: string, word: string): string {
  return before.replace(
    /\b([Aa])n?( )$/,
    (_, article: string, blank: string) => `${article}${/^[aeiou]/i.test(word) ? 'n' : ''}${blank}`,
  );
}
