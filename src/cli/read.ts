import type { Command } from 'commander';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page, PartKind } from '../page/page.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { harmless, paint, type Role } from '../report/paint.js';
import { wrapText } from '../report/wrap.js';
import { answerEach } from './answer-each.js';
import type { InputFlags } from './page-inputs.js';
import { readersOption } from './readers-option.js';
import type { Terminal } from './terminal.js';

/** `stemma read PAGE…`: typed parts, the reported text, and what the page says of itself. */
export function registerRead(program: Command, terminal: Terminal): void {
  program
    .command('read')
    .description('read pages: every part typed, the reported text, and what each page says of itself')
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--json', 'print one JSON object a page')
    .option('--jsonl', 'inputs are JSON Lines: {id?, url?, html? | text?, …}')
    .addOption(readersOption())
    .action((pages: string[], flags: InputFlags) => {
      const show = (raw: RawPage) => ({ text: showPage(readPage(raw), terminal), found: true });
      return answerEach({ verb: 'read', pages, flags, knowledge: openKnowledge(), show }, terminal);
    });
}

function showPage(page: Page, terminal: Terminal): string {
  const lines = page.parts.flatMap((part) => {
    const [first = '', ...more] = wrapText(harmless(part.text), terminal.width - LABEL - 2);
    const label = paint(terminal, ROLES[part.kind] ?? 'quiet', part.kind.padEnd(LABEL));
    return [`${label}${first}`, ...more.map((line) => ' '.repeat(LABEL) + line), ''];
  });
  const claims = page.claims.map(
    (claim) =>
      `${paint(terminal, 'quiet', claim.field.padEnd(LABEL))}${harmless(claim.value)} ${paint(terminal, 'quiet', `(${claim.from})${claim.reason === undefined ? '' : ` – chosen: ${harmless(claim.reason)}`}`)}`,
  );
  return `${[...lines, ...claims, ...page.notes].join('\n')}\n`;
}

const LABEL = 15;
const ROLES: Partial<Readonly<Record<PartKind, Role>>> = {
  headline: 'strong',
  subheading: 'strong',
  paragraph: 'good',
  blockquote: 'quote',
};
