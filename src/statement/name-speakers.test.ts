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

describe('nameSpeakers', () => {
  test.each([
    ['The town owed three million, an audit last year said.', 'audit'],
    ['Director of services Aoife Nally insisted that no land would be taken.', 'Aoife Nally'],
    ['Mrs Garner’s son, Philip, said he became suspicious in May.', 'Philip'],
    ['President Ursula von der Leyen said the vote was close.', 'Ursula von der Leyen'],
    [
      'The International Committee of the Red Cross warned that water would run out.',
      'International Committee of the Red Cross',
    ],
    ['A Trump spokesperson said the meeting was short.', 'Trump spokesperson'],
    ['The council said the pool would close in June. It said the roof leaked.', 'council'],
  ])('%s', (text, name) => expect(told(text).map((one) => one.name)).toEqual(told(text).map(() => name)));
  test('a bare union is no corporation and no police', () =>
    expect(
      told(
        'The State Road Transport Corporation sued on Monday. Police held 62 drivers. The union denied its members had thrown stones.',
      ).map((one) => one.name),
    ).toEqual(['union']));
  test('a military spokesman of a lead is not the one of the Kremlin', () =>
    expect(
      told(
        'The town was retaken, a military spokesman said.\n\nKremlin spokesman Dmitry Peskov told reporters the claims were nonsense.',
      )[0]?.name,
    ).toBe('military spokesman'));
});
