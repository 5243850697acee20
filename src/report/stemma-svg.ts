import type { Relation } from '../collation/collation.js';
import type { Stemma } from '../stemma/stemma.js';
import { escapeMarkup } from './escape.js';
import type { PlacedDescent, PlacedWitness, StemmaLayout } from './placed-stemma.js';
import { momentOf, percentOf, shorten, shortMoment, tieOf } from './plain-words.js';
import { layOutStemma } from './stemma-layout.js';
import {
  arrowPath,
  branchPath,
  descentsThrough,
  lanePath,
  laneRoom,
  ticksApart,
  trunkPath,
  type StemmaScale,
} from './stemma-routes.js';

/**
 * The stemma as one SVG: a row a witness, time from left to right, lost ancestors hollow, the traced page ringed. A grey trunk
 * runs down from each exemplar; the line from it to a copy is the wider the more probable, its dashes by relation. Further
 * exemplars' thin lines run in lanes on the right. Titles hold the evidence; what is pointed at keeps its way to its root, and
 * the rest steps back. Colours are the page's: `currentColor` and the theme's properties.
 */
export function stemmaSvg(stemma: Stemma, traced?: string): string {
  const layout = layOutStemma(stemma);
  const height = TOP + layout.rows * ROW + 8;
  const legend = legendOf(layout);
  const scale = scaleOf(layout);
  const ways = waysOf(layout);
  const body = [
    `<style>${pointingCss(layout)}</style>`,
    axis(layout, scale, height),
    ...layout.descents.map((descent) => trunkSvg(descent, scale, ways.get(descent) ?? [])),
    ...layout.descents.map((descent) => descentSvg(descent, scale, ways.get(descent) ?? [])),
    ...layout.witnesses.map((placed) => witnessSvg(placed, scale, placed.witness.siglum === traced)),
    legend === '' ? '' : `<g transform="translate(0 ${height + 12})">${legend}</g>`,
  ];
  const total = height + (legend === '' ? 0 : 40);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="stemma-svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" role="group" aria-label="${escapeMarkup(summaryOf(stemma))}" font-family="var(--sans, system-ui, sans-serif)" font-size="13" fill="currentColor">${body.join('')}</svg>`;
}

/** By descent the rows of the witnesses whose way to a root it lies on. */
function waysOf({ witnesses, descents }: StemmaLayout): ReadonlyMap<PlacedDescent, readonly number[]> {
  const ways = new Map<PlacedDescent, number[]>();
  for (const { witness, row } of witnesses)
    for (const descent of descentsThrough(descents, witness.siglum))
      ways.set(descent, [...(ways.get(descent) ?? []), row]);
  return ways;
}

/** What isn't on the way of the witness that is pointed at steps back. A rule each, as the file has no script. */
function pointingCss({ witnesses }: StemmaLayout): string {
  const rules = witnesses.map(
    ({ row }) =>
      `.stemma-svg:has(.at-${row}:is(:hover,:focus-visible)) :is(.descent,.trunk):not(.way-${row}){opacity:.12}`,
  );
  return `.stemma-svg :focus-visible{outline:2px solid currentColor;outline-offset:1px}${rules.join('')}`;
}

/** How a descent's line is dashed. */
const DASHES: Readonly<Record<Relation, string>> = {
  verbatim: '',
  spun: '7 4',
  rewritten: '2 4',
  partial: '11 4 2 4',
  independent: '1 6',
  unrelated: '1 6',
};

const COLOURS: Readonly<Partial<Record<Relation, string>>> = {
  verbatim: 'var(--name, #2b62b8)',
  spun: 'var(--accent, #b03a48)',
  rewritten: 'var(--quote, #9a3d90)',
  partial: 'var(--fact, #1b7a85)',
};

const WIDTH = 960;
const NAMES = 320;
/** Room of a name in front of the moment beside it, in letters. */
const LETTERS = 26;
const RIGHT = 24;
const TOP = 30;
const ROW = 28;
const RADIUS = 7;
/** Room of a tick's label. */
const TICK = 48;

function scaleOf(layout: StemmaLayout): StemmaScale {
  const left = NAMES + RADIUS;
  const right = WIDTH - RIGHT - RADIUS - laneRoom(layout.descents);
  return { x: (part) => left + part * (right - left), y: (row) => TOP + row * ROW + ROW / 2, radius: RADIUS };
}

function axis(layout: StemmaLayout, { x }: StemmaScale, height: number): string {
  const bands = layout.witnesses
    .filter(({ row }) => row % 2 === 1)
    .map(({ row }) => `<rect x="0" y="${TOP + row * ROW}" width="${WIDTH}" height="${ROW}" opacity=".04"/>`);
  const ticks = ticksApart(layout.ticks, x, TICK).map((tick) => {
    const at = round(x(tick.x));
    return `<line x1="${at}" y1="${TOP - 6}" x2="${at}" y2="${height}" stroke="currentColor" opacity=".18"/><text x="${at}" y="${TOP - 12}" text-anchor="middle" font-size="11" opacity=".75">${tick.label}</text>`;
  });
  const utc =
    layout.ticks.length > 0
      ? `<text x="${NAMES - 12}" y="${TOP - 12}" text-anchor="end" font-size="11" opacity=".75">UTC</text>`
      : '';
  return `<g class="axis">${bands.join('')}${ticks.join('')}${utc}</g>`;
}

function witnessSvg(placed: PlacedWitness, scale: StemmaScale, traced: boolean): string {
  const { witness, row } = placed;
  const [x, y] = [round(scale.x(placed.x)), scale.y(row)];
  const name = witness.lost ? 'lost' : (witness.outlet ?? witness.title ?? witness.url ?? witness.id ?? '');
  const { shown } = placed;
  const date = shown === undefined ? (witness.lost ? '' : 'no date') : shortMoment(shown);
  const full = [
    witness.siglum,
    traced ? 'The traced page.' : undefined,
    witness.title,
    witness.outlet,
    witness.published === undefined ? undefined : momentOf(witness.published),
    shown === undefined || shown === witness.published ? undefined : `Changed ${momentOf(shown)}`,
    witness.lost ? 'Nobody kept it: inferred from what its copies share.' : witness.url,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
  const ring = traced
    ? 'stroke="var(--accent, currentColor)" stroke-width="3"'
    : 'stroke="currentColor" stroke-width="1.5"';
  const circle = `<circle cx="${x}" cy="${y}" r="${RADIUS}" ${ring} ${witness.lost ? 'stroke-dasharray="3 2" ' : ''}style="fill: var(--sheet, Canvas)"/>`;
  const dot = witness.lost
    ? ''
    : `<circle cx="${x}" cy="${y}" r="${RADIUS - 3}" opacity="${placed.dated && placed.span === undefined ? 1 : 0.45}"/>`;
  const day =
    placed.span === undefined
      ? ''
      : `<line class="day" x1="${round(scale.x(placed.span[0]))}" y1="${y}" x2="${round(scale.x(placed.span[1]))}" y2="${y}" stroke="currentColor" stroke-width="${RADIUS}" stroke-linecap="round" opacity=".16"/>`;
  const indent = Math.min(8, placed.depth) * 10;
  const label = `<text x="${8 + indent}" y="${y + 4}"><tspan font-weight="700">${witness.siglum}</tspan> <tspan ${witness.lost ? 'font-style="italic"' : traced ? 'font-weight="700" style="fill: var(--accent, currentColor)"' : ''}>${escapeMarkup(shorten(name, LETTERS - indent / 8))}</tspan></text>`;
  const aside = `<text x="${NAMES - 12}" y="${y + 4}" text-anchor="end" font-size="11" opacity=".75">${escapeMarkup(date)}</text>`;
  const hit = `<rect x="0" y="${TOP + row * ROW}" width="${NAMES - 8}" height="${ROW}" fill="transparent"/>`;
  return `<g class="witness${witness.lost ? ' lost' : ''} at-${row}" data-siglum="${witness.siglum}"><title>${escapeMarkup(full)}</title>${hit}${label}${aside}${day}${circle}${dot}</g>`;
}

function trunkSvg(descent: PlacedDescent, scale: StemmaScale, way: readonly number[]): string {
  return descent.further ? '' : `<path class="trunk ${waysIn(way)}" d="${trunkPath(descent, scale)}" ${TRUNK}/>`;
}

function waysIn(rows: readonly number[]): string {
  return rows.map((row) => `way-${row}`).join(' ');
}

function descentSvg(descent: PlacedDescent, scale: StemmaScale, way: readonly number[]): string {
  const { relation, probability, further, exemplar, copy } = descent;
  const title = escapeMarkup(evidenceOf(descent));
  const width = round((further ? 0.5 : 1) * (1 + 3 * probability));
  const dash = DASHES[relation] === '' ? '' : ` stroke-dasharray="${DASHES[relation]}"`;
  const colour = COLOURS[relation] ?? 'currentColor';
  const path = further ? lanePath(descent, scale) : branchPath(descent, scale);
  const arrow = further ? `<path d="${arrowPath(descent, scale)}" style="fill: ${colour}"/>` : '';
  const hit = `<path d="${path}" fill="none" stroke="transparent" stroke-width="14" pointer-events="stroke"/>`;
  const line = `<path d="${path}" fill="none" style="stroke: ${colour}" stroke-width="${width}"${dash}/>`;
  const classes = ['descent', relation, `at-${copy.row}`, waysIn(way)].join(' ');
  return `<g class="${classes}" tabindex="0" role="img" aria-label="${title}" data-copy="${copy.witness.siglum}" data-exemplar="${exemplar.witness.siglum}"><title>${title}</title>${hit}${line}${arrow}</g>`;
}

/** All of an exemplar's copies share its trunk, so that it is of no relation's colour. */
const TRUNK = 'fill="none" style="stroke: var(--soft, #777)" stroke-width="1.5"';

function evidenceOf(descent: PlacedDescent): string {
  const { exemplar, copy, probability, grounds, further } = descent;
  const name = ({ witness }: PlacedWitness): string =>
    `${witness.siglum}${witness.outlet === undefined ? '' : ` (${witness.outlet})`}`;
  const head = `${name(copy)} from ${name(exemplar)}: ${further ? 'a further exemplar, ' : ''}${tieOf(descent)}, ${percentOf(probability)}`;
  return [head, ...grounds.map((ground) => `– ${ground.text}`)].join('\n');
}

function legendOf(layout: StemmaLayout): string {
  const relations = [...new Set(layout.descents.map(({ relation }) => relation))];
  if (relations.length === 0) return '';
  const entries = relations.map((relation, i) => {
    const dash = DASHES[relation] === '' ? '' : ` stroke-dasharray="${DASHES[relation]}"`;
    return `<g transform="translate(${8 + i * 130} 0)"><path d="M0 0H40" stroke-width="3" style="stroke: ${COLOURS[relation] ?? 'currentColor'}"${dash}/><text x="48" y="4">${relation}</text></g>`;
  });
  const at = 8 + relations.length * 130;
  const lost = layout.witnesses.some(({ witness }) => witness.lost)
    ? `<g transform="translate(${at} 0)"><circle cx="8" cy="0" r="7" fill="none" stroke="currentColor" stroke-dasharray="3 2"/><text x="22" y="4">lost</text></g>`
    : '';
  const width = `<text x="${WIDTH - RIGHT}" y="4" text-anchor="end" opacity=".75">wider: more probable</text>`;
  return `<g class="legend" font-size="12">${entries.join('')}${lost}${width}</g>`;
}

function summaryOf(stemma: Stemma): string {
  const lost = stemma.witnesses.filter((witness) => witness.lost).length;
  const copies = new Set(stemma.descents.map((descent) => descent.copy)).size;
  return `Stemma of ${stemma.witnesses.length - lost} pages, ${copies} copied, ${lost} lost ancestors`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
