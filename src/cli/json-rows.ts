import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StemmaError } from '../error.js';

/** A line of JSON Lines: the value, or what is wrong with it. */
export interface JsonRow {
  /** `file:line`, for people. */
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
    let number = 0;
    for await (const line of linesOf(file)) {
      number++;
      if (line.trim() !== '') yield parseRow(line, `${file}:${number}`);
    }
  }
}

function parseRow(line: string, name: string): JsonRow {
  if (line.length >= LONGEST_ROW) return { name, id: undefined, error: new StemmaError('bad-input', `Row ${name} is longer than ${LONGEST_ROW / 2 ** 20} MB.`) };
  try {
    const value: unknown = JSON.parse(line);
    const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : undefined;
    return { name, id, value };
  } catch (cause) {
    return { name, id: undefined, error: new StemmaError('bad-input', `Row ${name} is not JSON.`, { cause }) };
  }
}

/** Characters of a row; the rest of a longer one is dropped, so that one endless line can't fill the memory. */
const LONGEST_ROW = 64 * 2 ** 20;

/** Lines of a file; its own splitter because `readline` keeps an endless line whole. */
async function* linesOf(file: string): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8');
  let pending = '';
  try {
    for await (const chunk of streamOf(file)) {
      const lines = (pending + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      pending = (lines.pop() ?? '').slice(0, LONGEST_ROW);
      yield* lines;
    }
  } catch (cause) {
    if (cause instanceof StemmaError) throw cause;
    throw new StemmaError('bad-input', `${file} can't be read to its end: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  if (pending !== '') yield pending;
}

function streamOf(file: string): Readable {
  if (file === '-') return process.stdin;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new StemmaError('bad-input', `There is no file ${file}.`);
  if (stats.isDirectory()) throw new StemmaError('bad-input', `${file} is a folder; --jsonl takes files of JSON Lines.`);
  const stream = createReadStream(file);
  return file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
}
