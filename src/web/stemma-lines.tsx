import type { JSX } from 'preact';
import type { PlacedDescent, PlacedWitness, StemmaLayout } from '../report/placed-stemma.js';
import {
  arrowPath,
  branchPath,
  descentsThrough,
  lanePath,
  ticksApart,
  trunkPath,
  type StemmaScale,
} from '../report/stemma-routes.js';
import { kinshipOf } from './kinship-tag.js';

interface Props {
  readonly layout: StemmaLayout;
  readonly place: StemmaScale;
  readonly size: { readonly width: number; readonly height: number; readonly top: number };
  readonly traced: string | undefined;
  readonly pointed: string | undefined;
  readonly onSee: (siglum: string) => void;
}

/** Room of a tick's label. */
const TICK = 46;

/** The lines from exemplar to copy and the pages as dots; they lie over the rows and take no clicks. */
export function StemmaLines({ layout, place, size, traced, pointed, onSee }: Props): JSX.Element {
  const { width, height, top } = size;
  const way = pointed === undefined ? undefined : descentsThrough(layout.descents, pointed);
  const all = way === undefined || way.size === 0;
  return (
    <svg class="stemma-lines" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ticksApart(layout.ticks, place.x, TICK).map(({ x, label }) => (
        <g key={x} class="tick">
          <line x1={place.x(x)} x2={place.x(x)} y1={top - 6} y2={height} />
          <text x={place.x(x)} y={top - 12} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {layout.descents
        .filter(({ further }) => !further)
        .map((descent) => (
          <path
            key={`trunk-${descent.copy.witness.siglum}`}
            d={trunkPath(descent, place)}
            class={`trunk${all ? '' : way.has(descent) ? ' strong' : ' dim'}`}
          />
        ))}
      {layout.descents.map((descent) => (
        <DescentLine
          key={`${descent.exemplar.witness.siglum}-${descent.copy.witness.siglum}`}
          descent={descent}
          place={place}
          lit={all || way.has(descent)}
          onSee={onSee}
        />
      ))}
      {layout.witnesses.map((placed) => (
        <WitnessDot
          key={placed.witness.siglum}
          placed={placed}
          place={place}
          traced={placed.witness.siglum === traced}
        />
      ))}
    </svg>
  );
}

function DescentLine({
  descent,
  place,
  lit,
  onSee,
}: {
  readonly descent: PlacedDescent;
  readonly place: StemmaScale;
  readonly lit: boolean;
  readonly onSee: (siglum: string) => void;
}): JSX.Element {
  const { probability, further } = descent;
  const kinship = kinshipOf(descent);
  const d = further ? lanePath(descent, place) : branchPath(descent, place);
  return (
    <g
      class={`descent${lit ? '' : ' dim'}${further ? ' further' : ''}`}
      onMouseEnter={() => onSee(descent.copy.witness.siglum)}
    >
      <path d={d} class="hit" />
      <path
        d={d}
        class={`line ${kinship}`}
        style={{ strokeWidth: `${(further ? 0.6 : 1) * (1 + 2.5 * probability)}px` }}
      />
      {further && <path d={arrowPath(descent, place)} class={`arrow ${kinship}`} />}
    </g>
  );
}

function WitnessDot({
  placed,
  place,
  traced,
}: {
  readonly placed: PlacedWitness;
  readonly place: StemmaScale;
  readonly traced: boolean;
}): JSX.Element {
  const [x, y] = [place.x(placed.x), place.y(placed.row)];
  const lost = placed.witness.lost;
  return (
    <g class={['dot', lost && 'lost', traced && 'traced', !placed.dated && 'undated'].filter(Boolean).join(' ')}>
      {traced && <circle cx={x} cy={y} r={place.radius + 4} class="ring" />}
      <circle cx={x} cy={y} r={place.radius} />
    </g>
  );
}
