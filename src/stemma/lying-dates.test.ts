import { describe, expect, it } from 'vitest';
import { lieNats } from './lying-dates.js';

describe('lieNats', () => {
  it('costs nothing where dates rise or are equal, and asks nothing of undated witnesses', () => {
    expect(lieNats([2, 0, 3, 1], [5, 7, 5, undefined])).toBeCloseTo(0);
  });

  it('charges one lying page once, however many others it stands wrong to', () => {
    const one = lieNats([0, 1], [2, 1]);
    expect(one).toBeLessThan(0);
    expect(lieNats([0, 1, 2, 3, 4], [9, 1, 2, 3, 4])).toBe(one);
    expect(lieNats([0, 1, 2, 3, 4], [3, 4, 5, 1, 2])).toBe(2 * one);
  });
});
