import { homedir } from 'node:os';
import { join } from 'node:path';
import { StemmaError } from '../error.js';
import type { Archive } from './archive.js';
import { openHttpArchive } from './http.js';
import { openPostgresArchive } from './postgres.js';
import { openSqliteArchive, type SqliteOptions } from './sqlite.js';

/** How an archive is opened; see `SqliteOptions`. */
export type OpenOptions = SqliteOptions;

/**
 * Opens the archive that `where` names: a folder (SQLite), `postgres://…`, or `http://…` (a running desk); without it
 * the one in `STEMMA_ARCHIVE`, or the user's own. Throws a `StemmaError` where it can't be opened.
 */
export async function openArchive(where: string | undefined, options: OpenOptions = {}): Promise<Archive> {
  const place = where ?? defaultArchive();
  if (/^postgres(?:ql)?:\/\//i.test(place)) return openPostgresArchive(place, options);
  if (/^https?:\/\//i.test(place)) return openHttpArchive(place);
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(place)) {
    throw new StemmaError('bad-input', `An archive is a folder, postgres://… or http://…; ${place} is none of them.`);
  }
  return openSqliteArchive(place, options);
}

/** Where the archive is when nobody says: `STEMMA_ARCHIVE`, else a folder of the user's by the platform's convention. */
export function defaultArchive(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const said = env['STEMMA_ARCHIVE'];
  if (said !== undefined && said !== '') return said;
  const home = homedir();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Stemma');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Stemma');
  const data = env['XDG_DATA_HOME'];
  return join(data !== undefined && data.startsWith('/') ? data : join(home, '.local', 'share'), 'stemma');
}
