import { describe, expect, it } from 'vitest';
import type { Descent, Stemma } from '../stemma/stemma.js';
import { seeded } from '../testing/seeded.js';
import { layOutStemma } from './stemma-layout.js';
import type { PlacedDescent, StemmaLayout } from './placed-stemma.js';
import { descentsThrough } from './stemma-routes.js';
import { stemmaSvg } from './stemma-svg.js';

const descent = (exemplar: string, copy: string): Descent => ({
  exemplar,
  copy,
  relation: 'spun',
  probability: 0.9,
  grounds: [],
});

/** Forty pages as news spreads: most copies within minutes, some days later, some without a date, some merged. */
function largeFamily(): Stemma {
  const chance = seeded(3);
  const minutes = [0];
  const descents: Descent[] = [];
  for (let i = 1; i < 40; i++) {
    const from = Math.floor(chance() * chance() * i);
    minutes.push((minutes[from] ?? 0) + (chance() < 0.7 ? 1 + chance() * 30 : chance() * 3000));
    descents.push(descent(`P${from}`, `P${i}`));
    if (i % 7 === 0) descents.push(descent(`P${i - 2}`, `P${i}`));
  }
  const witnesses = minutes.map((minute, i) => ({
    siglum: `P${i}`,
    lost: false,
    ...(i % 9 === 8 ? {} : { published: new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString() }),
  }));
  return { witnesses, descents };
}

const first = ({ descents }: StemmaLayout): PlacedDescent[] => descents.filter(({ further }) => !further);
const further = ({ descents }: StemmaLayout): PlacedDescent[] => descents.filter((each) => each.further);

describe('a large stemma', () => {
  const layout = layOutStemma(largeFamily());

  it('leaves between an exemplar and each later copy a way in which the line’s kind can be seen', () => {
    for (const { exemplar, copy } of first(layout)) expect(copy.x - exemplar.x).toBeGreaterThan(0.015);
  });

  it('has no line that meets another one: every trunk lies left of what stands beside it', () => {
    for (const { exemplar, copy } of first(layout)) {
      const beside = layout.witnesses.filter(({ row }) => row > exemplar.row && row < copy.row);
      expect(beside.every(({ x }) => x > exemplar.x)).toBe(true);
      const crossed = first(layout).filter(
        (other) =>
          other.exemplar !== exemplar &&
          other.exemplar.row < copy.row &&
          other.copy.row > copy.row &&
          other.exemplar.x > exemplar.x &&
          other.exemplar.x < copy.x,
      );
      expect(crossed).toEqual([]);
    }
  });

  it('leads the lines of further exemplars through lanes of their own, right of every page that they pass', () => {
    const lines = further(layout);
    expect(lines.length).toBeGreaterThan(3);
    const rows = ({ exemplar, copy }: PlacedDescent): [number, number] => [
      Math.min(exemplar.row, copy.row),
      Math.max(exemplar.row, copy.row),
    ];
    for (const line of lines) {
      const [from, to] = rows(line);
      const passed = layout.witnesses.slice(from, to + 1);
      expect(Math.max(...passed.map(({ x }) => x))).toBe(line.lane?.x);
      const met = lines.filter(
        (other) =>
          other !== line &&
          rows(other)[0] <= to &&
          rows(other)[1] >= from &&
          other.lane?.index === line.lane?.index &&
          Math.abs((other.lane?.x ?? 0) - (line.lane?.x ?? 0)) < 0.05,
      );
      expect(met).toEqual([]);
    }
  });

  it('keeps the order of time, and its ticks', () => {
    const dated = layout.witnesses
      .filter((placed) => placed.dated)
      .sort((a, b) => Date.parse(a.witness.published ?? '') - Date.parse(b.witness.published ?? ''));
    expect(dated.every(({ x }, i) => x >= (dated[i - 1]?.x ?? 0))).toBe(true);
    expect(layout.stretched).toBe(true);
    expect(layout.ticks.length).toBeGreaterThan(1);
    expect(layout.ticks.every(({ x }, i) => x > (layout.ticks[i - 1]?.x ?? -1) && x <= 1)).toBe(true);
  });

  it('lights up a page’s way to its root, further exemplars too, and its own copies', () => {
    const merged = layOutStemma({
      witnesses: ['A', 'B', 'C', 'D', 'E'].map((siglum) => ({ siglum, lost: false })),
      descents: [descent('A', 'B'), descent('B', 'C'), descent('E', 'C'), descent('C', 'D'), descent('A', 'E')],
    });
    const lit = [...descentsThrough(merged.descents, 'C')].map(
      ({ exemplar, copy }) => exemplar.witness.siglum + copy.witness.siglum,
    );
    expect(lit.sort()).toEqual(['AB', 'AE', 'BC', 'CD', 'EC']);
    expect(descentsThrough(merged.descents, 'B').size).toBe(2);
    expect(stemmaSvg(largeFamily())).toContain('.stemma-svg:has(.at-5:is(:hover,:focus-visible))');
  });
});

