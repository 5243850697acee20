import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openChromium } from '../testing/chromium.js';
import { buildPages, exampleRows, openTestDesk, type TestDesk } from '../testing/running-desk.js';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const story = exampleRows('lakeside-summit');
const spun = story.find(({ outlet }) => outlet === 'World Newsly Hub');

describe.skipIf(chromium === undefined)('the desk in a browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let report: string;

  beforeAll(async () => {
    desk = await openTestDesk({ pages: await buildPages(), allowPrivate: true, watchInterval: 600_000 });
    browser = await openChromium(chromium ?? '');
    const uploaded = (await (
      await desk.ask('/api/uploads?name=story.jsonl', {
        method: 'POST',
        body: story.map((row) => JSON.stringify(row)).join('\n'),
      })
    ).json()) as { id: string };
    await desk.post('/api/add', { uploads: [uploaded.id] });
    report = (await desk.post('/api/trace', spun)).headers.get('location') ?? '';
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  /** Opens a view; whatever the page complains about, or asks of anyone but the desk, fails the test that looks at it. */
  async function visit(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push(`dialog: ${dialog.message()}`)));
    page.on(
      'request',
      (request) =>
        !request.url().startsWith(desk.origin) &&
        !request.url().startsWith('data:') &&
        complaints.push(`asks ${request.url()}`),
    );
    await page.goto(`${desk.origin}${path}`);
    return { page, complaints };
  }

  it('traces a pasted page, says what it is doing, and ends at the report’s own address', async () => {
    const { page, complaints } = await visit('/');
    await page
      .getByLabel('Address or text of the page')
      .fill(story.find(({ outlet }) => outlet === 'Viral Courant')?.html ?? '');
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
    const { page } = await visit('/');
    const files = [spun, story[0]].map((row, i) => ({
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

  it('leads from variant to variant by keys, and shows only the kinds that are asked for', async () => {
    const { page, complaints } = await visit(report);
    await page.locator('.columns-rows').waitFor();
    const current = (variant: number): Promise<void> =>
      page.locator(`.v.current[data-v="${variant}"]`).first().waitFor();
    await page.keyboard.press('n');
    await current(0);
    await page.keyboard.press('n');
    await current(1);
    await page.keyboard.press('p');
    await current(0);
    await page.getByRole('button', { name: /^In quotes/ }).click();
    await page.locator('.v.off').first().waitFor();
    const shown = await page.evaluate<boolean>(
      "[...document.querySelectorAll('.columns-rows [data-v]:not(.off)')].every((each) => each.className.includes('t-quotation'))",
    );
    expect(shown).toBe(true);
    await page.getByRole('button', { name: /^Next/ }).click();
    await page.locator('.v.current.t-quotation').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows how every page has a sentence, and goes from a statement to its place', async () => {
    const { page } = await visit(report);
    const row = page.locator('.pair-row.shared').nth(1);
    await row.hover();
    await row.getByRole('button', { name: 'All readings' }).click();
    await row.locator('.apparatus > div').first().waitFor();
    expect(await row.locator('.apparatus > div').count()).toBeGreaterThan(3);
    await page.locator('.said-link').first().click();
    await page.locator('.pair-row.arrived').waitFor();
    const speaker = await page.locator('.statements tbody th').first().textContent();
    await page.getByLabel('Speaker').selectOption({ index: 1 });
    expect(await page.locator('.statements tbody tr').count()).toBeGreaterThan(0);
    expect(speaker).not.toBe('');
    await page.context().close();
  });

  it('shows the stemma as a drawing, a list and a timeline, and compares two pages that are picked by keyboard', async () => {
    const { page } = await visit(report);
    const rows = page.locator('.stemma-row:not(.lost)');
    await rows.nth(0).focus();
    expect(await page.locator('.card-name').textContent()).toContain(
      await rows.nth(0).locator('.row-name').textContent(),
    );
    await page.keyboard.press('Enter');
    await rows.nth(2).focus();
    await page.keyboard.press('Enter');
    const wanted = await rows.nth(2).locator('.siglum').textContent();
    await page.locator(`.columns-head .siglum:text-is("${wanted ?? ''}")`).waitFor();
    const count = await page.locator('.stemma-row').count();
    await page.getByRole('button', { name: 'List' }).click();
    expect(await page.locator('.stemma-list li').count()).toBe(count);
    await page.getByRole('button', { name: 'Timeline' }).click();
    expect(await page.locator('.timeline li').count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it('adds an upload to the archive, finds it by words and outlet, and opens it', async () => {
    const { page, complaints } = await visit('/archive');
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
    const { page } = await visit('/watch');
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
      response.setHeader('content-type', 'text/html').end(spun?.html ?? ''),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { href } = (await (await desk.ask('/api/bookmarklet')).json()) as { href: string };
    const context = await browser.newContext();
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
    const location = (await desk.ask('/api/trace/files', { method: 'POST', body: form })).headers.get('location') ?? '';
    const { page, complaints } = await visit(location);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    expect(await page.locator('main img, main script, main iframe, main svg[onload]').count()).toBe(0);
    expect(await page.locator('.about-title').textContent()).toContain('onerror');
    expect(complaints).toEqual([]);
    const file = await (
      await desk.ask(`/api/reports/${location.slice('/report/'.length)}/download?format=html`)
    ).text();
    expect(file).not.toMatch(/<(?:img|script|svg onload)/i);
    await page.context().close();
  });

  it('is found without fault by axe, light and dark, narrow and wide', async () => {
    for (const [path, width, colorScheme] of [
      ['/', 390, 'light'],
      [report, 1280, 'light'],
      [report, 390, 'dark'],
      ['/archive', 1280, 'dark'],
      ['/archive/1', 390, 'light'],
      ['/watch', 1280, 'light'],
      ['/nowhere', 390, 'dark'],
    ] as const) {
      const { page } = await visit(path === '/nowhere' ? '/archive/999999' : path, {
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
          .end(story.find(({ outlet }) => outlet === 'Viral Courant')?.html);
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`, server };
  }
});

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
