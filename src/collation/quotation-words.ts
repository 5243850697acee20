import { spanAt } from '../witness/span-at.js';
import { type Column, wordFrom } from './column.js';
import type { Words } from './step.js';

/** The quotation that a run of words stands in, or at whose inside an empty run stands; -1 for none. */
export function quotationOf(column: Column, [from, to]: Words): number {
  const { quotations } = column.witness;
  for (let i = from; i < to; i++) {
    const span = spanAt(quotations, column.token[i] ?? 0);
    if (span >= 0) return span;
  }
  if (from < to || from === 0 || from >= column.length) return -1;
  const before = spanAt(quotations, column.token[from - 1] ?? 0);
  return before >= 0 && before === spanAt(quotations, column.token[from] ?? 0) ? before : -1;
}

/** A long rewording that only begins or ends in a quotation is not the quotation's. */
export function staysInside(column: Column, [from, to]: Words, quotation: number): boolean {
  if (quotation < 0) return true;
  for (let i = from; i < to; i++)
    if (spanAt(column.witness.quotations, column.token[i] ?? 0) !== quotation) return to - from <= 2;
  return true;
}

/** The words of a quotation; without one, no bounds. */
export function wordsOf(column: Column, quotation: number): Words {
  const span = column.witness.quotations[quotation];
  if (span === undefined) return [0, Infinity];
  return [wordFrom(column, span.from), wordFrom(column, span.to)];
}

export function holds([from, to]: Words, word: number): boolean {
  return from <= word && word < to;
}
