import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const FIRST = [
  'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs, the mayor said.',
  'Engineers warned last year that the deck would have to be replaced within a decade, at a price the town cannot pay.',
];
const SECOND =
  'The bakers of Kestrin went on strike on Friday, leaving the town without bread for the first time since 1946.';

function read(...lines: readonly string[]): { text: string; byline: readonly string[]; notes: readonly string[] } {
  return readPage({ text: ['Council closes the bridge', 'By Ann Roe', ...FIRST, ...lines].join('\n\n') });
}

describe('a plain text with a further story', () => {
  it.each([
    ['signed', ['Bakers of Kestrin on strike', 'By Max Bell', SECOND]],
    ['dated', ['Bakers of Kestrin on strike', 'Max Bell', 'April 14, 2023', SECOND]],
    ['below a rule, with a dateline', ['***', 'Bakers of Kestrin on strike', `KESTRIN (AP) — ${SECOND}`]],
  ])('%s is read to its end and told so', (_, lines) => {
    const { text, byline, notes } = read(...lines);
    expect(text).toBe(FIRST.join('\n\n'));
    expect(byline).toEqual(['Ann Roe']);
    expect(notes).toEqual(['the text holds 2 articles; the first was read, give each a file of its own']);
  });

  it.each([
    ['a subheading', ['What comes next', SECOND]],
    ['the hours of a live blog', ['Mayor arrives', '10:42', SECOND]],
    ['a signature at the end', ['By Max Bell']],
  ])('is not seen in %s', (_, lines) => {
    expect(read(...lines).notes).toEqual([]);
  });
});
