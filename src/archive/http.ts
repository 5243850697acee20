import { createInterface } from 'node:readline';
import { request } from 'undici';
import { StemmaError } from '../error.js';
import type { Archive, ArchiveCount, Holding, Outlined, Postings, Ranked, Receipt } from './archive.js';

/** A running desk as its clients call it. */
interface Desk {
  /** `http://host:port`, without a slash at its end. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The archive of a running desk, through its `POST /api/archive/<method>`. A desk that asks for a token gets it from the
 * address: `http://token@host:port`. Throws `archive-unavailable` where nothing answers.
 */
export async function openHttpArchive(address: string): Promise<Archive> {
  const desk = deskAt(address);
  const archive = archiveOf(desk);
  await archive.count();
  return archive;
}

function deskAt(address: string): Desk {
  if (!URL.canParse(address)) throw new StemmaError('bad-input', `${address} is not the address of a desk.`);
  const url = new URL(address);
  const token = decodeURIComponent(url.password === '' ? url.username : url.password);
  return {
    origin: url.origin,
    headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
  };
}

function archiveOf(desk: Desk): Archive {
  const call = <T>(method: string, sent: object): Promise<T> => ask<T>(desk, method, sent);
  return {
    name: `archive of the desk at ${desk.origin}`,
    add: (batch) =>
      call<Receipt[]>('add', {
        batch: batch.map(({ page, digest, hashes }) => ({ page, digest, hashes: [...hashes] })),
      }),
    frequencies: async (hashes, atMost) =>
      Uint32Array.from(
        await call<number[]>('frequencies', { hashes: [...hashes], ...(atMost === undefined ? {} : { atMost }) }),
      ),
    rank: (hashes, limit) => call<Ranked[]>('rank', { hashes, limit }),
    postings: async (hashes) => {
      const found = await call<{ readonly [Column in keyof Postings]: number[] }>('postings', { hashes: [...hashes] });
      return { keys: Float64Array.from(found.keys), hashes: Float64Array.from(found.hashes) };
    },
    holdings: (keys) => call<Holding[]>('holdings', { keys }),
    outlines: async (keys) => {
      const found = await call<(Omit<Outlined, 'words'> & { readonly words: readonly number[] })[]>('outlines', {
        keys,
      });
      return found.map((one) => ({ ...one, words: Uint16Array.from(one.words) }));
    },
    versions: (address) => call<Holding[]>('versions', { address }),
    search: (query) => call<Holding[]>('search', { query }),
    count: () => call<ArchiveCount>('count', {}),
    remove: (keys) => call<number>('remove', { keys }),
    verify: () => call<string[]>('verify', {}),
    scan: () => scan(desk),
    scheme: () => call<string>('scheme', {}),
    claim: (scheme) => call<undefined>('claim', { scheme }),
    reindex: () =>
      Promise.reject(unavailable(desk, 'can’t be migrated from afar: run stemma archive migrate where it lies')),
    close: () => Promise.resolve(),
  };
}

async function ask<T>(desk: Desk, method: string, sent: object): Promise<T> {
  const { statusCode, body } = await post(desk, method, sent);
  const said = await body.json().catch(() => undefined);
  if (statusCode === 200 && typeof said === 'object' && said !== null && 'answer' in said) return said.answer as T;
  throw problem(desk, said);
}

/** Holdings, one a line; the last line says that they are all, so that a cut is noticed. */
async function* scan(desk: Desk): AsyncIterable<Holding> {
  const { statusCode, body } = await post(desk, 'scan', {});
  if (statusCode !== 200) throw problem(desk, await body.json().catch(() => undefined));
  for await (const line of createInterface({ input: body })) {
    const row = JSON.parse(line) as Holding | { readonly end: true };
    if ('end' in row) return;
    yield row;
  }
  throw unavailable(desk, 'stopped in the middle of its answer');
}

async function post(desk: Desk, method: string, sent: object): ReturnType<typeof request> {
  try {
    return await request(`${desk.origin}/api/archive/${method}`, {
      method: 'POST',
      headers: desk.headers,
      body: JSON.stringify(sent),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch (cause) {
    throw unavailable(desk, 'can’t be reached: start it with stemma serve, or correct the address', cause);
  }
}

/** A desk's own sentence where it gives one (RFC 9457). */
function problem(desk: Desk, said: unknown): StemmaError {
  if (typeof said !== 'object' || said === null || !('detail' in said))
    return unavailable(desk, 'answers nothing that an archive would; is it a desk?');
  const code = 'code' in said && said.code === 'schema-mismatch' ? 'schema-mismatch' : 'archive-unavailable';
  return new StemmaError(code, String(said.detail));
}

function unavailable(desk: Desk, what: string, cause?: unknown): StemmaError {
  return new StemmaError('archive-unavailable', `The desk at ${desk.origin} ${what}.`, { cause });
}
