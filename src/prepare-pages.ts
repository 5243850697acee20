import { isUnreadable, type Incoming } from './intake/incoming.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { detached, sizeOf } from './page/raw-page.js';
import { prepare, type Prepared } from './prepare.js';
import type { Preparing } from './prepare-work.js';
import { onThreads } from './threads.js';

/** How pages are prepared. */
export interface Readers {
  readonly knowledge: Knowledge;
  /** Threads that read; with 1, or unless said, pages are read by the caller. Threads use the knowledge that ships with the package. */
  readonly readers?: number;
}

/** Prepares pages for the archive, and gives them in their order. */
export async function* preparePages(
  pages: AsyncIterable<Incoming>,
  { knowledge, readers = 1 }: Readers,
): AsyncIterable<Prepared> {
  const prepared = onThreads(numbered(pages), {
    entry: new URL('./prepare-work.js', import.meta.url),
    threads: readers,
    alone: ({ page, name }) => (isUnreadable(page) ? page : prepare(page, knowledge, name)),
    message: ({ page, name }) =>
      isUnreadable(page)
        ? undefined
        : { content: { raw: detached(page), name } satisfies Preparing, size: sizeOf(page) },
  });
  for await (const [, one] of prepared) yield one;
}

async function* numbered(pages: AsyncIterable<Incoming>): AsyncIterable<{ page: Incoming; name: string }> {
  let number = 0;
  for await (const page of pages) yield { page, name: `page ${++number}` };
}
