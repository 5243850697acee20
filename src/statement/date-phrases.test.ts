import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { findDatePhrases } from './date-phrases.js';
import { pageDay } from './page-day.js';
import { toReading } from './reading.js';
import { toBlocks } from './words.js';

const { statementModel: model } = openKnowledge();
const read = (text: string) => toReading(text, toBlocks(text), model);
const dates = (text: string, today?: string) => findDatePhrases(read(text), today).map(({ date }) => date);

describe('findDatePhrases, on a page of Thursday 20 June 2024, reads', () => {
  test.each([
    ['on Wednesday', '2024-06-19'],
    ['on Thursday', '2024-06-20'],
    ['last Thursday', '2024-06-13'],
    ['last Wednesday', '2024-06-19'],
    ['on Friday', '2024-06-14'],
    ['early Tuesday', '2024-06-18'],
    ['yesterday', '2024-06-19'],
    ['last night', '2024-06-19'],
    ['earlier today', '2024-06-20'],
    ['this morning', '2024-06-20'],
    ['three days ago', '2024-06-17'],
    ['on June 3', '2024-06-03'],
    ['on June 3rd', '2024-06-03'],
    ['on the 3rd of June', '2024-06-03'],
    ['on Dec. 30', '2023-12-30'],
    ['on 4 March 2022', '2022-03-04'],
    ['on Friday, October 9, 2026', '2026-10-09'],
    ['on Monday, June 17', '2024-06-17'],
    ['in May', '2024-05'],
    ['in December', '2023-12'],
    ['in May 2019', '2019-05'],
    ['in 2015', '2015'],
    ['in a 2015 interview', '2015'],
    ['in an April letter', '2024-04'],
    ['last month', '2024-05'],
    ['last year', '2023'],
  ])('%s as %s', (text, date) => expect(dates(`She spoke ${text} .`, '2024-06-20')).toEqual([date]));

  test.each(['earlier this week', 'last week', 'overnight', 'two weeks ago', 'over the weekend'])(
    '%s as a time without a day',
    (text) => expect(dates(`She spoke ${text} .`, '2024-06-20')).toEqual([undefined]),
  );

  test.each([
    ['a day earlier', '2024-06-17'],
    ['the day before', '2024-06-17'],
    ['the previous evening', '2024-06-17'],
    ['two days later', '2024-06-20'],
    ['the following morning', '2024-06-19'],
  ])('%s from the day that the text named last', (text, date) =>
    expect(dates(`The court rose on Tuesday. She spoke ${text}.`, '2024-06-20')).toEqual(['2024-06-18', date]),
  );

  test('“the day before the vote” as a day that is not told here', () =>
    expect(dates('She spoke the day before the vote.', '2024-06-20')).toEqual([undefined]));

  test.each(['They may say so.', 'He had a fall in 12 hours.', 'She called 2015 a good year.'])(
    'no time in “%s”',
    (text) => expect(dates(text, '2024-06-20')).toEqual([]),
  );
});

test.each(['on Wednesday', 'last month', 'in May', 'yesterday', 'two days ago', 'the day before'])(
  '%s means nothing on a page without a day',
  (text) => expect(dates(`She spoke ${text}.`)).toEqual([undefined]),
);

describe('pageDay', () => {
  const nowhere = read('Nothing is told here.');
  test('is the day in the zone that the page gives', () => {
    expect(pageDay({ published: '2024-06-20T00:30:00+09:00' }, nowhere)).toBe('2024-06-20');
    expect(pageDay({ published: '2024-06-19T23:30:00-04:00' }, nowhere)).toBe('2024-06-19');
  });
  test('is the day at the dateline where the page counts in UTC', () => {
    expect(pageDay({ published: '2024-06-19T23:30:00Z', dateline: 'SEOUL, South Korea' }, nowhere)).toBe('2024-06-20');
    expect(pageDay({ published: '2024-06-20T02:10:00Z', dateline: 'WASHINGTON' }, nowhere)).toBe('2024-06-19');
    expect(pageDay({ published: '2024-06-20T00:00:00Z', dateline: 'WASHINGTON' }, nowhere)).toBe('2024-06-20');
  });
  test('comes from the lines above a report that has no metadata, not from its story', () => {
    expect(pageDay({}, read('Bridge falls\n\nJune 19, 2024\n\nThe bridge fell.'))).toBe('2024-06-19');
    const story = 'The bridge that had been opened with a band and a bishop by the river on May 3, 1961 fell.';
    expect(pageDay({}, read(`Bridge falls\n\n${story}`))).toBeUndefined();
  });
  test('is the day of the pictures where the report names its weekday', () => {
    const report = read('The bridge fell on Wednesday, the ministry said.');
    const caption = (text: string) => ({ parts: [{ kind: 'caption', text, start: 0, end: 0 } as const] });
    expect(pageDay(caption('The bridge on June 19, 2024. (Photo by A. Hale)'), report)).toBe('2024-06-19');
    expect(pageDay(caption('The bridge at its opening on June 20, 2019.'), report)).toBeUndefined();
  });
});
