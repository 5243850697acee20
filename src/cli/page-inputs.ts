import { StemmaError } from '../error.js';
import { isUnreadable, type Incoming } from '../intake/incoming.js';
import { intake } from '../intake/intake.js';
import { pageOf } from '../intake/read-json-lines.js';
import type { RawPage } from '../page/raw-page.js';
import { jsonRows } from './json-rows.js';

/** Flags that say what a command's inputs are. */
export interface InputFlags {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  /** Threads that answer, where there are many pages and JSON is asked for. */
  readonly readers?: number;
}

/** One page that a command was asked about, or why it can't be had. */
export interface PageInput {
  readonly name: string;
  /** Printed back: the caller's own. */
  readonly id: unknown;
  readonly raw: RawPage | StemmaError;
}

/** The pages that a command's arguments name: files, folders, `-`, URLs; with `--jsonl` the rows of JSON Lines. */
export async function* pageInputs(names: readonly string[], flags: InputFlags): AsyncIterable<PageInput> {
  if (flags.jsonl) {
    for await (const row of jsonRows(names)) {
      yield { name: row.name, id: row.id, raw: row.error ?? pageFrom(pageOf(row.value, row.name)) };
    }
    return;
  }
  if (names.length === 0)
    throw new StemmaError('bad-input', 'Name at least one page: a file, a folder, a URL, or - for standard input.');
  for await (const found of intake(names)) {
    const name = isUnreadable(found) ? found.input : (found.id ?? found.url ?? 'standard input');
    yield { name, id: name, raw: pageFrom(found) };
  }
}

/** A page, or its refusal as an error that can be shown. */
export function pageFrom(found: Incoming): RawPage | StemmaError {
  return isUnreadable(found) ? new StemmaError('bad-input', `${found.input} ${found.why}`.replace(/\.?$/, '.')) : found;
}
