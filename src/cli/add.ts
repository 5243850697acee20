import { normalize } from 'node:path';
import type { Command } from 'commander';
import { addPages, type AddSummary } from '../add.js';
import { openArchive } from '../archive/open-archive.js';
import { StemmaError } from '../error.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { interruptSignal } from './interrupt.js';
import { progressBar } from './progress-bar.js';
import { readersOption } from './readers-option.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface AddFlags {
  readonly archive?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly allowPrivate?: boolean;
  readonly readers: number;
}

/** `stemma add SOURCE…`: pages into the archive. */
export function registerAdd(program: Command, terminal: Terminal): void {
  program
    .command('add')
    .description(
      'add pages to the archive; exit status 2 where a named source could not be read to its end, rows and files within it that give no page are counted and told',
    )
    .argument(
      '<source...>',
      'files, folders, .jsonl, .warc (each also .gz), feeds, OPML, sitemaps, URLs, or - for standard input',
    )
    .option('--archive <where>', 'a folder, postgres://… or http://… (default: STEMMA_ARCHIVE, else your own)')
    .option('--allow-private', 'let URLs lead to loopback and private addresses')
    .option('--jsonl', 'sources are JSON Lines whatever they are called')
    .addOption(readersOption())
    .option('--json', 'print the summary as JSON')
    .action((sources: string[], flags: AddFlags) => add(sources, flags, terminal));
}

async function add(sources: readonly string[], flags: AddFlags, terminal: Terminal): Promise<void> {
  const archive = await openArchive(flags.archive, { owner: 'stemma add' });
  const interrupt = interruptSignal();
  const bar = progressBar(terminal);
  try {
    const summary = await addPages(sources, archive, openKnowledge(), {
      jsonLines: flags.jsonl === true,
      readers: flags.readers,
      web: { allowPrivate: flags.allowPrivate === true, signal: interrupt.signal },
      signal: interrupt.signal,
      onProgress: (progress) => {
        bar.update(progress);
        if (progress.latest !== undefined && flags.json !== true)
          bar.say(`stemma: ${progress.latest.input}: ${progress.latest.why}`);
      },
    });
    bar.stop();
    finish(summary, { sources, flags }, terminal);
  } finally {
    bar.stop();
    interrupt.release();
    await archive.close();
  }
}

interface Asked {
  readonly sources: readonly string[];
  readonly flags: AddFlags;
}

function finish({ stopped, ...summary }: AddSummary, { sources, flags }: Asked, terminal: Terminal): void {
  const { added, known, versions, unreadable } = summary;
  if (flags.json === true) terminal.out(`${JSON.stringify(summary)}\n`);
  else terminal.out(`${added} added, ${known} known, ${versions} new versions, ${unreadable.length} unreadable\n`);
  if (stopped) terminal.say('stemma: stopped; run the same command again to go on.');
  if (added + known + versions === 0 && unreadable.length > 0) {
    const [first] = unreadable;
    throw new StemmaError('bad-input', `Nothing was added: ${first?.input} ${first?.why}`.replace(/\.?$/, '.'));
  }
  const named = new Set(sources.map((source) => normalize(source)));
  const refused = unreadable.some(({ input }) => named.has(normalize(input)));
  process.exitCode = stopped || refused ? STATUS.error : added + known + versions > 0 ? STATUS.found : STATUS.nothing;
}
