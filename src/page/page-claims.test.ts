import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const HEADLINE = 'Council votes to close the old bridge';
const BODY = `<p>${'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. '.repeat(4)}</p>`;

function bylineOf(author: unknown, meta = '', more: readonly object[] = []): readonly string[] {
  const article = { '@type': 'NewsArticle', headline: HEADLINE, author };
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': [article, ...more] });
  return readPage({
    html: `<head><script type="application/ld+json">${json}</script>${meta}</head><h1>${HEADLINE}</h1>${BODY}`,
    url: 'https://www.ashfordcourier.com/bridge',
  }).byline;
}

describe('the author that JSON-LD names', () => {
  it.each([
    ['with entities', { name: 'Ann O&#039;Mara' }, ["Ann O'Mara"]],
    ['as a list of names', { '@type': 'Person', name: ['Ann Roe', 'Max Bell'] }, ['Ann Roe', 'Max Bell']],
    ['as @list', { '@list': [{ name: 'Ann Roe' }, { name: 'Max Bell' }] }, ['Ann Roe', 'Max Bell']],
    ['in two parts', { '@type': 'Person', givenName: 'Ann', familyName: 'Roe' }, ['Ann Roe']],
    ['beside its outlet', [{ name: 'Ashford Courier' }, { name: 'Ann Roe' }], ['Ann Roe']],
  ])('is read %s', (_, author, names) => {
    expect(bylineOf(author)).toEqual(names);
  });

  it('is looked up where only an address stands', () => {
    const id = 'https://www.ashfordcourier.com/#/person/7';
    expect(bylineOf(id, '', [{ '@type': 'Person', '@id': id, name: 'Ann Roe' }])).toEqual(['Ann Roe']);
  });

  it('is completed from the meta tags that name more persons', () => {
    expect(bylineOf({ name: 'Ann Roe' }, '<meta name="author" content="Ann Roe, Max Bell">')).toEqual([
      'Ann Roe',
      'Max Bell',
    ]);
  });
});

describe('other claims of authors', () => {
  it('count twitter:creator where it is a name, not a handle', () => {
    expect(bylineOf(undefined, '<meta name="twitter:creator" content="Ann Roe">')).toEqual(['Ann Roe']);
    expect(bylineOf(undefined, '<meta name="twitter:creator" content="@annroe">')).toEqual([]);
  });

  it('leave out an address that says there is none', () => {
    expect(
      bylineOf(undefined, '<meta property="article:author" content="https://example.org/author/no-author/">'),
    ).toEqual([]);
  });
});

describe('a title without a heading', () => {
  it.each([`${HEADLINE} - Ashford Courier`, `Ashford Courier | ${HEADLINE}`, `Ashford Courier: ${HEADLINE}`])(
    'loses the outlet’s name: %s',
    (title) => {
      const html = `<head><title>${title}</title></head><body>${BODY}</body>`;
      expect(readPage({ html, url: 'https://www.ashfordcourier.com/bridge' }).title).toBe(HEADLINE);
    },
  );
});

describe('the outlet of a page that names none to machines', () => {
  it.each([
    [`${HEADLINE} | ASHFORD ONLINE`, 'ashford.com', 'ASHFORD ONLINE'],
    [`${HEADLINE} - The Kestrin Times`, 'ktimes.com', 'The Kestrin Times'],
    [
      `Kestrin Courier: ${HEADLINE} - Local News - Kestrin Courier, the free paper`,
      'kestrincourier.org',
      'kestrincourier.org',
    ],
    [`${HEADLINE} - Wikinews, the free news source`, 'en.wikinews.org', 'Wikinews'],
    [`${HEADLINE} - Moorings`, 'boats.org', 'boats.org'],
  ])('is the one in its window’s title: %s at %s', (title, host, outlet) => {
    const html = `<head><title>${title}</title></head><body><h1>${HEADLINE}</h1>${BODY}</body>`;
    expect(readPage({ html, url: `https://www.${host}/bridge` }).outlet).toBe(outlet);
  });
});
