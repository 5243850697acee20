import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collation, Passage, Variant } from '../collation/collation.js';
import { rowsOf } from '../report/rows.js';
import { placeRows, textOf } from './collation-rows.js';

type Told = readonly (readonly [base: string, witness: string])[];

/** Passages told as pairs: equal ones are kept text, the rest variants. */
function told(
  passages: readonly Told[],
  order: readonly number[],
): { readonly collation: Collation; readonly base: string; readonly witness: string } {
  let base = '';
  const bases: string[][] = [];
  const starts = passages.map((parts) => {
    const start = base.length;
    bases.push(parts.map(([from]) => from));
    base += `${parts.map(([from]) => from).join('')} `;
    return start;
  });
  let witness = '';
  const placed = order.map((index): Passage => {
    const parts = passages[index] ?? [];
    let [at, to] = [starts[index] ?? 0, witness.length];
    const begin: [number, number] = [at, to];
    const variants: Variant[] = [];
    for (const [from, reading] of parts) {
      const kind = from === '' ? 'addition' : reading === '' ? 'omission' : 'synonym';
      if (from !== reading)
        variants.push({
          kind,
          base: [at, at + from.length],
          witness: [to, to + reading.length],
          from,
          to: reading,
          touches: [],
        });
      at += from.length;
      to += reading.length;
    }
    witness += `${parts.map(([, reading]) => reading).join('')} `;
    return { base: [begin[0], at], witness: [begin[1], to], variants };
  });
  return {
    collation: { passages: placed.sort((a, b) => a.base[0] - b.base[0]) } as unknown as Collation,
    base,
    witness,
  };
}

describe('rows of a collation', () => {
  it('give the two readings of a variant one number, whatever stands on one side only', () => {
    const { collation, base, witness } = told(
      [
        [
          ['The ', 'The '],
          ['old ', ''],
          ['mayor', 'chief'],
          [' spoke', ' spoke'],
          ['', ' loudly'],
          ['.', '.'],
        ],
      ],
      [0],
    );
    const { rows, variants } = placeRows(rowsOf(collation, base, witness));
    expect(variants.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['omission', 'old ', ''],
      ['synonym', 'mayor', 'chief'],
      ['addition', '', ' loudly'],
    ]);
    const numbers = (side: 'base' | 'witness'): unknown[] =>
      rows.flatMap((row) => row[side].flatMap((piece) => piece.variant ?? []));
    expect(numbers('base')).toEqual([0, 1]);
    expect(numbers('witness')).toEqual([1, 2]);
  });

  it('leave a stub where a moved passage stood', () => {
    const plain = (text: string): Told => [[text, text]];
    const { collation, base, witness } = told(
      [plain('First it rained.'), plain('Then it snowed.'), plain('Last it cleared.')],
      [1, 2, 0],
    );
    const { rows } = placeRows(rowsOf(collation, base, witness));
    expect(rows.filter(({ kind }) => kind === 'stub').map((row) => textOf(row.base).trim())).toEqual([
      'First it rained.',
    ]);
    expect(rows.findIndex(({ kind }) => kind === 'stub')).toBe(0);
    expect(rows.filter(({ moved }) => moved)).toHaveLength(1);
  });

  it('number every variant once and lose no letter', () => {
    const word = fc.stringMatching(/^[a-z]{1,6} $/);
    const part = fc.oneof(
      word.map((text) => [text, text] as const),
      fc.tuple(word, word),
      word.map((text) => ['', text] as const),
      word.map((text) => [text, ''] as const),
    );
    const passage = fc
      .array(part, { minLength: 1, maxLength: 12 })
      .map((parts) => [['Begin ', 'Begin '] as const, ...parts, ['end.', 'end.'] as const]);
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (passages) => {
        const { collation, base, witness } = told(
          passages,
          passages.map((_, i) => i),
        );
        const { rows, variants } = placeRows(rowsOf(collation, base, witness));
        const shown = rows.filter(({ kind }) => kind !== 'stub');
        expect(
          shown
            .map((row) => textOf(row.witness))
            .join('')
            .replace(/\s+/g, ''),
        ).toBe(witness.replace(/\s+/g, ''));
        expect(
          shown
            .map((row) => textOf(row.base))
            .join('')
            .replace(/\s+/g, ''),
        ).toBe(base.replace(/\s+/g, ''));
        expect(variants).toHaveLength(collation.passages.reduce((sum, each) => sum + each.variants.length, 0));
        const seen = new Set(
          shown.flatMap((row) => [...row.base, ...row.witness].flatMap((piece) => piece.variant ?? [])),
        );
        expect(seen.size).toBe(variants.length);
      }),
    );
  });
});
