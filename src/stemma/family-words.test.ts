import { expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { readPage } from '../page/read-page.js';
import { toWitness } from '../witness/to-witness.js';
import { familyWords } from './family-words.js';

const { lexicon } = openKnowledge();

it('takes a heading for words of the text wherever it stands, so that moving it adds nothing', () => {
  const heading = 'Two Men Charged With Arson at Merrow Harbour';
  const body = [
    'Two men were charged on Friday with setting fire to a warehouse at Merrow harbour in March.',
    'Both of them pleaded not guilty before a judge at the county court, who set a date in June.',
  ];
  const [first, moved] = [
    [heading, ...body],
    [...body, heading],
  ].map((lines) => toWitness(readPage({ text: lines.join('\n\n') }), lexicon));
  if (!first || !moved) throw new Error('two pages were read');
  const { witnesses } = familyWords([first, moved], lexicon);
  expect(witnesses[0]?.count).toBe([heading, ...body].join(' ').split(' ').length);
  expect(witnesses[1]?.count).toBe(witnesses[0]?.count);
});
