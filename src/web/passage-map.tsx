import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Range } from '../collation/collation.js';
import type { PairView } from '../server/view.js';

const HEIGHT = 1000;

interface Ribbon {
  readonly passage: number;
  readonly base: Range;
  readonly witness: Range;
  readonly moved: boolean;
}

/** The two texts from first to last word as two bars, joined where they share a passage: what was taken from where, at a glance. */
export function PassageMap({
  pair,
  onRow,
}: {
  readonly pair: PairView;
  readonly onRow: (passage: number) => void;
}): JSX.Element {
  const ribbons = useMemo(() => ribbonsOf(pair), [pair]);
  const base = HEIGHT / Math.max(1, pair.lengths.base);
  const witness = HEIGHT / Math.max(1, pair.lengths.witness);
  return (
    <svg
      class="passage-map"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Map of the two texts: ${ribbons.length} shared passages`}
    >
      <rect x="0" y="0" width="16" height={HEIGHT} class="map-bar" />
      <rect x="84" y="0" width="16" height={HEIGHT} class="map-bar" />
      {ribbons.map((ribbon) => {
        const [a, b, c, d] = [
          ribbon.base[0] * base,
          ribbon.base[1] * base,
          ribbon.witness[0] * witness,
          ribbon.witness[1] * witness,
        ];
        return (
          <g
            key={ribbon.passage}
            class={ribbon.moved ? 'map-ribbon moved' : 'map-ribbon'}
            onClick={() => onRow(ribbon.passage)}
          >
            <rect x="0" y={a} width="16" height={Math.max(3, b - a)} />
            <rect x="84" y={c} width="16" height={Math.max(3, d - c)} />
            <path d={`M16 ${a}C50 ${a} 50 ${c} 84 ${c}V${d}C50 ${d} 50 ${b} 16 ${b}Z`} />
          </g>
        );
      })}
    </svg>
  );
}

function ribbonsOf({ rows }: PairView): Ribbon[] {
  const ribbons = new Map<number, Ribbon>();
  for (const { passage, at, moved } of rows) {
    if (passage === undefined) continue;
    const known = ribbons.get(passage);
    const join = (a: Range | undefined, b: Range): Range =>
      a === undefined ? b : [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    ribbons.set(passage, {
      passage,
      base: join(known?.base, at.base),
      witness: join(known?.witness, at.witness),
      moved,
    });
  }
  return [...ribbons.values()];
}
