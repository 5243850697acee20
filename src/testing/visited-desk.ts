import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium } from './chromium.js';
import { buildPages, exampleRows, openTestDesk, type TestDesk } from './running-desk.js';

/** A desk with one of the invented stories in its archive, a report on its spun page, and a browser to look at it. */
export interface VisitedDesk {
  readonly desk: TestDesk;
  readonly browser: Browser;
  /** The folder of the built pages. */
  readonly pages: string;
  /** The report's path. */
  readonly report: string;
  /** Opens a view. Whatever the page complains about, or asks of anyone but the desk, is in `complaints`. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export const STORY = exampleRows('lakeside-summit');
export const SPUN = STORY.find(({ outlet }) => outlet === 'World Newsly Hub');

export async function openVisitedDesk(chromium: string): Promise<VisitedDesk> {
  const pages = await buildPages();
  const desk = await openTestDesk({ pages, allowPrivate: true, watchInterval: 600_000 });
  const browser = await openChromium(chromium);
  const rows = STORY.map((row) => JSON.stringify(row)).join('\n');
  const sent = await desk.ask('/api/uploads?name=story.jsonl', { method: 'POST', body: rows });
  await desk.post('/api/add', { uploads: [((await sent.json()) as { id: string }).id] });
  const report = (await desk.post('/api/trace', SPUN)).headers.get('location') ?? '';
  return {
    desk,
    browser,
    pages,
    report,
    visit: (path, options = {}) => visit(browser, desk.origin, path, options),
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}

async function visit(browser: Browser, origin: string, path: string, options: BrowserContextOptions): Promise<Visit> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push(`dialog: ${dialog.message()}`)));
  page.on(
    'request',
    (request) =>
      !request.url().startsWith(origin) &&
      !request.url().startsWith('data:') &&
      complaints.push(`asks ${request.url()}`),
  );
  await page.goto(`${origin}${path}`);
  return { page, complaints };
}
