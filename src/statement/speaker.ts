import type { Cast } from './cast.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';

/** Whom a statement's source stands for. */
export interface Speaker {
  readonly name: string | undefined;
  readonly office: string | undefined;
  /** Index into the cast. */
  readonly figure: number | undefined;
}

/** What speakers are named from. */
export interface SpeakerContext {
  readonly reading: Reading;
  readonly cast: Cast;
  /** Speakers of the statements before, newest last. */
  readonly before: { readonly triple: Triple; readonly speaker: Speaker }[];
}

/** Where nobody can be named. */
export const NOBODY: Speaker = { name: undefined, office: undefined, figure: undefined };

/** The speaker that a figure of the cast is. */
export function ofFigure(cast: Cast, figure: number): Speaker {
  const known = cast.figures[figure];
  return { name: known?.name, office: known?.office, figure };
}

/** "An inspector was told that …": the source is who heard it, and nobody is said to have spoken. */
export function isHearer({ words: { forms } }: Reading, { cue }: Triple): boolean {
  return (
    /^(?:told|informed|advised|assured)$/u.test(forms[cue.to - 1] ?? '') &&
    /^(?:is|are|was|were|been|being)$/u.test(forms[cue.to - 2] ?? '')
  );
}
