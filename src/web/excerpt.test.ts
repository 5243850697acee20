import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAt } from './excerpt.js';

const TEXT =
  'Sailings stopped. “We had no warning from the tide gauges,” the harbour master told reporters at the quay on Tuesday morning.\nThe line was closed.';
const at = (words: string, text = TEXT): readonly [number, number] => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};

describe('an excerpt', () => {
  it('begins with its sentence and is cut at a word, or ends with its line', () => {
    expect(excerptAt(TEXT, at('no'))).toEqual({
      before: '“We had ',
      at: 'no',
      after: ' warning from the tide gauges,” the harbour…',
    });
    expect(excerptAt(TEXT, at('Tuesday'))).toMatchObject({ after: ' morning.' });
    expect(excerptAt(TEXT, at('morning'))).toMatchObject({ before: '…told reporters at the quay on Tuesday ' });
  });

  it('shows where nothing stands', () => {
    const [start] = at('warning');
    expect(excerptAt(TEXT, [start, start])).toMatchObject({ before: '“We had no ', at: '' });
  });

  it('is the text itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), fc.nat(20), (text, from, length) => {
        const start = Math.min(from, text.length);
        const { before, at: own, after } = excerptAt(text, [start, Math.min(text.length, start + length)]);
        const plain = `${before.replace(/^…/, '')}${own}${after.replace(/…$/, '')}`;
        expect(text.includes(plain) || text.includes(`${before}${own}${after}`)).toBe(true);
        expect(own).toBe(text.slice(start, start + length));
      }),
    );
  });
});
