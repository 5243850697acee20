import { Tinypool } from 'tinypool';
import { isUnreadable, type Incoming } from './intake/incoming.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { prepare, type Prepared } from './prepare.js';
import type { Preparing } from './prepare-work.js';

/** How pages are prepared. */
export interface Readers {
  readonly knowledge: Knowledge;
  /** Threads that read; with 1, or unless said, pages are read by the caller. Threads use the knowledge that ships with the package. */
  readonly readers?: number;
}

/** Pages that the caller reads before threads are started: that takes a third of a second and 150 MB each, for few pages in vain. */
const ALONE = 100;

/** Pages that wait at one thread: as many as a batch of `addPages` has, so that the next one is read while the last goes into the archive. */
const WAITING = 1000;

/** Bytes or characters on their way: large pages don't fill the memory. */
const UNDER_WAY = 2 ** 25;

interface Ahead {
  readonly prepared: Promise<Prepared>;
  readonly size: number;
  settled: boolean;
}

/** Prepares pages for the archive on as many threads as are said, and gives them in their order. */
export async function* preparePages(
  pages: AsyncIterable<Incoming>,
  { knowledge, readers = 1 }: Readers,
): AsyncIterable<Prepared> {
  let [number, size] = [0, 0];
  let pool: Tinypool | undefined;
  const ahead: Ahead[] = [];
  try {
    for await (const page of pages) {
      const name = `page ${++number}`;
      if (readers === 1 || number <= ALONE) {
        yield isUnreadable(page) ? page : prepare(page, knowledge, name);
        continue;
      }
      pool ??= openPool(readers);
      const next = send(page, name, pool);
      ahead.push(next);
      size += next.size;
      for (let first = ahead[0]; first !== undefined; first = ahead[0]) {
        if (!first.settled && ahead.length < readers * WAITING && size < UNDER_WAY) break;
        yield await first.prepared;
        size -= first.size;
        ahead.shift();
      }
    }
    for (const { prepared } of ahead) yield await prepared;
  } finally {
    await pool?.destroy();
  }
}

function openPool(readers: number): Tinypool {
  const here = import.meta.url;
  const compiled = here.endsWith('.js');
  return new Tinypool({
    filename: new URL(compiled ? './prepare-work.js' : './prepare-work.ts', here).href,
    name: 'work',
    minThreads: readers,
    maxThreads: readers,
    concurrentTasksPerWorker: WAITING,
    ...(compiled ? {} : { execArgv: ['--import', loader()] }),
  });
}

/** Compiled code runs as it is; from the sources (tests, development) a thread needs a loader, which it doesn't have from its parent. */
function loader(): string {
  const tsx = import.meta.resolve('tsx/esm/api');
  return `data:text/javascript,${encodeURIComponent(`import { register } from '${tsx}'; register();`)}`;
}

function send(page: Incoming, name: string, pool: Tinypool): Ahead {
  if (isUnreadable(page)) return { prepared: Promise.resolve(page), size: 0, settled: true };
  const prepared = pool.run({ raw: alone(page), name } satisfies Preparing) as Promise<Prepared>;
  const ahead = { prepared, size: sizeOf(page), settled: false };
  const settle = (): void => {
    ahead.settled = true;
  };
  // What fails is met when its turn comes; until then nobody listens.
  prepared.then(settle, settle);
  return ahead;
}

/** With bytes of its own: a message carries the whole of what a view is cut from. */
function alone(page: RawPage): RawPage {
  return page.bytes === undefined ? page : { ...page, bytes: Uint8Array.from(page.bytes) };
}

function sizeOf({ bytes, html, text }: RawPage): number {
  return bytes?.length ?? html?.length ?? text?.length ?? 0;
}