describe('a small stemma', () => {
  it('keeps an even time where copies don’t crowd', () => {
    const day = (siglum: string, date: number): Stemma['witnesses'][number] => ({
      siglum,
      lost: false,
      published: `2026-03-0${date}T00:00:00Z`,
    });
    const { witnesses, stretched } = layOutStemma({
      witnesses: [day('A', 1), day('B', 2), day('C', 5)],
      descents: [descent('A', 'B'), descent('A', 'C')],
    });
    expect(stretched).toBe(false);
    expect(witnesses.map(({ x }) => x)).toEqual([0, 0.25, 1]);
  });
});

describe('a page that gives a day without a time', () => {
  const source = { siglum: 'A', lost: false, published: '2026-06-09T13:02:00Z' };
  const byDay = { siglum: 'B', lost: false, published: '2026-06-09' };
  const later = { siglum: 'C', lost: false, published: '2026-06-09T18:00:00Z' };

  it('stands behind what it was copied from and before its own copies, and is drawn as a span', () => {
    const { witnesses } = layOutStemma({
      witnesses: [source, byDay, later],
      descents: [descent('A', 'B'), descent('B', 'C')],
    });
    const at = new Map(witnesses.map((placed) => [placed.witness.siglum, placed]));
    const [a, b, c] = ['A', 'B', 'C'].map((siglum) => at.get(siglum)?.x ?? NaN) as [number, number, number];
    expect(b).toBeGreaterThan(a);
    expect(c).toBeGreaterThan(b);
    expect(at.get('A')?.span).toBeUndefined();
    const [from = NaN, to = NaN] = at.get('B')?.span ?? [];
    expect(from).toBeLessThanOrEqual(b);
    expect(to).toBeGreaterThanOrEqual(b);
  });

  it('that is copied on its own day stands before its copy', () => {
    const early = { siglum: 'C', lost: false, published: '2026-06-09T06:00:00Z' };
    const { witnesses } = layOutStemma({ witnesses: [byDay, early], descents: [descent('B', 'C')] });
    const [b, c] = ['B', 'C'].map((siglum) => witnesses.find(({ witness }) => witness.siglum === siglum)?.x ?? NaN);
    expect(b).toBeLessThan(c ?? NaN);
  });

  it('keeps its day where its source is of a later one', () => {
    const next = { ...source, published: '2026-06-10T08:00:00Z' };
    const { witnesses } = layOutStemma({ witnesses: [next, byDay], descents: [descent('A', 'B')] });
    const [a, b] = ['A', 'B'].map((siglum) => witnesses.find(({ witness }) => witness.siglum === siglum)?.x ?? NaN);
    expect(b).toBeLessThan(a ?? NaN);
  });
});

describe('a later version', () => {
  const published = '2026-06-09T09:15:00Z';
  const tie = { ...descent('A', 'B'), version: true } as const;

  it('stands where it was changed last, not where the story came out', () => {
    const copy = { siglum: 'C', lost: false, published: '2026-06-09T12:00:00Z' };
    const version = { siglum: 'B', lost: false, published, modified: '2026-06-09T15:45:00Z' };
    const layout = layOutStemma({
      witnesses: [{ siglum: 'A', lost: false, published }, version, copy],
      descents: [tie, descent('A', 'C')],
    });
    const placed = new Map(layout.witnesses.map((one) => [one.witness.siglum, one]));
    expect(placed.get('B')?.x).toBeGreaterThan(placed.get('C')?.x ?? NaN);
    expect(placed.get('B')?.shown).toBe('2026-06-09T15:45:00Z');
  });

  it('counts as undated where it doesn’t say when it was changed', () => {
    const layout = layOutStemma({
      witnesses: ['A', 'B'].map((siglum) => ({ siglum, lost: false, published })),
      descents: [tie],
    });
    expect(layout.witnesses.map(({ dated }) => dated)).toEqual([true, false]);
  });
});
