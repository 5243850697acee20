import { describe, expect, it } from 'vitest';
import type { SourcedStatement } from '../stemma/stemma.js';
import { drawSources } from './draw-sources.js';
import { inOrderOfNeed, toldStatement } from './told-statement.js';

function statement(name: string, more: Partial<SourcedStatement> = {}): SourcedStatement {
  return {
    name,
    content: 'that the dam leaked',
    told: 'denied that the dam leaked',
    marks: ['denial'],
    carriers: ['a', 'b'],
    origins: ['Northwire'],
    chain: [name, 'Northwire'],
    otherwise: [],
    ...more,
  };
}

const SAID = { content: 'that the dam leaked', told: 'said that the dam leaked', marks: [] };
const TURNED = { ...SAID, differences: [{ field: 'meaning', from: 'denied', to: 'said' }] } as const;
const REWORDED = { ...SAID, differences: [{ field: 'quotes', from: 'leaked', to: 'dripped' }] } as const;
const OTHERWISE = { ...TURNED, pages: ['c', 'd'], origins: [] };
const nameOf = (id: string): string => id.toUpperCase();

describe('a told statement', () => {
  it('has the cue where that carries the sense, and who has it otherwise', () => {
    expect(toldStatement(statement('Lunde', { otherwise: [OTHERWISE] }), nameOf)).toEqual({
      name: 'Lunde',
      said: 'denied that the dam leaked',
      through: ['Northwire'],
      carried: '2 pages, 2 otherwise',
      marks: [],
      notes: ['Otherwise in C and D: “denied” → “said”.'],
    });
  });

  it('has the traced page’s words first, what was changed, and how the original has it', () => {
    const here = { ...TURNED, statement: 0 };
    const { said, notes } = toldStatement(statement('Lunde', { otherwise: [OTHERWISE], here }), nameOf, 'c');
    expect(said).toBe('said that the dam leaked');
    expect(notes).toEqual([
      'This was changed: “denied” → “said”.',
      'Northwire: denied that the dam leaked',
      'So too in D.',
    ]);
  });

  it('stands before others if the page changed its sense, then its words, then if other pages did', () => {
    const order = inOrderOfNeed([
      statement('Carried', { carriers: ['a', 'b', 'c', 'd', 'e'] }),
      statement('Elsewhere', { otherwise: [OTHERWISE] }),
      statement('Reworded', { here: { ...REWORDED, statement: 0 } }),
      statement('Turned', { here: { ...TURNED, statement: 1 } }),
    ]);
    expect(order.map(({ name }) => name)).toEqual(['Turned', 'Reworded', 'Elsewhere', 'Carried']);
  });
});

describe('drawSources', () => {
  it('cuts a long list, and says how to have it whole', () => {
    const statements = Array.from({ length: 50 }, (_, i) => statement(`Speaker ${i}`));
    const answer = {
      stemma: { witnesses: [], descents: [] },
      sources: { pages: 2, independent: 1, origins: [], statements },
    };
    const cut = drawSources(answer, { colour: false, width: 100 });
    expect(cut).toContain('… 10 more: --all');
    expect(cut).not.toContain('Speaker 49');
    expect(drawSources(answer, { colour: false, width: 100, all: true })).toContain('Speaker 49');
  });
});
