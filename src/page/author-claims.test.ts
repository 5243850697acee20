import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const HEADLINE = 'Council votes to close the old bridge';
const PARAGRAPH = `<p>${'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. '.repeat(4)}</p>`;

function bylineOf(head: string, tail = '', above = ''): readonly string[] {
  const html = `<body>${above}<main><h1>${HEADLINE}</h1>${head}${PARAGRAPH.repeat(3)}${tail}</main></body>`;
  return readPage({ html, url: 'https://www.ashfordcourier.com/bridge' }).byline;
}

describe('the author that a page shows', () => {
  it.each([
    ['under a label of its own', '<div>Written by</div><div>Ann Roe</div>'],
    ['alone on a line with a date', '<div>Ann Roe, April 19, 2020</div>'],
    ['alone on a line with a trade', '<div>Ann Roe, Staff Writer</div>'],
    ['in an element named for it', '<span class="css-1x-Byline">Ann Roe</span>'],
    ['with the name in a class of its own', '<a class="social-author__name" href="/u/7">Ann Roe</a>'],
    ['in the address that a link leads to', '<div><a href="/staff/author-Ann-Roe-133.cms">Ann Roe</a> / TNN</div>'],
  ])('is found %s', (_, head) => {
    expect(bylineOf(head)).toEqual(['Ann Roe']);
  });

  it('is found in the line that closes the report', () => {
    expect(bylineOf('', '<div><span>Author: </span><span>Ann Roe</span></div>')).toEqual(['Ann Roe']);
  });

  it('is not one who signs another story or a comment', () => {
    const teaser =
      '<div class="card"><a href="/other">The ferry sails for the last time in May</a><span class="author">Max Bell</span></div>';
    const comment = '<div class="comment-list"><span class="author">Jo Dee</span></div>';
    expect(bylineOf('<span class="author">Ann Roe</span>', comment, teaser)).toEqual(['Ann Roe']);
  });

  it('is not one whom a paragraph links to', () => {
    const mention = `<p>${'The bridge was built in 1911 and has been repaired four times since then. '.repeat(4)}<a href="/people/max-bell">Max Bell</a> built it.</p>`;
    expect(bylineOf(mention)).toEqual([]);
  });

  it('is no line that only looks like a name', () => {
    expect(bylineOf('<div>City Hall</div><div>Text Size</div>')).toEqual([]);
  });

  it('is the agency that stands alone under the headline', () => {
    expect(bylineOf('<p>JIJI</p>')).toEqual(['JIJI']);
  });

  it('is read from a script only where nothing else names one', () => {
    const script = '<script>window.data = {"page": {"authors": ["Max Bell"]}};</script>';
    expect(bylineOf('', script)).toEqual(['Max Bell']);
    expect(bylineOf('<p>By Ann Roe</p>', script)).toEqual(['Ann Roe']);
  });

  it('is the owner of a site named after a person', () => {
    const html = `<head><title>${HEADLINE} – Ann Roe's blog</title></head><h1>${HEADLINE}</h1>${PARAGRAPH.repeat(3)}`;
    expect(readPage({ html }).byline).toEqual(['Ann Roe']);
  });
});
