import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { contentDifferences } from './content-differences.js';
import type { Said } from './reading-difference.js';

const { lexicon } = openKnowledge();

function said(text: string, marks: readonly string[] = []): Said {
  return {
    witness: plainWitness(text, lexicon),
    statement: { kind: 'indirect', content: [[0, text.length]], cue: [], speaker: [], via: [], marks, probability: 1 },
  };
}

const fields = (a: string, b: string): string[] =>
  contentDifferences(said(a), said(b), lexicon).map(({ field }) => field);

describe('two statements that no copying joins', () => {
  it.each([
    ['17 people were hurt on the ferry', '71 people were hurt on the ferry', 'numbers'],
    ['repairs would cost $3 million', 'repairs would cost $5 million', 'numbers'],
    ['the gauges gave no warning at all', 'the gauges gave a warning', 'meaning'],
    ['she had not ruled out charges', 'she had ruled out charges', 'meaning'],
    ['the vote would be open to all', 'the vote would be closed to all', 'meaning'],
    ['the bridge will open on 3 May 2026', 'the bridge will open on 9 May 2026', 'dates'],
  ])('contradict each other: %s | %s', (a, b, field) => {
    expect(fields(a, b)).toEqual([field]);
    expect(fields(b, a)).toEqual([field]);
  });

  it.each([
    ['17 people were hurt, three of them badly', '17 people were hurt'],
    ['more than 5,200 had fallen ill', '5,270 people had fallen ill'],
    ['the fund spent $114.3 million', 'the fund spent $114 million'],
    ['the firm gave no details', 'the firm refused to give details'],
    ['people were hurt on the ferry', '17 people were hurt on the ferry'],
    ['the bridge will open in October', 'the bridge will open in October 2026'],
  ])('don’t where one merely tells more or rounds: %s | %s', (a, b) => {
    expect(fields(a, b)).toEqual([]);
  });

  it('contradict each other where one is a denial, and not where both deny', () => {
    const denied = said('the firm had been told of the audit', ['denial']);
    expect(contentDifferences(denied, said('the firm had been told of the audit'), lexicon)).toHaveLength(1);
    expect(contentDifferences(denied, said('the firm had not been told of the audit'), lexicon)).toEqual([]);
  });
});
