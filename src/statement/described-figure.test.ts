import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { findStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

/** Name of the speaker of a page's last statement. */
const lastName = (text: string) => findStatements(plainWitness(text, lexicon), { lexicon, model }).at(-1)?.name;

describe('who is meant by a description', () => {
  test.each([
    [
      'Minister Per Holm said the rate was right. The minister, who leads a small party, denied any pressure.',
      'Per Holm',
    ],
    ['Joe Tarn said he once left by canoe. “Good luck,” the retired machinist said.', 'Joe Tarn'],
    ['Local MP James Odell said he was angry. The Labour MP added: “Sorry is not a plan.”', 'James Odell'],
    [
      'One patient, who asked not to be named, said he was shocked. “It had everything,” the 54-year-old said.',
      'One patient',
    ],
    ['“It is over,” Opposition leader Rory Kinn said. The Conservative said warnings came too late.', 'Rory Kinn'],
    ['The operator, Tamar Copper, said it was sorry. The company said it would pay for the burials.', 'Tamar Copper'],
    ['GridCo said 40 homes were without power. The company said engineers were on their way.', 'GridCo'],
    [
      'Talks will resume, Ostrey’s foreign ministry said. The ministry said that both sides had agreed.',
      'Ostrey’s foreign ministry',
    ],
    [
      'Two senior diplomats said the talks had failed. The diplomats said a new round would come.',
      'Two senior diplomats',
    ],
    ['Milton boss Sven Lind said he had sympathy. “Nobody gives you time,” the Swede said.', 'Sven Lind'],
    ['The Rev. Calvin Boon said he had a hymnal. The pastor said she would recover.', 'Calvin Boon'],
  ])('%s', (text, name) => {
    expect(lastName(text)).toBe(name);
  });
  test('an office in a lead is that of whom the next paragraph names', () => {
    const text = `Norvik's central bank could lower rates in May, its governor said on Tuesday.

“The direction is clear,” Governor Ingrid Solheim told a news conference.`;
    const [lead] = findStatements(plainWitness(text, lexicon), { lexicon, model });
    expect(lead?.name).toBe('Ingrid Solheim');
  });
});

test('she whom a lead does not name is named below it', () => {
  const text = `The director has left the film, she announced on Monday.

“It is not my film,” Noor Castell wrote.`;
  const [lead] = findStatements(plainWitness(text, lexicon), { lexicon, model });
  expect(lead?.name).toBe('Noor Castell');
});

describe('names that are short for others', () => {
  test.each([
    [
      'The Ostrey Environment Programme (OEP) was founded in 1960. OEP said the river was dead.',
      'Ostrey Environment Programme',
    ],
    ['The Karvel Central News Agency showed pictures. Rain fell, KCNA said.', 'Karvel Central News Agency'],
    [
      'The Joint Chiefs of Staff met twice. The Joint Chiefs said that a rocket had been fired.',
      'Joint Chiefs of Staff',
    ],
    ['Ministry spokesperson Lin Jian spoke first. “It is no party to this,” Lin said.', 'Lin Jian'],
    ['Prosecutor Fiona Blair KC opened the case. Blair said the defendant had lied.', 'Fiona Blair'],
    [
      'The Food and Agriculture Organization (FAO) met. The FAO said bread was dear.',
      'Food and Agriculture Organization',
    ],
    ['Brackley and Thorne NHS Trust said that letters were lost.', 'Brackley and Thorne NHS Trust'],
    ['Kim was there. Kim Jong-nam spoke. Kim said officials had neglected it.', 'Kim Jong-nam'],
    ['A senior official in the group, Sami Abu Zahra, spoke. “We are not going,” Abu Zahra said.', 'Sami Abu Zahra'],
    ['Médecins Sans Rivières (MSR) left. MSR said that the wells were dry.', 'Médecins Sans Rivières'],
    ["The Information Commissioner's Office said it was making enquiries.", "Information Commissioner's Office"],
  ])('%s', (text, name) => {
    expect(lastName(text)).toBe(name);
  });
  test.each([
    ['“It was soup,” said Dr Hannah Reeve, a microbiologist at Otago.', 'microbiologist at Otago'],
    ["WHO's director of science, Carole Mund, said the lake was old.", 'director of science'],
    ['“It was close,” said Harriet Cole, grains strategist at Ridgeway.', 'grains strategist at Ridgeway'],
    ['Actor Liam Okaf said the film was true.', 'Actor'],
    ["Eastshire's Police and Crime Commissioner, Linda Fry, said crime had fallen.", 'Crime Commissioner'],
    ['CEO Dana Whitfield said the cuts were done.', 'CEO'],
  ])('the office in %s', (text, office) => {
    expect(findStatements(plainWitness(text, lexicon), { lexicon, model })[0]?.office).toBe(office);
  });
  test('an office stands before a doctor too', () => {
    const [one] = findStatements(plainWitness('Chief executive Dr Helen Marsh said: “We are sorry.”', lexicon), {
      lexicon,
      model,
    });
    expect(one).toMatchObject({ name: 'Helen Marsh', office: 'Chief executive' });
  });
});
