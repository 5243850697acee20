import type { Sources, Stemma } from '../stemma/stemma.js';
import { harmless, paint, type Style } from './paint.js';
import { countOf, shorten } from './plain-words.js';
import { inOrderOfNeed, siglumOf, toldStatement, type ToldStatement } from './told-statement.js';
import { wrapText } from './wrap.js';

/** Statements shown in a terminal. */
const MOST_STATEMENTS = 40;
/** Characters of a statement, and of how another page has it. */
const LONGEST = 200;
/** Widths of the table's columns beside the statement, as shares of the line. */
const SHARES = { speaker: 0.2, through: 0.2, origins: 0.18 };
/** Columns of the narrowest cell, and of the narrowest statement. */
const NARROWEST = { cell: 8, said: 12 };
const GUTTER = '  ';

/** How many sources are left, and a table of statements: speaker, what, through whom, origins and number of carriers. */
export function drawSources({ stemma, sources }: { stemma: Stemma; sources: Sources }, style: Style): string {
  const names = sources.origins.map((origin) => harmless(origin.name)).join(', ');
  const head = `${countOf(sources.pages, 'page')}, ${sources.independent} independent: ${shorten(names, 400)}`;
  const order = inOrderOfNeed(sources.statements);
  const lines = [paint(style, 'strong', head)];
  if (order.length === 0) return lines.join('\n');
  const shown = style.all === true ? order : order.slice(0, MOST_STATEMENTS);
  const title = rowOf(
    ['Speaker', 'Said', 'Through', 'Origins'].map((cell) => [cell]),
    style,
  );
  const nameOf = siglumOf(stemma);
  const rows = shown.flatMap((statement) =>
    rowOf(cellsOf(toldStatement(statement, nameOf), statement.origins, style), style),
  );
  const more =
    order.length > shown.length ? [paint(style, 'quiet', `… ${order.length - shown.length} more: --all`)] : [];
  return [...lines, '', ...title.map((line) => paint(style, 'quiet', line)), ...rows, ...more].join('\n');
}

/** Each cell's paragraphs. */
function cellsOf(told: ToldStatement, origins: readonly string[], style: Style): string[][] {
  const { name, said, through, carried, marks, notes } = told;
  const short = (text: string): string => (style.all === true ? text : shorten(text, LONGEST));
  return [
    [name, ...marks.map((mark) => `(${mark})`)],
    [short(said), ...notes.map((note) => `≠ ${short(note)}`)],
    [through.join(' ← ')],
    [`${origins.join(', ')} (${carried})`],
  ];
}

/** Cells wrapped side by side. */
function rowOf(cells: readonly (readonly string[])[], style: Style): string[] {
  const [speaker, through, origins] = [SHARES.speaker, SHARES.through, SHARES.origins].map((share) =>
    Math.max(NARROWEST.cell, Math.floor(style.width * share)),
  ) as [number, number, number];
  const said = Math.max(NARROWEST.said, style.width - speaker - through - origins - 3 * GUTTER.length);
  const widths = [speaker, said, through, origins];
  const columns = cells.map((paragraphs, i) =>
    paragraphs.flatMap((paragraph) => wrapText(harmless(paragraph), widths[i] ?? NARROWEST.cell)),
  );
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, i) => (lines[row] ?? '').padEnd(widths[i] ?? NARROWEST.cell))
      .join(GUTTER)
      .trimEnd(),
  );
}
