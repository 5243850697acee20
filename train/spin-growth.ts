import { writeFileSync } from 'node:fs';
import { areaUnderCurve } from '../eval/area-under-curve.js';
import { mobySpinner } from '../eval/inspect-spinner.js';
import { humanTexts } from '../eval/inspect-texts.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { findSuspects } from '../src/spin/find-suspects.js';
import { judgePage } from '../src/spin/judge-page.js';
import type { SpinModel } from '../src/spin/spin-model.js';
import { mix, wordHash } from '../src/spin/word-hash.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { keptRuns, phraseCount } from './spin-assemble.js';
import { countStretch, countTable, countTexts, type Counts } from './spin-count.js';
import { spread } from './spin-spread.js';
import { buildRunTable } from './spin-table.js';
import { background, PRUNING, TABLE_BITS } from './spin.js';

/** One set of counts that was tried. */
export interface GrowthPoint {
  /** Words counted. */
  readonly words: number;
  /** Size of the table of collocations, megabytes. */
  readonly megabytes: number;
  /** Area under the curve, a tenth and a quarter of the words swapped. */
  readonly auc10: number;
  readonly auc25: number;
}

/** Counts of a share of the texts, drawn by their number. */
export function shareOf(counts: Counts, share: number, bits: number): Counts {
  const formOf = new Map([...counts.words.keys()].map((word) => [wordHash(word), word]));
  const words = new Map<string, number>();
  const runs = countTable(bits);
  const kept: number[] = [];
  let text = 0;
  let isKept = true;
  let tokens = 0;
  for (let i = 0; i < counts.stream.length;) {
    if (counts.stream[i] === 0 && counts.stream[i + 1] === 0) {
      text++;
      isKept = mix(text) / 2 ** 32 < share;
      if (isKept) kept.push(0);
    }
    let to = i + 1;
    while (to < counts.stream.length && counts.stream[to] !== 0) to++;
    if (isKept && to > i + 1) {
      for (let j = i; j < to; j++) kept.push(counts.stream[j] ?? 0);
      for (let j = i + 1; j < to; j++) {
        const form = formOf.get(counts.stream[j] ?? 0) ?? '#';
        words.set(form, (words.get(form) ?? 0) + 1);
      }
      tokens += to - i - 1;
      countStretch(runs, counts.stream, { from: i + 1, to, text });
    }
    i = to;
  }
  return { words, runs, tokens, stream: Uint32Array.from(kept) };
}

/**
 * The shipped model with only these counts instead of its own, tried on human and spun pages that it knows nothing of.
 * Vectors, substitutes and weights stay as they were fitted with the whole background.
 */
export function tryCounts(
  counts: Counts,
  { lexicon, shipped }: { readonly lexicon: Lexicon; readonly shipped: SpinModel },
): GrowthPoint {
  const runs = buildRunTable(keptRuns(counts, PRUNING));
  const model = {
    ...shipped,
    runs,
    total: counts.tokens,
    counts: Float32Array.from(shipped.words, (word) => phraseCount(counts, word)),
  };
  const spunBy = mobySpinner();
  const chance = (text: string): number =>
    judgePage(findSuspects(plainWitness(text, lexicon), { lexicon, model }), model).spun;
  const texts = humanTexts(MOST);
  const human = texts.map((text) => chance(text.text));
  const at = (percent: number): number =>
    areaUnderCurve(
      texts.map((text) => chance(spunBy(text.text, percent / 100, spread(`${text.id} ${percent}`)).text)),
      human,
    );
  return { words: counts.tokens, megabytes: (runs.prints.length * 1.5) / 1e6, auc10: at(10), auc25: at(25) };
}

/** Texts of one source that a point is tried on. */
const MOST = 25;

/** Counts the background, draws shares of it, and plots how the figures grow: `docs/background.svg`. */
export function plotGrowth(): void {
  const { lexicon, spinModel: shipped } = openKnowledge();
  const counts = countTexts(background(), TABLE_BITS);
  const points = SHARES.map((share) =>
    tryCounts(share === 1 ? counts : shareOf(counts, share, TABLE_BITS), { lexicon, shipped }),
  );
  drawGrowth(points, new URL('../docs/background.svg', import.meta.url));
}

/** Shares of the background that are tried. */
export const SHARES: readonly number[] = [0.03, 0.1, 0.3, 1];

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 250;

/** Draws the points: the background on a logarithmic axis, each with the size that it ships. */
export function drawGrowth(points: readonly GrowthPoint[], file: URL): void {
  const x = (words: number): number => LEFT + (Math.log10(words / 1e6) / Math.log10(50)) * (WIDTH - LEFT - 40);
  const least = Math.floor(Math.min(...points.map((point) => point.auc10)) * 20) / 20;
  const y = (value: number): number => BOTTOM - ((value - least) / (1 - least)) * (BOTTOM - 40);
  const line = (pick: (point: GrowthPoint) => number, colour: string): string =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => `${x(point.words).toFixed(1)},${y(pick(point)).toFixed(1)}`).join(' ')}"/>` +
    points
      .map(
        (point) =>
          `<circle cx="${x(point.words).toFixed(1)}" cy="${y(pick(point)).toFixed(1)}" r="4" fill="${colour}"><title>${(point.words / 1e6).toFixed(1)} million words, ${point.megabytes.toFixed(1)} MB: ${pick(point).toFixed(4)}</title></circle>`,
      )
      .join('');
  const marks = points
    .map(
      (point) =>
        `<text x="${x(point.words).toFixed(1)}" y="${BOTTOM + 18}" text-anchor="middle">${(point.words / 1e6).toFixed(1)} M</text><text x="${x(point.words).toFixed(1)}" y="${BOTTOM + 34}" text-anchor="middle" fill="#667">${point.megabytes.toFixed(1)} MB</text>`,
    )
    .join('');
  const steps = Array.from({ length: Math.round((1 - least) / 0.05) + 1 }, (_, i) => least + i * 0.05);
  const grid = steps
    .map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - 30}" y1="${y(value)}" y2="${y(value)}" stroke="#ccd"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value.toFixed(2)}</text>`,
    )
    .join('');
  const legend = `<text x="${LEFT}" y="20">Spun pages told from human ones (area under the curve): <tspan fill="#0a58ca">25 % of words swapped</tspan>, <tspan fill="#b3411a">10 %</tspan></text>`;
  const axis = `<text x="${WIDTH / 2}" y="${HEIGHT - 4}" text-anchor="middle">words of background counted; below them the size of the table of collocations</text>`;
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Figures against the size of the background"><rect width="100%" height="100%" fill="#fff"/>${grid}${legend}${line((point) => point.auc25, '#0a58ca')}${line((point) => point.auc10, '#b3411a')}${marks}${axis}</svg>\n`,
  );
}
