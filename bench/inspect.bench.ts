import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findSuspects } from '../src/spin/find-suspects.js';
import { inspect } from '../src/spin/inspect.js';
import { readSpinModel } from '../src/spin/spin-model.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import { humanTexts, missingData } from '../eval/inspect-texts.js';
import type { Bench } from './bench-case.js';

const MODEL = new URL('../data/spin-model.bin.gz', import.meta.url);
const WARM_UP = 40;

/** Size and loading of the model; word types and originals looked at, and CPU, a page. */
export const bench: Bench = {
  name: 'inspect',
  run: (print) => {
    measure(print);
    return Promise.resolve();
  },
};

function measure(print: (line: string) => void): void {
  const missing = missingData();
  if (missing !== undefined) {
    print(missing);
    return;
  }
  const packed = readFileSync(MODEL);
  const before = process.cpuUsage();
  const model = readSpinModel(gunzipSync(packed));
  print(
    `model: ${(packed.length / 1e6).toFixed(2)} MB, ${model.words.length} words and phrases, ${model.originals.length} substitutes, read in ${milliseconds(before).toFixed(0)} ms CPU`,
  );
  const { lexicon } = openKnowledge();
  const witnesses = humanTexts(40).map((text) => plainWitness(text.text, lexicon));
  const looked = witnesses.map((witness) => findSuspects(witness, { lexicon, model }).suspects);
  const types = looked.reduce((sum, suspects) => sum + suspects.length, 0);
  const originals = looked.reduce(
    (sum, suspects) => sum + suspects.reduce((held, suspect) => held + suspect.originals.length, 0),
    0,
  );
  const words = witnesses.reduce((sum, witness) => sum + witness.length, 0);
  print(
    `${witnesses.length} pages of ${(words / witnesses.length).toFixed(0)} tokens: ${(types / witnesses.length).toFixed(0)} word types and ${(originals / witnesses.length).toFixed(0)} originals a page`,
  );
  for (const witness of witnesses.slice(0, WARM_UP)) inspect(witness, { lexicon, model });
  const start = process.cpuUsage();
  for (const witness of witnesses) inspect(witness, { lexicon, model });
  const spent = milliseconds(start) / witnesses.length;
  print(`${spent.toFixed(1)} ms CPU a page: ${(1000 / spent).toFixed(0)} pages/s a core`);
}

function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
