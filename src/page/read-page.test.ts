import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StemmaError } from '../error.js';
import { fixtureSlugs, judgeFixture } from '../testing/page-fixtures.js';
import { REPORTED, type Page } from './page.js';
import { readPage } from './read-page.js';

const SENTENCE =
  'The harbour board said on Thursday that the last car ferry would sail in September, ending a service that has run since 1911.';
const ARTICLE = `<html><head><title>Last ferry</title></head><body><article><h1>Last ferry sails</h1>${`<p>${SENTENCE}</p>`.repeat(6)}</article></body></html>`;

const kinds = (page: Page): readonly string[] => page.parts.map((part) => part.kind);
const squeeze = (text: string): string => text.replace(/\s+/g, '');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof StemmaError && error.code === 'unreadable-page') return error.message;
    throw error;
  }
  return 'was read';
};

describe('fixtures', () => {
  it.each(fixtureSlugs())('%s is read as it was when a person looked at it', (slug) => {
    const { read, expected } = judgeFixture(slug);
    expect(read).toEqual(expected);
  });
});

describe('a plain text', () => {
  const body = [
    SENTENCE,
    'Islanders who gathered at the quay disagreed with the board and with each other.',
    'A hearing is set for 12 August in the town hall.',
  ];

  it.each([
    ['paragraphs', body.join('\n\n')],
    ['one line', body.join(' ')],
    ['a line a paragraph', body.join('\n')],
    [
      'lower case without punctuation',
      body
        .join('\n\n')
        .toLowerCase()
        .replace(/[^a-z0-9\s]/g, ''),
    ],
    ['hard-wrapped lines', body.join('\n\n').replace(/(.{1,60}) /g, '$1\n')],
  ])('that is only a body in %s loses nothing', (_, text) => {
    const page = readPage({ text });
    expect(squeeze(page.text)).toBe(squeeze(text));
    expect(page.source).toBe(text);
    expect(kinds(page).every((kind) => kind === 'paragraph')).toBe(true);
  });

  it('under a copied mast and menu has its own headline, and no furniture below its last sentence', () => {
    const page = readPage({
      text: [
        'Vellmouth Gazette',
        'News',
        'Sport',
        'Last car ferry to sail in September',
        'By Ann Roe',
        ...body,
        'Share',
        'Chirper',
        'Most read',
        'Mayor opens a bakery on the quay',
        '(c) 2024 Vellmouth Gazette. All rights reserved.',
      ].join('\n\n'),
    });
    expect(page).toMatchObject({
      title: 'Last car ferry to sail in September',
      outlet: 'Vellmouth Gazette',
      byline: ['Ann Roe'],
    });
    expect(page.text).toBe(body.join('\n\n'));
  });

  it('has every character but white space in exactly one part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...body, 'By Ann Roe', 'Advertisement', '- item', 'Read more', '', '## x', 'Share'), {
          maxLength: 12,
        }),
        (lines) => {
          const text = lines.join('\n');
          fc.pre(text.trim() !== '');
          const { parts } = readPage({ text });
          return squeeze(parts.map((part) => text.slice(part.start, part.end)).join('')) === squeeze(text);
        },
      ),
    );
  });

  it('keeps the caller’s title, byline, outlet and date', () => {
    const page = readPage({
      text: body.join('\n\n'),
      title: 'Last ferry',
      byline: 'By Ann Roe and Max Bell, Reuters',
      outlet: 'Gazette',
      published: '2024-07-18',
    });
    expect(page).toMatchObject({
      title: 'Last ferry',
      byline: ['Ann Roe', 'Max Bell'],
      outlet: 'Gazette',
      published: '2024-07-18',
    });
  });
});

