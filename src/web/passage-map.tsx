import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Range, Touch } from '../collation/collation.js';
import type { PairView } from '../server/view.js';

const HEIGHT = 1000;

interface Ribbon {
  readonly row: number;
  readonly passage: number;
  readonly base: Range;
  readonly witness: Range;
  readonly moved: boolean;
  /** The weightiest of what its variants touch. */
  readonly touch: Touch | undefined;
}

/** Heaviest first: what a row's ribbon is coloured by. */
const WEIGHT: readonly Touch[] = ['meaning', 'negation', 'quotation', 'number', 'date', 'name'];

/** The two texts from first to last word as two bars, joined where they share a passage: what was taken from where, at a glance. */
export function PassageMap({
  pair,
  onPlace,
}: {
  readonly pair: PairView;
  /** Called with a place in the witness's text. */
  readonly onPlace: (start: number) => void;
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
      aria-label={`Map of the two texts: ${new Set(ribbons.map(({ passage }) => passage)).size} shared passages, ${ribbons.length} sentences`}
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
            key={ribbon.row}
            class={['map-ribbon', ribbon.moved && 'moved', ribbon.touch && `t-${ribbon.touch}`]
              .filter(Boolean)
              .join(' ')}
            onClick={() => onPlace(ribbon.witness[0])}
          >
            <rect x="0" y={a} width="16" height={Math.max(2, b - a - 2)} />
            <rect x="84" y={c} width="16" height={Math.max(2, d - c - 2)} />
            <path d={`M16 ${a}C50 ${a} 50 ${c} 84 ${c}V${d}C50 ${d} 50 ${b} 16 ${b}Z`} />
          </g>
        );
      })}
    </svg>
  );
}

function ribbonsOf({ rows }: PairView): Ribbon[] {
  return rows.flatMap(({ passage, at, moved, base, witness }, row) => {
    if (passage === undefined) return [];
    const touched = new Set([...base, ...witness].flatMap(({ touches }) => touches));
    return [
      { row, passage, base: at.base, witness: at.witness, moved, touch: WEIGHT.find((touch) => touched.has(touch)) },
    ];
  });
}
