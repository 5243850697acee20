import type { AlignmentRow, AlignmentTable } from '../collation/align-family.js';
import { csvLine } from './csv.js';
import { harmless, paint, type Style } from './paint.js';
import { shorten } from './plain-words.js';

/** The alignment table for a terminal: sigla on top, a row for each place where a witness differs, equal stretches in one row. */
export function renderAlignment(table: AlignmentTable, style: Style): string {
  const sigla = siglaOf(table.witnesses.length);
  const width = Math.max(NARROWEST, Math.floor((style.width - 2) / (sigla.length + 1)) - SEPARATOR.length);
  const line = (cells: readonly string[], isStrong = false): string =>
    `  ${cells.map((cell) => pad(shorten(harmless(cell), width), width, (text) => (isStrong ? paint(style, 'strong', text) : text))).join(SEPARATOR)}`.trimEnd();
  const lines = [
    line(['base', ...sigla], true),
    line(Array.from({ length: sigla.length + 1 }, () => '─'.repeat(width))),
  ];
  for (const row of joinAgreeing(table.rows)) lines.push(line([row.base, ...row.cells]));
  const legend = [
    `  base  ${harmless(nameOf(table.base))}`,
    ...table.witnesses.map((witness, w) => `  ${(sigla[w] ?? '').padEnd(4)}  ${harmless(nameOf(witness))}`),
  ];
  return `\n${lines.join('\n')}\n\n${legend.join('\n')}\n`;
}

/** The whole table as CSV: a column a witness, a line a row. */
export function alignmentCsv(table: AlignmentTable): string {
  const header = csvLine(['base', ...siglaOf(table.witnesses.length)]);
  const lines = table.rows.map((row) =>
    csvLine([row.base.text, ...row.readings.map((reading) => reading?.text ?? '')]),
  );
  return [header, ...lines].join('');
}

/** A, B, C…, then A1, B1…: short names of the witnesses. */
export function siglaOf(count: number): string[] {
  return Array.from(
    { length: count },
    (_, w) => String.fromCharCode(65 + (w % 26)) + (w < 26 ? '' : String(Math.floor(w / 26))),
  );
}

interface ShownRow {
  readonly base: string;
  readonly cells: readonly string[];
}

/** Rows where all agree, and the same witnesses lack the text, become one. */
function joinAgreeing(rows: readonly AlignmentRow[]): ShownRow[] {
  const found: ShownRow[] = [];
  let open = '';
  for (const row of rows) {
    const state = row.agrees ? row.readings.map((reading) => (reading === undefined ? '-' : '=')).join('') : '';
    const last = found.at(-1);
    const cells = row.readings.map((reading) => (reading === undefined ? '' : row.agrees ? '=' : reading.text || '–'));
    if (state !== '' && state === open && last)
      found[found.length - 1] = { base: `${last.base} ${row.base.text}`, cells };
    else found.push({ base: row.base.text, cells });
    open = state;
  }
  return found;
}

function pad(text: string, width: number, dress: (text: string) => string): string {
  return dress(text) + ' '.repeat(Math.max(0, width - text.length));
}

function nameOf({ id, page }: AlignmentTable['base']): string {
  return page.outlet ?? page.title ?? id;
}

const SEPARATOR = ' │ ';
/** Characters below which a reading can't be told. */
const NARROWEST = 10;
