import { readdirSync } from 'node:fs';
import type { Bench } from './bench-case.js';

/** `npm run bench [NAME…]`: counts first, seconds second; a bench is a file `bench/*.bench.ts` that exports `bench`. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.bench.ts'))
  .sort();
for (const file of files) {
  const { bench } = (await import(new URL(file, import.meta.url).href)) as { bench: Bench };
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.log(bench.name);
  await bench.run((line) => console.log(`  ${line}`));
}
