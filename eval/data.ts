import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Folder of the evaluation data: beside the checkout, or where STEMMA_DATA says. */
const DATA = process.env['STEMMA_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

export function hasData(name: string): boolean {
  return existsSync(`${DATA}/${name}`);
}

/** The lines of a file, unzipped where its name ends in `.gz`. */
export function dataLines(name: string): string[] {
  const bytes = readFileSync(`${DATA}/${name}`);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line !== '');
}

/** The rows of a JSON Lines file. The caller says what they are: the data's README lists the fields. */
export function dataRows<Row>(name: string): Row[] {
  return dataLines(name).map((line) => JSON.parse(line) as Row);
}

/** Which half a key belongs to, the same for ever: tune on `tune`, report `test`. */
export function half(key: string): 'tune' | 'test' {
  return fnv1a(key) % 2 === 0 ? 'tune' : 'test';
}

/** A generator of numbers in [0, 1) that gives the same series for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash >>> 0;
}
