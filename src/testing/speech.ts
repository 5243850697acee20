import type { Range } from '../collation/collation.js';

/** A text with the statement that it reports marked out. */
export interface Speech {
  readonly text: string;
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly speaker: readonly Range[];
}

/**
 * Notation for one reported statement: `<…>` is content, `[…]` the cue, `{…}` the speaker; the marks themselves are
 * not part of the text. `speech('<“We will appeal,”> [said] {Ann Roe}.')`. Marks may stand inside each other.
 */
export function speech(notation: string): Speech {
  const ranges = { content: [] as Range[], cue: [] as Range[], speaker: [] as Range[] };
  const open: { kind: keyof typeof ranges; start: number }[] = [];
  let text = '';
  for (const mark of notation) {
    const opens = OPENING[mark];
    if (opens !== undefined) open.push({ kind: opens, start: text.length });
    else if (CLOSING.has(mark)) {
      const last = open.pop();
      if (last === undefined) throw new RangeError(`“${mark}” closes nothing in ${notation}`);
      ranges[last.kind].push([last.start, text.length]);
    } else text += mark;
  }
  if (open.length > 0) throw new RangeError(`a mark is left open in ${notation}`);
  return { text, ...ranges };
}

const OPENING: Readonly<Record<string, 'content' | 'cue' | 'speaker'>> = { '<': 'content', '[': 'cue', '{': 'speaker' };
const CLOSING = new Set(['>', ']', '}']);
