import type { Witness } from '../witness/witness.js';
import type { Suspect } from './find-suspects.js';
import type { SuspectSpan } from './inspection.js';
import type { SpinModel } from './spin-model.js';
import type { WordStream } from './word-stream.js';

/** A suspect with its probability. */
export interface JudgedSuspect {
  readonly suspect: Suspect;
  readonly probability: number;
}

/** Suggestions shown for a span. */
const MOST_SUGGESTIONS = 5;

/** What stood there is looked up from here on: below what is shown (`SHOWN`) and what breaks a search string. */
const LEAST = 0.2;

/**
 * The places to show, most probable first, then in reading order. Where a known phrase and a word of it are both under
 * suspicion, the likelier one is shown; of two alike, the longer.
 */
export function suspectSpans(
  witness: Witness,
  stream: WordStream,
  judged: readonly JudgedSuspect[],
  model: SpinModel,
): readonly SuspectSpan[] {
  const taken = new Uint8Array(stream.length);
  const spans: SuspectSpan[] = [];
  const order = judged
    .flatMap(({ suspect, probability }) => suspect.spans.map((span) => ({ span, suspect, probability })))
    .sort(
      (a, b) =>
        b.probability - a.probability ||
        b.span.to - b.span.from - (a.span.to - a.span.from) ||
        a.span.from - b.span.from,
    );
  const shown = new Map<Suspect, SuspectSpan['suggestions']>();
  for (const { span, suspect, probability } of order) {
    if (taken.subarray(span.from, span.to).some((mark) => mark === 1)) continue;
    taken.fill(1, span.from, span.to);
    const start = witness.start[stream.token[span.from] ?? 0] ?? 0;
    const end = witness.end[stream.token[span.to - 1] ?? 0] ?? 0;
    let suggestions = probability < LEAST ? [] : shown.get(suspect);
    if (!suggestions) shown.set(suspect, (suggestions = suggest(suspect, model)));
    const text = witness.text.slice(start, end);
    spans.push({
      start,
      end,
      text,
      probability,
      suggestions: suggestions.map(({ text: word, score }) => ({ text: casedLike(word, text), score })),
    });
  }
  return spans;
}

function suggest(suspect: Suspect, model: SpinModel): SuspectSpan['suggestions'] {
  const top = suspect.originals[0]?.score ?? 0;
  const mass = suspect.originals.reduce((sum, original) => sum + Math.exp(original.score - top), 0);
  return suspect.originals
    .slice(0, MOST_SUGGESTIONS)
    .map((original) => ({ text: model.words[original.id] ?? '', score: Math.exp(original.score - top) / mass }));
}

/** A word with the capitals of the one it stands for. */
export function casedLike(word: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase();
  const parts = like.split(' ');
  const isTitle = parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part));
  if (isTitle) return word.split(' ').map(capitalised).join(' ');
  return /^\p{Lu}/u.test(like) ? capitalised(word) : word;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
