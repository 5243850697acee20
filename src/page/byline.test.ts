import { describe, expect, it } from 'vitest';
import { parseByline } from './byline.js';
import { looksLikeOutlet, looksLikePerson } from './name-shape.js';

describe('parseByline', () => {
  it.each([
    ['By Ann Roe', ['Ann Roe']],
    ['By Sarah Jane McDonald', ['Sarah Jane McDonald']],
    ['Par Marie Claire DUBOIS', ['Marie Claire DUBOIS']],
    ['By Imre Kovacs BBC', ['Imre Kovacs']],
    ['By Laura E. ROE', ['Laura E. ROE']],
    ['Ann van BUREN', ['Ann van BUREN']],
    ['By By Ann Roe', ['Ann Roe']],
    ['Ann Roe, M.D.', ['Ann Roe']],
    ['unknown author', []],
    ['Ann Roe, translated by Max Bell', ['Ann Roe']],
    ['By Ann Roe HuffPost', ['Ann Roe']],
    ['By Max Bell and Ann Post', ['Max Bell', 'Ann Post']],
    ['By Ann Sun, Staff Writer', ['Ann Sun']],
    ['By Ann Sun, Max Bell', ['Ann Sun', 'Max Bell']],
    ['By Ann Roe Sun, May 3, 2020', ['Ann Roe']],
    ['By ANN ROE, PETER QUILL and MARY DANE', ['ANN ROE', 'PETER QUILL', 'MARY DANE']],
    ['By Ann Roe, Staff Writer', ['Ann Roe']],
    ['Ann Roe Senior Politics Reporter', ['Ann Roe']],
    ['By Ann Roe in Kestrin', ['Ann Roe']],
    ['Written by Ann Roe | Updated 3 May 2021', ['Ann Roe']],
    ['By Ann Roe Illustration by Max Bell', ['Ann Roe']],
    ['著者：後藤大地', ['後藤大地']],
    ['T.C. Sorrel', ['T.C. Sorrel']],
    ['Ann Roe, Deputy Political Editor', ['Ann Roe']],
    ['Ann Roe, Health and Science Reporter', ['Ann Roe']],
    ['By Ann Roe on March 3, 2020', ['Ann Roe']],
    ['By Ann Roe 3 hours ago', ['Ann Roe']],
    ['Posted on March 3, 2020 by Ann Roe', ['Ann Roe']],
    ['By Ann Roe, 3 March 2020', ['Ann Roe']],
    ['Exclusive by Ann Roe', ['Ann Roe']],
    ['More about Ann Roe', ['Ann Roe']],
    ['Reporting by Ann Roe; Editing by Max Bell', ['Ann Roe']],
    ['Ann Roe PhD', ['Ann Roe']],
    ['Ann Roe ann.roe@example.org', ['Ann Roe']],
    ['Roe, Ann', ['Ann Roe']],
    ['Ann Roe Ann Roe', ['Ann Roe']],
    ['By ANN ROE and MAX BELL Associated Press', ['ANN ROE', 'MAX BELL']],
    ['By Ann Roe BBC News, Kestrin', ['Ann Roe']],
    ['By Ann Roe for MailOnline and Max Bell In Kestrin for The Daily Mail', ['Ann Roe', 'Max Bell']],
    ['By Ann Roe@annroe Dec 9, 2016, 10:00am EST', ['Ann Roe']],
    ['ANN ROE NEW YORK DAILY NEWS', ['ANN ROE']],
    ['Ann RoeContact ReporterChicago Tribune', ['Ann Roe']],
    ['By Ann Roe Forbes Staff', ['Ann Roe']],
    ['Ann Roe Senior Editor, HuffPost', ['Ann Roe']],
    ['Words: Ann Roe Photography: Max Bell', ['Ann Roe']],
    ['Published: 10:00 EST, 9 December 2016 By Ann Roe', ['Ann Roe']],
    ['Submitted by Ann Roe on Fri, 12/09/2016 - 10:00', ['Ann Roe']],
    ['By Ann Roe, Local Democracy Reporter', ['Ann Roe']],
    ['Ann Roe, The Conversation', ['Ann Roe']],
    ['Von Ann Roe, Kestrin', ['Ann Roe']],
    ['Ann Roe 5 minute Read', ['Ann Roe']],
    ['No Author', []],
    ['Edited by Ann Roe', []],
    ['Sign In', []],
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

  it('takes a part of an outlet beside a name for an outlet', () => {
    expect(parseByline('By Ann Roe, CNN Business')).toEqual({
      names: ['Ann Roe'],
      agencies: [],
      outlet: 'CNN Business',
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
