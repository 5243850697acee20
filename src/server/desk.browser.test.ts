import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../testing/chromium.js';
import { openTestDesk } from '../testing/running-desk.js';
import { openVisitedDesk, SPUN, STORY, type VisitedDesk } from '../testing/visited-desk.js';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(chromium === undefined)('the desk in a browser', () => {
  let visited: VisitedDesk;

  beforeAll(async () => {
    visited = await openVisitedDesk(chromium ?? '');
  }, 120_000);
  afterAll(() => visited.close());

  it('traces a pasted page, says what it is doing, and ends at the report’s own address', async () => {
    const { page, complaints } = await visited.visit('/');
    await page
      .getByLabel('Address or text of the page')
      .fill(STORY.find(({ outlet }) => outlet === 'Viral Courant')?.html ?? '');
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await page.getByText('Laying the texts side by side').waitFor();
    await page.waitForURL(/\/report\/[0-9a-f]{20}$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('A copy');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('traces the first of several files against the others', async () => {
    const { page } = await visited.visit('/');
    const files = [SPUN, STORY[0]].map((row, i) => ({
      name: `page-${i}.html`,
      mimeType: 'text/html',
      buffer: Buffer.from(row?.html ?? ''),
    }));
    await page.getByLabel('Files of pages').setInputFiles(files);
    await page.getByLabel('Trace the first against the others').check();
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await page.waitForURL(/\/report\//);
    await page.locator('.stemma-row').first().waitFor();
    expect(await page.locator('.stemma-row:not(.lost)').count()).toBe(2);
    await page.context().close();
  });

  it('says that a trace is gone when the desk was restarted in the middle, and takes another', async () => {
    const other = await openTestDesk({ pages: visited.pages });
    const port = Number(new URL(other.origin).port);
    const page = await visited.browser.newPage();
    await page.goto(other.origin);
    await page
      .getByLabel('Address or text of the page')
      .fill(`The minister said the road would open. ${'It was late. '.repeat(9)}`);
    // The process that works is stopped, so that the trace is still running when the desk goes.
    const { questions } = other.desk.parts;
    await questions.run({ verb: 'warm' });
    process.kill(questions.pid() ?? 0, 'SIGSTOP');
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
    await page.getByText('Reading the page').waitFor();
    const again = await other.restart({ port });
    await page.getByText('This trace is no longer running').waitFor();
    await page.getByRole('button', { name: 'Start another' }).click();
    await page.getByLabel('Address or text of the page').waitFor();
    await page.close();
    await again.close();
  });

  it('adds an upload to the archive, finds it by words and outlet, and opens it', async () => {
    const { page, complaints } = await visited.visit('/archive');
    const row = {
      url: 'https://coast.example/pier',
      outlet: 'The Coast Courier',
      title: 'Pier burns',
      published: '2026-04-02',
      text: 'ORLAND (Coast) — The old pier of Orland burned down on Thursday night, the fire service said.',
    };
    const later = { ...row, text: `${row.text} Nobody was hurt.` };
    await page.getByLabel('Files to add').setInputFiles({
      name: 'coast.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(`${JSON.stringify(row)}\n${JSON.stringify(later)}\n`),
    });
    await page.getByText('1 page added').waitFor();
    await page.getByLabel('Words of the title or text').fill('pier fire');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('link', { name: /The Coast Courier/ })
      .first()
      .click();
    await page.locator('.holding').first().click();
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await page.locator('.columns').getByText('Nobody was hurt').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('reads a feed that it watches, and says what it found', async () => {
    const feed = await serveFeed();
    const { page } = await visited.visit('/watch');
    await page.getByLabel('Address of a feed').fill(feed.url);
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByText('Read ').or(page.getByText('Not read yet')).first().waitFor();
    await page.locator('.findings .row-title').first().waitFor({ timeout: 120_000 });
    expect(await page.locator('.findings .row-title').first().textContent()).toContain('Talvane');
    feed.server.close();
    await page.context().close();
  }, 150_000);

  it('takes a page from the bookmarklet on another site', async () => {
    const other = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end(SPUN?.html ?? ''),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { href } = (await (await visited.desk.ask('/api/bookmarklet')).json()) as { href: string };
    const context = await visited.browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/story`);
    const opened = context.waitForEvent('page');
    await page.evaluate(decodeURIComponent(href.slice('javascript:'.length)));
    const tab = await opened;
    await tab.waitForURL(/\/report\/[0-9a-f]{20}$/);
    expect(await tab.locator('.about-title').textContent()).toContain('Talvane');
    other.close();
    await context.close();
  });

  it('shows hostile pages as text: nothing runs, nothing links to a script, nothing is asked of anyone', async () => {
    const bad = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
    const html = `<html><head><title>${escape(bad)}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: bad, author: { name: bad }, url: 'javascript:alert(1)', publisher: { name: bad } }).replaceAll('</', '<\\/')}</script><link rel="canonical" href="javascript:alert(1)"></head><body><h1>${escape(bad)}</h1><p class="byline">By ${escape(bad)}</p><p>“${escape(bad)},” the minister said on Monday in a statement that was longer than one line of text.</p><p>The opposition called the statement an insult, and said that it would ask for a vote in the week after next.</p></body></html>`;
    const form = new FormData();
    form.append('file', new Blob([html]), '"><svg onload=alert(1)>.html');
    const location =
      (await visited.desk.ask('/api/trace/files', { method: 'POST', body: form })).headers.get('location') ?? '';
    const { page, complaints } = await visited.visit(location);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    expect(await page.locator('main img, main script, main iframe, main svg[onload]').count()).toBe(0);
    expect(await page.locator('.about-title').textContent()).toContain('onerror');
    expect(complaints).toEqual([]);
    const file = await (
      await visited.desk.ask(`/api/reports/${location.slice('/report/'.length)}/download?format=html`)
    ).text();
    expect(file).not.toMatch(/<(?:img|script|svg onload)/i);
    await page.context().close();
  });

  it('is found without fault by axe, light and dark, narrow and wide', async () => {
    for (const [path, width, colorScheme] of [
      ['/', 390, 'light'],
      [visited.report, 1280, 'light'],
      [visited.report, 390, 'dark'],
      ['/archive', 1280, 'dark'],
      ['/archive/1', 390, 'light'],
      ['/watch', 1280, 'light'],
      ['/nowhere', 390, 'dark'],
    ] as const) {
      const { page } = await visited.visit(path === '/nowhere' ? '/archive/999999' : path, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      await page.locator('main h1, main .problem').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe);
      const violations = await page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target).join(" ")}`))',
      );
      expect([path, width, violations]).toEqual([path, width, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });

  /** A feed with one entry: the twice spun page, at an address that the archive hasn't. */
  async function serveFeed(): Promise<{ url: string; server: Server }> {
    const server = createServer((request, response) => {
      const own = `http://${request.headers.host ?? ''}`;
      if (request.url === '/feed.xml')
        response
          .setHeader('content-type', 'application/rss+xml')
          .end(
            `<?xml version="1.0"?><rss version="2.0"><channel><title>Courant</title><link>${own}</link><description>News</description><item><title>Talks</title><link>${own}/talks</link><guid>${own}/talks</guid></item></channel></rss>`,
          );
      else if (request.url === '/talks')
        response
          .setHeader('content-type', 'text/html')
          .end(STORY.find(({ outlet }) => outlet === 'Viral Courant')?.html);
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`, server };
  }
});

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
