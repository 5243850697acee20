import { describe, expect, it } from 'vitest';
import { creditGrounds, lostNaming, type Naming, supposedNats } from './credit-evidence.js';

const absent = new Set(['brackwell herald']);

function naming(outlet: string | undefined, mentions: Readonly<Record<string, string>> = {}): Naming {
  return { outlet, shown: outlet ?? 'lost', mentions: new Map(Object.entries(mentions)) };
}

function kinds(exemplar: Naming, copy: Naming): string[] {
  return creditGrounds(exemplar, copy, absent).map((ground) => ground.kind);
}

describe('creditGrounds', () => {
  const copy = naming('corven post', { 'ashford courier': 'Source: Ashford Courier' });

  it('tells a credit of the exemplar from one that came along with its text', () => {
    expect(kinds(naming('ashford courier'), copy)).toEqual(['credited']);
    expect(kinds(naming('dunmere daily', { 'ashford courier': 'Source: Ashford Courier' }), copy)).toEqual([
      'leftover',
    ]);
  });

  it('takes a line in other words for a credit of its own', () => {
    const other = naming('dunmere daily', { 'ashford courier': 'This article first appeared in Ashford Courier.' });
    expect(kinds(other, copy)).toEqual([]);
  });

  it('knows a line again in which words were swapped', () => {
    const line = { 'ashford courier': 'Ashford Courier contributed to this report.' };
    const spun = { 'ashford courier': 'Ashford Courier imparted to this report.' };
    expect(kinds(naming('dunmere daily', line), naming('corven post', spun))).toEqual(['leftover']);
  });
});

describe('lostNaming', () => {
  const copies = [
    naming('corven post', { 'brackwell herald': 'Source: Brackwell Herald' }),
    naming('dunmere daily', { 'ashford courier': 'Source: Ashford Courier' }),
    naming('elsing ledger', { 'ashford courier': 'Source: Ashford Courier' }),
  ];

  it('calls a lost page what its copies credit and nobody at hand is', () => {
    expect(lostNaming(copies, undefined, absent).outlet).toBe('brackwell herald');
  });

  it('leaves it without a name where its own exemplar credits the same', () => {
    expect(lostNaming(copies, copies[0], absent).outlet).toBeUndefined();
  });

  it('charges it for what two copies have from it, so that it gains nothing by standing between', () => {
    const lost = lostNaming(copies, undefined, absent);
    expect([...lost.mentions.keys()]).toEqual(['ashford courier']);
    const gained = creditGrounds(naming('ashford courier'), lost, absent).reduce((sum, { nats }) => sum + nats, 0);
    expect(supposedNats(lost, absent) + gained).toBe(0);
  });
});
