import { MODEL_FORMAT, type CrfHeader, type ModelHeader } from '../src/knowledge/read-statement-model.js';
import type { WordEntry } from '../src/statement/attributes.js';
import type { Crf } from '../src/statement/crf.js';

/** Weights under this share of the largest are dropped: below it neither bytes nor figures change (measured in train/statement.ts). */
interface Packing {
  readonly words: ReadonlyMap<string, WordEntry>;
  /** tags, cues, spans. */
  readonly crfs: readonly Crf[];
  /** Rows whose largest weight is smaller than this are left out. */
  readonly smallest: readonly number[];
}

/** The bytes that `readStatementModel` reads. */
export function packStatementModel(packing: Packing): Buffer {
  const lines = [...packing.words].map(([word, e]) =>
    [word, e.lemma === word ? '' : e.lemma, e.coarse, e.middle, e.fine, e.gender].join('\t'),
  );
  const words = Buffer.from(lines.join('\n'));
  const packed = packing.crfs.map((crf, c) => packCrf(crf, packing.smallest[c] ?? 0));
  const header: ModelHeader = { format: MODEL_FORMAT, wordBytes: words.length, crfs: packed.map((p) => p.header) };
  return Buffer.concat([Buffer.from(JSON.stringify(header) + '\n'), words, ...packed.map((p) => p.bytes)]);
}

function packCrf(crf: Crf, smallest: number): { header: CrfHeader; bytes: Buffer } {
  const { labels, bits, weights } = crf;
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight * crf.step));
  const step = largest / 127 || 1;
  const out: number[] = [];
  let previous = 0;
  let rows = 0;
  for (let row = 0; row < 2 ** bits; row++) {
    const levels = Array.from({ length: labels }, (_, l) =>
      Math.round(((weights[row * labels + l] ?? 0) * crf.step) / step),
    );
    const top = Math.max(
      ...Array.from({ length: labels }, (_, l) => Math.abs((weights[row * labels + l] ?? 0) * crf.step)),
    );
    if (top < smallest || levels.every((level) => level === 0)) continue;
    let gap = row - previous;
    while (gap > 127) {
      out.push((gap & 127) | 128);
      gap >>>= 7;
    }
    out.push(gap, ...levels.map((level) => level & 255));
    previous = row;
    rows++;
  }
  return {
    header: { labels, bits, step, rows, transitions: [...crf.transitions].map((t) => Number(t.toFixed(3))) },
    bytes: Buffer.from(out),
  };
}
