import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const BODY =
  'The harbour board said on Thursday that the last car ferry would sail in September, ending a service that has run since 1911.';

describe('a text in Markdown', () => {
  it('is known by its one heading', () => {
    const { title, byline, text } = readPage({ text: `# Last ferry sails\n\n*By Ann Roe*\n\n${BODY}\n\n${BODY}` });
    expect({ title, byline, text }).toEqual({
      title: 'Last ferry sails',
      byline: ['Ann Roe'],
      text: `${BODY}\n\n${BODY}`,
    });
  });

  it('is known by its fields, which are claims', () => {
    const { title, byline, published, text } = readPage({
      text: `---\ntitle: Last ferry sails\nauthor: Ann Roe\ndate: 2024-07-18\n---\n\n${BODY}\n\n${BODY}`,
    });
    expect({ title, byline, published, text }).toEqual({
      title: 'Last ferry sails',
      byline: ['Ann Roe'],
      published: '2024-07-18',
      text: `${BODY}\n\n${BODY}`,
    });
  });

  it('is no text with a number sign in a sentence', () => {
    const text = `${BODY}\n\nShe came in as # 1 of her class.\n\n${BODY}`;
    expect(readPage({ text }).text).toBe(text);
  });
});

describe('a page saved as one file', () => {
  it('is read also where thousands of pictures come before its HTML', () => {
    const picture = '--b\r\nContent-Type: image/png\r\n\r\nxx\r\n';
    const html = `<h1>Last ferry sails</h1><p>${BODY}</p><p>${BODY}</p>`;
    const archive = `From: <Saved>\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${picture.repeat(3_000)}--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b--`;
    expect(readPage({ bytes: new TextEncoder().encode(archive) }).title).toBe('Last ferry sails');
  });
});
