import type { Migration } from 'kysely';
import type { EngineName } from '../engine-name.js';
import { holdings } from './001-holdings.js';
import { outlines } from './002-outlines.js';

/**
 * All migrations of an engine by name, in the order in which they are applied. Forward only. Each may be cut off and run
 * again: SQLite has no transaction around a migration, so every statement says `if not exists`.
 */
export function migrationsOf(engine: EngineName): Record<string, Migration> {
  return { '001-holdings': holdings(engine), '002-outlines': outlines(engine) };
}
