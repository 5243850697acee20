import type { Command } from 'commander';
import { openArchive } from '../archive/open-archive.js';
import { copiesOf, type Copy } from '../copies.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { answerEach } from './answer-each.js';
import { COPIES_HEADER, copiesCsv } from './copies-csv.js';
import { copiesText } from './copies-text.js';
import type { InputFlags } from './page-inputs.js';
import { wholeNumber } from './whole-number.js';
import type { Terminal } from './terminal.js';

interface CopiesFlags extends InputFlags {
  readonly archive?: string;
  readonly limit?: number;
  readonly csv?: boolean;
}

/** `stemma copies PAGE…`: who carried this text. */
export function registerCopies(program: Command, terminal: Terminal): void {
  program
    .command('copies')
    .description('who carried a page’s text, credited or not, how much of it, what they changed')
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--archive <where>', 'a folder, postgres://… or http://… (default: STEMMA_ARCHIVE, else your own)')
    .option('--limit <n>', 'candidates to lay beside the page at most', wholeNumber)
    .option('--csv', 'print a table for spreadsheets, a line a copy')
    .option('--json', 'print one JSON object a page')
    .option('--jsonl', 'inputs are JSON Lines: {id?, url?, html? | text?, …}')
    .action((pages: string[], flags: CopiesFlags) => findCopies(pages, flags, terminal));
}

async function findCopies(pages: readonly string[], flags: CopiesFlags, terminal: Terminal): Promise<void> {
  const archive = await openArchive(flags.archive, { readOnly: true });
  const context = { archive, knowledge: openKnowledge(), ...(flags.limit === undefined ? {} : { limit: flags.limit }) };
  const csv = flags.csv === true && flags.json !== true && flags.jsonl !== true;
  if (csv) terminal.out(COPIES_HEADER);
  try {
    const question = {
      pages,
      flags,
      answer: async (raw: Parameters<typeof copiesOf>[0]) => {
        const copies = await copiesOf(raw, context);
        return csv ? { ...answerOf(copies), text: copiesCsv(raw.id ?? raw.url ?? '', copies) } : answerOf(copies);
      },
    };
    await answerEach(question, terminal);
  } finally {
    await archive.close();
  }
}

function answerOf(copies: readonly Copy[]): { json: object; text: string; found: boolean } {
  return { json: { copies }, text: copiesText(copies), found: copies.length > 0 };
}
