import { describe, expect, test } from 'vitest';
import type { Page } from './page.js';
import { isSameStory, snapshotOf, storyAddress } from './story-address.js';

const ADDRESS = 'https://www.tidewater.example/2031/harbour-fire';

function page(about: Partial<Page>): Page {
  return { byline: [], parts: [], text: '', source: '', claims: [], notes: [], ...about };
}

describe('the address of a story', () => {
  test.each([
    'http://tidewater.example/2031/harbour-fire',
    'https://m.tidewater.example/2031/harbour-fire/',
    'https://amp.tidewater.example/2031/harbour-fire',
    'https://www.tidewater.example/2031/harbour-fire?utm_source=mail&fbclid=x#comments',
    'https://www.tidewater.example/2031/harbour-fire/amp/',
    'https://www.tidewater.example/amp/2031/harbour-fire',
    'https://www.tidewater.example/2031/harbour-fire?amp=1',
    'https://www.tidewater.example/2031/harbour-fire?outputType=amp',
    'https://www.tidewater.example/2031/harbour-fire/print',
    'https://www.tidewater.example/2031/harbour-fire?print=true',
    'https://www-tidewater-example.cdn.ampproject.org/c/s/www.tidewater.example/2031/harbour-fire',
    'https://web.archive.org/web/20310304050607/https://www.tidewater.example/2031/harbour-fire',
  ])('is the same at %s', (url) => {
    expect(storyAddress(url)).toBe(storyAddress(ADDRESS));
  });

  test.each([
    'https://www.tidewater.example/2031/harbour-fire-2',
    'https://www.tidewater.example/2031/harbour-fire?page=2',
    'https://tidewater.test/2031/harbour-fire',
  ])('is another at %s', (url) => {
    expect(storyAddress(url)).not.toBe(storyAddress(ADDRESS));
  });

  test('is none for a home page or a file', () => {
    expect(storyAddress('https://www.tidewater.example/')).toBeUndefined();
    expect(storyAddress('file:///tmp/page.html')).toBeUndefined();
  });

  test('keeps what names the page where a query does', () => {
    expect(storyAddress('https://t.example/?id=4')).not.toBe(storyAddress('https://t.example/?id=5'));
  });
});

describe('two pages', () => {
  test('are one story where a saved one names the other as canonical', () => {
    expect(isSameStory(page({ url: ADDRESS }), page({ canonical: `${ADDRESS}/` }))).toBe(true);
    const claims = [{ field: 'address', value: ADDRESS, from: 'og:url' }];
    expect(isSameStory(page({ claims }), page({ canonical: ADDRESS }))).toBe(true);
  });

  test('are two where a copy elsewhere names the original as canonical', () => {
    const original = page({ url: ADDRESS, outlet: 'Tidewater' });
    expect(isSameStory(original, page({ url: 'https://spark.example/fire', canonical: ADDRESS }))).toBe(false);
    expect(isSameStory(original, page({ canonical: ADDRESS, outlet: 'Daily Spark' }))).toBe(false);
  });

  test('are two where neither has an address', () => {
    expect(isSameStory(page({}), page({}))).toBe(false);
  });
});

test('an archived page says when it was seen', () => {
  expect(snapshotOf(page({ url: 'https://web.archive.org/web/20310304/https://t.example/a' }))).toBe('20310304000000');
  expect(snapshotOf(page({ url: ADDRESS }))).toBeUndefined();
});
