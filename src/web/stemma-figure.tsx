import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlacedDescent, PlacedWitness, StemmaLayout } from '../report/placed-stemma.js';
import { shortMoment } from '../report/plain-words.js';
import {
  arrowPath,
  branchPath,
  descentsThrough,
  lanePath,
  laneRoom,
  ticksApart,
  trunkPath,
  type StemmaScale,
} from '../report/stemma-routes.js';
import { labelOf } from './format.js';

interface Props {
  readonly layout: StemmaLayout;
  readonly traced: string | undefined;
  readonly shown: string | undefined;
  /** The page that the reader points at, if any: other lines step back. */
  readonly pointed: string | undefined;
  readonly picked: string | undefined;
  readonly onSee: (siglum: string | undefined) => void;
  readonly onPick: (siglum: string) => void;
}

/** Rows that are drawn at full height; more are drawn closer. */
const ROOMY = 60;
const RADIUS = 6;
/** Below this width of the drawing proper it is scrolled in its box, beside the names: lines of a family of 40 need some 12 pixels from page to page. */
const LEAST_PLOT = 280;
/** Room of a tick's label. */
const TICK = 46;
const TOP = 28;

/** A row each: names on the left, time to the right, lines from exemplar to copy. The rows are buttons; the lines lie behind them. */
export function StemmaFigure({ layout, traced, shown, pointed, picked, onSee, onPick }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame);
  const row = layout.rows > ROOMY ? 24 : 34;
  const names = Math.min(360, Math.max(150, room * 0.38));
  const width = Math.max(room, names + LEAST_PLOT + laneRoom(layout.descents));
  const height = TOP + layout.rows * row + 8;
  const place = scaleOf(layout, { names, width, row });
  const way = pointed === undefined ? undefined : descentsThrough(layout.descents, pointed);
  return (
    <div class="stemma-figure" ref={frame} onMouseLeave={() => onSee(undefined)}>
      <div
        class="stemma-scroll"
        style={{ '--row': `${row}px`, '--names': `${names}px`, '--top': `${TOP}px`, '--width': `${width}px` }}
      >
        <svg class="stemma-lines" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {ticksApart(layout.ticks, place.x, TICK).map(({ x, label }) => (
            <g key={x} class="tick">
              <line x1={place.x(x)} x2={place.x(x)} y1={TOP - 6} y2={height} />
              <text x={place.x(x)} y={TOP - 12} text-anchor="middle">
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
                class={`trunk${way === undefined || way.size === 0 ? '' : way.has(descent) ? ' strong' : ' dim'}`}
              />
            ))}
          {layout.descents.map((descent) => (
            <DescentLine
              key={`${descent.exemplar.witness.siglum}-${descent.copy.witness.siglum}`}
              descent={descent}
              place={place}
              lit={way === undefined || way.size === 0 || way.has(descent)}
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
        <ol class="stemma-rows" aria-label="Pages, copies below what they were copied from">
          {layout.witnesses.map(({ witness, depth }) => {
            const content = (
              <span class="row-label">
                <span class="siglum">{witness.siglum}</span>
                <span class="row-name">{witness.lost ? 'lost' : labelOf(witness)}</span>
                <span class="row-time">
                  {witness.published === undefined ? (witness.lost ? '' : 'no date') : shortMoment(witness.published)}
                </span>
              </span>
            );
            const classes = [
              'stemma-row',
              witness.lost && 'lost',
              witness.siglum === traced && 'traced',
              witness.siglum === shown && 'shown',
            ]
              .filter(Boolean)
              .join(' ');
            return (
              <li
                key={witness.siglum}
                style={{ '--depth': Math.min(depth, 6) }}
                onMouseEnter={() => onSee(witness.siglum)}
              >
                <button
                  type="button"
                  class={classes}
                  aria-pressed={picked === witness.siglum}
                  aria-disabled={witness.lost}
                  onFocus={() => onSee(witness.siglum)}
                  onClick={() => !witness.lost && onPick(witness.siglum)}
                >
                  {content}
                  <span class="visually-hidden">
                    {witness.siglum === traced ? ', the traced page' : ''}
                    {describeDescents(layout, witness.siglum)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <Legend layout={layout} />
    </div>
  );
}

/** The drawing's measures; the first row begins below the axis. */
function scaleOf(
  layout: StemmaLayout,
  frame: { readonly names: number; readonly width: number; readonly row: number },
): StemmaScale {
  const [left, right] = [frame.names + 20, frame.width - 16 - laneRoom(layout.descents)];
  return {
    x: (part) => left + part * (right - left),
    y: (index) => TOP + (index + 0.5) * frame.row,
    radius: RADIUS,
  };
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
  const { relation, probability, further } = descent;
  const d = further ? lanePath(descent, place) : branchPath(descent, place);
  return (
    <g
      class={`descent${lit ? '' : ' dim'}${further ? ' further' : ''}`}
      onMouseEnter={() => onSee(descent.copy.witness.siglum)}
    >
      <path d={d} class="hit" />
      <path
        d={d}
        class={`line ${relation}`}
        style={{ strokeWidth: `${(further ? 0.6 : 1) * (1 + 2.5 * probability)}px` }}
      />
      {further && <path d={arrowPath(descent, place)} class={`arrow ${relation}`} />}
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
      {traced && <circle cx={x} cy={y} r={RADIUS + 4} class="ring" />}
      <circle cx={x} cy={y} r={RADIUS} />
    </g>
  );
}

function describeDescents(layout: StemmaLayout, siglum: string): string {
  return layout.descents
    .filter(({ copy }) => copy.witness.siglum === siglum)
    .map(({ exemplar, relation }) => `, ${relation} from ${exemplar.witness.siglum}`)
    .join('');
}

function Legend({ layout }: { readonly layout: StemmaLayout }): JSX.Element {
  const relations = [...new Set(layout.descents.map(({ relation }) => relation))];
  return (
    <ul class="legend" aria-label="What the lines mean">
      {relations.map((relation) => (
        <li key={relation}>
          <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
            <line x1="0" x2="36" y1="4" y2="4" class={`line ${relation}`} />
          </svg>
          {relation}
        </li>
      ))}
      {layout.witnesses.some(({ witness }) => witness.lost) && (
        <li>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" class="dot lost">
            <circle cx="7" cy="7" r="6" />
          </svg>
          lost, inferred from its copies
        </li>
      )}
      <li>wider is more probable</li>
      {layout.ticks.length > 0 && (
        <li>{layout.stretched ? 'times in UTC, drawn out where copies crowd' : 'times in UTC'}</li>
      )}
    </ul>
  );
}

/** The element's width in CSS pixels, kept up to date. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(720);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
