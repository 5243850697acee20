import type { Command } from 'commander';
import { alignFamily } from '../collation/align-family.js';
import { collate } from '../collation/collate.js';
import type { Collation } from '../collation/collation.js';
import { StemmaError } from '../error.js';
import { intake } from '../intake/intake.js';
import { pageOf } from '../intake/read-json-lines.js';
import { openKnowledge, type Knowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { alignmentCsv, renderAlignment } from '../report/alignment-table.js';
import { renderApparatus } from '../report/apparatus.js';
import { collationCsv } from '../report/csv.js';
import { renderCollationHtml } from '../report/html-collation.js';
import { renderCollation } from '../report/render-collation.js';
import { familyTei } from '../report/tei.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';
import { jsonRows, type JsonRow } from './json-rows.js';
import { pageFrom } from './page-inputs.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface CollateFlags {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly format?: string;
  readonly apparatus?: boolean;
  readonly all?: boolean;
}

/** `stemma collate BASE WITNESS…`: what texts share and what was changed. */
export function registerCollate(program: Command, terminal: Terminal): void {
  program
    .command('collate')
    .description('what two texts share and every change between them, typed; with --all, a family against its base')
    .argument(
      '[pages...]',
      'BASE and WITNESS: files, URLs, or - for standard input; with --all, the base and any number of witnesses',
    )
    .option('--all', 'align all pages with the first and print the alignment table, one column a witness')
    .option('--apparatus', 'print each sentence of the base with all readings, as a critical apparatus does')
    .option('--format <format>', 'text, json, html, csv or tei', 'text')
    .option('--json', 'same as --format json')
    .option('--jsonl', 'inputs are JSON Lines: {id?, base, witness}, each a text or a page object')
    .action((pages: string[], flags: CollateFlags) => {
      const knowledge = openKnowledge();
      if (flags.jsonl === true) return collateRows(pages, knowledge, terminal);
      return collatePages(pages, flags, { knowledge, terminal });
    });
}

interface Tools {
  readonly knowledge: Knowledge;
  readonly terminal: Terminal;
}

async function collatePages(
  names: readonly string[],
  flags: CollateFlags,
  { knowledge, terminal }: Tools,
): Promise<void> {
  const witnesses = await readAll(names, knowledge);
  const [base, ...others] = witnesses;
  const [witness] = others;
  if (base === undefined || witness === undefined)
    throw new StemmaError('bad-input', 'Name two pages at least: the base and a witness.');
  if (others.length > 1 && flags.all !== true && flags.apparatus !== true) {
    throw new StemmaError('bad-input', `${witnesses.length} pages are named; --all aligns them with the first.`);
  }
  if (flags.all === true || flags.apparatus === true || flags.format === 'tei') {
    const table = alignFamily(base, others, knowledge);
    terminal.out(
      flags.format === 'tei'
        ? familyTei(table)
        : flags.format === 'csv'
          ? alignmentCsv(table)
          : isJson(flags)
            ? tableJson(table)
            : flags.apparatus === true
              ? renderApparatus(table, terminal)
              : renderAlignment(table, terminal),
    );
    process.exitCode = table.rows.some((row) => row.readings.some((reading) => reading !== undefined))
      ? STATUS.found
      : STATUS.nothing;
    return;
  }
  const collation = collate(base, witness, { lexicon: knowledge.lexicon, model: knowledge.relationModel });
  if (flags.format === 'csv') terminal.out(collationCsv(collation));
  else if (isJson(flags)) terminal.out(`${JSON.stringify(collation)}\n`);
  else if (flags.format === 'html') terminal.out(renderCollationHtml(collation, base.page, witness.page));
  else if (flags.format === 'text') terminal.out(renderCollation(collation, { base, witness }, terminal));
  else
    throw new StemmaError('bad-input', `There is no format ${flags.format ?? ''}: take text, json, html, csv or tei.`);
  process.exitCode = collation.passages.length > 0 ? STATUS.found : STATUS.nothing;
}

function isJson(flags: CollateFlags): boolean {
  return flags.json === true || flags.format === 'json';
}

function tableJson({ base, witnesses, rows }: ReturnType<typeof alignFamily>): string {
  return `${JSON.stringify({ witnesses: [base, ...witnesses].map(({ id }) => id), rows })}\n`;
}

async function readAll(names: readonly string[], { lexicon }: Knowledge): Promise<Witness[]> {
  const witnesses: Witness[] = [];
  for (const name of names) {
    for await (const found of intake([name])) {
      const raw = pageFrom(found);
      if (raw instanceof StemmaError) throw raw;
      witnesses.push(toWitness(readPage(raw), lexicon));
    }
  }
  return witnesses;
}

/** One JSON object a row, in order; a broken row gives `{id, error}` in its place and the rest goes on. */
async function collateRows(files: readonly string[], knowledge: Knowledge, terminal: Terminal): Promise<void> {
  const count = { answered: 0, found: 0 };
  for await (const row of jsonRows(files)) {
    const answer = collateRow(row, knowledge);
    if (answer instanceof StemmaError) {
      terminal.out(`${JSON.stringify({ id: row.id, error: { code: answer.code, message: answer.message } })}\n`);
      continue;
    }
    count.answered++;
    if (answer.passages.length > 0) count.found++;
    terminal.out(`${JSON.stringify({ id: row.id, ...answer })}\n`);
  }
  process.exitCode = count.found > 0 ? STATUS.found : count.answered > 0 ? STATUS.nothing : STATUS.error;
}

function collateRow({ name, value, error }: JsonRow, { lexicon, relationModel }: Knowledge): Collation | StemmaError {
  if (error) return error;
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const sides: Witness[] = [];
  for (const side of ['base', 'witness'] as const) {
    const page = sideFrom(given[side], `${name}, ${side},`);
    if (page instanceof StemmaError) return page;
    const read = attempt(page);
    if (read instanceof StemmaError) return read;
    sides.push(toWitness(read, lexicon));
  }
  const [base, witness] = sides;
  return base && witness
    ? collate(base, witness, { lexicon, model: relationModel })
    : new StemmaError('bad-input', `${name} lacks “base” or “witness”.`);
}

function sideFrom(value: unknown, name: string): RawPage | StemmaError {
  if (value === undefined || value === null) return new StemmaError('bad-input', `${name} is missing.`);
  return typeof value === 'string' ? { text: value } : pageFrom(pageOf(value, name));
}

function attempt(raw: RawPage): Page | StemmaError {
  try {
    return readPage(raw);
  } catch (error) {
    if (error instanceof StemmaError) return error;
    throw error;
  }
}
