import type { Command } from 'commander';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { harmless, paint } from '../report/paint.js';
import { wrapText } from '../report/wrap.js';
import { readStatements, type PartStatements } from '../statement/find-statements.js';
import type { Statement } from '../statement/statement.js';
import { toWitness } from '../witness/to-witness.js';
import { answerEach } from './answer-each.js';
import type { InputFlags } from './page-inputs.js';
import { readersOption } from './readers-option.js';
import type { Terminal } from './terminal.js';

/** `stemma statements PAGE…`: who is reported to have said what, through whom, and when. */
export function registerStatements(program: Command, terminal: Terminal): void {
  program
    .command('statements')
    .description('who is reported to have said what: content, cue and speaker with exact ranges, the chain, the time')
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--json', 'print one JSON object a page')
    .option('--jsonl', 'inputs are JSON Lines: {id?, url?, html? | text?, …}')
    .addOption(readersOption())
    .action((pages: string[], flags: InputFlags) => {
      const knowledge = openKnowledge();
      const show = (raw: RawPage) => {
        const { lexicon, statementModel: model } = knowledge;
        const page = readPage(raw);
        const { statements, beside } = readStatements(toWitness(page, lexicon), { lexicon, model });
        const text = showPage({ text: page.source, statements }, beside, terminal);
        return { text, found: statements.length > 0 || beside.length > 0 };
      };
      return answerEach({ verb: 'statements', pages, flags, knowledge, show }, terminal);
    });
}

/** The statements of headline, deck and captions under the kind of their part, before those of the text. */
function showPage(
  body: { readonly text: string; readonly statements: readonly Statement[] },
  beside: readonly PartStatements[],
  terminal: Terminal,
): string {
  const parts = beside.map(
    ({ kind, text, statements }) =>
      `${paint(terminal, 'quiet', `In the ${kind}:`)}\n${showStatements(text, statements, terminal)}`,
  );
  if (parts.length > 0 && body.statements.length === 0) return parts.join('\n');
  return [...parts, showStatements(body.text, body.statements, terminal)].join('\n');
}

const SPEAKER = 24;

/** One statement a block: the speaker's name, what was said, and below it through whom and when. */
export function showStatements(text: string, statements: readonly Statement[], terminal: Terminal): string {
  const width = Math.max(20, terminal.width - SPEAKER - 1);
  const blocks = statements.map((statement) => {
    const content = statement.content.map(([start, end]) => text.slice(start, end)).join(' … ');
    const lines = wrapText(harmless(content), width);
    const names = wrapText(harmless(statement.name ?? '(nobody named)'), SPEAKER - 2);
    const cue = statement.cue.map(([start, end]) => text.slice(start, end)).join(' ');
    const notes = [
      harmless(cue),
      ...statement.via.map((name) => `via ${harmless(name)}`),
      statement.time ?? '',
      ...statement.marks,
    ].filter((note) => note !== '');
    const rows = Array.from({ length: Math.max(lines.length, names.length) }, (_, i) => {
      const name = (names[i] ?? '').padEnd(SPEAKER);
      return `${paint(terminal, statement.name === undefined ? 'quiet' : 'name', name)} ${lines[i] ?? ''}`.trimEnd();
    });
    return [...rows, `${' '.repeat(SPEAKER)} ${paint(terminal, 'quiet', notes.join(' · '))}`, ''].join('\n');
  });
  return blocks.length === 0 ? 'Nobody is reported to have said anything.\n' : blocks.join('\n');
}
