import { describe, expect, it } from 'vitest';
import { buildRunTable } from '../../train/spin-table.js';
import { keyOf, Kind, LEVELS, runCount } from './run-table.js';
import { wordHash } from './word-hash.js';

const WORDS = Array.from({ length: 300 }, (_, i) => `word${i}`);

function tableOf(pairs: readonly (readonly [first: string, second: string, count: number])[]) {
  const keys = pairs.map(([first, second]) => keyOf(Kind.pair, wordHash(first), wordHash(second), 0));
  return buildRunTable({
    length: pairs.length,
    high: Uint32Array.from(keys, (key) => key.high),
    low: Uint32Array.from(keys, (key) => key.low),
    count: Uint32Array.from(pairs, ([, , count]) => count),
  });
}

describe('a table of collocations', () => {
  const pairs = WORDS.flatMap((first, i) =>
    WORDS.filter((_, j) => (i * 31 + j * 17) % 9 === 0).map(
      (second) => [first, second, 1 + ((i * 7919) % 4000)] as const,
    ),
  );
  const table = tableOf(pairs);

  it('gives every counted pair the least count of its level', () => {
    for (const [first, second, count] of pairs) {
      const level = runCount(table, Kind.pair, wordHash(first), wordHash(second));
      expect(LEVELS).toContain(level);
      expect(level).toBeLessThanOrEqual(count);
      expect(LEVELS.find((least) => least > level) ?? Infinity).toBeGreaterThan(count);
    }
  });

  it('takes an uncounted pair for a counted one in few cases', () => {
    const counted = new Set(pairs.map(([first, second]) => `${first} ${second}`));
    const others = WORDS.flatMap((first) =>
      WORDS.filter((second) => !counted.has(`${first} ${second}`)).map((second) => [first, second] as const),
    );
    const wrong = others.filter(([first, second]) => runCount(table, Kind.pair, wordHash(first), wordHash(second)) > 0);
    expect(wrong.length / others.length).toBeLessThan(0.01);
  });

  it('tells the order of the words and the kind of collocation apart', () => {
    const one = tableOf([['heavy', 'rain', 50]]);
    expect(runCount(one, Kind.pair, wordHash('heavy'), wordHash('rain'))).toBe(36);
    expect(runCount(one, Kind.pair, wordHash('rain'), wordHash('heavy'))).toBe(0);
    expect(runCount(one, Kind.apart, wordHash('heavy'), wordHash('rain'))).toBe(0);
  });

  it('knows nothing beyond a breach', () => {
    expect(runCount(table, Kind.pair, 0, wordHash('word1'))).toBe(0);
  });
});
