import type { Piece } from './rows.js';

/** How a terminal shows things. */
export interface Style {
  /** Whether ANSI colours may be used (a terminal, and no NO_COLOR). */
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** Lists in full and statements uncut. */
  readonly all?: boolean;
}

export type Role =
  'strong' | 'quiet' | 'quote' | 'number' | 'date' | 'name' | 'meaning' | 'swap' | 'gone' | 'new' | 'good' | 'bad';

/** Text in the colours of its role; the text itself where colours are off. */
export function paint(style: Style, role: Role, text: string): string {
  return style.colour && text !== '' ? `\u001b[${CODES[role]}m${text}\u001b[0m` : text;
}

/** A word of a piece, marked: by colour, else by brackets, so that no information is carried by colour alone. */
export function paintPiece(style: Style, piece: Pick<Piece, 'kind' | 'touches'>, text: string): string {
  if (piece.kind === 'same') return text;
  if (piece.kind === 'apart') return paint(style, 'quiet', text);
  return style.colour ? paint(style, roleOf(piece), text) : `[${text}]`;
}

function roleOf(piece: Pick<Piece, 'kind' | 'touches'>): Role {
  for (const touch of piece.touches) {
    if (touch === 'quotation') return 'quote';
    if (touch === 'number' || touch === 'date' || touch === 'name') return touch;
    return 'meaning';
  }
  return piece.kind === 'omission' ? 'gone' : piece.kind === 'addition' ? 'new' : 'swap';
}

/** Takes out what a terminal would obey: page text is text everywhere. Line breaks and tabs become spaces. */
export function harmless(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, (run) =>
    /\s/.test(run) ? ' ' : '',
  );
}

const CODES: Readonly<Record<Role, string>> = {
  strong: '1',
  quiet: '2',
  quote: '1;35',
  number: '1;36',
  date: '1;36',
  name: '1;34',
  meaning: '1;31',
  swap: '33',
  gone: '31;9',
  new: '32',
  good: '32',
  bad: '1;31',
};
