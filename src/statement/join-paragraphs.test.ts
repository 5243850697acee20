import { expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { joinParagraphs } from './join-paragraphs.js';
import { toReading } from './reading.js';
import { toBlocks } from './words.js';

const { statementModel: model } = openKnowledge();

/** What a content that the span model ends with the first quotation becomes. */
function joined(text: string): string[] {
  const reading = toReading(text, toBlocks(text), model);
  const { forms, start, end } = reading.words;
  const cue = forms.indexOf('said');
  const to = forms.indexOf('”') + 1;
  const triple = { cue: { from: cue, to: cue + 1 }, source: [], content: [{ from: cue + 1, to }], probability: 1 };
  return joinParagraphs(reading, [triple]).flatMap(({ content }) =>
    content.map((s) => text.slice(start[s.from], end[s.to - 1])),
  );
}

test.each([
  [
    'Roe said they had “not come to rest” but to end “a quarrel”.',
    'they had “not come to rest” but to end “a quarrel”',
  ],
  ['Roe said she was “sorry” and “not guilty”.', 'she was “sorry” and “not guilty”'],
  ['Roe said she was “sorry” and she would “never” return.', 'she was “sorry”'],
  ['Roe said she was “sorry” and Dunn called it “a lie”.', 'she was “sorry”'],
  ['Roe said she was “sorry”. And “never” was heard.', 'she was “sorry”'],
])('a content goes on to the next quotation where one verb tells of both: %s', (text, content) =>
  expect(joined(text)).toEqual([content]),
);
