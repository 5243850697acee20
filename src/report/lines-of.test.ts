import { describe, expect, it } from 'vitest';
import { linesOf } from './lines-of.js';

describe('linesOf', () => {
  it('keeps a headline, a byline and a date apart from the report below them', () => {
    expect(linesOf('The barrier was never safe\nBy Rufus Kettle\n9 June 2026\n\nA ferry hit it.')).toEqual([
      'The barrier was never safe',
      'By Rufus Kettle',
      '9 June 2026',
      'A ferry hit it.',
    ]);
  });

  it('joins the lines of a wrapped paragraph, its short last one too', () => {
    const wrapped =
      'The Port Marlow ferry Ardent struck a submerged barrier early on Tuesday,\ninjuring 17 people.\nSailings were halted.';
    expect(linesOf(wrapped)).toEqual([
      'The Port Marlow ferry Ardent struck a submerged barrier early on Tuesday, injuring 17 people.',
      'Sailings were halted.',
    ]);
  });
});
