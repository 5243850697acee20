import { describe, expect, it } from 'vitest';
import type { Stemma } from '../stemma/stemma.js';
import { stemmaDot } from './dot.js';
import { drawStemma } from './draw-stemma.js';
import { stemmaGraphml } from './graphml.js';
import { stemmaMermaid } from './mermaid.js';
import { layOutStemma } from './stemma-layout.js';
import { stemmaSvg } from './stemma-svg.js';

const STEMMA: Stemma = {
  witnesses: [
    { siglum: 'A', id: '1', outlet: 'Courier', published: '2026-03-02T06:00:00Z', lost: false },
    { siglum: 'B', id: '2', outlet: 'Farm "<b>&', published: '2026-03-02T12:00:00Z', lost: false },
    { siglum: 'C', id: '3', outlet: 'Mill', lost: false },
    { siglum: 'α', lost: true },
  ],
  descents: [
    { exemplar: 'A', copy: 'α', relation: 'verbatim', probability: 0.8, grounds: [] },
    {
      exemplar: 'α',
      copy: 'B',
      relation: 'spun',
      probability: 0.9,
      grounds: [{ kind: 'earlier', text: 'It is later.', favours: 'base', weight: 0.6 }],
    },
    { exemplar: 'α', copy: 'C', relation: 'partial', probability: 0.7, grounds: [] },
    { exemplar: 'B', copy: 'C', relation: 'partial', probability: 0.6, grounds: [] },
  ],
};

describe('drawStemma', () => {
  it('draws copies under their exemplars and says which are lost', () => {
    const lines = drawStemma(STEMMA, { colour: false, width: 100 }).split('\n');
    expect(lines[0]).toMatch(/^A Courier/);
    expect(lines[1]).toMatch(/^└─ \(α\) lost/);
    expect(lines[2]).toMatch(/^ {3}├─ [BC] /);
    expect(lines[3]).toMatch(/^ {3}└─ [BC] /);
    expect(lines.join('\n')).toContain('also from B, partial');
  });

  it('says which is the page that was asked about', () => {
    const [first, ...rest] = drawStemma(STEMMA, { colour: false, width: 100 }, 'A').split('\n');
    expect(first).toMatch(/^A this page: Courier/);
    expect(rest.join('\n')).not.toContain('this page');
    expect(stemmaSvg(STEMMA, 'B')).toMatch(/data-siglum="B"><title>B\nThe traced page\./);
    expect(stemmaSvg(STEMMA, 'B').match(/The traced page/g)).toHaveLength(1);
  });

  it('keeps lines within the width', () => {
    for (const line of drawStemma(STEMMA, { colour: false, width: 60 }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe('layOutStemma', () => {
  it('gives each witness a row of its own and lets time run to the right', () => {
    const { witnesses } = layOutStemma(STEMMA);
    expect(new Set(witnesses.map((placed) => placed.row)).size).toBe(4);
    const x = new Map(witnesses.map((placed) => [placed.witness.siglum, placed.x]));
    expect(x.get('A')).toBe(0);
    expect(x.get('B')).toBe(1);
    expect(x.get('α')).toBeGreaterThan(0);
    expect(x.get('α')).toBeLessThan(1);
  });

  it('puts the largest tree first, and copies in the order of time whatever their zones, a lost one by its first copy', () => {
    const copy = (exemplar: string, siglum: string): Stemma['descents'][number] => ({
      exemplar,
      copy: siglum,
      relation: 'spun',
      probability: 0.9,
      grounds: [],
    });
    const { witnesses } = layOutStemma({
      witnesses: [
        { siglum: 'R', published: '2026-03-01T06:00:00Z', lost: false },
        { siglum: 'A', published: '2026-03-02T06:00:00Z', lost: false },
        { siglum: 'B', published: '2026-03-02T10:00:00+05:30', lost: false },
        { siglum: 'C', published: '2026-03-02T08:00:00-05:00', lost: false },
        { siglum: 'D', published: '2026-03-02T20:00:00Z', lost: false },
        { siglum: 'α', lost: true },
      ],
      descents: [copy('A', 'C'), copy('A', 'α'), copy('α', 'D'), copy('A', 'B')],
    });
    expect(witnesses.map(({ witness }) => witness.siglum)).toEqual(['A', 'B', 'C', 'α', 'D', 'R']);
  });

  it('places every witness of a ring of descents, too', () => {
    const ring: Stemma = {
      witnesses: ['A', 'B'].map((siglum) => ({ siglum, lost: false })),
      descents: [
        { exemplar: 'A', copy: 'B', relation: 'spun', probability: 1, grounds: [] },
        { exemplar: 'B', copy: 'A', relation: 'spun', probability: 1, grounds: [] },
      ],
    };
    expect(layOutStemma(ring).witnesses).toHaveLength(2);
  });
});

describe('stemmaSvg', () => {
  it('draws lost ancestors dashed, evidence as a title, and text as text', () => {
    const svg = stemmaSvg(STEMMA);
    expect(svg).toContain('class="witness lost at-');
    expect(svg).toContain('– It is later.');
    expect(svg).not.toContain('<b>');
    expect(svg.match(/class="descent /g)).toHaveLength(4);
    expect(svg.match(/tabindex="0"/g)).toHaveLength(4);
  });
});

describe('exports', () => {
  it('write GraphML with one edge a descent, escaped', () => {
    const graphml = stemmaGraphml(STEMMA);
    expect(graphml.match(/<edge /g)).toHaveLength(4);
    expect(graphml).toContain('Farm &quot;&lt;b&gt;&amp;');
  });

  it('write DOT whose strings close', () => {
    const dot = stemmaDot(STEMMA);
    expect(dot).toContain('"α" -> "B"');
    expect(dot).toContain('Farm \\"<b>&');
  });

  it('write Mermaid in which a name cannot be markup', () => {
    const mermaid = stemmaMermaid(STEMMA);
    expect(mermaid.startsWith('flowchart LR\n')).toBe(true);
    expect(mermaid).not.toContain('<b>');
    expect(mermaid).toContain('((“α”))'.replace(/[“”]/g, '"'));
  });
});
