import type { Command } from 'commander';
import { StemmaError } from '../error.js';
import { familyOf } from '../family.js';
import { pageOf } from '../intake/read-json-lines.js';
import { type Knowledge, openKnowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { stemmaDot } from '../report/dot.js';
import { drawSources } from '../report/draw-sources.js';
import { drawStemma } from '../report/draw-stemma.js';
import { stemmaGraphml } from '../report/graphml.js';
import { stemmaMermaid } from '../report/mermaid.js';
import type { Style } from '../report/paint.js';
import { sourcesCsv } from '../report/sources-csv.js';
import { stemmaSvg } from '../report/stemma-svg.js';
import { type FamilyAnswer, stemFamily } from '../verbs.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';
import { jsonRows } from './json-rows.js';
import { type InputFlags, pageFrom, pageInputs } from './page-inputs.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface StemFlags extends InputFlags {
  readonly format?: string;
  readonly all?: boolean;
}

const FORMATS = ['text', 'json', 'csv', 'graphml', 'dot', 'mermaid', 'svg'];

/** `stemma stem PAGE…`: who copied whom among these pages, and how many sources are left. */
export function registerStem(program: Command, terminal: Terminal): void {
  program
    .command('stem')
    .description('who copied whom among these pages, and how many sources are left')
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--json', 'print one JSON object: {stemma, sources}')
    .option(
      '--jsonl',
      'inputs are JSON Lines: {id?, url?, html? | text?, …}; a row {id?, pages: […]} is a family of its own',
    )
    .option('--all', 'every statement, in full')
    .option('--format <format>', `one of ${FORMATS.join(', ')}`)
    .action((pages: string[], flags: StemFlags) => stem(pages, flags, terminal));
}

async function stem(names: readonly string[], flags: StemFlags, terminal: Terminal): Promise<void> {
  const format = flags.format ?? (flags.json === true || flags.jsonl === true ? 'json' : 'text');
  if (!FORMATS.includes(format))
    throw new StemmaError('bad-input', `There is no format "${format}": choose ${FORMATS.join(', ')}.`);
  const knowledge = openKnowledge();
  const count = { found: 0, families: 0, failed: 0 };
  for await (const family of families(names, flags)) {
    for (const { id, error } of family.errors) {
      count.failed++;
      if (format === 'json')
        terminal.out(`${JSON.stringify({ id, error: { code: error.code, message: error.message } })}\n`);
      if (flags.jsonl !== true) terminal.say(`stemma: ${error.message}`);
    }
    if (family.witnesses.length === 0) continue;
    count.families++;
    const answer = stemFamily(familyOf(family.witnesses, knowledge), knowledge);
    if (answer.stemma.descents.length > 0) count.found++;
    terminal.out(show(answer, { id: family.id, format, style: { ...terminal, all: flags.all ?? false } }));
  }
  if (count.failed > 0 && (flags.jsonl !== true || count.families === 0)) process.exitCode = STATUS.error;
  else process.exitCode = count.found > 0 ? STATUS.found : STATUS.nothing;
}

interface Gathered {
  /** Of the row that holds the family; undefined where the inputs together are the family. */
  readonly id?: unknown;
  readonly witnesses: readonly Witness[];
  readonly errors: readonly { readonly id: unknown; readonly error: StemmaError }[];
}

/** All inputs as one family; rows that hold `pages` are families of their own. */
async function* families(names: readonly string[], flags: StemFlags): AsyncIterable<Gathered> {
  const { lexicon } = openKnowledge();
  const loose: { id: unknown; raw: RawPage | StemmaError }[] = [];
  if (flags.jsonl !== true) {
    for await (const input of pageInputs(names, flags)) loose.push(input);
  } else {
    for await (const row of jsonRows(names)) {
      const pages = (row.value as { readonly pages?: unknown } | null | undefined)?.pages;
      if (Array.isArray(pages)) {
        const members = pages.map((page: unknown, i) => ({
          id: idOf(page),
          raw: pageFrom(pageOf(page, `${row.name}, page ${i + 1}`)),
        }));
        yield { id: row.id, ...gathered(members, lexicon) };
      } else loose.push({ id: row.id, raw: row.error ?? pageFrom(pageOf(row.value, row.name)) });
    }
  }
  if (loose.length > 0) yield gathered(loose, lexicon);
}

function gathered(
  inputs: readonly { id: unknown; raw: RawPage | StemmaError }[],
  lexicon: Knowledge['lexicon'],
): Gathered {
  const witnesses: Witness[] = [];
  const errors: { id: unknown; error: StemmaError }[] = [];
  for (const { id, raw } of inputs) {
    const read = raw instanceof StemmaError ? raw : readWitness(raw, id, lexicon);
    if (read instanceof StemmaError) errors.push({ id, error: read });
    else witnesses.push(read);
  }
  return { witnesses, errors };
}

function readWitness(raw: RawPage, id: unknown, lexicon: Knowledge['lexicon']): Witness | StemmaError {
  try {
    const name = raw.id ?? (typeof id === 'string' || typeof id === 'number' ? String(id) : undefined);
    return toWitness(readPage(name === undefined ? raw : { ...raw, id: name }), lexicon);
  } catch (error) {
    if (error instanceof StemmaError) return error;
    throw error;
  }
}

function idOf(page: unknown): unknown {
  return typeof page === 'object' && page !== null ? (page as { readonly id?: unknown }).id : undefined;
}

function show({ stemma, sources }: FamilyAnswer, how: { id: unknown; format: string; style: Style }): string {
  switch (how.format) {
    case 'json':
      return `${JSON.stringify({ ...(how.id === undefined ? {} : { id: how.id }), stemma, sources })}\n`;
    case 'csv':
      return sourcesCsv({ stemma, sources });
    case 'graphml':
      return stemmaGraphml(stemma);
    case 'dot':
      return stemmaDot(stemma);
    case 'mermaid':
      return stemmaMermaid(stemma);
    case 'svg':
      return `${stemmaSvg(stemma)}\n`;
    default:
      return `${drawStemma(stemma, how.style)}\n\n${drawSources({ stemma, sources }, how.style)}\n`;
  }
}
