import type { SourcedStatement, Sources } from '../stemma/stemma.js';
import { harmless, paint, type Style } from './paint.js';
import { countOf, shorten } from './plain-words.js';
import { wrapText } from './wrap.js';

/** Statements shown in a terminal; `--json` has all. */
const MOST_STATEMENTS = 40;
/** Widths of the table's columns beside the statement, as shares of the line. */
const SPEAKER = 0.2;
const THROUGH = 0.2;
const ORIGINS = 0.18;

/** How many sources are left, and a table of statements: speaker, what, through whom, origins and number of carriers. */
export function drawSources(sources: Sources, style: Style): string {
  const names = sources.origins.map((origin) => harmless(origin.name)).join(', ');
  const head = paint(
    style,
    'strong',
    `${countOf(sources.pages, 'page')}, ${sources.independent} independent: ${shorten(names, 400)}`,
  );
  const order = [...sources.statements].sort((a, b) => b.carriers.length - a.carriers.length);
  if (order.length === 0) return head;
  const title = tableRow(['Speaker', 'Said', 'Through', 'Origins'], style).map((line) => paint(style, 'quiet', line));
  const rows = order.slice(0, MOST_STATEMENTS).flatMap((statement) => tableRow(cellsOf(statement), style));
  const more =
    order.length > MOST_STATEMENTS
      ? [paint(style, 'quiet', `… ${order.length - MOST_STATEMENTS} more; --json has all`)]
      : [];
  return [head, '', ...title, ...rows, ...more].join('\n');
}

function cellsOf(statement: SourcedStatement): [string, string, string, string] {
  const through = statement.chain.slice(1).join(' ← ');
  const origins = `${statement.origins.join(', ')} (${countOf(statement.carriers.length, 'page')})`;
  return [statement.name === '' ? 'unnamed' : statement.name, shorten(statement.content, 200), through, origins];
}

/** Cells wrapped side by side. */
function tableRow(cells: readonly [string, string, string, string], style: Style): string[] {
  const [speaker, through, origins] = [SPEAKER, THROUGH, ORIGINS].map((share) =>
    Math.max(8, Math.floor(style.width * share)),
  );
  const widths = [
    speaker ?? 8,
    Math.max(12, style.width - (speaker ?? 8) - (through ?? 8) - (origins ?? 8) - 6),
    through ?? 8,
    origins ?? 8,
  ];
  const columns = cells.map((cell, i) => wrapText(harmless(cell), widths[i] ?? 8));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, i) => (lines[row] ?? '').padEnd(widths[i] ?? 8))
      .join('  ')
      .trimEnd(),
  );
}
