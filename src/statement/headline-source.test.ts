import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { readPage } from '../page/read-page.js';
import { toWitness } from '../witness/to-witness.js';
import { readStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

const STORY = [
  'Finance Minister Mary Roe faced parliament on Wednesday, after four years in which nobody had asked her for anything.',
  'The lawyer Carl Dunn left the court at noon with his client, who had nothing to add and did not wait for the bus.',
  'Behind them the dam at Ashkeld stood as it has stood since the last winter, grey and wet and with a fence around it.',
];

/** Speaker, name and content of what an HTML page's headline reports. */
function headlineOf(headline: string, deck = '') {
  const body = STORY.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const html = `<html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${
    deck === '' ? '' : `<p class="deck">${deck}</p>`
  }${body}</article></body></html>`;
  const witness = toWitness(readPage({ html }), lexicon);
  return readStatements(witness, { lexicon, model }).beside.flatMap(({ text, statements }) =>
    statements.map(({ name, content }) => ({ name, said: content.map(([start, end]) => text.slice(start, end)) })),
  );
}

describe('a headline reports somebody', () => {
  test.each([
    ['Minister: We will not resign', 'Mary Roe', 'We will not resign'],
    ['Dam was never inspected – report', 'report', 'Dam was never inspected'],
    ['Dam was never inspected - Roe', 'Mary Roe', 'Dam was never inspected'],
    ['‘We will appeal,’ says Dunn', 'Carl Dunn', '‘We will appeal,’'],
    ['Roe says dam to stay shut until May', 'Mary Roe', 'dam to stay shut until May'],
    ['Dam will stay shut until May, Roe says', 'Mary Roe', 'Dam will stay shut until May'],
    ['“We knew nothing,” minister tells parliament', 'Mary Roe', '“We knew nothing,”'],
  ])('%s', (headline, name, said) => expect(headlineOf(headline)).toEqual([{ name, said: [said] }]));

  test.each(['Live: The vote in five charts', 'Dam stands - but for how long?', 'A “smart” dam: the long wait'])(
    'or nobody: %s',
    (headline) => expect(headlineOf(headline)).toEqual([]),
  );
});

test('ranges of a page’s text stay in its text, whatever stands above it', () => {
  const html = `<html><head><title>Roe says dam to stay shut</title></head><body><article><h1>Roe says dam to stay shut</h1><p>${STORY.join(
    '</p><p>',
  )}</p><p>“We are ready,” Roe said.</p></article></body></html>`;
  const witness = toWitness(readPage({ html }), lexicon);
  const { statements } = readStatements(witness, { lexicon, model });
  const last = statements.at(-1);
  expect(last?.name).toBe('Mary Roe');
  expect(last?.content.map(([start, end]) => witness.text.slice(start, end))).toEqual(['“We are ready,”']);
});
