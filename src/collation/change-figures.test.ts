import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { collate } from './collate.js';

const { lexicon, relationModel: model } = openKnowledge();

/** What is told of two readings in one sentence, as `from→to`. */
function toldOf(sentence: string, from: string, to: string): string[] {
  const [base, witness] = [from, to].map((reading) => plainWitness(sentence.replace('_', reading), lexicon));
  if (base === undefined || witness === undefined) return [];
  const { numbers, dates } = collate(base, witness, { lexicon, model }).changes;
  return [...numbers, ...dates].map((change) => `${change.from}→${change.to}`);
}

const AT = 'The fire broke out at _ in the old depot, officials said on the day after.';
const PAID = 'The company paid _ for the plant in the north of the country last year.';
const COUNT = 'More than _ people had to leave their homes in the lower valley.';
const FELL = 'Sales fell by _ in the first three months of the business year.';
const MEET = 'The two sides will meet again on _ in the lakeside town of Sundhaven.';

describe('a figure written otherwise is no change', () => {
  test.each([
    [AT, '4:40 a.m.', '4.40am'],
    [AT, '4:40 a.m.', '04:40'],
    [AT, '5pm', '17:00'],
    [AT, '12 p.m.', 'noon'],
    [AT, 'half past four', '4:30'],
    [AT, 'seven in the morning', '7 a.m.'],
    [AT, 'four o’clock', '4 a.m.'],
    [AT, '3:40 a.m. (0240 GMT)', '3.40am (2.40am GMT)'],
    [PAID, '$1.5bn', '$1.5 billion'],
    [PAID, '$1.5B', '1.5 billion dollars'],
    [PAID, '£2m', '2 million pounds'],
    [PAID, '$200,000', '$200k'],
    [COUNT, '1,000', '1000'],
    [COUNT, '1,000', 'one thousand'],
    [COUNT, '1,000', '1 000'],
    [COUNT, '24', 'two dozen'],
    [COUNT, '150', 'a hundred and fifty'],
    [FELL, '20%', '20 percent'],
    [FELL, '20 per cent', 'twenty percent'],
    [FELL, 'a fifth', '20 percent'],
    [FELL, 'two-thirds', '2/3'],
    [MEET, 'June 19', '19 June'],
    [MEET, 'June 19, 2024', '19th June 2024'],
    [MEET, 'the 22m pier', 'the 22-meter pier'],
    [MEET, 'the 60km road', 'the 60 kilometres of road'],
  ])('%s %s, %s', (sentence, from, to) => {
    expect(toldOf(sentence, from, to)).toEqual([]);
    expect(toldOf(sentence, to, from)).toEqual([]);
  });
});

test('a day in a dateline that the other side lacks is none', () => {
  const report = 'The Marrow bridge was closed to all traffic after inspectors found cracks in its cables.';
  const [base, witness] = [`PORT MARROW, May 5 (Quayside) - ${report}`, `Bridge closed\n\n${report}`].map((text) =>
    plainWitness(text, lexicon),
  );
  if (base === undefined || witness === undefined) throw new Error('Two texts make two witnesses.');
  expect(collate(base, witness, { lexicon, model }).changes.dates).toEqual([]);
});

describe('a figure of another value is one', () => {
  test.each([
    [AT, '4:40 a.m.', '4:50 a.m.', ['4:40 a.m.→4:50 a.m.']],
    [AT, '5pm', '15:00', ['5pm→15:00']],
    [AT, 'noon', 'midnight', ['noon→midnight']],
    [AT, 'four o’clock', 'five o’clock', ['four o’clock→five o’clock']],
    [PAID, '$1.5bn', '$1.5 million', ['1.5bn→1.5 million']],
    [PAID, '$1.5 billion', '€1.5 billion', ['$1.5 billion→€1.5 billion']],
    [PAID, '£2m', '£3m', ['2m→3m']],
    [COUNT, '1.50', '13.50', ['1.50→13.50']],
    [COUNT, 'dozens of', 'hundreds of', ['dozens→hundreds']],
    [FELL, 'a fifth', 'a quarter', ['a fifth→a quarter']],
    [MEET, '19 June', '19 July', ['19 June→19 July']],
  ])('%s %s, %s', (sentence, from, to, told) => {
    expect(toldOf(sentence, from, to)).toEqual(told);
  });
});
