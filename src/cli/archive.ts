import type { Command } from 'commander';
import { openArchive } from '../archive/open-archive.js';
import type { Archive } from '../archive/archive.js';
import { exportPage } from '../intake/exported-page.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { refingerprint } from '../refingerprint.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface ArchiveFlags {
  readonly archive?: string;
  readonly json?: boolean;
}

/** `stemma archive info | export | verify | migrate`: looking after an archive. */
export function registerArchive(program: Command, terminal: Terminal): void {
  const archive = program.command('archive').description('look after an archive');
  const where = '--archive <where>';
  const places = 'a folder, postgres://… or http://… (default: STEMMA_ARCHIVE, else your own)';
  archive
    .command('info')
    .description('what an archive is and how much it holds')
    .option(where, places)
    .option('--json', 'print JSON')
    .action((flags: ArchiveFlags) => info(flags, terminal));
  archive
    .command('export')
    .description('all pages as JSON Lines, the rows that stemma add takes')
    .option(where, places)
    .action((flags: ArchiveFlags) => exportPages(flags, terminal));
  archive
    .command('verify')
    .description('look for damage; exit status 1 where there is some, 2 where it is too damaged to be opened')
    .option(where, places)
    .option('--json', 'print JSON')
    .action((flags: ArchiveFlags) => verify(flags, terminal));
  archive
    .command('migrate')
    .description('bring an archive of an older Stemma up to date, its fingerprints too')
    .option(where, places)
    .action((flags: ArchiveFlags) => migrate(flags, terminal));
}

async function reading(flags: ArchiveFlags, act: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = await openArchive(flags.archive, { readOnly: true });
  try {
    await act(archive);
  } finally {
    await archive.close();
  }
}

function info(flags: ArchiveFlags, terminal: Terminal): Promise<void> {
  return reading(flags, async (archive) => {
    const count = await archive.count();
    if (flags.json === true) terminal.out(`${JSON.stringify({ name: archive.name, ...count })}\n`);
    else
      terminal.out(
        `${archive.name}\n${count.witnesses} pages of ${count.addresses} addresses, ${count.postings} fingerprints\n`,
      );
    process.exitCode = count.witnesses > 0 ? STATUS.found : STATUS.nothing;
  });
}

/** Rows that `add` takes back as they are, parts and claims too; readers of rows without them find the text and what is known of it. */
function exportPages(flags: ArchiveFlags, terminal: Terminal): Promise<void> {
  return reading(flags, async (archive) => {
    for await (const { page, version, added } of archive.scan()) {
      const { id, url, title, byline, outlet, published, source } = page;
      const known = { id, url, title, byline, outlet, published, text: source, version, added };
      terminal.out(`${JSON.stringify({ ...known, read: exportPage(page) })}\n`);
      if (process.stdout.writableNeedDrain) await new Promise((done) => process.stdout.once('drain', done));
    }
  });
}

function verify(flags: ArchiveFlags, terminal: Terminal): Promise<void> {
  return reading(flags, async (archive) => {
    const findings = await archive.verify();
    if (flags.json === true) terminal.out(`${JSON.stringify({ sound: findings.length === 0, findings })}\n`);
    else terminal.out(findings.length === 0 ? `The ${archive.name} is sound.\n` : `${findings.join('\n')}\n`);
    process.exitCode = findings.length === 0 ? STATUS.found : STATUS.nothing;
  });
}

async function migrate(flags: ArchiveFlags, terminal: Terminal): Promise<void> {
  const archive = await openArchive(flags.archive, { migrate: true, owner: 'stemma archive migrate' });
  try {
    const { witnesses } = await archive.count();
    const done = (count: number): void =>
      terminal.say(`stemma: fingerprints of ${count} of ${witnesses} pages made anew`);
    await refingerprint(archive, openKnowledge(), done);
    terminal.out(`The ${archive.name} is up to date.\n`);
  } finally {
    await archive.close();
  }
}
