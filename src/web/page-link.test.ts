import { describe, expect, it } from 'vitest';
import { linkToPlace } from './page-link.js';

const PAGE = 'https://wire.example/ardent?id=7#comments';
const TEXT =
  'The first line.\nThe ferry Ardent, a well-known ship, struck a submerged barrier early on Tuesday morning, injuring 17 people, it was said.';
const link = (words: string, url = PAGE): string | undefined => {
  const start = TEXT.indexOf(words);
  return linkToPlace(url, TEXT, [start, start + words.length]);
};

describe('a link to a place in a page', () => {
  it('names whole words, and three on either side of the same line', () => {
    expect(link('17')).toBe(
      'https://wire.example/ardent?id=7#:~:text=Tuesday%20morning%2C%20injuring-,17,-people%2C%20it%20was',
    );
    expect(link('dent')).toBe(
      'https://wire.example/ardent?id=7#:~:text=The%20ferry-,Ardent%2C,-a%20well%2Dknown%20ship%2C',
    );
    expect(link('The ferry')).not.toContain('line');
  });

  it('names the first and the last words of a long place', () => {
    const long = link(
      'Ardent, a well-known ship, struck a submerged barrier early on Tuesday morning, injuring 17 people',
    );
    expect(decodeURIComponent(long ?? '')).toContain(
      'text=The ferry-,Ardent, a well-known,injuring 17 people,,-it was said.',
    );
  });

  it('is absent where the page has no address of the web or nothing stands there', () => {
    expect(linkToPlace(undefined, TEXT, [0, 3])).toBeUndefined();
    expect(linkToPlace('javascript:alert(1)', TEXT, [0, 3])).toBeUndefined();
    expect(linkToPlace(PAGE, TEXT, [5, 5])).toBeUndefined();
  });
});
