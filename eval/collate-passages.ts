import type { Collation } from '../src/collation/collation.js';
import { pick, seeded } from '../src/testing/seeded.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';

type Range = readonly [start: number, end: number];

/** A stretch that was copied, where it stands on both sides. */
interface CopiedCase {
  readonly base: Range;
  readonly witness: Range;
}

export interface Patchwork {
  readonly base: string;
  readonly witness: string;
  readonly cases: readonly CopiedCase[];
}

/** Copies a text with its paragraphs cut, moved and merged, some reworded, among paragraphs of another text. */
export function patchwork(base: string, other: string, thesaurus: Thesaurus, seed: number): Patchwork {
  const random = seeded(seed);
  const blocks = blocksOf(base);
  const kept = blocks.filter(() => random() > 0.25);
  const cut = Math.floor(random() * kept.length);
  const order = random() < 0.6 ? [...kept.slice(cut), ...kept.slice(0, cut)] : kept;
  const foreign = blocksOf(other).map((block) => other.slice(...block));
  let witness = '';
  const cases: CopiedCase[] = [];
  let last: Range | undefined;
  for (const block of order) {
    if (random() < 0.2) {
      witness += `${pick(foreign, random) ?? ''}\n\n`;
      last = undefined;
    }
    const text = base.slice(...block);
    const copied =
      random() < 0.4 ? spin(text, { thesaurus, rate: 0.35 * random(), seed: seed + cases.length }).text : text;
    const start = witness.length;
    witness += copied;
    const before = cases.at(-1);
    const follows =
      before !== undefined && last !== undefined && /^\s*$/.test(base.slice(last[1], block[0])) && last[1] <= block[0];
    if (follows)
      cases[cases.length - 1] = { base: [before.base[0], block[1]], witness: [before.witness[0], witness.length] };
    else cases.push({ base: block, witness: [start, witness.length] });
    last = block;
    witness += random() < 0.3 ? ' ' : '\n\n';
  }
  return { base, witness, cases };
}

function blocksOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((match) => match[0].length > 60)
    .map((match) => [match.index, match.index + match[0].length]);
}

/** The measure of PAN's text alignment task (Potthast et al. 2010): F1 of macro-averaged character recall and precision, over granularity. */
export function plagdet(patches: readonly Patchwork[], collations: readonly Collation[]): number {
  const recalls: number[] = [];
  const precisions: number[] = [];
  let detections = 0;
  let detected = 0;
  patches.forEach(({ cases }, p) => {
    const passages = collations[p]?.passages ?? [];
    for (const one of cases) {
      const hits = passages.filter(
        (passage) => overlap(passage.base, one.base) > 0 && overlap(passage.witness, one.witness) > 0,
      );
      recalls.push(
        hits.reduce((sum, hit) => sum + overlap(hit.base, one.base) + overlap(hit.witness, one.witness), 0) /
          (length(one.base) + length(one.witness)),
      );
      if (hits.length > 0) detected++;
      detections += hits.length;
    }
    for (const passage of passages) {
      const hits = cases.filter(
        (one) => overlap(passage.base, one.base) > 0 && overlap(passage.witness, one.witness) > 0,
      );
      precisions.push(
        hits.reduce((sum, hit) => sum + overlap(hit.base, passage.base) + overlap(hit.witness, passage.witness), 0) /
          (length(passage.base) + length(passage.witness)),
      );
    }
  });
  const recall = mean(recalls);
  const precision = mean(precisions);
  return (2 * recall * precision) / (recall + precision) / Math.log2(1 + detections / Math.max(1, detected));
}

function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

function length(range: Range): number {
  return range[1] - range[0];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
