import { describe, expect, it } from 'vitest';
import type { Claim } from './page.js';
import { readPage } from './read-page.js';

const PARAGRAPH = `<p>${'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. '.repeat(4)}</p>`;
const URL = 'https://www.ashfordcourier.com/bridge';

function claimsOf(field: string, head: string, body = ''): readonly Claim[] {
  const html = `<head>${head}</head><body><h1>Council closes bridge</h1>${PARAGRAPH}${body}</body>`;
  return readPage({ html, url: URL }).claims.filter((claim) => claim.field === field);
}

describe('where a page comes from, by its own traces', () => {
  it.each([
    ['AP_19123456789012.jpg', 'Associated Press'],
    ['AFP-32XW8Q9.jpg', 'Agence France-Presse'],
    ['000_32XW8Q9.jpg', 'Agence France-Presse'],
    ['RTX5Y8QZ.jpg?w=600', 'Reuters'],
    ['2021-03-02T101010Z_1_RC2ABC123DEF_RTRMADP_3.jpg', 'Reuters'],
    ['GettyImages-1234567.jpg', 'Getty Images'],
    ['epa09123456.jpg', 'EPA'],
  ])('the picture %s was %s’s', (name, agency) => {
    const image = { field: 'agency', value: agency, from: 'image name' };
    expect(claimsOf('agency', '', `<img src="/media/${name}">`)).toEqual([image]);
    expect(claimsOf('agency', `<meta property="og:image" content="https://cdn.example.org/a/${name}">`)).toEqual([
      image,
    ]);
  });

  it.each(['apple-harvest.jpg', 'apartment_12.jpg', 'port-at-dawn.jpg', 'epaulettes.png', 'party-100234.jpg'])(
    'the picture %s is nobody’s',
    (name) => {
      expect(claimsOf('agency', '', `<img src="/media/${name}">`)).toEqual([]);
    },
  );

  it('a canonical address on another site is the original’s, one on the same site is not', () => {
    const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;
    expect(claimsOf('original', canonical('https://example.org/first'))).toEqual([
      { field: 'original', value: 'https://example.org/first', from: 'canonical' },
    ]);
    for (const own of ['https://m.ashfordcourier.com/bridge', '/bridge', 'https://ashfordcourier.com/other'])
      expect(claimsOf('original', canonical(own))).toEqual([]);
  });

  it.each([
    'This article originally appeared in the Kestrin Gazette.',
    'This story was first published by the Kestrin Gazette on 3 May.',
    'This story was first published by Kestrin Gazette and has been edited for length.',
    'Source: Kestrin Gazette',
    'This report is published under licence from Kestrin Gazette.',
  ])('“%s” names the original', (line) => {
    expect(claimsOf('original', '', `<p>${line}</p>`)[0]?.value).toBe('Kestrin Gazette');
  });
});

describe('the reason of a choice', () => {
  const reasonsOf = (html: string): Record<string, string | undefined> =>
    Object.fromEntries(
      readPage({ html, url: URL })
        .claims.filter((claim) => claim.reason !== undefined)
        .map((claim) => [`${claim.field} ${claim.from}`, claim.reason]),
    );

  it('stands beside the chosen claim where claims disagree', () => {
    const html = `<head><meta property="og:title" content="Bridge to go"><meta name="author" content="Max Bell">
      <meta property="article:published_time" content="2020-05-03T10:00:00Z"></head>
      <h1>Council closes bridge</h1><p class="byline">By Ann Roe</p><time datetime="2020-05-05">5 May</time>${PARAGRAPH}`;
    expect(reasonsOf(html)).toEqual({
      'title headline': 'The headline is what readers see; og:title says otherwise.',
      'author byline': 'byline is trusted before meta author.',
      'published article:published_time': 'article:published_time is trusted before <time>, which gives another day.',
    });
  });

  it('is not given where they agree', () => {
    expect(
      reasonsOf(
        `<head><title>Council closes bridge</title><meta name="author" content="Ann Roe"></head><h1>Council closes bridge</h1><p>By Ann Roe</p>${PARAGRAPH}`,
      ),
    ).toEqual({});
  });
});
