import type { Column, Columns } from './column.js';

/** Information that two sides share, in bits, and that of the poorer side. */
export interface SharedBits {
  readonly shared: number;
  readonly least: number;
}

/** Whether a content word of a side is asked for. */
export type Asked = (column: Column, word: number) => boolean;

/** Bits of the lemmas of content words that are asked for. Cost: linear in the words. */
export function sharedBits({ base, witness, vocabulary }: Columns, isAsked: Asked): SharedBits {
  const here = bitsOf(base, isAsked, vocabulary);
  const there = bitsOf(witness, isAsked, vocabulary);
  let shared = 0;
  for (const [lemma, bits] of here) if (there.has(lemma)) shared += bits;
  return { shared, least: Math.min(total(here), total(there)) };
}

function bitsOf(column: Column, isAsked: Asked, vocabulary: Columns['vocabulary']): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    const type = column.type[i] ?? 0;
    if (vocabulary.isFunction[type] === 0 && isAsked(column, i))
      found.set(vocabulary.lemma[type] ?? 0, vocabulary.bits[type] ?? 0);
  }
  return found;
}

function total(bits: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const value of bits.values()) sum += value;
  return sum;
}