describe('an HTML page', () => {
  it('places its reported parts in its text', () => {
    const page = readPage({ html: ARTICLE });
    for (const part of page.parts.filter(({ kind }) => REPORTED.has(kind)))
      expect(page.source.slice(part.start, part.end)).toBe(part.text);
    expect(page.text).toBe(page.source);
    expect(page.title).toBe('Last ferry sails');
  });

  it('ends where its readers’ comments begin', () => {
    const comment =
      'I took this ferry every summer of my childhood, and I can’t believe that nobody on the board ever did so.';
    const page = readPage({
      html: ARTICLE.replace('</article>', `<h3>Readers’ comments (2)</h3><p>${comment}</p></article>`),
    });
    expect(page.text).not.toContain('childhood');
    expect(page.text).toContain('1911');
  });

  it('names marks and letters that disguise its words', () => {
    const html = ARTICLE.replace('harbour', 'har\u200bbour').replace('board', 'bo\u0430rd');
    expect(readPage({ html }).notes.join('; ')).toMatch(/invisible mark.*look-alike letters/);
  });
});

describe('bytes', () => {
  const utf16 = (text: string, big: boolean): Uint8Array =>
    Uint8Array.from(
      Array.from(text).flatMap((character) =>
        big
          ? [character.charCodeAt(0) >> 8, character.charCodeAt(0) & 255]
          : [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8],
      ),
    );
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it('in UTF-16 without a mark are read', () => {
    for (const big of [true, false]) expect(readPage({ bytes: utf16(ARTICLE, big) }).title).toBe('Last ferry sails');
  });

  it('in windows-1252 that claim to be UTF-8 are read as what they are', () => {
    const page = readPage({
      bytes: latin(ARTICLE.replace('<head>', '<head><meta charset="utf-8">').replaceAll('harbour', 'h\u00e4rbour')),
    });
    expect(page.text).toContain('härbour');
  });

  it('in UTF-8 that claim to be something else are read as what they are', () => {
    expect(
      readPage({ bytes: bytes(ARTICLE.replace('harbour', 'härbour')), contentType: 'text/html; charset=iso-8859-1' })
        .text,
    ).toContain('härbour');
  });

  it('in Shift_JIS without a label are recognised', () => {
    const sentence = [
      0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x8b, 0x4c, 0x8e, 0x96, 0x82,
      0xc5, 0x82, 0xb7, 0x81, 0x42,
    ];
    expect(readPage({ bytes: Uint8Array.from(sentence) }).text).toBe('これは日本語の記事です。');
  });
});

describe('what is no article', () => {
  it.each([
    ['nothing', () => readPage({ bytes: new Uint8Array() }), /empty/],
    ['a PDF', () => readPage({ bytes: bytes('%PDF-1.7 …') }), /PDF/],
    ['a picture', () => readPage({ bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) }), /PNG/],
    [
      'a login form',
      () =>
        readPage({
          html: '<title>Log in</title><form><input type=password></form><p>Please log in to go on reading what our reporters found.</p>',
        }),
      /login form/,
    ],
    [
      'an error page',
      () =>
        readPage({
          html: '<title>404 Not Found</title><h1>Page not found</h1><p>The page you are looking for could not be found here any longer.</p>',
        }),
      /error page/,
    ],
    ['a page of pictures', () => readPage({ html: '<body><img src=a.png></body>' }), /picture/],
  ])('%s is refused with a sentence', (_, read, sentence) => {
    expect(refusal(read)).toMatch(sentence);
  });
});

describe('a hostile page', () => {
  it.each([
    ['100,000 nested elements', ARTICLE + '<div>'.repeat(100_000)],
    ['a million attributes', `${ARTICLE}<div ${'a=b '.repeat(1_000_000)}>`],
    ['unclosed everything', ARTICLE + '<table><tr><td><ul><li><p><b>'.repeat(2_000)],
    ['deep JSON-LD', `${ARTICLE}<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
    [
      'a cyclic @graph',
      `${ARTICLE}<script type="application/ld+json">{"@graph":[{"@id":"a","@type":"NewsArticle","headline":"x","author":{"@id":"b"}},{"@id":"b","name":{"@id":"a"}}]}</script>`,
    ],
    ['entities that grow', `<!DOCTYPE x [<!ENTITY a "&b;&b;">]>${ARTICLE}&a;`],
  ])('with %s is still read', (_, html) => {
    expect(readPage({ html }).title).toBe('Last ferry sails');
  });
});
