import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFingerprintTable, SKETCH } from './fingerprint-table.js';

it('finds the texts that share fingerprints, most shared first, however many there are', () => {
  const sketches = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 52 - 1 }), { minLength: 4, maxLength: 12 }), {
    minLength: 1,
    maxLength: 300,
  });
  const property = fc.property(sketches, fc.nat(), (texts, chosen) => {
    const table = openFingerprintTable();
    texts.forEach((hashes, text) => table.add(text, Float64Array.from(hashes).sort()));
    const text = chosen % texts.length;
    const own = Float64Array.from(texts[text] ?? []).sort();
    expect(table.match(own)[0]).toEqual({ text, hits: own.length });
    expect(table.match(own.subarray(0, 2)).find((found) => found.text === text)).toEqual({ text, hits: 2 });
  });
  fc.assert(property, { numRuns: 50 });
});

it('keeps the smallest fingerprints of a text and follows none that many have', () => {
  const table = openFingerprintTable();
  const long = Float64Array.from({ length: SKETCH + 5 }, (_, i) => i * 1000);
  table.add(0, long);
  expect(table.match(long)).toEqual([{ text: 0, hits: SKETCH }]);
  expect(table.match(long.subarray(SKETCH))).toEqual([]);
  for (let text = 1; text < 30; text++) table.add(text, Float64Array.of(0));
  expect(table.match(long)).toEqual([{ text: 0, hits: SKETCH - 1 }]);
});
