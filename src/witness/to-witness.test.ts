import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { formOf } from './form.js';
import { toWitness } from './to-witness.js';
import type { Span, Witness } from './witness.js';

const { lexicon } = openKnowledge();
const page = (source: string): Page => ({ byline: [], parts: [], text: source, source, claims: [], notes: [] });
const witness = (source: string): Witness => toWitness(page(source), lexicon);
const cut = (of: Witness, span: Span): string => of.text.slice(of.start[span.from], of.end[span.to - 1]);

describe('toWitness', () => {
  it('keeps abbreviations, initials and honorifics inside their sentence', () => {
    const found = witness(
      'Gen. Ilse M. Brandt met the U.S. Senate at 9 p.m. on Monday. She left Dr. Okoro behind. “Why?” he asked.',
    );
    expect(found.sentences.map((span) => cut(found, span))).toEqual([
      'Gen. Ilse M. Brandt met the U.S. Senate at 9 p.m. on Monday.',
      'She left Dr. Okoro behind.',
      '“Why?” he asked.',
    ]);
  });

  it('finds names with particles and leaves sentence openings, weekdays and "I" alone', () => {
    const found = witness(
      'The envoy met Ursel von der Aue on Tuesday. Talks with the Ministry of Tides went on, and I left. Floods followed.',
    );
    expect(found.names.map((span) => cut(found, span))).toEqual(['Ursel von der Aue', 'Ministry of Tides']);
  });

  it('reads numbers in digits and in words, with their units', () => {
    const found = witness(
      'It cost $2.5 million, or 30 per cent of one thousand two hundred and five euros, the third loss in twenty-five years.',
    );
    expect(found.numbers.map(({ value, unit }) => [value, unit])).toEqual([
      [2.5e6, 'USD'],
      [30, '%'],
      [1205, 'EUR'],
      [3, undefined],
      [25, 'year'],
    ]);
  });

  it('reads dates in British and American order as far as the words tell', () => {
    const found = witness(
      'From 19 June 2024 to June 21, 2024, then Sept. 3 and on Friday; see 2024-07-01. March on, may he.',
    );
    expect(found.dates.map(({ iso }) => iso)).toEqual(['2024-06-19', '2024-06-21', '--09-03', undefined, '2024-07-01']);
  });

  it('pairs quotation marks of either make and is not misled by apostrophes', () => {
    const found = witness(
      'He called it ‘a mess’. The boys\' coats and the girls\' hats were "all wet", Ann’s too. “We won’t go.',
    );
    expect(found.quotations.map((span) => [cut(found, span), span.closed])).toEqual([
      ['a mess', true],
      ['all wet', true],
      ['We won’t go.', false],
    ]);
  });

  it('compares words as a reader sees them, whatever bytes they are made of', () => {
    expect(formOf('Prеsidеnt')).toBe('president');
    expect(formOf('co\u200bpy')).toBe('copy');
    expect(formOf('Won’t')).toBe("won't");
    expect(formOf('Москва')).toBe('москва');
  });

  it('cuts any text into ascending tokens that lie in exactly one sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Mr. ', '“', '” ', '\n\n', '12,000 ', 'June 3 ', "'s "))),
        (pieces) => {
          const found = witness(pieces.join(''));
          for (let i = 0; i < found.length; i++) {
            expect(found.end[i]).toBeGreaterThan(found.start[i] ?? 0);
            if (i > 0) expect(found.start[i]).toBeGreaterThanOrEqual(found.end[i - 1] ?? 0);
          }
          expect(found.sentences.reduce((sum, span) => sum + span.to - span.from, 0)).toBe(found.length);
        },
      ),
    );
  });
});
