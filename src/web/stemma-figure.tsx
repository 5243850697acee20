import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlacedDescent, PlacedWitness, StemmaLayout } from '../report/stemma-layout.js';
import { labelOf, shortMoment } from './format.js';

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
const TOP = 28;

/** A row each: names on the left, time to the right, lines from exemplar to copy. The rows are buttons; the lines lie behind them. */
export function StemmaFigure({ layout, traced, shown, pointed, picked, onSee, onPick }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const row = layout.rows > ROOMY ? 24 : 34;
  const names = Math.min(360, Math.max(150, width * 0.38));
  const height = TOP + layout.rows * row + 8;
  const place = scale(names, width, row);
  const kin = kinOf(layout, pointed);
  return (
    <div
      class="stemma-figure"
      ref={frame}
      style={{ '--row': `${row}px`, '--names': `${names}px`, '--top': `${TOP}px` }}
      onMouseLeave={() => onSee(undefined)}
    >
      <svg class="stemma-lines" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {layout.ticks.map(({ x, label }) => (
          <g key={x} class="tick">
            <line x1={place.x(x)} x2={place.x(x)} y1={TOP - 6} y2={height} />
            <text x={place.x(x)} y={TOP - 12} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
        {layout.descents.map((descent) => (
          <DescentLine
            key={`${descent.exemplar.witness.siglum}-${descent.copy.witness.siglum}`}
            descent={descent}
            place={place}
            lit={kin === undefined || kin.has(descent)}
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
            <>
              <span class="siglum">{witness.siglum}</span>
              <span class="row-name">{witness.lost ? 'lost' : labelOf(witness)}</span>
              <span class="row-time">
                {witness.published === undefined ? (witness.lost ? '' : 'no date') : shortMoment(witness.published)}
              </span>
            </>
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
      <Legend layout={layout} />
    </div>
  );
}

interface Scale {
  x(part: number): number;
  y(row: number): number;
}

function scale(names: number, width: number, row: number): Scale {
  const [left, right] = [names + 20, width - 24];
  return { x: (part) => left + part * Math.max(40, right - left), y: (index) => TOP + (index + 0.5) * row };
}

function DescentLine({
  descent,
  place,
  lit,
  onSee,
}: {
  readonly descent: PlacedDescent;
  readonly place: Scale;
  readonly lit: boolean;
  readonly onSee: (siglum: string) => void;
}): JSX.Element {
  const d = pathOf(descent, place);
  return (
    <g
      class={`descent${lit ? '' : ' dim'}${descent.further ? ' further' : ''}`}
      onMouseEnter={() => onSee(descent.copy.witness.siglum)}
    >
      <path d={d} class="hit" />
      <path
        d={d}
        class={`line ${descent.relation}`}
        style={{ strokeWidth: `${(descent.further ? 0.6 : 1) * (1 + 2.5 * descent.probability)}px` }}
      />
    </g>
  );
}

/** Down from the exemplar, then across to the copy; a copy dated before its exemplar is reached by a bow. */
function pathOf({ exemplar, copy, further }: PlacedDescent, place: Scale): string {
  const [x1, y1, x2, y2] = [place.x(exemplar.x), place.y(exemplar.row), place.x(copy.x), place.y(copy.row)];
  const down = y2 > y1 ? 1 : -1;
  const across = x2 - x1 >= 2 * RADIUS + 6;
  if (across && !further)
    return `M${x1} ${y1 + down * RADIUS}V${y2 - down * 8}Q${x1} ${y2} ${x1 + 8} ${y2}H${x2 - RADIUS}`;
  if (across) return `M${x1 + RADIUS} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2 - RADIUS} ${y2}`;
  const bow = Math.max(x1, x2) + 16;
  return `M${x1 + RADIUS} ${y1}C${bow + 6} ${y1} ${bow + 6} ${y2} ${x2 + RADIUS} ${y2}`;
}

function WitnessDot({
  placed,
  place,
  traced,
}: {
  readonly placed: PlacedWitness;
  readonly place: Scale;
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

function kinOf(layout: StemmaLayout, siglum: string | undefined): ReadonlySet<PlacedDescent> | undefined {
  if (siglum === undefined) return undefined;
  const kin = layout.descents.filter(
    ({ exemplar, copy }) => exemplar.witness.siglum === siglum || copy.witness.siglum === siglum,
  );
  return kin.length === 0 ? undefined : new Set(kin);
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
      {layout.ticks.length > 0 && <li>times in UTC</li>}
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
