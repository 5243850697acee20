/** Half-open range of UTF-16 offsets. */
type Range = readonly [start: number, end: number];

/** What an edit falsifies on purpose. */
export type PlantedKind = 'number' | 'date' | 'name' | 'quote' | 'negation';

/** One edit with both readings and exact ranges on both sides; an empty range where a side has nothing. */
export interface Swap {
  readonly base: Range;
  readonly witness: Range;
  readonly from: string;
  readonly to: string;
}

interface Planted extends Swap {
  readonly kind: PlantedKind;
}

/** A text after its edits. */
export interface Spun {
  readonly text: string;
  readonly swaps: readonly Swap[];
  readonly planted: readonly Planted[];
}

/** An edit of the base text: what to put in place of a range. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  readonly kind?: PlantedKind;
}

/** A word of the text to be spun. */
export interface SpinWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
  /** First word of its sentence. */
  readonly opening: boolean;
}

/** Carries out edits that do not overlap, in any order. Edits with a kind come back as planted, the others as swaps. */
export function applyEdits(text: string, edits: readonly Edit[]): Spun {
  const pieces: string[] = [];
  const done: (Swap & { kind: PlantedKind | undefined })[] = [];
  let read = 0;
  let written = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < read) continue;
    const kept = text.slice(read, edit.start);
    pieces.push(kept, edit.to);
    written += kept.length;
    done.push({ ...trimmed(text, edit, written), kind: edit.kind });
    written += edit.to.length;
    read = edit.end;
  }
  pieces.push(text.slice(read));
  return {
    text: pieces.join(''),
    swaps: done
      .filter((swap) => swap.kind === undefined)
      .map(({ base, witness, from, to }) => ({ base, witness, from, to })),
    planted: done.flatMap(({ kind, ...swap }) => (kind === undefined ? [] : [{ ...swap, kind }])),
  };
}

/** Ranges without the blanks that an edit takes along when it adds or drops a whole word. */
function trimmed(text: string, edit: Edit, written: number): Swap {
  const from = text.slice(edit.start, edit.end);
  return { base: inner(from, edit.start), witness: inner(edit.to, written), from: from.trim(), to: edit.to.trim() };
}

function inner(text: string, offset: number): Range {
  const lead = text.length - text.trimStart().length;
  return text.trim() === '' ? [offset, offset] : [offset + lead, offset + text.trimEnd().length];
}
