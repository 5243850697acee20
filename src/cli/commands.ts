import type { Command } from 'commander';
import type { Terminal } from './terminal.js';

/** Adds a command to the program; its action sets `process.exitCode` and throws StemmaError for bad input. */
export type Register = (program: Command, terminal: Terminal) => void;

/** The commands, each loaded only when it's called for: start-up is what people wait for in loops. */
export const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  trace: async () => (await import('./trace.js')).registerTrace,
  read: async () => (await import('./read.js')).registerRead,
  collate: async () => (await import('./collate.js')).registerCollate,
  inspect: async () => (await import('./inspect.js')).registerInspect,
  statements: async () => (await import('./statements.js')).registerStatements,
  stem: async () => (await import('./stem.js')).registerStem,
  add: async () => (await import('./add.js')).registerAdd,
  copies: async () => (await import('./copies.js')).registerCopies,
  dedup: async () => (await import('./dedup.js')).registerDedup,
  watch: async () => (await import('./watch.js')).registerWatch,
  serve: async () => (await import('./serve.js')).registerServe,
  archive: async () => (await import('./archive.js')).registerArchive,
};
