import { existsSync } from 'node:fs';
import { normalize } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { openMemoryArchive } from '../archive/memory.js';
import { defaultArchive, openArchive } from '../archive/open-archive.js';
import type { Archive } from '../archive/archive.js';
import { addPages } from '../add.js';
import { StemmaError } from '../error.js';
import { openKnowledge, type Knowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { renderHtml } from '../report/render-html.js';
import type { Style } from '../report/paint.js';
import { renderText } from '../report/render-text.js';
import type { Report } from '../report/report.js';
import type { Family } from '../family.js';
import { STAGES, traceByStage, type Stage } from '../trace.js';
import { answerEach, type Answer } from './answer-each.js';
import type { InputFlags } from './page-inputs.js';
import { stageJson } from './stage-json.js';
import type { Terminal } from './terminal.js';

interface TraceFlags extends InputFlags {
  readonly archive?: string;
  readonly against?: string[];
  readonly until?: Stage;
  readonly limit?: number;
  readonly all?: boolean;
  readonly format?: Format;
}

/** `stemma trace PAGE…`: where a page's text comes from. */
export function registerTrace(program: Command, terminal: Terminal): void {
  program
    .command('trace')
    .description('where a page’s text comes from: the report, or what a stage gives')
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--archive <where>', 'a folder, postgres://… or http://… (default: STEMMA_ARCHIVE, else your own)')
    .option('--against <files...>', 'trace against these files instead of an archive')
    .option('--until <stage>', `stop after a stage: ${STAGES.join(', ')}`, stageOf)
    .option('--limit <n>', 'candidates at most', countOf)
    .option('--all', 'every statement, in full')
    .option('--format <format>', FORMATS.join(', '), formatOf, 'text')
    .option('--json', 'print one JSON object a page (same as --format json)')
    .option('--jsonl', 'inputs are JSON Lines: {id?, url?, html? | text?, …}')
    .action((pages: string[], flags: TraceFlags) => traceAll(pages, flags, terminal));
}

async function traceAll(pages: readonly string[], flags: TraceFlags, terminal: Terminal): Promise<void> {
  const knowledge = openKnowledge();
  const archive = await archiveFor(flags, knowledge, terminal);
  try {
    const json = flags.json === true || flags.format === 'json';
    let answered = 0;
    const answer = (raw: RawPage): Promise<Answer> => {
      if (answered++ > 0 && !json) refuseSecond(flags.format ?? 'text');
      return traceOne(raw, { archive, knowledge, flags, terminal });
    };
    await answerEach({ pages, flags: { ...flags, json }, answer }, terminal);
  } finally {
    await archive.close();
  }
}

/** One document a run: two of them behind each other are neither. */
function refuseSecond(format: Format): void {
  if (format === 'text') return;
  throw new StemmaError('bad-input', `--format ${format} writes one document: trace one page at a time.`);
}

/** The archive to search: with `--against` one in memory that holds the named files. */
async function archiveFor(flags: TraceFlags, knowledge: Knowledge, terminal: Terminal): Promise<Archive> {
  if (flags.against === undefined) return ownArchive(flags, terminal) ?? openArchive(flags.archive, { readOnly: true });
  const archive = openMemoryArchive();
  const named = new Set(flags.against.map((file) => normalize(file)));
  const { unreadable } = await addPages(flags.against, archive, knowledge);
  for (const { input, why } of unreadable) {
    const sentence = `${input}: ${why}`.replace(/\.?$/, '.');
    if (named.has(normalize(input))) throw new StemmaError('bad-input', sentence);
    terminal.say(`stemma: ${sentence}`);
  }
  if ((await archive.count()).witnesses === 0)
    throw new StemmaError('bad-input', `There is no page in ${flags.against.join(', ')} to trace against.`);
  return archive;
}

/** An empty archive for someone who has none yet and named none: the page's own traces are still worth having. */
function ownArchive(flags: TraceFlags, terminal: Terminal): Archive | undefined {
  const place = defaultArchive();
  if (flags.archive !== undefined || process.env['STEMMA_ARCHIVE'] || existsSync(place)) return undefined;
  terminal.say('You have no archive yet (stemma add fills one); the page is read by itself.');
  return openMemoryArchive();
}

interface Work {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  readonly flags: TraceFlags;
  readonly terminal: Terminal;
}

async function traceOne(raw: RawPage, { archive, knowledge, flags, terminal }: Work): Promise<Answer> {
  const until = flags.until ?? 'report';
  const context = { archive, knowledge, ...(flags.limit === undefined ? {} : { limit: flags.limit }) };
  let family: Family | undefined;
  for await (const result of traceByStage(raw, context)) {
    if (result.stage === 'collations') family = result.value;
    if (result.stage !== until) continue;
    if (result.stage === 'report')
      return reportAnswer(
        result.value,
        await render({ report: result.value, family, knowledge }, flags.format ?? 'text', {
          ...terminal,
          all: flags.all ?? false,
        }),
      );
    const json = stageJson(result);
    return {
      json,
      text: `${JSON.stringify(json, null, 2)}\n`,
      found: result.stage !== 'candidates' || result.value.candidates.length > 0,
    };
  }
  throw new Error(`No stage gave ${until}.`);
}

function reportAnswer(report: Report, text: string): Answer {
  const { id, ...json } = report;
  return { json, text, found: report.collations.length > 0 };
}

/** What a format is written from: the report, and the family for what shows more than two texts. */
interface Traced {
  readonly report: Report;
  readonly family: Family | undefined;
  readonly knowledge: Knowledge;
}

async function render({ report, family, knowledge }: Traced, format: Format, style: Style): Promise<string> {
  switch (format) {
    case 'text':
    case 'json':
      return renderText(report, style);
    case 'html':
      return renderHtml(report);
    case 'csv':
      return (await import('../report/report-csv.js')).reportCsv(report);
    case 'tei': {
      const [page, ...others] = [...(family?.members ?? [])].reverse();
      if (page === undefined) throw new Error('A report came without its family.');
      const { alignFamily } = await import('../collation/align-family.js');
      return (await import('../report/tei.js')).familyTei(alignFamily(page, others, knowledge));
    }
    case 'dot':
      return (await import('../report/dot.js')).stemmaDot(report.stemma);
    case 'graphml':
      return (await import('../report/graphml.js')).stemmaGraphml(report.stemma);
    case 'mermaid':
      return (await import('../report/mermaid.js')).stemmaMermaid(report.stemma);
  }
}

const FORMATS = ['text', 'json', 'html', 'csv', 'tei', 'graphml', 'dot', 'mermaid'] as const;
type Format = (typeof FORMATS)[number];

function formatOf(asked: string): Format {
  const format = FORMATS.find((known) => known === asked);
  if (format === undefined)
    throw new StemmaError('bad-input', `There is no format ${asked}: take ${FORMATS.join(', ')}.`);
  return format;
}

function stageOf(word: string): Stage {
  const stage = STAGES.find((name) => name === word);
  if (stage === undefined) throw new InvalidArgumentError(`Take one of ${STAGES.join(', ')}.`);
  return stage;
}

function countOf(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Take a whole number from 1 on.');
  return count;
}
