import { describe, expect, it } from 'vitest';
import { type Choice, searchOrders } from './order-search.js';

/** Choices by witness, as `[nats, ...exemplars]`; nobody is written `[nats]`. */
function choicesOf(...lists: number[][][]): Choice[][] {
  return lists.map((list) =>
    list.map(([nats = 0, ...exemplars]) => ({ nats, exemplars })).sort((a, b) => b.nats - a.nats),
  );
}

describe('searchOrders', () => {
  it('never lets two witnesses descend from each other', () => {
    const choices = choicesOf([[-10], [-1, 1]], [[-12], [-1, 0]]);
    const { choices: found, nats } = searchOrders(choices, [1, 0]);
    expect(found.map(({ exemplars }) => exemplars)).toEqual([[], [0]]);
    expect(nats).toBe(-11);
  });

  it('hangs a whole tree from another root where that is more probable', () => {
    const choices = choicesOf([[-10], [-2, 1]], [[-10], [-3, 0], [-2, 2]], [[-10], [-3, 1], [-2, 3]], [[-10], [-3, 2]]);
    const found = searchOrders(choices, [0, 1, 2, 3]);
    expect(found.choices.map(({ exemplars }) => exemplars)).toEqual([[1], [2], [3], []]);
  });

  it('finds the two exemplars of a merger that looked like the source of both', () => {
    const choices = choicesOf([[-50], [-12, 2]], [[-50], [-12, 2]], [[-100], [-60, 0], [-60, 1], [-5, 0, 1]]);
    const found = searchOrders(choices, [2, 0, 1]);
    expect(found.choices[2]?.exemplars).toEqual([0, 1]);
  });

  it('lets true dates decide between the root and the end of a chain, and one wrong date upset nothing', () => {
    const choices = choicesOf([[-20], [-1, 1]], [[-20], [-2, 0], [-1, 2]], [[-20], [-2, 1], [-1, 3]], [[-20], [-2, 2]]);
    const exemplars = (times: number[]): (readonly number[])[] =>
      searchOrders(choices, [3, 2, 1, 0], times).choices.map((choice) => choice.exemplars);
    expect(exemplars([])).toEqual([[1], [2], [3], []]);
    expect(exemplars([1, 2, 3, 4])).toEqual([[], [0], [1], [2]]);

    expect(exemplars([1, 2, 9, 4])).toEqual([[], [0], [1], [2]]);
  });
});
