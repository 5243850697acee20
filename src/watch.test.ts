import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { openMemoryArchive } from './archive/memory.js';
import { openWeb } from './intake/web.js';
import { openKnowledge } from './knowledge/knowledge.js';
import { trace } from './trace.js';
import { newFeedMemory, pollFeed, watchFeeds, type FeedNews, type WatchContext } from './watch.js';

const story = new URL('../examples/tram-contract-verdict/', import.meta.url);
const closing: (() => unknown)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

/** A site with a feed of text pages; `listed` may grow. */
async function serveFeed(listed: string[]): Promise<{ feed: string; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const tag = `"${listed.join()}"`;
    if (path === '/feed' && request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
    if (path === '/feed') {
      const items = listed.map((name) => `<item><title>${name}</title><link>/${name}.txt</link></item>`).join('');
      return void response
        .writeHead(200, { etag: tag })
        .end(`<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`);
    }
    if (!path.endsWith('.txt') || /missing|robots/.test(path)) return void response.writeHead(404).end();
    return void response
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      .end(readFileSync(new URL(`.${path}`, story)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => server.close(done)));
  return { feed: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`, asked };
}

function context(signal?: AbortSignal): WatchContext {
  const [archive, knowledge, web] = [openMemoryArchive(), openKnowledge(), openWeb({ allowPrivate: true, pace: 0 })];
  closing.push(() => web.close());
  return {
    archive,
    knowledge,
    web,
    trace: (raw) => trace(raw, { archive, knowledge }),
    ...(signal === undefined ? {} : { signal }),
  };
}

async function all(news: AsyncIterable<FeedNews>): Promise<FeedNews[]> {
  const found: FeedNews[] = [];
  for await (const one of news) found.push(one);
  return found;
}

it(
  'a feed’s new pages are traced against what came before, then added; the feed’s last entry first',
  { timeout: 30_000 },
  async () => {
    const { feed, asked } = await serveFeed(['spun', 'missing', 'original']);
    const watching = context();
    const memory = newFeedMemory();
    const [original, missing, spun] = await all(pollFeed(feed, memory, watching));
    expect(original).toMatchObject({ feed, report: { collations: [] } });
    expect(missing).toMatchObject({
      input: feed.replace('feed', 'missing.txt'),
      why: expect.stringContaining('404') as string,
    });
    expect(spun).toMatchObject({ report: { exemplar: { url: feed.replace('feed', 'original.txt') } } });
    expect((await watching.archive.count()).witnesses).toBe(2);
    asked.length = 0;
    expect(await all(pollFeed(feed, memory, watching))).toEqual([]);
    expect(asked).toEqual(['/feed']);
  },
);

it(
  'a feed that has grown brings only what is new, and what gave no page isn’t asked for again',
  { timeout: 30_000 },
  async () => {
    const listed = ['missing', 'independent'];
    const { feed, asked } = await serveFeed(listed);
    const watching = context();
    const memory = newFeedMemory();
    await all(pollFeed(feed, memory, watching));
    listed.unshift('independent-2');
    asked.length = 0;
    const news = await all(pollFeed(feed, memory, watching));
    expect(news).toMatchObject([{ report: { page: { url: feed.replace('feed', 'independent-2.txt') } } }]);
    expect(asked).toEqual(['/feed', '/independent-2.txt']);
  },
);

it('watching goes on after a feed that can’t be read, until its signal', { timeout: 30_000 }, async () => {
  const controller = new AbortController();
  const { feed } = await serveFeed(['independent']);
  const broken = feed.replace('feed', 'none');
  const met: string[] = [];
  for await (const news of watchFeeds([broken, feed], context(controller.signal), 10)) {
    met.push('why' in news ? news.input : news.feed);
    if (met.length === 4) controller.abort();
  }
  expect(met).toEqual([broken, feed, broken, broken]);
});

it(
  'feeds of which none can be read at first end with a sentence instead of going on',
  { timeout: 30_000 },
  async () => {
    const broken = 'http://127.0.0.1:9/feed';
    const met: FeedNews[] = [];
    const reading = async (): Promise<void> => {
      for await (const news of watchFeeds([broken], context(), 10)) met.push(news);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'bad-input' });
    expect(met).toMatchObject([{ input: broken }]);
  },
);
