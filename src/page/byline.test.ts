import { describe, expect, it } from 'vitest';
import { looksLikeOutlet, looksLikePerson, parseByline } from './byline.js';

describe('parseByline', () => {
  it.each([
    ['By Ann Roe', ['Ann Roe']],
    ['By ANN ROE, PETER QUILL and MARY DANE', ['ANN ROE', 'PETER QUILL', 'MARY DANE']],
    ['By Ann Roe, Staff Writer', ['Ann Roe']],
    ['Ann Roe Senior Politics Reporter', ['Ann Roe']],
    ['By Ann Roe in Kestrin', ['Ann Roe']],
    ['Written by Ann Roe | Updated 3 May 2021', ['Ann Roe']],
    ['By Ann Roe Illustration by Max Bell', ['Ann Roe']],
    ['著者：後藤大地', ['後藤大地']],
    ['T.C. Sorrel', ['T.C. Sorrel']],
  ])('takes the names out of %j', (line, names) => {
    expect(parseByline(line).names).toEqual(names);
  });

  it('tells agency and outlet from persons', () => {
    expect(parseByline('By Ann Roe, Associated Press')).toEqual({ names: ['Ann Roe'], agencies: ['Associated Press'] });
    expect(parseByline('Ann Roe and Max Bell, USA TODAY')).toEqual({
      names: ['Ann Roe', 'Max Bell'],
      agencies: [],
      outlet: 'USA TODAY',
    });
  });

  it('gives an agency as its own author where nobody else is named', () => {
    expect(parseByline('AFP')).toEqual({ names: ['AFP'], agencies: ['Agence France-Presse'] });
  });

  it('finds nobody in a line that names nobody', () => {
    expect(parseByline('').names).toEqual([]);
    expect(parseByline('https://example.org/').names).toEqual([]);
  });
});

describe('a line by itself', () => {
  it('looks like a person or like an outlet, not both', () => {
    expect([looksLikePerson('Norma Reid'), looksLikeOutlet('Norma Reid')]).toEqual([true, false]);
    expect([looksLikePerson('Globe Herald'), looksLikeOutlet('Globe Herald')]).toEqual([false, true]);
    expect(looksLikePerson('The minister resigned.')).toBe(false);
  });
});
