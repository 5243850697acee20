import { expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { creditedOutlets } from './credited-outlets.js';

it('finds the outlets that short lines name, and no other names', () => {
  const text = [
    'The council voted to close the old pier on Tuesday, Mayor Ann Marlow said.',
    'This article first appeared in The Ashford Courier.',
    'Source: Brackwell Herald',
    'On TV, the mayor denied it.',
    'Reuters contributed to this report.',
  ].join('\n\n');
  const { lexicon } = openKnowledge();
  expect(creditedOutlets(plainWitness(text, lexicon, 'A')).sort()).toEqual([
    'ashford courier',
    'brackwell herald',
    'reuters',
  ]);
});
