import type { Relation } from '../collation/collation.js';
import type { Stemma } from '../stemma/stemma.js';
import { escapeMarkup } from './escape.js';
import { dayOf, momentOf, percentOf, shorten } from './plain-words.js';
import { layOutStemma, type PlacedDescent, type PlacedWitness, type StemmaLayout } from './stemma-layout.js';

/**
 * The stemma as one SVG: a row a witness, time from left to right, lost ancestors hollow, the traced page ringed. A descent is drawn from
 * exemplar to copy, the wider the more probable, its dashes by relation, thin and pale where it is a further exemplar;
 * its title, on hover or focus, holds the evidence. Colours are the page's: `currentColor` and the theme's properties.
 */
export function stemmaSvg(stemma: Stemma, traced?: string): string {
  const layout = layOutStemma(stemma);
  const height = TOP + layout.rows * ROW + 8;
  const legend = legendOf(layout);
  const body = [
    axis(layout, height),
    ...layout.descents.map(descentSvg),
    ...layout.witnesses.map((placed) => witnessSvg(placed, placed.witness.siglum === traced)),
    legend === '' ? '' : `<g transform="translate(0 ${height + 12})">${legend}</g>`,
  ];
  const total = height + (legend === '' ? 0 : 40);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="stemma-svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" role="group" aria-label="${escapeMarkup(summaryOf(stemma))}" font-family="var(--sans, system-ui, sans-serif)" font-size="13" fill="currentColor">${body.join('')}</svg>`;
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
const NAMES = 300;
const RIGHT = 24;
const TOP = 30;
const ROW = 28;
const RADIUS = 9;

function xOf(placed: PlacedWitness): number {
  return round(NAMES + RADIUS + placed.x * (WIDTH - NAMES - RIGHT - 2 * RADIUS));
}

function yOf(placed: PlacedWitness): number {
  return TOP + placed.row * ROW + ROW / 2;
}

function axis(layout: StemmaLayout, height: number): string {
  const bands = layout.witnesses
    .filter(({ row }) => row % 2 === 1)
    .map(({ row }) => `<rect x="0" y="${TOP + row * ROW}" width="${WIDTH}" height="${ROW}" opacity=".04"/>`);
  const ticks = layout.ticks.map(({ x, label }) => {
    const at = round(NAMES + RADIUS + x * (WIDTH - NAMES - RIGHT - 2 * RADIUS));
    return `<line x1="${at}" y1="${TOP - 6}" x2="${at}" y2="${height}" stroke="currentColor" opacity=".18"/><text x="${at}" y="${TOP - 12}" text-anchor="middle" font-size="11" opacity=".75">${label}</text>`;
  });
  const utc =
    layout.ticks.length > 0
      ? `<text x="${NAMES - 12}" y="${TOP - 12}" text-anchor="end" font-size="11" opacity=".75">UTC</text>`
      : '';
  return `<g class="axis">${bands.join('')}${ticks.join('')}${utc}</g>`;
}

function witnessSvg(placed: PlacedWitness, traced: boolean): string {
  const { witness } = placed;
  const [x, y] = [xOf(placed), yOf(placed)];
  const name = witness.lost ? 'lost' : (witness.outlet ?? witness.title ?? witness.url ?? witness.id ?? '');
  const date = witness.published === undefined ? (witness.lost ? '' : 'no date') : dayOf(witness.published);
  const full = [
    witness.siglum,
    traced ? 'The traced page.' : undefined,
    witness.title,
    witness.outlet,
    witness.published === undefined ? undefined : momentOf(witness.published),
    witness.lost ? 'Nobody kept it: inferred from what its copies share.' : witness.url,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
  const circle = `<circle cx="${x}" cy="${y}" r="${RADIUS}" stroke="${traced ? 'var(--accent, currentColor)' : 'currentColor'}" stroke-width="${traced ? 3 : 1.5}" ${witness.lost ? 'stroke-dasharray="3 2" style="fill: var(--sheet, Canvas)"' : 'style="fill: var(--sheet, Canvas)"'}/>`;
  const dot = witness.lost
    ? ''
    : `<circle cx="${x}" cy="${y}" r="${RADIUS - 3.5}" opacity="${placed.dated ? 1 : 0.45}"/>`;
  const indent = Math.min(8, placed.depth) * 10;
  const label = `<text x="${8 + indent}" y="${y + 4}"><tspan font-weight="700">${witness.siglum}</tspan> <tspan ${witness.lost ? 'font-style="italic"' : traced ? 'font-weight="700" style="fill: var(--accent, currentColor)"' : ''}>${escapeMarkup(shorten(name, 26 - indent / 10))}</tspan></text>`;
  const aside = `<text x="${NAMES - 12}" y="${y + 4}" text-anchor="end" font-size="11" opacity=".75">${escapeMarkup(date)}</text>`;
  return `<g class="witness${witness.lost ? ' lost' : ''}" data-siglum="${witness.siglum}"><title>${escapeMarkup(full)}</title>${label}${aside}${circle}${dot}</g>`;
}

function descentSvg(descent: PlacedDescent): string {
  const { relation, probability, further } = descent;
  const title = escapeMarkup(evidenceOf(descent));
  const path = pathOf(descent);
  const width = round((further ? 0.5 : 1) * (1 + 3 * probability));
  const dash = DASHES[relation] === '' ? '' : ` stroke-dasharray="${DASHES[relation]}"`;
  const stroke = `fill="none" stroke-linecap="butt" style="stroke: ${COLOURS[relation] ?? 'currentColor'}"`;
  return `<g class="descent ${relation}" tabindex="0" role="img" aria-label="${title}" data-copy="${descent.copy.witness.siglum}" data-exemplar="${descent.exemplar.witness.siglum}"><title>${title}</title><path d="${path}" fill="none" stroke="transparent" stroke-width="14" pointer-events="stroke"/><path d="${path}" ${stroke} stroke-width="${width}"${dash}${further ? ' opacity=".6"' : ''}/></g>`;
}

/** Down from the exemplar, then across to the copy; a copy dated before its exemplar is reached by a bow. */
function pathOf({ exemplar, copy, further }: PlacedDescent): string {
  const [x1, y1, x2, y2] = [xOf(exemplar), yOf(exemplar), xOf(copy), yOf(copy)];
  const down = y2 > y1 ? 1 : -1;
  const edge = y1 + down * RADIUS;
  if (!further && x2 - x1 >= 2 * RADIUS)
    return `M${x1} ${edge}V${y2 - down * 8}Q${x1} ${y2} ${x1 + 8} ${y2}H${x2 - RADIUS}`;
  const bow = Math.max(x1, x2) + 14;
  if (further && x2 - x1 >= 2 * RADIUS)
    return `M${x1 + RADIUS} ${y1}C${round((x1 + x2) / 2)} ${y1} ${round((x1 + x2) / 2)} ${y2} ${x2 - RADIUS} ${y2}`;
  return `M${x1 + RADIUS} ${y1}C${bow + 8} ${y1} ${bow + 8} ${y2} ${x2 + RADIUS} ${y2}`;
}

function evidenceOf({ exemplar, copy, relation, probability, grounds, further }: PlacedDescent): string {
  const name = ({ witness }: PlacedWitness): string =>
    `${witness.siglum}${witness.outlet === undefined ? '' : ` (${witness.outlet})`}`;
  const head = `${name(copy)} from ${name(exemplar)}: ${further ? 'a further exemplar, ' : ''}${relation}, ${percentOf(probability)}`;
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
