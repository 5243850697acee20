import { StemmaError } from '../error.js';
import { intake } from '../intake/intake.js';
import type { RawPage } from '../page/raw-page.js';
import { rawPageOf } from '../page/raw-page-of.js';
import { jsonRows } from './json-rows.js';

/** Flags that say what a command's inputs are. */
export interface InputFlags {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

/** One page that a command was asked about, or why it can't be had. */
export interface PageInput {
  readonly name: string;
  /** Printed back: the caller's own. */
  readonly id: unknown;
  readonly raw?: RawPage;
  readonly error?: StemmaError;
}

/** The pages that a command's arguments name: files, folders, `-`, URLs; with `--jsonl` the rows of JSON Lines. */
export async function* pageInputs(names: readonly string[], flags: InputFlags): AsyncIterable<PageInput> {
  if (flags.jsonl) {
    for await (const row of jsonRows(names)) {
      if (row.error !== undefined) yield { name: row.name, id: row.id, error: row.error };
      else yield rowInput(row.name, row.id, row.value);
    }
    return;
  }
  if (names.length === 0) throw new StemmaError('bad-input', 'Name at least one page: a file, a folder, a URL, or - for standard input.');
  for await (const found of intake(names)) {
    if ('why' in found) yield { name: found.input, id: found.input, error: new StemmaError('unreadable-page', found.why) };
    else yield { name: found.id ?? found.url ?? 'page', id: found.id ?? found.url, raw: found };
  }
}

function rowInput(name: string, id: unknown, value: unknown): PageInput {
  try {
    return { name, id, raw: rawPageOf(value) };
  } catch (error) {
    if (error instanceof StemmaError) return { name, id, error: new StemmaError(error.code, `${name}: ${error.message}`) };
    throw error;
  }
}
