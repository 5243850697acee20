import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../page/page.js';
import { packPage, unpackPage } from './pack-page.js';

/** Pages put aside on disk for as long as a command runs: more than the memory holds. */
export interface PageSpool {
  /** Puts a page aside; its number is how many were before it. */
  put(page: Page): number;
  get(number: number): Page;
  close(): void;
}

/** Opens a spool in the system's temporary folder. */
export function openPageSpool(): PageSpool {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-spool-'));
  const file = openSync(join(folder, 'pages'), 'w+');
  const ends: number[] = [0];
  return {
    put: (page) => {
      const bytes = packPage(page);
      const start = ends.at(-1) ?? 0;
      writeSync(file, bytes, 0, bytes.length, start);
      return ends.push(start + bytes.length) - 2;
    },
    get: (number) => {
      const [start, end] = [ends[number] ?? 0, ends[number + 1] ?? 0];
      const bytes = Buffer.alloc(end - start);
      readSync(file, bytes, 0, bytes.length, start);
      return unpackPage(bytes);
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
