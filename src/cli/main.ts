#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { StemmaError } from '../error.js';
import { COMMANDS } from './commands.js';
import { STATUS } from './status.js';
import { processTerminal } from './terminal.js';

const terminal = processTerminal();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const program = new Command('stemma')
  .description('Where does this text come from?')
  .version(version)
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(stemma COMMAND --help lists what a command takes)')
  .exitOverride();

try {
  const named = process.argv[2] ?? '';
  const load = Object.hasOwn(COMMANDS, named)
    ? [COMMANDS[named]]
    : named.startsWith('-V') || named === '--version'
      ? []
      : Object.values(COMMANDS);
  for (const loader of load) (await loader?.())?.(program, terminal);
  if (process.argv.length < 3) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  process.exitCode = statusOf(error);
}

/** The one table from what went wrong to a status and a sentence. Bugs keep their stack: they are ours to mend. */
function statusOf(error: unknown): number {
  if (error instanceof StemmaError) {
    terminal.say(`stemma: ${error.message}`);
    return STATUS.error;
  }
  if (error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.')) {
    return error.exitCode === 0 ? STATUS.found : STATUS.error;
  }
  terminal.say(
    `stemma: this is a bug in Stemma, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return STATUS.error;
}
