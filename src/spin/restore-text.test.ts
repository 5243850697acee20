import { describe, expect, it } from 'vitest';
import type { SuspectSpan } from './inspection.js';
import { restoreText } from './restore-text.js';

const TEXT = 'She saw an excessive wave.';

function suspect(probability: number, score: number): SuspectSpan {
  return { start: 11, end: 20, text: 'excessive', probability, suggestions: [{ text: 'high', score }] };
}

describe('a text restored', () => {
  it('has what probably stood there where both are sure, with its article', () => {
    expect(restoreText(TEXT, [suspect(0.9, 0.8)])).toBe('She saw a high wave.');
  });

  it('leaves a word alone that was perhaps not swapped, though it is shown', () => {
    expect(restoreText(TEXT, [suspect(0.6, 0.8)])).toBe(TEXT);
  });

  it('leaves a word alone where several originals are as likely', () => {
    expect(restoreText(TEXT, [suspect(0.9, 0.3)])).toBe(TEXT);
  });
});
