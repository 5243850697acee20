import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { outlineOf } from './outline.js';
import { rescore, type Nominee } from './rescore.js';
import { hashWord, scanWords } from './scan-words.js';

const { lexicon } = openKnowledge();
const nominee = (text: string, hits: readonly number[] = []): Nominee => ({
  words: outlineOf(text),
  hits: Uint32Array.from(hits),
});
const order = (query: string, texts: readonly string[]): number[] =>
  rescore(
    query,
    texts.map((text) => nominee(text)),
    { lexicon, limit: 20 },
  ).map(({ candidate }) => candidate);

const QUERY =
  'Judge Marian Ostrow ordered Kestrel Airways to refund 3,200 passengers stranded in Lisbon when its two jets were grounded by volcanic ash.';

describe('rescore', () => {
  it('puts a text that has the words in order before one that has the same words in another order', () => {
    const shuffled =
      'Volcanic ash grounded jets, and passengers stranded in Lisbon want a refund: 3,200 of them. Kestrel Airways must pay, ordered Judge Ostrow, Marian.';
    expect(order(QUERY, [shuffled, `Yesterday: ${QUERY}`])).toEqual([1, 0]);
  });

  it('finds the one text of an archive that holds one', () => {
    expect(order(QUERY, [QUERY])).toEqual([0]);
  });

  it('leaves out a text that shares no word that says something', () => {
    expect(order(QUERY, ['She would rather have stayed at home.'])).toEqual([]);
  });

  it('lays only the stretch around its hits beside a text', () => {
    const long = `${QUERY} ${'Nothing of it was said again that day. '.repeat(20)}Terns nest at Cape Fennimore.`;
    const score = (hits: readonly number[]): number =>
      rescore(long, [nominee(QUERY, hits)], { lexicon, limit: 1 })[0]?.score ?? 0;
    expect(score([0])).toBe(score([]));
    expect(score([long.indexOf('Terns')])).toBe(0);
  });

  it('reads small numbers in words and in digits alike', () => {
    const [inDigits] = rescore('Eleven Ospreys left Tarrow', [nominee('11 Ospreys left Tarrow')], {
      lexicon,
      limit: 1,
    });
    const [inWords] = rescore('Eleven Ospreys left Tarrow', [nominee('Eleven Ospreys left Tarrow')], {
      lexicon,
      limit: 1,
    });
    expect(inDigits?.score).toBe(inWords?.score);
  });

  it('names a text that repeats one word ten thousand times in no noticeable time', () => {
    expect(order(QUERY, ['Ostrow '.repeat(100_000), QUERY])[0]).toBe(1);
  });
});

describe('scanWords', () => {
  const words = (text: string): string[] => {
    const { length, start, end } = scanWords(text);
    return Array.from({ length }, (_, i) => text.slice(start[i], end[i]));
  };

  it('cuts at everything but letters and digits, and keeps a number with its commas whole', () => {
    expect(words('In 2024, Zoë’s “long-term” 1,200.5 kg—gone.')).toEqual([
      'In',
      '2024',
      'Zoë',
      's',
      'long',
      'term',
      '1,200.5',
      'kg',
      'gone',
    ]);
  });

  it('gives a word one hash whatever its case and a number one hash with and without commas', () => {
    expect(scanWords('Élan ÉLAN élan').hashes).toEqual(new Uint16Array(3).fill(hashWord('élan')));
    expect(scanWords('1,200 1200').hashes).toEqual(new Uint16Array(2).fill(hashWord('1200')));
  });

  it('never reads beyond the text nor finds an empty word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(text).every((word) => word.length > 0)).toBe(true);
        expect(scanWords(text).length).toBeLessThanOrEqual((text.length + 1) / 2);
      }),
    );
  });
});
