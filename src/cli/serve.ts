import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { InvalidArgumentError, type Command } from 'commander';
import { defaultArchive, openArchive } from '../archive/open-archive.js';
import { StemmaError } from '../error.js';
import { serveDesk } from '../server/server.js';
import { interruptSignal } from './interrupt.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

interface ServeFlags {
  readonly archive?: string;
  readonly reports?: string;
  readonly port: number;
  readonly host: string;
  readonly name?: string[];
  readonly token?: string;
  readonly open?: boolean;
  readonly allowPrivate?: boolean;
}

/** `stemma serve`: the desk, in a browser. */
export function registerServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('the desk: trace, look and search in a browser, and the same over HTTP under /api')
    .option('--archive <where>', 'a folder or postgres://… (default: STEMMA_ARCHIVE, else your own)')
    .option('--reports <folder>', 'where reports are kept (default: in the archive’s folder)')
    .option('--port <n>', 'port; 0 takes any that is free', portOf, 4747)
    .option('--host <address>', 'address to listen at; beyond loopback a token is needed', '127.0.0.1')
    .option('--name <name...>', 'further names that browsers may call this desk by')
    .option('--token <token>', 'token for a desk beyond loopback (default: STEMMA_TOKEN, else a new one)')
    .option('--allow-private', 'let URLs lead to loopback and private addresses')
    .option('--open', 'open the browser')
    .action((flags: ServeFlags) => runDesk(flags, terminal));
}

async function runDesk(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const where = flags.archive ?? defaultArchive();
  if (/^https?:\/\//i.test(where))
    throw new StemmaError(
      'bad-input',
      'A desk needs an archive of its own: a folder or postgres://…, not another desk.',
    );
  const archive = await openArchive(where, { owner: `the desk, stemma serve --port ${flags.port}` });
  const interrupt = interruptSignal();
  try {
    const desk = await serveDesk({
      archive,
      where,
      folder: flags.reports ?? (where.includes('://') ? deskFolder() : where),
      port: flags.port,
      host: flags.host,
      names: flags.name ?? [],
      allowPrivate: flags.allowPrivate === true,
      ...tokenFor(flags),
    }).catch((error: unknown) => {
      throw portTaken(error, flags.port);
    });
    terminal.out(`${desk.address}\n`);
    terminal.say('The desk is open. Ctrl-C closes it.');
    if (flags.open === true) openBrowser(desk.address);
    await new Promise<void>((resolve) => interrupt.signal.addEventListener('abort', () => resolve()));
    await desk.close();
    process.exitCode = STATUS.found;
  } finally {
    interrupt.release();
    await archive.close();
  }
}

/** Where the desk of an archive that is no folder keeps its reports: beside the user's own archive. */
function deskFolder(): string {
  return defaultArchive({ ...process.env, STEMMA_ARCHIVE: '' });
}

/** Loopback needs no token: whoever can call it is on this machine. Everyone else does. */
function tokenFor({ host, token }: ServeFlags): { readonly token?: string } {
  const said = token ?? process.env['STEMMA_TOKEN'];
  if (said !== undefined && said.length < SHORTEST_TOKEN)
    throw new StemmaError(
      'bad-input',
      `A token has at least ${SHORTEST_TOKEN} characters; leave it out and the desk makes one.`,
    );
  if (said !== undefined && said !== '') return { token: said };
  return isLoopback(host) ? {} : { token: randomBytes(24).toString('base64url') };
}

/** Characters that can't be guessed over a network: 16 of 64 are 96 bits. */
const SHORTEST_TOKEN = 16;

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function portTaken(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StemmaError('bad-input', `Port ${port} is taken: name another with --port, or 0 for any.`, {
      cause: error,
    });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new StemmaError('bad-input', `The desk can’t listen there: check --host and --port.`, { cause: error });
  return error;
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const opener = spawn(command ?? 'xdg-open', [...args, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

function portOf(word: string): number {
  const port = Number(word);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Take a whole number from 0 to 65535.');
  return port;
}
