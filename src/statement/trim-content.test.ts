import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { findStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

/** Speaker, content and marks of each statement of a text that is none of an attitude. */
function told(text: string) {
  return findStatements(plainWitness(text, lexicon), { lexicon, model })
    .filter(({ marks }) => !marks.includes('attitude'))
    .map(({ name, content, marks }) => ({ name, said: content.map(([start, end]) => text.slice(start, end)), marks }));
}

describe('a content ends where the frame or the next verb begins', () => {
  test.each([
    ['President Radu Venn vowed to “answer every blow” in a video address late Tuesday.', 'to “answer every blow”'],
    ['A spokesperson for Sheriff Dale Ruck declined to comment Thursday.', 'to comment'],
    ['Mayor Tom Hale replied: “No.” He was then driven home by his wife.', '“No.”'],
    [
      'Councillor Priti Rao said the vote was a sham and accused the cabinet of burying the results.',
      'the vote was a sham',
    ],
  ])('%s', (text, said) => expect(told(text).map((one) => one.said)).toContainEqual([said]));
  test('what a verb in the middle of a quotation goes on with stays', () =>
    expect(
      told('Mary Roe said “the pipe leaks and the mayor said so”.').map((one) => one.said.join(' ')),
    ).toContainEqual(expect.stringContaining('the pipe leaks and the mayor said so')));
});
