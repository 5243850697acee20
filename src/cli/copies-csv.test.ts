import { expect, it } from 'vitest';
import type { Copy } from '../copies.js';
import { COPIES_HEADER, copiesCsv } from './copies-csv.js';

const copy: Copy = {
  outlet: 'Daily "Flash"',
  relation: 'spun',
  probability: 0.95,
  share: 1,
  place: 'copy',
  credited: false,
  direction: 'base',
  changes: {
    quotes: [],
    numbers: [
      {
        base: [0, 2],
        witness: [0, 2],
        from: '12',
        to: '21',
        sentence: 'A number differs: “12” in the base, “21” in the witness.',
      },
    ],
    dates: [],
    names: [],
    meaning: [],
    byline: [],
    credit: [],
  },
};

it('gives a line a copy with as many fields as the header, the changes in a reader’s words', () => {
  const line = copiesCsv('ours.html', [copy]);
  expect(line.startsWith('ours.html,"Daily ""Flash""",,,,spun,taken by,0.950,1.000,no,0,1,0,0,0,0,0,')).toBe(true);
  expect(line).toContain('“12” in our page, “21” in the copy.');
  expect(COPIES_HEADER.split(',')).toHaveLength(18);
});

it('says of each who took it from whom', () => {
  const changes = { other: 'later', added: [], gone: [], words: [] } as const;
  const rows: readonly Copy[] = [
    { ...copy, place: 'exemplar' },
    { ...copy, place: 'sibling' },
    { ...copy, place: 'unclear' },
    { ...copy, place: 'version', version: changes },
  ];
  const told = rows.map((row) => copiesCsv('ours.html', [row]).split(',')[6]);
  expect(told).toEqual(['taken from', 'both from a third', 'unclear', 'later version']);
});
