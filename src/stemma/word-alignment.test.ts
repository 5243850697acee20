import { describe, expect, it } from 'vitest';
import { collate } from '../collation/collate.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { familyWords } from './family-words.js';
import { alignWords } from './word-alignment.js';

const { lexicon, relationModel: model } = openKnowledge();

/** For each word of the base the words of both that stand in one place. */
function paired(base: string, witness: string): (readonly [string, string])[] {
  const family = [plainWitness(base, lexicon, 'A'), plainWitness(witness, lexicon, 'B')] as const;
  const { forms, witnesses } = familyWords(family, lexicon);
  const [left, right] = witnesses;
  if (!left || !right) return [];
  const { toWitness } = alignWords(left, right, collate(family[0], family[1], { lexicon, model }));
  const form = (side: typeof left, i: number): string => forms[side.form[i] ?? 0] ?? '';
  return [...toWitness].flatMap((image, i) => (image < 0 ? [] : [[form(left, i), form(right, image)] as const]));
}

const SENTENCES = [
  'The harbour at Merrow was closed on Monday after a crane fell across two moored trawlers.',
  'Nobody was hurt, but divers found that the quay wall had cracked along forty metres.',
  'The council expects repairs to cost three million pounds and to last until the autumn.',
  'Fishing crews will land their catch at Inverlea until the inner basin can be used again.',
];

describe('alignWords', () => {
  it('keeps words in their places where two texts have the same word put in at different ones', () => {
    const base = [SENTENCES[0]?.replace('was closed', 'was apparently closed'), ...SENTENCES.slice(1)].join(' ');
    const witness = [...SENTENCES.slice(0, 3), SENTENCES[3]?.replace('their catch', 'apparently their catch')].join(
      ' ',
    );
    const pairs = paired(base, witness);
    expect(pairs).toHaveLength(SENTENCES.join(' ').split(' ').length);
    for (const [left, right] of pairs) expect(left).toBe(right);
    expect(pairs.map(([left]) => left)).not.toContain('apparently');
  });
});
