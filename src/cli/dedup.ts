import type { Command } from 'commander';
import { dedup } from '../dedup.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { readersOption } from './readers-option.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface DedupFlags {
  readonly jsonl?: boolean;
  readonly readers: number;
}

/** `stemma dedup CORPUS…`: clusters of copies, a JSON object a text. */
export function registerDedup(program: Command, terminal: Terminal): void {
  program
    .command('dedup')
    .description('clusters of copies in a corpus, reworded ones too; no archive needed')
    .argument('<corpus...>', 'files, folders, .jsonl, .warc (each also .gz), or - for standard input')
    .option('--jsonl', 'inputs are JSON Lines whatever they are called')
    .addOption(readersOption())
    .option('--json', 'print one JSON object a text (always so)')
    .action((inputs: string[], flags: DedupFlags) => cluster(inputs, flags, terminal));
}

async function cluster(inputs: readonly string[], flags: DedupFlags, terminal: Terminal): Promise<void> {
  const options = { jsonLines: flags.jsonl === true, readers: flags.readers };
  const count = { texts: 0, copies: 0, unreadable: 0 };
  for await (const one of dedup(inputs, openKnowledge(), options)) {
    if ('why' in one) {
      count.unreadable++;
      terminal.out(
        `${JSON.stringify({ id: one.id, error: { code: one.code ?? 'bad-input', message: `${one.input}: ${one.why}` } })}\n`,
      );
    } else {
      count.texts++;
      if (one.exemplar !== one.id) count.copies++;
      terminal.out(`${JSON.stringify(one)}\n`);
    }
  }
  if (terminal.watched)
    terminal.say(`${count.texts} texts, ${count.copies} of them copies; ${count.unreadable} unreadable`);
  process.exitCode =
    count.texts === 0 && count.unreadable > 0 ? STATUS.error : count.copies > 0 ? STATUS.found : STATUS.nothing;
}
