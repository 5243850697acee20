import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { normalize } from 'node:path';
import { StemmaError } from '../error.js';
import { isUnreadable, type Incoming } from './incoming.js';
import type { IntakeOptions } from './intake-options.js';
import { lazyWeb } from './lazy-web.js';
import { isWebAddress } from './link.js';
import { listFiles } from './list-files.js';
import { readSource, stream, type Source } from './read-source.js';
import type { Web } from './web.js';

/**
 * Pages from whatever holds some: files and folders (HTML, text, MHTML, JSON Lines, WARC, each also gzipped), `-` for
 * standard input, addresses of pages, feeds, OPML, sitemaps. What can't be read is said in its place and the rest goes
 * on. Files are read as they come: memory is bounded by one page, whatever the size of the source.
 */
export async function* intake(inputs: readonly string[], options: IntakeOptions = {}): AsyncIterable<Incoming> {
  const given = options.web;
  const web = given !== undefined && 'get' in given ? given : lazyWeb(given ?? {});
  try {
    for (const input of inputs) {
      if (options.signal?.aborted === true) return;
      yield* guarded(input, intakeOne(input, web, options));
    }
  } finally {
    if (web !== given) await web.close();
  }
}

/** Turns an error in the middle of an input into a sentence at its end. */
async function* guarded(input: string, pages: AsyncIterable<Incoming>): AsyncIterable<Incoming> {
  let count = 0;
  try {
    for await (const incoming of pages) {
      if (!isUnreadable(incoming)) count++;
      yield incoming;
    }
  } catch (error) {
    const before =
      count === 0
        ? ''
        : `; the ${count} ${count === 1 ? 'page' : 'pages'} before that ${count === 1 ? 'was' : 'were'} read`;
    yield { input, why: `${whyOf(error)}${before}` };
  }
}

async function* intakeOne(input: string, web: Web, options: IntakeOptions): AsyncIterable<Incoming> {
  if (input === '-') yield* readSource({ name: 'standard input', bytes: options.stdin ?? process.stdin }, web, options);
  else if (isWebAddress(input)) yield* intakeAddress(input, web, options);
  else if ((await stat(input)).isDirectory()) {
    for await (const file of listFiles(input)) yield* guarded(file, readSource(fileSource(file), web, options));
  } else yield* readSource(fileSource(input), web, options);
}

function fileSource(path: string): Source {
  const html = /\.x?html?(?:\.gz)?$/i.test(path) ? { contentType: 'text/html' } : {};
  return { name: path, id: normalize(path), bytes: createReadStream(path), ...html };
}

async function* intakeAddress(address: string, web: Web, options: IntakeOptions): AsyncIterable<Incoming> {
  const document = await web.get(address);
  if (document === undefined) return;
  const { url, bytes, contentType } = document;
  yield* readSource(
    { name: url, url, bytes: stream(bytes), ...(contentType === undefined ? {} : { contentType }) },
    web,
    options,
  );
}

/** What a system's refusal to open a file means. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads nowhere',
  ENAMETOOLONG: 'is too long a name for a file',
};

function whyOf(error: unknown): string {
  if (error instanceof StemmaError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  return SYSTEM[code ?? ''] ?? message ?? String(error);
}
