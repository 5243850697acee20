import { expect, it } from 'vitest';
import { samplePage } from '../testing/sample-page.js';
import { addressOf, digestOf } from './deposit.js';

it('a page is filed under its URL without fragment and tracking marks', () => {
  const at = (url: string): string => addressOf(samplePage({ url }), 'd');
  expect(at('HTTPS://Coast.example/a?utm_source=x&id=3&fbclid=9#top')).toBe('https://coast.example/a?id=3');
  expect(at('no address')).toBe('no address');
});

it('a page without a URL is filed under its digest and name, of a path its last part', () => {
  expect(addressOf(samplePage(), 'd')).toBe('digest:d');
  expect(addressOf(samplePage({ id: 'rows/17' }), 'd')).toBe('digest:d#rows/17');
  for (const id of ['storm.html', './pages/storm.html', 'C:\\pages\\storm.html'])
    expect(addressOf(samplePage({ id }), 'd')).toBe('digest:d#storm.html');
});

it('a digest changes with text, title, byline, date, credits and corrections, not with furniture', () => {
  const page = samplePage({ title: 'Storm', published: '2024-06-19' });
  const furniture = { kind: 'related', text: 'Also read' } as const;
  expect(
    digestOf({
      ...page,
      parts: [...page.parts, furniture],
      modified: '2024-06-20',
      url: 'https://coast.example/b',
      id: 'x',
    }),
  ).toBe(digestOf(page));
  const correction = { kind: 'correction', text: 'An earlier version misnamed the ship.' } as const;
  const changed = [
    { ...page, title: 'Calm' },
    { ...page, byline: [] },
    { ...page, published: '2024-06-21' },
    { ...page, text: 'Other.' },
    { ...page, parts: [...page.parts, correction] },
  ];
  expect(new Set([page, ...changed].map(digestOf)).size).toBe(6);
});
