import type { Style } from './paint.js';
import { paint } from './paint.js';
import { countOf } from './plain-words.js';
import { linesOf } from './lines-of.js';
import type { Piece, Row } from './rows.js';
import { wrapPieces, type Line } from './wrap.js';

/** The two texts beside each other; one above the other where the terminal is narrow. Text of one side only is folded. */
export function renderColumns(
  rows: readonly Row[],
  titles: readonly [base: string, witness: string],
  style: Style,
): string[] {
  const column = Math.floor((style.width - GUTTER.length - INDENT.length) / 2);
  const wide = column >= NARROWEST;
  const width = wide ? column : Math.max(20, style.width - INDENT.length - 2);
  const lines = wide
    ? [
        beside(
          { text: paint(style, 'strong', cut(titles[0], width)), width: cut(titles[0], width).length },
          { text: paint(style, 'strong', cut(titles[1], width)), width: 0 },
          width,
          style,
        ),
      ]
    : [
        `${INDENT}${paint(style, 'gone', '-')} ${cut(titles[0], width)}`,
        `${INDENT}${paint(style, 'new', '+')} ${cut(titles[1], width)}`,
      ];
  for (const row of rows) {
    const left = sideOf(row, 'base', width, style);
    const right = sideOf(row, 'witness', width, style);
    if (wide)
      for (let i = 0; i < Math.max(left.length, right.length); i++) lines.push(beside(left[i], right[i], width, style));
    else
      lines.push(
        ...left.map((line) => `${INDENT}${paint(style, 'gone', '-')} ${line.text}`),
        ...right.map((line) => `${INDENT}${paint(style, 'new', '+')} ${line.text}`),
      );
    lines.push('');
  }
  return lines;
}

/** Columns below which two texts beside each other can't be read. */
const NARROWEST = 36;
const INDENT = '  ';
const GUTTER = ' │ ';
/** Lines of unshared text that are shown before it's folded, where more than one more would follow. */
const SHOWN = 2;

function sideOf(row: Row, side: 'base' | 'witness', width: number, style: Style): Line[] {
  const pieces = row.passage === undefined ? row[side].flatMap(inLines) : [row[side]];
  const lines = pieces.flatMap((line) => wrapPieces(line, width, style));
  if (row.moved && side === 'witness') return [{ text: paint(style, 'quiet', '(moved here)'), width: 12 }, ...lines];
  if (row.passage !== undefined || lines.length <= SHOWN + 1) return lines;
  const note = `… ${countOf(lines.length - SHOWN, 'more line')} only here`;
  return [...lines.slice(0, SHOWN), { text: paint(style, 'quiet', note), width: note.length }];
}

/** Text of one side only, with its headline, byline and paragraphs each on lines of its own. */
function inLines(piece: Piece): (readonly Piece[])[] {
  return linesOf(piece.text).map((text) => [{ ...piece, text }]);
}

function beside(left: Line | undefined, right: Line | undefined, width: number, style: Style): string {
  const pad = ' '.repeat(Math.max(0, width - (left?.width ?? 0)));
  return `${INDENT}${left?.text ?? ''}${pad}${paint(style, 'quiet', GUTTER)}${right?.text ?? ''}`.trimEnd();
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
