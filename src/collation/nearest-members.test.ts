import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { growFamily } from '../testing/copyist.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Witness } from '../witness/witness.js';
import { collateFamily, NEAREST } from './collate-family.js';
import { collate } from './collate.js';
import { nearestMembers } from './nearest-members.js';

const { lexicon, relationModel: model } = openKnowledge();

const STORY = `The ferry operator Norrlines said on Tuesday that its oldest ship would leave service in the autumn after 41 years. The vessel carried nine million passengers between Tromsund and the outer islands. Its engines had failed twice in March.

A buyer in Greece wants the hull for scrap, but a museum in the harbour town hopes to keep the wheelhouse. The mayor promised to look for money before the council meets again in May.`;

function witnesses(texts: readonly string[]): Witness[] {
  return texts.map((text, i) => plainWitness(text, lexicon, `p${i}`));
}

/** Pairs `a:b`, a < b, in which one is among the nearest of the other. */
function pairsOf(lists: readonly (readonly number[])[]): Set<string> {
  return new Set(lists.flatMap((list, a) => list.map((b) => `${Math.min(a, b)}:${Math.max(a, b)}`)));
}

describe('nearestMembers', () => {
  test('puts a copy beside its exemplar rather than beside what was made from neither', () => {
    const other = 'Snow closed the pass above Lindal for a third day, and the army flew bread to two villages.';
    const family = witnesses([STORY, other, STORY.replace('autumn', 'fall'), `${other} Nobody was hurt.`]);
    expect(nearestMembers(family, 1)).toEqual([[2], [3], [0], [1]]);
  });

  test('hangs a crowd of equal pages on what they were made from', () => {
    const spun = STORY.replace('oldest', 'most aged').replace('promised', 'vowed').replace('wants', 'desires');
    const family = witnesses([...Array<string>(20).fill(STORY), ...Array<string>(20).fill(spun)]);
    const across = [...pairsOf(nearestMembers(family, 4))].filter((pair) => {
      const [a = 0, b = 0] = pair.split(':').map(Number);
      return a < 20 && b >= 20;
    });
    expect(across.length).toBeGreaterThan(0);
  });

  test('finds nearly all exemplars of a large family with few pairs', () => {
    const { pages, descents } = growFamily([{ title: 'Old ferry goes', text: STORY }], {
      seed: 5,
      size: 80,
      thesauri: [],
      lost: 0,
    });
    const lists = nearestMembers(witnesses(pages.map(({ text }) => text)), 16);
    const pairs = pairsOf(lists);
    const places = new Map(pages.map(({ id }, i) => [id, i]));
    const found = descents.filter(({ exemplar, copy }) => {
      const [a, b] = [places.get(exemplar) ?? 0, places.get(copy) ?? 0];
      return pairs.has(`${Math.min(a, b)}:${Math.max(a, b)}`);
    });
    expect(pairs.size).toBeLessThanOrEqual(16 * pages.length);
    expect(found.length / descents.length).toBeGreaterThan(0.9);
  });

  test('names nobody who shares nothing', () => {
    expect(nearestMembers(witnesses(['One two three four.', 'Five six seven eight.', '']), 4)).toEqual([[], [], []]);
  });
});

describe('collateFamily', () => {
  test('collates every pair of a small family', () => {
    const family = witnesses(Array.from({ length: 5 }, (_, i) => `Page ${i} has words that nobody else has.`));
    expect(collateFamily(family, { lexicon, model })).toHaveLength(10);
  });

  test('collates at most NEAREST pairs a member of a large one, and keeps what is known', () => {
    const size = 60;
    const stories = Array.from({ length: size - 1 }, (_, i) => `The ferry left Tromsund at ${i} past nine.`);
    const family = witnesses(['Snow closed every pass.', ...stories]);
    const own = collate(family[0] as Witness, family[size - 1] as Witness, { lexicon, model });
    const known = (base: number, witness: number) => (base === 0 && witness === size - 1 ? own : undefined);
    const collations = collateFamily(family, { lexicon, model, known });
    expect(collations.length).toBeLessThanOrEqual(NEAREST * size);
    expect(collations.filter(({ base }) => base === 0)).toEqual([{ base: 0, witness: size - 1, collation: own }]);
  });
});
