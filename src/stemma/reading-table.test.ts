import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { family } from '../testing/family.js';
import { familyWords } from './family-words.js';
import { joinPlaces } from './join-places.js';
import { ABSENT, OMITTED, readingTable, type ReadingTable } from './reading-table.js';
import { alignWords } from './word-alignment.js';

const { lexicon } = openKnowledge();

function tableOf(notation: string): ReadingTable {
  const { witnesses, collations } = family(notation, { lexicon });
  const words = familyWords(witnesses, lexicon);
  const pairs = collations.flatMap(({ base, witness, collation }) => {
    const [left, right] = [words.witnesses[base], words.witnesses[witness]];
    return left && right ? [{ base, witness, alignment: alignWords(left, right, collation) }] : [];
  });
  return readingTable(words, joinPlaces(words, pairs), lexicon);
}

describe('readingTable', () => {
  it('gives all copies of a word one place, whatever each made of it', () => {
    const { rows, places } = tableOf('A > B > C; A > D');
    for (const { at } of rows) expect(at.filter((reading) => reading > OMITTED)).toHaveLength(places);
  });

  it('keeps apart what strangers wrote', () => {
    const { rows, places } = tableOf('A; X');
    const [first, second] = rows;
    for (let place = 0; place < places; place++)
      expect((first?.at[place] ?? ABSENT) === ABSENT).not.toBe((second?.at[place] ?? ABSENT) === ABSENT);
  });

  it('knows which places somebody changed', () => {
    const { rows, kind } = tableOf('A > B; A > C');
    kind.forEach((changed, place) => {
      const readings = new Set(rows.map(({ at }) => at[place]));
      expect(changed > 0).toBe(readings.size > 1);
    });
  });
});
