import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure, Measure } from './measure.js';

/**
 * The gate: every measure's figures against floors that only rise.
 * `npm run gate [NAME…]` runs all measures or the named ones; `-- --raise` writes better figures as new floors.
 * A measure is a file `eval/*.measure.ts` that exports `measure`.
 */
const FLOORS = new URL('floors.json', import.meta.url);
/** Floors are kept to four places: half of the last one. */
const ROUNDING = 0.5e-4 + 1e-9;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const raise = process.argv.includes('--raise');
const floors = readFloors();
const raised: Record<string, number> = {};
const count = { passed: 0, failed: 0, skipped: 0 };

for (const measure of await measures()) {
  if (wanted.length > 0 && !wanted.includes(measure.name)) continue;
  const began = Date.now();
  const figures = await measure.run();
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  if (typeof figures === 'string') {
    count.skipped++;
    console.log(`${measure.name}: SKIPPED, ${figures}`);
    continue;
  }
  console.log(`${measure.name} (${seconds} s)`);
  for (const figure of figures) judge(figure);
}
if (raise) {
  // Read again: a gate of another measure may have written its floors in the meantime.
  const all = Object.entries({ ...readFloors(), ...raised }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FLOORS, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
console.log(`gate: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;

async function measures(): Promise<Measure[]> {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.measure.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((name) => import(new URL(name, import.meta.url).href) as Promise<{ measure: Measure }>),
  );
  return modules.map((module) => module.measure);
}

function readFloors(): Record<string, number> {
  return existsSync(FLOORS) ? (JSON.parse(readFileSync(FLOORS, 'utf8')) as Record<string, number>) : {};
}

/** Compares with the floor and prints one line: ok, FAIL, and whether the bar is reached. */
function judge(figure: Figure): void {
  const sign = figure.lowerIsBetter ? -1 : 1;
  const floor = floors[figure.name];
  const ok = floor === undefined || (figure.value - floor) * sign >= -(figure.margin ?? 0) - ROUNDING;
  if (ok) count.passed++;
  else count.failed++;
  if (raise && (floor === undefined || (figure.value - floor) * sign > 0))
    raised[figure.name] = Number(figure.value.toFixed(4));
  const bar =
    figure.bar === undefined
      ? ''
      : `  bar ${figure.bar}${(figure.value - figure.bar) * sign >= 0 ? ' reached' : ' NOT REACHED'}`;
  const held = floor === undefined ? 'no floor yet' : `floor ${floor}`;
  console.log(
    `  ${ok ? 'ok  ' : 'FAIL'} ${figure.name.padEnd(44)} ${figure.value.toFixed(4)}  ${held}${bar}${figure.note ? `  (${figure.note})` : ''}`,
  );
}
