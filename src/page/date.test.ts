import { describe, expect, it } from 'vitest';
import { dateInUrl, parseDate } from './date.js';

describe('parseDate', () => {
  it.each([
    ['2016-12-09T09:13:00.000Z', '2016-12-09T09:13:00Z'],
    ['2016-12-09 09:13:00 -0500', '2016-12-09T09:13:00-05:00'],
    ['Fri, 09 Dec 2016 09:13:00 GMT', '2016-12-09T09:13:00Z'],
    ['June 19, 2024 10:32 AM EDT', '2024-06-19T10:32:00-04:00'],
    ['Published 19 June 2024, 10:32 BST', '2024-06-19T10:32:00+01:00'],
    ['Updated 8:11 AM ET, Tue November 29, 2016', '2016-11-29T08:11:00'],
    ['2019年3月2日 18:18', '2019-03-02T18:18:00'],
    ['13:45, 9 Dez 2016', '2016-12-09T13:45:00'],
    ['09.12.2016', '2016-12-09'],
    ['1481274780', '2016-12-09T09:13:00Z'],
  ])('reads %j', (written, iso) => {
    expect(parseDate(written)).toBe(iso);
  });

  it('reads 3/4/2024 by the order of the page’s country', () => {
    expect(parseDate('3/4/2024', 'month-first')).toBe('2024-03-04');
    expect(parseDate('3/4/2024', 'day-first')).toBe('2024-04-03');
  });

  it('finds no date where there is none', () => {
    for (const line of ['March 2016', 'May I?', '99/99/2020', '']) expect(parseDate(line)).toBeUndefined();
  });
});

describe('dateInUrl', () => {
  it('reads a date in a path and no other number', () => {
    expect(dateInUrl('https://example.org/2016/12/15/story/')).toBe('2016-12-15');
    expect(dateInUrl('https://example.org/story-20161215')).toBe('2016-12-15');
    expect(dateInUrl('https://example.org/2016-12/15/c_1.htm')).toBe('2016-12-15');
    expect(dateInUrl('https://example.org/news/2039026')).toBeUndefined();
  });
});
