import { describe, expect, test } from 'vitest';
import { findQuotes } from './quotes.js';
import { toBlocks, toWords } from './words.js';

const quoted = (text: string) => {
  const words = toWords(text, toBlocks(text));
  return findQuotes(words).quotations.map(({ from, to, closed, continues }) => ({
    text: text.slice(words.start[from], words.end[to - 1]),
    closed,
    continues,
  }));
};
const texts = (text: string) => quoted(text).map((one) => one.text);

describe('findQuotes', () => {
  test('pairs curly, straight and doubled marks', () => {
    expect(texts("“one” and \"two\" and ''three''")).toEqual(['“one”', '"two"', "''three''"]);
  });
  test('pairs single marks, and leaves apostrophes alone', () => {
    expect(texts('Leaders’ ‘unwavering’ help for the states’ war')).toEqual(['‘unwavering’']);
    expect(texts("She called it 'a sad day' for Roe's town")).toEqual(["'a sad day'"]);
  });
  test('single marks inside double ones belong to the outer quotation', () => {
    expect(texts('“He said ‘go’ to me,” she said.')).toEqual(['“He said ‘go’ to me,”']);
  });
  test('an unclosed mark runs to the end of its paragraph', () => {
    expect(quoted('He said “go on.\nThe end.')).toEqual([{ text: '“go on.', closed: false, continues: false }]);
  });
  test('a paragraph that opens with a mark goes on with the quotation left open before it', () => {
    expect(quoted('“One.\n“Two.”').map((one) => one.continues)).toEqual([false, true]);
  });
  test('a closing mark that nothing opened is passed over', () =>
    expect(texts('word” and “more”')).toEqual(['“more”']));
});
