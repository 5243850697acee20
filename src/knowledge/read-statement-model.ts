import { StemmaError } from '../error.js';
import type { WordEntry } from '../statement/attributes.js';
import type { Crf } from '../statement/crf.js';
import type { StatementModel } from '../statement/statement-model.js';

/** First line of the file: sizes of what follows, and what is small. */
export interface ModelHeader {
  readonly format: number;
  readonly wordBytes: number;
  readonly crfs: readonly CrfHeader[];
}

export interface CrfHeader {
  readonly labels: number;
  readonly bits: number;
  readonly step: number;
  readonly rows: number;
  readonly transitions: readonly number[];
}

export const MODEL_FORMAT = 1;

/**
 * Reads `data/statement-model.bin.gz` (unpacked): a JSON line, the word table as tab-separated lines, then for each
 * model (tags, cues, spans, judge) its rows that hold weights: the gap to the row before as a variable-length number, one signed byte a label.
 * Throws `StemmaError('schema-mismatch')` when the file is of another format.
 */
export function readStatementModel(bytes: Uint8Array): StatementModel {
  const line = bytes.indexOf(10);
  const decoder = new TextDecoder();
  const header = JSON.parse(decoder.decode(bytes.subarray(0, line))) as ModelHeader;
  if (header.format !== MODEL_FORMAT) {
    throw new StemmaError(
      'schema-mismatch',
      `The statement model has format ${header.format}, this version reads ${MODEL_FORMAT}; run "npm run train -- statement".`,
    );
  }
  let at = line + 1 + header.wordBytes;
  const words = readWords(decoder.decode(bytes.subarray(line + 1, at)));
  const crfs = header.crfs.map((crf) => {
    const read = readCrf(bytes, at, crf);
    at = read.end;
    return read.crf;
  });
  const [tags, cues, spans, judge] = crfs;
  if (tags === undefined || cues === undefined || spans === undefined || judge === undefined) {
    throw new StemmaError(
      'schema-mismatch',
      'The statement model lacks one of its parts; run "npm run train -- statement".',
    );
  }
  return { words, tags, cues, spans, judge };
}

function readWords(text: string): Map<string, WordEntry> {
  const words = new Map<string, WordEntry>();
  for (const line of text.split('\n')) {
    const [word = '', lemma = '', coarse = '', middle = '', fine = '', gender = ''] = line.split('\t');
    if (word === '') continue;
    words.set(word, {
      lemma: lemma === '' ? word : lemma,
      coarse: Number(coarse),
      middle: Number(middle),
      fine: Number(fine),
      gender: Number(gender),
    });
  }
  return words;
}

function readCrf(bytes: Uint8Array, start: number, header: CrfHeader): { crf: Crf; end: number } {
  const { labels, bits, step } = header;
  const weights = new Int8Array(2 ** bits * labels);
  let at = start;
  let row = 0;
  for (let r = 0; r < header.rows; r++) {
    let gap = 0;
    let shift = 0;
    for (let more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      more = byte > 127;
    }
    row += gap;
    for (let l = 0; l < labels; l++) weights[row * labels + l] = bytes[at++] ?? 0;
  }
  return { crf: { labels, bits, weights, step, transitions: Float32Array.from(header.transitions) }, end: at };
}
