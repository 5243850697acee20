import { describe, expect, test } from 'vitest';
import { fullDate, timesIn } from './find-time.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { toReading } from './reading.js';
import { toBlocks } from './words.js';

const { statementModel: model } = openKnowledge();
const read = (text: string) => toReading(text, toBlocks(text), model);
const dates = (text: string, published?: string) => {
  const reading = read(text);
  return timesIn(reading, { from: 0, to: reading.words.length }, published).map((mark) => mark.date);
};

describe('timesIn', () => {
  test.each([
    ['on Wednesday', '2024-06-19'],
    ['on Thursday', '2024-06-20'],
    ['last Thursday', '2024-06-13'],
    ['on Friday', '2024-06-14'],
    ['yesterday', '2024-06-19'],
    ['this morning', '2024-06-20'],
    ['on June 3', '2024-06-03'],
    ['on Dec. 30', '2023-12-30'],
    ['on 4 March 2022', '2022-03-04'],
    ['on Friday, October 9, 2026', '2026-10-09'],
  ])('%s, read on 20 June 2024', (text, date) =>
    expect(dates(`She spoke ${text} .`, '2024-06-20T08:00:00Z')).toEqual([date]),
  );
  test('a weekday means nothing on a page without a day', () => expect(dates('She spoke on Wednesday.')).toEqual([]));
});

describe('fullDate', () => {
  test('is the first date that has its year', () => {
    const reading = read('The vote on May 3 came late. It was held again on June 19, 2024.');
    expect(fullDate(reading, { from: 0, to: reading.words.length })).toBe('2024-06-19');
  });
});
