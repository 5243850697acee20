import { expect, it } from 'vitest';
import type { Page } from '../page/page.js';
import { samplePage } from '../testing/sample-page.js';
import { exportPage, importPage } from './exported-page.js';
import { pageOf } from './read-json-lines.js';

const SOURCE = 'By Mara Lind\n\nThe ferry sailed again.';
const PAGE: Page = samplePage({
  id: 'row 7',
  url: 'https://coast.example/ferry',
  source: SOURCE,
  text: 'The ferry sailed again.',
  parts: [
    { kind: 'byline', text: 'By Mara Lind', start: 0, end: 12 },
    { kind: 'caption', text: 'The ferry in its berth' },
  ],
  claims: [{ field: 'title', value: 'Aurora sails', from: 'og:title' }],
});

it('a page that was exported as a row comes back as it was, parts and claims too', () => {
  for (const page of [PAGE, samplePage({ source: SOURCE, text: SOURCE })]) {
    const row: unknown = JSON.parse(JSON.stringify({ text: page.source, read: exportPage(page) }));
    expect(pageOf(row, 'row 1')).toMatchObject({ read: page });
  }
});

it('what only looks like an exported page is refused', () => {
  const exported = exportPage(PAGE);
  for (const wrong of [
    'page',
    { ...exported, parts: [{ kind: 'sermon', text: 'x' }] },
    { ...exported, parts: [{ kind: 'byline', text: 'x', start: 0, end: SOURCE.length + 1 }] },
    { ...exported, claims: undefined },
    { ...exported, title: 7 },
  ]) {
    expect(importPage(wrong, SOURCE)).toBeUndefined();
    expect(pageOf({ id: 'a', text: SOURCE, read: wrong }, 'row 1')).toEqual({
      input: 'row 1',
      why: 'has a “read” that is no page as archive export writes it',
      id: 'a',
    });
  }
});
