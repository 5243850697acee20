import { describe, expect, it } from 'vitest';
import { layOutStemma } from '../report/stemma-layout.js';
import { stemmaByDepth } from './stemma-by-depth.js';

const witness = (siglum: string, published?: string) => ({
  siglum,
  id: siglum,
  lost: false,
  ...(published !== undefined && { published }),
});
const descent = (exemplar: string, copy: string, probability = 0.9) => ({
  exemplar,
  copy,
  relation: 'spun' as const,
  probability,
  grounds: [],
});

describe('a stemma by depth', () => {
  const layout = layOutStemma({
    witnesses: [witness('A', '2026-03-01T08:00Z'), witness('B', '2026-03-01T09:00Z'), witness('C'), witness('D')],
    descents: [descent('A', 'B'), descent('B', 'C'), descent('D', 'C', 0.6)],
  });
  const drawn = stemmaByDepth(layout);

  it('puts each page right of the one it was copied from, whatever their times, and roots at the left edge', () => {
    for (const { exemplar, copy } of drawn.descents) expect(copy.x).toBeGreaterThan(exemplar.x);
    for (const { x, depth } of drawn.witnesses) expect(x === 0).toBe(depth === 0);
    expect(Math.max(...drawn.witnesses.map(({ x }) => x))).toBe(1);
  });

  it('keeps rows and drops further exemplars’ lines and the axis', () => {
    expect(drawn.witnesses.map(({ witness: { siglum }, row }) => [siglum, row])).toEqual(
      layout.witnesses.map(({ witness: { siglum }, row }) => [siglum, row]),
    );
    expect(drawn.descents.map(({ copy }) => copy.witness.siglum).sort()).toEqual(['B', 'C']);
    expect(drawn.ticks).toEqual([]);
  });
});
