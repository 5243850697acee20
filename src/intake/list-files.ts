import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEPTH_LIMIT } from './limits.js';
import { isPageFile } from './source-kind.js';

/** Files of a folder that may hold pages, in name order, folders within it too. Hidden ones and links to elsewhere are left alone. */
export async function* listFiles(folder: string, depth = 0): AsyncIterable<string> {
  if (depth > DEPTH_LIMIT) return;
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(path, depth + 1);
    else if (entry.isFile() && isPageFile(entry.name)) yield path;
  }
}
