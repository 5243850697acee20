import type { Range } from '../collation/collation.js';
import { firstWhere } from '../witness/first-where.js';
import { spanAt } from '../witness/span-at.js';
import type { Witness } from '../witness/witness.js';

/** The sentence that an offset stands in; an empty range where it stands in none. */
export function sentenceRange(witness: Witness, offset: number): Range {
  const token = firstWhere(witness.length, (i) => (witness.end[i] ?? 0) > offset);
  const sentence = witness.sentences[spanAt(witness.sentences, token)];
  return sentence === undefined
    ? [offset, offset]
    : [witness.start[sentence.from] ?? offset, witness.end[sentence.to - 1] ?? offset];
}
