import Database from 'better-sqlite3';
import { StemmaError } from '../error.js';

/** What SQLite's result codes mean to a person. The first prefix that fits counts. */
const SQLITE: readonly (readonly [prefix: string, what: string])[] = [
  ['SQLITE_FULL', 'The disk is full: make room and run the command again; what was added before is kept.'],
  [
    'SQLITE_READONLY',
    'Its folder or file may not be written to: change its permissions, or name another folder with --archive.',
  ],
  ['SQLITE_CANTOPEN', 'Its file can’t be opened: check that the folder exists and may be read and written.'],
  ['SQLITE_PERM', 'Its file can’t be opened: check that the folder may be read and written.'],
  ['SQLITE_CORRUPT', 'Its file is damaged: restore it from a copy, or stemma archive export what can still be read.'],
  [
    'SQLITE_NOTADB',
    'Its file archive.db is damaged or isn’t an archive: restore it from a copy, or name another folder.',
  ],
  ['SQLITE_IOERR', 'The disk doesn’t answer as it should: check it; what was added before is kept.'],
  ['SQLITE_BUSY', 'Another process has been holding it for more than five seconds: try again when it has finished.'],
];

/** What a system call's failure means when a folder is opened. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'Its folder may not be written to: change its permissions, or name another with --archive.',
  EPERM: 'Its folder may not be written to: change its permissions, or name another with --archive.',
  EROFS: 'Its folder is on a disk that can only be read: name another with --archive.',
  ENOENT: 'Its folder can’t be made: check the path, or name another with --archive.',
  ENOSPC: 'The disk is full: make room and run the command again; what was added before is kept.',
  ENOTDIR: 'A file stands where its folder should be: name another with --archive.',
  EEXIST: 'A file stands where its folder should be: name another with --archive.',
};

/** The sentence for a failure of an embedded archive; other errors come back as they are. */
export function sqliteFailure(error: unknown, name: string): Error {
  if (error instanceof StemmaError) return error;
  const code = codeOf(error);
  const what =
    error instanceof Database.SqliteError ? SQLITE.find(([prefix]) => code.startsWith(prefix))?.[1] : SYSTEM[code];
  if (what !== undefined) return unavailable(name, what, error);
  return error instanceof Error ? error : new Error(String(error));
}

/** A sentence that the archive can't serve, and what to do. */
export function unavailable(name: string, what: string, cause: unknown): StemmaError {
  return new StemmaError('archive-unavailable', `The ${name} can’t be used. ${what}`, { cause });
}

/** The `code` of a system's or driver's error; empty where it has none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
