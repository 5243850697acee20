import { expect, test } from 'vitest';
import { speech } from './speech.js';

test('speech marks content, cue and speaker in a plain text', () => {
  expect(speech('<“Go,”> [said] {Ann Roe}.')).toEqual({
    text: '“Go,” said Ann Roe.',
    content: [[0, 5]],
    cue: [[6, 10]],
    speaker: [[11, 18]],
  });
});
test('speech refuses marks that do not close', () => {
  expect(() => speech('<“Go,” [said]')).toThrow(RangeError);
  expect(() => speech('“Go,”> [said]')).toThrow(RangeError);
});
