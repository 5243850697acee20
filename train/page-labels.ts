import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Block } from '../src/page/block.js';

/**
 * Which blocks of the training pages belong to the report. Labels are kept by the hash of a block's text, never the text.
 * They come from four extractors' agreement (readability twice, article-extractor, defuddle), overruled by the expected
 * segments of the tuning half and by a reader who looked at blocks on which extractors or model disagreed.
 */
const FILE = new URL('page-labels.jsonl.gz', import.meta.url);

/** A block's answer and how much it counts. */
export interface Label {
  readonly reported: 0 | 1;
  readonly weight: number;
  /** Furniture that all extractors drop: there is plenty, a sample of it will do. */
  readonly easy: boolean;
}

const LABELS: Readonly<Record<string, Label>> = {
  R: { reported: 1, weight: 1.6, easy: false },
  F: { reported: 0, weight: 1.6, easy: false },
  r: { reported: 1, weight: 1, easy: false },
  p: { reported: 1, weight: 0.5, easy: false },
  q: { reported: 0, weight: 0.5, easy: false },
  f: { reported: 0, weight: 1, easy: true },
};

/** Labels by page; pages by the hash of their address. */
export function readLabels(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const lines = gunzipSync(readFileSync(FILE)).toString('utf8').split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { page: string; labels: Record<string, string> });
  return new Map(rows.map((row) => [row.page, row.labels]));
}

/** The labels of a page's blocks, in order. Short blocks count less: they decide little and are often wrong. */
export function labelBlocks(blocks: readonly Block[], labels: Readonly<Record<string, string>>): readonly Label[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const key = hashText(block.text);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const label = LABELS[labels[count === 0 ? key : `${key}.${count}`] ?? 'f'] as Label;
    return { ...label, weight: label.weight * Math.min(1, Math.max(0.3, block.text.length / 60)) };
  });
}

/** FNV-1a over UTF-16 units, white space left out, as eight hexadecimal digits. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text.replace(/\s+/g, ''))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
