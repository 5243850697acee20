import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffWords } from 'diff';
import { newsTexts } from '../eval/collate-texts.js';
import { hasData } from '../eval/data.js';
import { mobyThesaurus } from '../eval/moby-thesaurus.js';
import { alignedCells } from './aligned-cells.js';
import { collate } from '../src/collation/collate.js';
import { openKnowledge, type Knowledge } from '../src/knowledge/knowledge.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import { seeded } from '../src/testing/seeded.js';
import { spin } from '../src/testing/spinner.js';
import type { Witness } from '../src/witness/witness.js';
import type { Bench } from './bench-case.js';

/** Collations a second at three depths of change beside jsdiff and dwdiff, growth with length, and the worst pairs. */
export const bench: Bench = {
  name: 'collate',
  run(print) {
    if (!hasData('background-prosecutors.jsonl.gz')) print('the shared data is absent');
    else {
      const knowledge = openKnowledge();
      for (const rate of [0, 0.1, 0.4]) besidePeers(rate, knowledge, print);
      growth(knowledge, print);
      hostile(knowledge, print);
    }
    return Promise.resolve();
  },
};

type Print = (line: string) => void;

/** Article pairs of 300 to 800 words with a share of words swapped; witnesses are made outside of the clock, as peers get strings. */
function besidePeers(rate: number, { lexicon, relationModel: model }: Knowledge, print: Print): void {
  const thesaurus = mobyThesaurus({ phrases: 0.1, functionWords: true });
  const pairs = newsTexts('tune', 45).map((text, seed) => [text, spin(text, { thesaurus, rate, seed }).text] as const);
  const witnesses = pairs.map((pair) => pair.map((text) => plainWitness(text, lexicon)));
  const cells = witnesses.reduce((sum, [a, b]) => sum + (a && b ? alignedCells(a, b, lexicon) : 0), 0) / pairs.length;
  const own = secondsOf(() => witnesses.forEach(([a, b]) => a && b && collate(a, b, { lexicon, model })));
  const whole = secondsOf(() =>
    pairs.forEach(([a, b]) => collate(plainWitness(a, lexicon), plainWitness(b, lexicon), { lexicon, model })),
  );
  const jsdiff = secondsOf(() => pairs.forEach(([a, b]) => diffWords(a, b)));
  const dwdiff = dwdiffSeconds(pairs);
  const rates = [
    ['stemma', own],
    ['with reading words', whole],
    ['diff (npm)', jsdiff],
    ['dwdiff', dwdiff],
  ] as const;
  print(
    `${rate * 100} % swapped: ${cells.toFixed(0)} cells a pair; pairs/s: ${rates.map(([name, seconds]) => `${name} ${seconds === undefined ? 'absent' : (pairs.length / seconds).toFixed(0)}`).join(', ')}; ratio to diff ${(jsdiff / own).toFixed(2)}`,
  );
}

/** Process start included: that is what a user of it pays. */
function dwdiffSeconds(pairs: readonly (readonly [string, string])[]): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    pairs.forEach((pair, p) => pair.forEach((text, side) => writeFileSync(join(folder, `${p}-${side}`), text)));
    return secondsOf(() => {
      pairs.forEach((_, p) => {
        try {
          execFileSync('dwdiff', [join(folder, `${p}-0`), join(folder, `${p}-1`)], { stdio: 'ignore' });
        } catch (error) {
          if ((error as { status?: number }).status !== 1) throw error;
        }
      });
    });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Near copies of 1,000 to 64,000 words: one word in twenty swapped. */
function growth({ lexicon, relationModel: model }: Knowledge, print: Print): void {
  const source = newsTexts('tune', 600).join('\n\n').split(' ');
  const thesaurus = mobyThesaurus({ phrases: 0.1, functionWords: true });
  const points = [1000, 4000, 16000, 64000].map((words) => {
    const text = source.slice(0, words).join(' ');
    const a = plainWitness(text, lexicon);
    const b = plainWitness(spin(text, { thesaurus, rate: 0.05, seed: words }).text, lexicon);
    return {
      words: a.length,
      cells: alignedCells(a, b, lexicon),
      seconds: secondsOf(() => collate(a, b, { lexicon, model })),
    };
  });
  for (const { words, cells, seconds } of points)
    print(`${words} tokens: ${cells} cells, ${(seconds * 1000).toFixed(0)} ms`);
  const [first, last] = [points[0], points.at(-1)];
  if (first && last)
    print(`growth exponent: cells ${exponent(first, last, 'cells')}, seconds ${exponent(first, last, 'seconds')}`);
}

interface Point {
  readonly words: number;
  readonly cells: number;
  readonly seconds: number;
}

function exponent(first: Point, last: Point, of: 'cells' | 'seconds'): string {
  return (Math.log(last[of] / first[of]) / Math.log(last.words / first.words)).toFixed(2);
}

/** What the worst pair of a million words a side may take. */
const MOST_SECONDS = 20;
const MOST_MEGABYTES = 1536;

/** Pairs that were made to hurt. */
function hostile({ lexicon, relationModel: model }: Knowledge, print: Print): void {
  const dictionary = Array.from({ length: 100_000 }, (_, i) => `w${((i * 7919) % 100_000).toString(36)}x`);
  const cases: readonly (readonly [string, string, string])[] = [
    ['one word a million times', 'word '.repeat(1e6), 'word '.repeat(1e6)],
    [
      'a million against 900,000 with one stranger',
      'word '.repeat(1e6),
      `${'word '.repeat(5e5)}other ${'word '.repeat(4e5)}`,
    ],
    ['two shuffled dictionaries of 100,000', shuffled(dictionary, 1).join(' '), shuffled(dictionary, 2).join(' ')],
    [
      'one sentence 50,000 times, reworded',
      'The minister said the war is over. '.repeat(5e4),
      'The minister said that the war was over. '.repeat(5e4),
    ],
  ];
  for (const [name, a, b] of cases) {
    const [base, witness]: readonly Witness[] = [plainWitness(a, lexicon), plainWitness(b, lexicon)];
    if (!base || !witness) continue;
    const began = process.cpuUsage();
    collate(base, witness, { lexicon, model });
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    const verdict = seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES ? 'within' : 'OUTSIDE';
    print(
      `${name}: ${seconds.toFixed(1)} s CPU, ${megabytes.toFixed(0)} MB at most so far; ${verdict} the bounds of ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`,
    );
  }
}

function shuffled(words: readonly string[], seed: number): string[] {
  const random = seeded(seed);
  const items = [...words];
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] ?? '', items[i] ?? ''];
  }
  return items;
}

/** Seconds of the best of some runs. */
function secondsOf(act: () => void, runs = 3): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    act();
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
}
