import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage } from '../src/page/read-page.js';
import { dataRows, hasData } from '../eval/data.js';
import { METADATA } from '../eval/read-metadata.js';
import { SEGMENTS } from '../eval/read-segments.js';
import { cutBlocks } from '../src/page/block.js';
import { growTree } from '../src/page/tree.js';
import type { Bench } from './bench-case.js';
import { benchHostile } from './read-hostile.js';

const WARM_UP = 30;

/** Pages read a second, with types and claims, beside @mozilla/readability on linkedom, which gives the body and three claims; then what hostile pages cost. */
export const bench: Bench = {
  name: 'read',
  run: (print) => {
    const missing = [SEGMENTS, METADATA].filter((name) => !hasData(name));
    if (missing.length > 0) print(`skipped: no ${missing.join(', ')}`);
    else compare(print);
    benchHostile(print);
    return Promise.resolve();
  },
};

function compare(print: (line: string) => void): void {
  const pages = [SEGMENTS, METADATA].flatMap((name) => dataRows<{ html: string; url: string }>(name));
  const characters = pages.reduce((sum, page) => sum + page.html.length, 0);
  const trees = pages.map((page) => growTree(page.html));
  const elements = trees.reduce((sum, tree) => sum + tree.elements.length, 0);
  const blocks = trees.reduce((sum, tree) => sum + cutBlocks(tree).length, 0);
  print(
    `${pages.length} pages, ${(characters / pages.length / 1000).toFixed(0)} k characters, ${(elements / pages.length).toFixed(0)} elements and ${(blocks / pages.length).toFixed(0)} blocks a page`,
  );
  const own = measure(pages, (page) => attempt(() => readPage(page).text));
  const parse: (html: string) => unknown = parseHTML;
  const peer = measure(pages, ({ html }) =>
    attempt(() => {
      const { document } = parse(html) as { document: never };
      return new Readability(document).parse()?.textContent ?? '';
    }),
  );
  print(
    `own: ${own.milliseconds.toFixed(1)} ms CPU a page, ${(1000 / own.milliseconds).toFixed(0)} pages/s a core, heap grew to ${own.megabytes.toFixed(0)} MB`,
  );
  print(
    `readability on linkedom: ${peer.milliseconds.toFixed(1)} ms CPU a page, ${(1000 / peer.milliseconds).toFixed(0)} pages/s a core, heap grew to ${peer.megabytes.toFixed(0)} MB`,
  );
  print(`own / peer: ${(peer.milliseconds / own.milliseconds).toFixed(2)} times as fast`);
}

function measure<Page>(
  pages: readonly Page[],
  read: (page: Page) => string,
): { milliseconds: number; megabytes: number } {
  for (const page of pages.slice(0, WARM_UP)) read(page);
  let heap = 0;
  const before = process.cpuUsage();
  for (const page of pages) {
    read(page);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000 / pages.length, megabytes: heap / 1e6 };
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
