import { expect, it } from 'vitest';
import type { Incoming } from './intake/incoming.js';
import { openKnowledge } from './knowledge/knowledge.js';
import { preparePages } from './prepare-pages.js';
import type { Prepared } from './prepare.js';

const knowledge = openKnowledge();

/** More pages than the caller reads alone, as callers hand them over: rows, bytes cut out of a larger buffer, and what can't be read. */
function pages(): Incoming[] {
  return Array.from({ length: 700 }, (_, i): Incoming => {
    const text = `The harbour board of Elvemouth voted ${i} to ${i + 3} on Monday to keep ferry number ${i} running.`;
    if (i % 40 === 7) return { input: `row ${i}`, why: 'is no JSON' };
    if (i % 40 === 9) return { id: `empty ${i}`, text: '' };
    const bytes = Buffer.from(`noise before ${text}`).subarray('noise before '.length);
    return i % 3 === 0 ? { id: `page ${i}`, bytes, contentType: 'text/plain' } : { id: `page ${i}`, text };
  });
}

async function* each(all: readonly Incoming[]): AsyncIterable<Incoming> {
  for (const page of all) {
    yield await Promise.resolve(page);
  }
}

async function all(prepared: AsyncIterable<Prepared>): Promise<Prepared[]> {
  const list: Prepared[] = [];
  for await (const one of prepared) list.push(one);
  return list;
}

it('prepares the same, in the same order, on threads as alone', { timeout: 60_000 }, async () => {
  const alone = await all(preparePages(each(pages()), { knowledge }));
  const onThreads = await all(preparePages(each(pages()), { knowledge, readers: 2 }));
  expect(alone).toHaveLength(700);
  expect(onThreads).toEqual(alone);
});

it('stops its threads where the caller stops', { timeout: 60_000 }, async () => {
  let count = 0;
  for await (const one of preparePages(each(pages()), { knowledge, readers: 2 })) {
    expect(one).toBeDefined();
    if (++count === 600) break;
  }
  expect(count).toBe(600);
});

it('meets the end of its input as an error where the input fails', { timeout: 60_000 }, async () => {
  async function* failing(): AsyncIterable<Incoming> {
    yield* each(pages());
    throw new Error('the disk went away');
  }
  await expect(all(preparePages(failing(), { knowledge, readers: 2 }))).rejects.toThrow('the disk went away');
});
