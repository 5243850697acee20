import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { collate } from './collate.js';

const { lexicon, relationModel: model } = openKnowledge();

const BEFORE = 'The minister met farmers in the northern town of Askel on Tuesday to talk about the drought.';
const AFTER = 'The talks will go on next week in the capital, the ministry said in a statement.';

/** The changes of two sentences in the same surroundings, as `field: from → to`. */
function toldOf(from: string, to: string): string[] {
  const [base, witness] = [from, to].map((each) => plainWitness(`${BEFORE} ${each} ${AFTER}`, lexicon));
  if (base === undefined || witness === undefined) return [];
  const { changes } = collate(base, witness, { lexicon, model });
  return Object.entries(changes).flatMap(([field, list]) =>
    list.map((change) => `${[field, ...(change.also ?? [])].join('+')}: ${change.from} → ${change.to}`),
  );
}

describe('a quotation told in other words is one change', () => {
  test('where its speaker was put in front of it, negations and all', () => {
    const told = toldOf(
      '“We will not leave anybody alone with this drought,” Agriculture Minister Ann Roe told reporters on Tuesday.',
      'Agriculture Minister Ann Roe told reporters on Tuesday: “No one is going to be left on their own in this dry spell.”',
    );
    expect(told).toEqual([
      'quotes: We will not leave anybody alone with this drought → No one is going to be left on their own in this dry spell',
    ]);
  });

  test('where it begins with a word that the other side lacks', () => {
    const told = toldOf(
      '“No, I did not see the car before it hit the wall,” Vale told the court on Monday.',
      '“I never noticed the vehicle until it struck the wall,” Vale told the court on Monday.',
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^quotes: No, I did not see/);
  });

  test('where it is of two sentences', () => {
    const told = toldOf(
      '“We will not leave anybody alone with this. The money is there and it will be paid in spring,” Ann Roe said.',
      '“No one will be left alone. The cash exists and will be handed out in spring,” Ann Roe said.',
    );
    expect(told).toHaveLength(1);
  });
});

test('a quotation that became reported speech behind its speaker is told as that, and its negation as kept', () => {
  const told = toldOf(
    '“We will not leave anybody alone with this,” Agriculture Minister Ann Roe told reporters.',
    'Agriculture Minister Ann Roe told reporters that they would not leave anybody alone with this.',
  );
  expect(told).toEqual(['quotes: leave anybody alone with this → leave anybody alone with this']);
});

test('a quotation that lost its “not” is one change that turns its meaning', () => {
  const told = toldOf(
    '“We will not raise the price of water for farmers,” Ann Roe told reporters in the town hall.',
    '“We will raise the price of water for farmers,” Ann Roe told reporters in the town hall.',
  );
  expect(told).toEqual(['quotes+meaning: not → ']);
});

test('a number altered in a quotation is one change of both', () => {
  const told = toldOf(
    '“We lost 17 houses and a school to the fire in the valley,” Ann Roe told reporters in the town hall.',
    '“We lost 71 houses and a school to the fire in the valley,” Ann Roe told reporters in the town hall.',
  );
  expect(told).toEqual(['quotes+numbers: 17 → 71']);
});
