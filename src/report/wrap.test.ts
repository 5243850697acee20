import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from './paint.js';
import type { Piece } from './rows.js';
import { wrapPieces } from './wrap.js';

const piece = fc.record({
  text: fc.stringMatching(/^[a-z ]{0,30}$/),
  kind: fc.constantFrom<Piece['kind'][]>('same', 'synonym', 'addition', 'apart'),
  touches: fc.constant([]),
});

describe('wrapPieces', () => {
  it('never prints a line wider than asked, with or without colours', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 8, max: 60 }), fc.boolean(), (pieces, width, colour) => {
        for (const line of wrapPieces(pieces, width, { colour, width })) {
          const shown = line.text.replace(/\u001b\[[0-9;]*m/g, '');
          expect(shown.length).toBeLessThanOrEqual(width);
          expect(shown.length).toBe(line.width);
        }
      }),
    );
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = wrapPieces(pieces, 20, { colour: true, width: 20 });
        const shown = lines.map((line) => line.text.replace(/\u001b\[[0-9;]*m/g, '')).join('');
        expect(shown.replaceAll(' ', '')).toBe(
          pieces
            .map((one) => one.text)
            .join('')
            .replaceAll(' ', ''),
        );
      }),
    );
  });
});

describe('harmless', () => {
  it('takes out what a terminal would obey', () => {
    expect(harmless('a\u001b[31mred\u0007\u202e\u200bb\r\nc')).toBe('a[31mredb c');
  });
});
