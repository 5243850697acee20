import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PlacedWitness, StemmaLayout } from '../report/placed-stemma.js';
import { listOf, shortMoment } from '../report/plain-words.js';
import { laneRoom, type StemmaScale } from '../report/stemma-routes.js';
import { deepestOf } from '../report/stemma-tree.js';
import { labelOf } from './format.js';
import { kinshipOf } from './kinship-tag.js';
import { stemmaByDepth } from './stemma-by-depth.js';
import { StemmaLegend } from './stemma-legend.js';
import { StemmaLines } from './stemma-lines.js';
import { useWidth } from './use-width.js';

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

/** The drawing's measures in CSS pixels. `names` is the column of the names in a drawing along time; in one by depth they follow the lines. */
interface Frame {
  readonly byDepth: boolean;
  readonly width: number;
  readonly names: number;
  readonly row: number;
  readonly top: number;
}

/** Rows that are drawn at full height; more are drawn closer. */
const ROOMY = 60;
const RADIUS = 6;
/** Below this width time has no room beside the names: lines of a family of 40 need some 12 pixels from page to page. */
const NARROW = 540;
/** From exemplar to copy in a drawing by depth, and what all steps together may take. */
const STEP = 18;
const STEPS = 96;
const TOP = 28;

/** A row each: names, and lines from exemplar to copy; time runs to the right where there is room. The rows are buttons; the lines take no clicks. */
export function StemmaFigure({ layout, traced, shown, pointed, picked, onSee, onPick }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const frame = frameOf(layout, useWidth(box));
  const drawn = frame.byDepth ? stemmaByDepth(layout) : layout;
  const place = scaleOf(drawn, frame);
  const sizes = { '--row': `${frame.row}px`, '--names': `${frame.names}px`, '--top': `${frame.top}px` };
  return (
    <div class="stemma-figure" ref={box} onMouseLeave={() => onSee(undefined)}>
      <div class={frame.byDepth ? 'stemma-drawing by-depth' : 'stemma-drawing'} style={sizes}>
        <StemmaLines
          layout={drawn}
          place={place}
          size={{ width: frame.width, height: frame.top + layout.rows * frame.row + 8, top: frame.top }}
          traced={traced}
          pointed={pointed}
          onSee={onSee}
        />
        <ol class="stemma-rows" aria-label="Pages, copies below what they were copied from">
          {drawn.witnesses.map((placed) => {
            const { siglum, lost } = placed.witness;
            const classes = ['stemma-row', lost && 'lost', siglum === traced && 'traced', siglum === shown && 'shown'];
            const indent = frame.byDepth
              ? `${place.x(placed.x) + RADIUS + 8}px`
              : `${Math.min(placed.depth, 6) * 12 + 4}px`;
            return (
              <li key={siglum} style={{ '--indent': indent }} onMouseEnter={() => onSee(siglum)}>
                <button
                  type="button"
                  class={classes.filter(Boolean).join(' ')}
                  aria-pressed={picked === siglum}
                  aria-disabled={lost}
                  onFocus={() => onSee(siglum)}
                  onClick={() => !lost && onPick(siglum)}
                >
                  <RowLabel placed={placed} layout={layout} told={frame.byDepth} />
                  {siglum === traced && <span class="visually-hidden">, the traced page</span>}
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <StemmaLegend layout={drawn} />
    </div>
  );
}

function frameOf(layout: StemmaLayout, room: number): Frame {
  const byDepth = room < NARROW;
  return {
    byDepth,
    width: room,
    names: byDepth ? room : Math.min(360, Math.max(150, room * 0.38)),
    row: byDepth ? 52 : layout.rows > ROOMY ? 24 : 34,
    top: layout.ticks.length === 0 || byDepth ? 4 : TOP,
  };
}

/** The drawing's measures; the first row begins below the axis. */
function scaleOf(layout: StemmaLayout, { byDepth, names, width, row, top }: Frame): StemmaScale {
  const [left, right] = byDepth
    ? [RADIUS + 5, RADIUS + 5 + Math.min(STEPS, STEP * deepestOf(layout.witnesses))]
    : [names + 20, width - 16 - laneRoom(layout.descents)];
  return {
    x: (part) => left + part * (right - left),
    y: (index) => top + (index + 0.5) * row,
    radius: RADIUS,
  };
}

/** A page's name and time; what it was copied from in words too, for those who don't see the lines, or `told` to all. */
function RowLabel({
  placed: { witness },
  layout,
  told,
}: {
  readonly placed: PlacedWitness;
  readonly layout: StemmaLayout;
  readonly told: boolean;
}): JSX.Element {
  const from = descentWords(layout, witness.siglum);
  const time = witness.published === undefined ? (witness.lost ? '' : 'no date') : shortMoment(witness.published);
  return (
    <span class="row-label">
      <span class="siglum">{witness.siglum}</span>
      <span class="row-name">{witness.lost ? 'lost' : labelOf(witness)}</span>
      <span class="row-time">{told ? [from, time].filter((words) => words !== '').join(' · ') : time}</span>
      {!told && from !== '' && <span class="visually-hidden">, {from}</span>}
    </span>
  );
}

/** "spun from A and B, partial from C". */
function descentWords(layout: StemmaLayout, siglum: string): string {
  const exemplars = new Map<string, string[]>();
  for (const descent of layout.descents) {
    if (descent.copy.witness.siglum !== siglum) continue;
    const kinship = kinshipOf(descent);
    exemplars.set(kinship, [...(exemplars.get(kinship) ?? []), descent.exemplar.witness.siglum]);
  }
  return [...exemplars]
    .map(([kinship, sigla]) => `${kinship} ${kinship === 'version' ? 'of' : 'from'} ${listOf(sigla)}`)
    .join(', ');
}
