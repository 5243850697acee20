import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBlocks, toWords } from './words.js';

const split = (text: string) => {
  const words = toWords(text, toBlocks(text));
  return Array.from(words.start, (start, i) => text.slice(start, words.end[i]));
};
const sentences = (text: string) => {
  const words = toWords(text, toBlocks(text));
  return words.sentences.map(({ from, to }) => text.slice(words.start[from], words.end[to - 1]));
};

describe('toWords', () => {
  test('parts a name from its clitic', () => expect(split('Clinton’s aide')).toEqual(['Clinton', '’s', 'aide']));
  test('keeps a negation whole', () => expect(split("didn't go")).toEqual(["didn't", 'go']));
  test('keeps the dot of a title', () =>
    expect(split('Sen. Roe of the U.S. Senate')).toEqual(['Sen.', 'Roe', 'of', 'the', 'U.S.', 'Senate']));
  test('reads doubled apostrophes as one mark', () => expect(split("''We will''")).toEqual(["''", 'We', 'will', "''"]));
  test('parts words at a dash', () => expect(split('went—she said')).toEqual(['went', '—', 'she', 'said']));
  test('ends a sentence after its closing mark', () => {
    expect(sentences('“We will go.” She left. It rained.')).toEqual(['“We will go.”', 'She left.', 'It rained.']);
  });
  test('ends a sentence after the dot of an hour where a quotation opens', () => {
    expect(sentences('It began at 7:40 a.m. “We are watching.” By 8 a.m. Roe had left.')).toEqual([
      'It began at 7:40 a.m.',
      '“We are watching.”',
      'By 8 a.m. Roe had left.',
    ]);
  });
  test('does not end a sentence after a title', () => expect(sentences('Mr. Roe left. Then he came.')).toHaveLength(2));
  test('words cover all that is not white space, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(split(text).join('').replace(/\s/gu, '')).toBe(text.replace(/[\s\u00a0]/gu, ''));
      }),
    );
  });
});
