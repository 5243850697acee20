import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Witness } from '../witness/witness.js';
import { collate, viewOf } from './collate.js';
import { CHANGE_FIELDS, type Collation, type Range } from './collation.js';
import { relationFeatures } from './relation-features.js';

const { lexicon, relationModel: model } = openKnowledge();
const WORDS =
  'the a of in on harbour ship ferry minister said told court ruled three 41 Tuesday Tromsund Vale not never old new vessel colour color "we will" leave stay money'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 18 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join(' '));
/** Two texts that share sentences, words and order to some degree. */
const pair = fc.tuple(text, text, fc.integer({ min: 0, max: 8 })).map(([a, b, cut]) => {
  const left = a.split('. ');
  return [a, [...left.slice(cut), ...b.split('. '), ...left.slice(0, cut)].join('. ')] as const;
});
/** Two texts made of a few sentences, repeated, joined and cut at will: whatever is like several places at once. */
const reused = fc.array(sentence, { minLength: 2, maxLength: 9 }).chain((pool) => {
  const piece = fc
    .tuple(fc.constantFrom(...pool), fc.constantFrom('', ...pool), fc.nat({ max: 12 }))
    .map(([first, second, cut]) => `${first.slice(0, -1)} ${second}`.split(' ').slice(cut).join(' '));
  const mix = fc.array(piece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join('\n\n'));
  return fc.tuple(mix, mix);
});

function witnessOf(words: string): Witness {
  return plainWitness(words, lexicon);
}

function mirrored(collation: Collation): Collation {
  const turn = { omission: 'addition', addition: 'omission' } as const;
  const swap = <Placed extends { base: Range; witness: Range }>(placed: Placed): Placed => ({
    ...placed,
    base: placed.witness,
    witness: placed.base,
  });
  const passages = collation.passages
    .map((passage) => ({
      ...swap(passage),
      variants: passage.variants.map((variant) => ({
        ...swap(variant),
        from: variant.to,
        to: variant.from,
        kind: variant.kind === 'omission' || variant.kind === 'addition' ? turn[variant.kind] : variant.kind,
      })),
    }))
    .sort((a, b) => a.base[0] - b.base[0]);
  return { ...collation, passages, shared: { base: collation.shared.witness, witness: collation.shared.base } };
}

describe('properties of collate', () => {
  test('exchanging the sides mirrors passages, variants and shares, and keeps the relation', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const there = collate(witnessOf(a), witnessOf(b), { lexicon, model });
        const back = mirrored(collate(witnessOf(b), witnessOf(a), { lexicon, model }));
        const bare = (collation: Collation): unknown =>
          collation.passages.map((passage) => ({
            ...passage,
            variants: new Set(passage.variants.map((variant) => JSON.stringify(variant))),
          }));
        expect(bare(there)).toEqual(bare(back));
        expect(there.shared).toEqual(back.shared);
        expect(there.relations).toEqual(back.relations);
        for (const field of CHANGE_FIELDS) expect(there.changes[field].length).toBe(back.changes[field].length);
      }),
      { numRuns: 100 },
    );
  });

  test('offsets cut the text where they say', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { passages, changes } = collate(witnessOf(a), witnessOf(b), { lexicon, model });
        for (const { variants } of passages) {
          for (const { base, witness, from, to } of variants)
            expect([a.slice(...base), b.slice(...witness)]).toEqual([from, to]);
        }
        for (const field of ['quotes', 'numbers', 'dates', 'names', 'meaning'] as const) {
          for (const { base, witness, from, to } of changes[field])
            expect([a.slice(...base), b.slice(...witness)]).toEqual([from, to]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every word outside the variants of a passage is equal on both sides', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const view = viewOf(witnessOf(a), witnessOf(b), lexicon);
        for (const { passage } of view.passages) {
          const rest = (side: 'base' | 'witness', words: string): string[] =>
            wordsOutside(
              words,
              passage[side],
              passage.variants.map((variant) => variant[side]),
            );
          expect(rest('base', a)).toEqual(rest('witness', b));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no variant crosses a passage, and passages do not overlap', () => {
    fc.assert(
      fc.property(fc.oneof(pair, reused), ([a, b]) => {
        const { passages } = collate(witnessOf(a), witnessOf(b), { lexicon, model });
        for (const side of ['base', 'witness'] as const) {
          const ranges = passages.map((passage) => passage[side]).sort((x, y) => x[0] - y[0]);
          ranges.forEach((range, r) => expect(range[0]).toBeGreaterThanOrEqual(ranges[r - 1]?.[1] ?? 0));
          for (const passage of passages) {
            for (const variant of passage.variants) {
              expect(variant[side][0]).toBeGreaterThanOrEqual(passage[side][0]);
              expect(variant[side][1]).toBeLessThanOrEqual(passage[side][1]);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what the relation is judged by is finite, whichever side comes first', () => {
    fc.assert(
      fc.property(reused, ([a, b]) => {
        for (const [base, witness] of [[a, b] as const, [b, a] as const]) {
          const features = relationFeatures(viewOf(witnessOf(base), witnessOf(witness), lexicon));
          expect(Object.entries(features).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the six probabilities sum to one', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { relations } = collate(witnessOf(a), witnessOf(b), { lexicon, model });
        expect(Object.values(relations).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 50 },
    );
  });
});

/** Words of a range that stand in none of the others, in lower case. */
function wordsOutside(text: string, [start, end]: Range, holes: readonly Range[]): string[] {
  const letters = Array.from({ length: text.length }, (_, at) =>
    at < start || at >= end || holes.some((hole) => at >= hole[0] && at < hole[1]) ? ' ' : (text[at] ?? ''),
  ).join('');
  return letters.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
