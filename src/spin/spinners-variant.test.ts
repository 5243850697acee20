import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { spinnersVariant } from './spinners-variant.js';

const { spinModel } = openKnowledge();

describe('a variant that a spinner may have made', () => {
  it.each([
    ['where', 'the place'],
    ['last year', 'final 12 months'],
    ['eastern', 'jap'],
    ['said', 'mentioned'],
    ['at', 'astatine'],
  ])('tells which side is the machine’s: %s became %s', (from, to) => {
    const { forward, backward } = spinnersVariant(from, to, spinModel);
    expect(forward).toBeGreaterThan(0.6);
    expect(forward).toBeGreaterThan(backward * 2);
  });

  it('mirrors when the sides are swapped', () => {
    const there = spinnersVariant('support', 'assist', spinModel);
    const back = spinnersVariant('assist', 'support', spinModel);
    expect(back.forward).toBeCloseTo(there.backward);
    expect(back.backward).toBeCloseTo(there.forward);
  });

  it('says nothing of words that no thesaurus pairs', () => {
    expect(spinnersVariant('river', 'parliament', spinModel)).toEqual({ forward: 0, backward: 0 });
  });
});
