import { InvalidArgumentError, type Command } from 'commander';
import { openArchive } from '../archive/open-archive.js';
import { openWeb } from '../intake/web.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { trace } from '../trace.js';
import { watchFeeds, type Finding } from '../watch.js';
import { interruptSignal } from './interrupt.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface WatchFlags {
  readonly archive?: string;
  readonly every?: number;
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
}

/** `stemma watch FEED…`: keeps reading feeds and says what their new pages come from. */
export function registerWatch(program: Command, terminal: Terminal): void {
  program
    .command('watch')
    .description('keep reading feeds: add each new page, and say where its text comes from')
    .argument('<feed...>', 'addresses of RSS, Atom or JSON feeds, or of OPML lists')
    .option('--archive <where>', 'a folder, postgres://… or http://… (default: STEMMA_ARCHIVE, else your own)')
    .option('--every <minutes>', 'minutes between two readings (default: 5)', minutesOf)
    .option('--allow-private', 'let addresses lead to loopback and private ones')
    .option('--json', 'print one JSON object a finding')
    .action((feeds: string[], flags: WatchFlags) => watch(feeds, flags, terminal));
}

async function watch(feeds: readonly string[], flags: WatchFlags, terminal: Terminal): Promise<void> {
  const archive = await openArchive(flags.archive, { owner: 'stemma watch' });
  const interrupt = interruptSignal();
  const { signal } = interrupt;
  const web = openWeb({ allowPrivate: flags.allowPrivate === true, signal });
  const knowledge = openKnowledge();
  const context = {
    archive,
    knowledge,
    web,
    signal,
    trace: (raw: Parameters<typeof trace>[0]) => trace(raw, { archive, knowledge }),
  };
  let found = 0;
  try {
    for await (const news of watchFeeds(feeds, context, flags.every === undefined ? undefined : flags.every * 60_000)) {
      if ('why' in news) {
        if (!signal.aborted) terminal.say(`stemma: ${news.input}: ${news.why}`);
      } else if (news.report.collations.length > 0) {
        found++;
        terminal.out(flags.json === true ? `${JSON.stringify(jsonOf(news))}\n` : lineOf(news));
      }
    }
  } finally {
    interrupt.release();
    await web.close();
    await archive.close();
  }
  process.exitCode = found > 0 ? STATUS.found : STATUS.nothing;
}

function jsonOf({ at, feed, report }: Finding): object {
  const { id, url, outlet, title, published } = report.page;
  return { at, feed, page: { id, url, outlet, title, published }, verdict: report.verdict, exemplar: report.exemplar };
}

function lineOf({ report }: Finding): string {
  const { outlet, title, url } = report.page;
  const name = [outlet, title].filter(Boolean).join(': ');
  return `${name === '' ? (url ?? '') : name}\n  ${report.verdict.sentence}\n${url === undefined ? '' : `  ${url}\n`}`;
}

function minutesOf(word: string): number {
  const minutes = Number(word);
  if (!(minutes > 0)) throw new InvalidArgumentError('Take a number of minutes above 0.');
  return minutes;
}
