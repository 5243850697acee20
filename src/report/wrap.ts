import { harmless, paintPiece, type Style } from './paint.js';
import type { Piece } from './rows.js';

/** A line of a column: what is printed, and how many columns it takes. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** Breaks pieces into lines of at most `width` columns at spaces; a longer word is cut. A run of words of one piece is marked as one. */
export function wrapPieces(pieces: readonly Piece[], width: number, style: Style): Line[] {
  const marks = style.colour ? 0 : 2;
  const lines: Line[] = [];
  let text = '';
  let used = 0;
  const feed = (): void => {
    if (used > 0) lines.push({ text, width: used });
    text = '';
    used = 0;
  };
  let spaced = false;
  for (const piece of pieces) {
    const extra = piece.kind === 'same' || piece.kind === 'apart' ? 0 : marks;
    let run = '';
    const flush = (): void => {
      if (run !== '') text += paintPiece(style, piece, run);
      run = '';
    };
    for (const atom of harmless(piece.text).split(/(\s+)/)) {
      if (atom === '') continue;
      if (/^\s/.test(atom)) {
        spaced = true;
        continue;
      }
      for (const word of chunks(atom, Math.max(1, width - extra))) {
        const gap = spaced && used > 0 ? 1 : 0;
        const open = run === '' ? extra : 0;
        if (used + gap + open + word.length > width) {
          flush();
          feed();
          run = word;
          used = word.length + extra;
        } else {
          if (gap > 0 && run === '') text += ' ';
          run += gap > 0 && run !== '' ? ` ${word}` : word;
          used += gap + open + word.length;
        }
        spaced = false;
      }
    }
    flush();
  }
  feed();
  return lines;
}

/** Breaks plain text. */
export function wrapText(text: string, width: number): string[] {
  return wrapPieces([{ text, kind: 'same', touches: [] }], width, { colour: true, width }).map((line) => line.text);
}

function chunks(word: string, size: number): string[] {
  if (word.length <= size) return [word];
  return Array.from({ length: Math.ceil(word.length / size) }, (_, i) => word.slice(i * size, (i + 1) * size));
}
