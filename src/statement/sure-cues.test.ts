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

describe('the wording says who said it, whatever the cue model makes of the verb', () => {
  test.each([
    [
      'Marbridge Council did not answer questions from the Echo about the cost.',
      'Marbridge Council',
      'questions from the Echo about the cost',
    ],
    ['Norvik Foods did not immediately respond to emailed questions.', 'Norvik Foods', 'emailed questions'],
  ])('%s', (text, name, said) => expect(told(text)).toContainEqual({ name, said: [said], marks: ['no-comment'] }));
  test('who did not return the money is silent about nothing', () =>
    expect(
      told('Carl Dunn did not return the money to the club.').filter(({ marks }) => marks.includes('no-comment')),
    ).toEqual([]));
  test.each([
    [
      '“They held hands all through the dinner,” the friend shares.',
      'friend',
      '“They held hands all through the dinner,”',
    ],
    [
      '“Distance alone told the bees nothing at all,” quips Mary Roe.',
      'Mary Roe',
      '“Distance alone told the bees nothing at all,”',
    ],
    ['The pundit Mary Roe reckons the coach will be gone by spring.', 'Mary Roe', 'the coach will be gone by spring'],
    ['Judge Simon Hale told jurors the trial would last two weeks.', 'Simon Hale', 'the trial would last two weeks'],
    [
      'Three libraries will shut after cuts described by one campaigner as “cultural vandalism”.',
      'one campaigner',
      '“cultural vandalism”',
    ],
  ])('%s', (text, name, said) => expect(told(text)).toContainEqual({ name, said: [said], marks: [] }));
  test.each([
    [
      'The group Thorne Voices referred it had been reached by many families.',
      'Thorne Voices',
      'it had been reached by many families',
    ],
    [
      'The city gave out bottled water, the regulator talked about on Tuesday.',
      'regulator',
      'The city gave out bottled water',
    ],
    [
      'Two current workers informed investors that access was cut off.',
      'Two current workers',
      'that access was cut off',
    ],
  ])('also as thesauri have it: %s', (text, name, said) =>
    expect(told(text)).toContainEqual({ name, said: [said], marks: [] }),
  );
  test('a denial of reports is one', () =>
    expect(told('Sheriff Wade Collier denied reports on social media that the sirens failed.')).toContainEqual({
      name: 'Wade Collier',
      said: ['reports on social media that the sirens failed'],
      marks: ['denial'],
    }));
  test.each([
    'You can read the statement on the site of the council.',
    'Each government blamed the other for the blast.',
  ])('nobody says anything: %s', (text) => expect(told(text)).toEqual([]));
  test('a question of nobody is none, the answer is', () =>
    expect(
      told('Asked about the cost of the bridge, Mayor Tom Hale said it was worth it.').map(({ name }) => name),
    ).toEqual(['Tom Hale']));
});
