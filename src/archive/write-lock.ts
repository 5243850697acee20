import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StemmaError } from '../error.js';

/** The right to write to an embedded archive. */
export interface WriteLock {
  release(): void;
}

/** Where a desk listens unless told otherwise. */
const DESK_PORT = '4747';

/**
 * Takes the right to write to the archive in `folder`, or says who has it. The lock is an exclusive transaction on a file
 * of its own: the operating system drops it when the process ends, however it ends, so nothing stale is ever left.
 * `writer.txt` only says whose it is. `owner` is what this process is doing, for the other's sentence.
 */
export function takeWriteLock(folder: string, owner: string): WriteLock {
  const lock = new Database(join(folder, 'writer.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw taken(folder, error);
    throw error;
  }
  writeFileSync(
    ownerFile(folder),
    `process ${process.pid} on ${hostname()} (${owner}) since ${new Date().toISOString()}\n`,
  );
  return { release: () => lock.close() };
}

function taken(folder: string, cause: unknown): StemmaError {
  const owner = ownerOf(folder);
  const port = /--port (\d{1,5})/.exec(owner)?.[1] ?? DESK_PORT;
  return new StemmaError(
    'archive-unavailable',
    `The archive in ${folder} is being written by ${owner}: wait until it has finished, or go through a running desk (stemma serve) with --archive http://127.0.0.1:${port}.`,
    { cause },
  );
}

function ownerOf(folder: string): string {
  try {
    return readFileSync(ownerFile(folder), 'utf8').trim().slice(0, 300);
  } catch {
    return 'another process';
  }
}

function ownerFile(folder: string): string {
  return join(folder, 'writer.txt');
}
