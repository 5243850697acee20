import type { Stretch } from './words.js';

/** A cue with its source and content, as ranges of words; a span may be in several pieces. */
export interface Triple {
  readonly cue: Stretch;
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** That it is a statement, 0 to 1. */
  readonly probability: number;
}

/** A triple whose content ends at a word within its last piece. */
export function withEnd(triple: Triple, to: number): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || to <= last.from) return triple;
  return { ...triple, content: [...triple.content.slice(0, -1), { from: last.from, to }] };
}
