import { createReadStream, statSync } from 'node:fs';
import { StemmaError } from '../error.js';
import { LINE_LIMIT } from '../intake/limits.js';
import { readLines } from '../intake/read-lines.js';
import { unzip, type ByteStream } from '../intake/unzip.js';

/** A line of JSON Lines: the value, or what is wrong with it. */
export interface JsonRow {
  /** `file line 17`, for people. */
  readonly name: string;
  /** The row's own id, as the caller wrote it. */
  readonly id: unknown;
  readonly value?: unknown;
  readonly error?: StemmaError;
}

/**
 * The rows of JSON Lines files (`-`: standard input; `.gz` is unpacked), one at a time: memory holds one row, however
 * long the file. A broken line is a row with an error and the rest goes on.
 */
export async function* jsonRows(files: readonly string[]): AsyncIterable<JsonRow> {
  for (const file of files.length === 0 ? ['-'] : files) {
    const label = file === '-' ? 'standard input' : file;
    for await (const { number, text, tooLong } of readLines(
      file.endsWith('.gz') ? unzip(streamOf(file)) : streamOf(file),
      LINE_LIMIT,
    )) {
      const name = `${label} line ${number}`;
      if (tooLong)
        yield {
          name,
          id: undefined,
          error: new StemmaError('bad-input', `${name} is longer than ${LINE_LIMIT / 2 ** 20} MB.`),
        };
      else if (text.trim() !== '') yield parseRow(text.replace(/^\uFEFF/, ''), name);
    }
  }
}

function parseRow(line: string, name: string): JsonRow {
  try {
    const value: unknown = JSON.parse(line);
    const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : undefined;
    return { name, id, value };
  } catch (cause) {
    return { name, id: undefined, error: new StemmaError('bad-input', `${name} is not JSON.`, { cause }) };
  }
}

function streamOf(file: string): ByteStream {
  if (file === '-') return process.stdin;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new StemmaError('bad-input', `${file} does not exist.`);
  if (stats.isDirectory())
    throw new StemmaError('bad-input', `${file} is a folder; --jsonl takes files of JSON Lines.`);
  return createReadStream(file);
}
