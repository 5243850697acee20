import type { RawPage } from '../page/raw-page.js';
import { importPage } from './exported-page.js';
import type { Incoming } from './incoming.js';
import { LINE_LIMIT } from './limits.js';
import { readLines } from './read-lines.js';
import type { ByteStream } from './unzip.js';

/** Pages of a JSON Lines source, one a row; a row that can't be read is said and passed over. `name` is what the source is called. */
export async function* readJsonLines(source: ByteStream, name: string): AsyncIterable<Incoming> {
  for await (const { number, text, tooLong } of readLines(source, LINE_LIMIT)) {
    const input = `${name} line ${number}`;
    if (tooLong) yield { input, why: `is longer than ${LINE_LIMIT / 2 ** 20} MB` };
    else yield rowOf(number === 1 ? text.replace(/^\uFEFF/, '') : text, input);
  }
}

/** A page from one row of JSON Lines: `{id?, url?, html? | text?, title?, byline?, outlet?, published?, modified?}`, or as it was exported; other fields are ignored. */
function rowOf(line: string, input: string): Incoming {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { input, why: 'is not JSON' };
  }
  return pageOf(row, input);
}

/** A page from a value with the fields of a row. */
export function pageOf(row: unknown, input: string): Incoming {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { input, why: 'is not an object with a page’s fields' };
  const given = row as Readonly<Record<string, unknown>>;
  const id = typeof given['id'] === 'number' ? String(given['id']) : given['id'];
  const named = typeof id === 'string' ? { id } : {};
  const wrong = FIELDS.find((field) => field !== 'byline' && !isTextOrNothing(given[field]));
  if (wrong !== undefined) return { input, why: `has a “${wrong}” that is not text`, ...named };
  if (!isByline(given['byline']))
    return { input, why: 'has a “byline” that is neither text nor a list of names', ...named };
  if (typeof given['html'] !== 'string' && typeof given['text'] !== 'string')
    return { input, why: 'has neither “html” nor “text”', ...named };
  const { text, read } = given;
  const page = read !== undefined && typeof text === 'string' ? importPage(read, text) : undefined;
  if (read !== undefined && page === undefined)
    return { input, why: 'has a “read” that is no page as archive export writes it', ...named };
  const said = FIELDS.filter((field) => given[field] !== undefined && given[field] !== null && given[field] !== '');
  return {
    ...Object.fromEntries(said.map((field) => [field, given[field]])),
    ...emptyText(given),
    ...named,
    ...(page !== undefined && { read: page }),
  };
}

const FIELDS = ['url', 'html', 'text', 'title', 'byline', 'outlet', 'published', 'modified'] as const;

/** An empty text is a text: reading it says that there is nothing in it. */
function emptyText(given: Readonly<Record<string, unknown>>): RawPage {
  return given['text'] === '' && typeof given['html'] !== 'string' ? { text: '' } : {};
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isByline(value: unknown): boolean {
  return isTextOrNothing(value) || (Array.isArray(value) && value.every((name) => typeof name === 'string'));
}
