import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const body = Array.from(
  { length: 6 },
  (_, i) =>
    `The harbour office of Tromsund said on Monday that pier ${i + 2} would be closed until the crane had been taken down.`,
).join('<br><br>');

describe('lines of one block', () => {
  it('are headline, byline and links where a page is laid out with line breaks', () => {
    const page = readPage({
      html: `<html><head><title>Harbour closes piers for crane work | Fjord Post</title>
        <meta property="og:title" content="Harbour closes piers for crane work"></head><body>
        <table><tr><td>Weather<br>Lottery numbers</td><td>RSS</td></tr></table>
        <table><tr><td><span>Harbour closes piers for crane work</span><br><b>by Night Desk on 12-Mar-2026 4:20 in Local</b><hr>
        ${body}<br><br><font>Tell a friend | Printer-friendly version<br>Keywords: harbour, crane</font></td></tr></table></body></html>`,
    });
    expect(page.parts.filter((part) => part.kind !== 'paragraph').map(({ kind, text }) => [kind, text])).toEqual([
      ['headline', 'Harbour closes piers for crane work'],
      ['byline', 'by Night Desk on 12-Mar-2026 4:20 in Local'],
      ['share', 'Tell a friend | Printer-friendly version'],
      ['tags', 'Keywords: harbour, crane'],
    ]);
    expect(page.text.startsWith('The harbour office')).toBe(true);
  });

  it('stay one paragraph where they are told text with breaks in it', () => {
    const page = readPage({ html: `<h1>Verses</h1><p>${'The tide goes out at night.<br>'.repeat(9)}</p>` });
    expect(page.parts.filter((part) => part.kind === 'paragraph')).toHaveLength(1);
  });
});
