import { describe, expect, it } from 'vitest';
import type { Collation } from '../collation/collation.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { type Carrier, readingsBeside } from './statement-readings.js';

const { lexicon } = openKnowledge();
const TEXT = 'On Tuesday Ilse Brandt said that the old ferry pier would be closed before winter.';
const CONTENT = 'the old ferry pier would be closed before winter';

function carrier(page: number, text = TEXT): Carrier {
  const start = text.indexOf(CONTENT);
  const cue = text.indexOf('said');
  return {
    page,
    at: 0,
    own: page < 2,
    witness: plainWitness(text, lexicon, String(page)),
    statement: {
      kind: 'indirect',
      content: [[start, start + CONTENT.length]],
      cue: [[cue, cue + 'said'.length]],
      speaker: [],
      via: [],
      marks: [],
      probability: 1,
    },
  };
}

describe('readingsBeside', () => {
  it('holds a copy against the report that it goes back to, where another one stands for the statement', () => {
    const spun = TEXT.replace('Tuesday', 'Monday');
    const range = [0, TEXT.length] as const;
    const day = { base: [3, 10], witness: [3, 9], from: 'Tuesday', to: 'Monday', sentence: '' } as const;
    const collation = {
      relations: { verbatim: 0, spun: 1, rewritten: 0, partial: 0, independent: 0, unrelated: 0 },
      passages: [
        {
          base: range,
          witness: [0, spun.length],
          variants: [
            { kind: 'substitution', base: [3, 10], witness: [3, 9], from: 'Tuesday', to: 'Monday', touches: [] },
          ],
        },
      ],
      changes: { quotes: [], numbers: [], dates: [day], names: [], meaning: [], byline: [], credit: [] },
    } as unknown as Collation;
    const rival = carrier(0);
    const { agreeing, otherwise } = readingsBeside(rival, [rival, carrier(1), carrier(2, spun)], {
      lexicon,
      collationOf: (base, witness) => (base === 1 && witness === 2 ? collation : undefined),
      aboveOf: (page) => new Set(page === 2 ? [1] : []),
    });
    expect(agreeing.map(({ page }) => page)).toEqual([0, 1]);
    expect(otherwise.map(([one]) => one?.differences)).toEqual([[{ field: 'dates', from: 'Tuesday', to: 'Monday' }]]);
  });
});
