import type { AlignmentRow, AlignmentTable } from '../collation/align-family.js';
import { siglaOf } from './alignment-table.js';
import { harmless, paint, type Style } from './paint.js';
import { wrapText } from './wrap.js';

/** One entry of a critical apparatus: the base's reading and who reads what instead. */
interface ApparatusEntry {
  /** The base's words; empty where others add. */
  readonly lemma: string;
  /** The word before an addition. */
  readonly after?: string;
  readonly variants: readonly { readonly reading: string; readonly sigla: readonly string[] }[];
}

/** A sentence of the base and its apparatus. */
export interface SentenceApparatus {
  readonly text: string;
  readonly entries: readonly ApparatusEntry[];
  /** Witnesses that don't have the sentence. */
  readonly lacking: readonly string[];
}

/** The critical apparatus, sentence by sentence; sentences that no witness has are left out. */
export function apparatusOf(table: AlignmentTable): readonly SentenceApparatus[] {
  const sigla = siglaOf(table.witnesses.length);
  const groups = new Map<number, AlignmentRow[]>();
  for (const row of table.rows) groups.set(row.sentence, [...(groups.get(row.sentence) ?? []), row]);
  return [...groups.entries()].flatMap(([sentence, rows]) => {
    const lacking = sigla.filter((_, w) => rows.every((row) => row.readings[w] === undefined));
    const span = table.base.sentences[sentence];
    if (lacking.length === sigla.length || span === undefined) return [];
    const text = table.base.text.slice(table.base.start[span.from], table.base.end[span.to - 1]);
    return [{ text, entries: entriesOf(rows, sigla), lacking }];
  });
}

function entriesOf(rows: readonly AlignmentRow[], sigla: readonly string[]): ApparatusEntry[] {
  return rows.flatMap((row, r) => {
    if (row.agrees) return [];
    const byReading = new Map<string, string[]>();
    row.readings.forEach((reading, w) => {
      if (reading && !reading.agrees)
        byReading.set(reading.text, [...(byReading.get(reading.text) ?? []), sigla[w] ?? '']);
    });
    const variants = [...byReading].map(([reading, found]) => ({ reading, sigla: found }));
    const before = rows[r - 1]?.base.text;
    return variants.length === 0
      ? []
      : [
          {
            lemma: row.base.text,
            ...(row.base.text === '' && before !== undefined ? { after: before } : {}),
            variants,
          },
        ];
  });
}

/** The apparatus as editions print it: `leader] chief A C, head B`; `om.` for omitted, `add.` for added. */
export function renderApparatus(table: AlignmentTable, style: Style): string {
  const blocks = apparatusOf(table).map(({ text, entries, lacking }) => {
    const notes = entries.map(entryText);
    if (lacking.length > 0) notes.push(`(not in ${lacking.join(' ')})`);
    const lines = wrapText(harmless(text), style.width - 2).map((line) => `  ${line}`);
    const apparatus =
      notes.length === 0
        ? []
        : wrapText(harmless(notes.join(' ‖ ')), style.width - 6).map((line) => `      ${paint(style, 'quiet', line)}`);
    return [...lines, ...apparatus].join('\n');
  });
  return `\n${blocks.join('\n\n')}\n`;
}

function entryText({ lemma, after, variants }: ApparatusEntry): string {
  const readings = variants.map(
    ({ reading, sigla }) => `${reading === '' ? 'om.' : lemma === '' ? `add. ${reading}` : reading} ${sigla.join(' ')}`,
  );
  return `${lemma === '' ? `after ${after ?? 'the beginning'}` : lemma}] ${readings.join(', ')}`;
}
