import { describe, expect, it } from 'vitest';
import type { Page } from '../page/page.js';
import { samplePage } from '../testing/sample-page.js';
import { creditClause, creditOf } from './credit-of.js';

const WIRE = {
  outlet: 'Northwire',
  url: 'https://www.northwire.example/a',
  text: 'The bridge fell, Ann Roe told Northwire.',
};
const TEXT = 'The bridge came down, Ann Roe told Northwire.';

const copy = (said: Partial<Page>): Page =>
  samplePage({ outlet: 'The Quay Post', url: 'https://quaypost.example/b', text: TEXT, ...said });
const clause = (said: Partial<Page>, other = WIRE): string => creditClause(copy(said), other);

describe('a copy', () => {
  it.each<[string, Partial<Page>]>([
    ['byline', { byline: ['Ann Roe, Northwire'] }],
    ['dateline', { text: `KESSIM (Northwire) - ${TEXT}` }],
    ['source line', { claims: [{ field: 'original', value: 'Northwire', from: 'source line' }] }],
    ['canonical link', { claims: [{ field: 'original', value: 'https://northwire.example/a', from: 'canonical' }] }],
    ['text', { text: `${TEXT} Northwire was the first to report it.` }],
  ])('credits the other in its %s', (place, said) => {
    expect(clause(said)).toBe(`; it credits Northwire in its ${place}`);
  });

  it.each<[string, Partial<Page>]>([
    [
      'a contributor line',
      { parts: [{ kind: 'contributor', text: 'Northwire’s Bo Lund contributed to this report.' }] },
    ],
    ['a contributor line', { parts: [{ kind: 'byline', text: 'Northwire’s Bo Lund added to this report.' }] }],
    ['a photo credit', { parts: [{ kind: 'credit', text: 'Bo Lund/Northwire' }] }],
    ['words that came with the text', {}],
  ])('that names the other only in %s gives no credit', (place, said) => {
    expect(clause(said)).toBe(`; it names Northwire only in ${place}`);
    expect(creditOf(copy(said), WIRE)?.isGiven).toBe(false);
  });

  it('that names another is said to', () => {
    const claims = [{ field: 'agency', value: 'Reuters', from: 'dateline' }];
    expect(clause({ claims })).toBe('; it names Reuters, not Northwire');
  });

  it('that names nobody is said to', () => {
    expect(clause({ text: 'The bridge came down.' })).toBe('; it names no source');
  });

  it('credits an agency by any of its names, and an outlet without its article', () => {
    expect(clause({ byline: ['Associated Press'] }, { ...WIRE, outlet: 'AP News' })).toContain('credits AP News');
    expect(clause({ byline: ['Kess Times'] }, { ...WIRE, outlet: 'The Kess Times' })).toContain(
      'credits The Kess Times',
    );
  });

  it('names its contributor line rather than a caption above it', () => {
    const parts = [
      { kind: 'caption', text: 'The bridge. (Photo by Ada Roe/Northwire Photos)' },
      { kind: 'contributor', text: 'Northwire’s Bo Lund added to this report.' },
    ] as const;
    expect(clause({ parts })).toBe('; it names Northwire only in a contributor line');
  });

  it('names an agency also without what kind of outlet it is', () => {
    const agency = { ...WIRE, outlet: 'Northwire News Agency' };
    const parts = [{ kind: 'contributor', text: 'Northwire’s Bo Lund added to this report.' }] as const;
    expect(clause({ parts }, agency)).toBe('; it names Northwire News Agency only in a contributor line');
    expect(clause({ text: `KESSIM (Northwire) - ${TEXT}` }, agency)).toContain('in its dateline');
  });

  it('owes its own outlet nothing, and one without a name can’t be credited but by its address', () => {
    expect(clause({ outlet: 'northwire' })).toBe('');
    const { outlet: _, ...nameless } = WIRE;
    expect(creditClause(copy({}), nameless)).toBe('');
    const claims = [{ field: 'original', value: 'https://northwire.example/a', from: 'json-ld' }];
    expect(creditOf(copy({ claims }), nameless)).toEqual({ place: 'page data', isGiven: true });
  });
});
