import { familyWords } from '../src/stemma/family-words.js';
import { alignWords } from '../src/stemma/word-alignment.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import type { CollatedFamily } from './stemma-collated.js';

/** Distances between all pages of a family: share of the words of both that are not the same in the same place, 0 to 1. */
export function pageDistances({ witnesses, collations }: CollatedFamily): number[][] {
  const words = familyWords(witnesses, openKnowledge().lexicon);
  const table = witnesses.map((_, i) => witnesses.map((__, j) => (i === j ? 0 : 1)));
  for (const { base, witness, collation } of collations) {
    const [left, right] = [words.witnesses[base], words.witnesses[witness]];
    if (!left || !right) continue;
    const same = alignWords(left, right, collation).toWitness.reduce(
      (sum, image, i) => sum + (image >= 0 && left.form[i] === right.form[image] ? 1 : 0),
      0,
    );
    const distance = 1 - (2 * same) / Math.max(1, left.count + right.count);
    (table[base] as number[])[witness] = distance;
    (table[witness] as number[])[base] = distance;
  }
  return table;
}
