import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { humanTexts } from '../eval/inspect-texts.js';
import { mobySpinner } from '../eval/inspect-spinner.js';
import { areaUnderCurve } from '../eval/area-under-curve.js';
import { readData } from '../src/knowledge/knowledge.js';
import { readLexicon } from '../src/knowledge/read-lexicon.js';
import { findSuspects } from '../src/spin/find-suspects.js';
import { judgePage } from '../src/spin/judge-page.js';
import { readSpinModel, type SpinModel } from '../src/spin/spin-model.js';
import { mix, wordHash } from '../src/spin/word-hash.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import { assemble, phraseCount, type Pruning } from './spin-assemble.js';
import { countStretch, CountTable, type Counts } from './spin-count.js';
import { FIRST_WEIGHTS, learnWeights } from './spin-learn.js';
import { gatherSubstitutes } from './spin-lexicon.js';
import { machines, sampleTexts } from './spin-samples.js';
import { spread } from './spin-spread.js';
import { learnVectors } from './spin-vectors.js';

/** One model that was built and tried. */
export interface GrowthPoint {
  /** Words counted. */
  readonly words: number;
  /** Size shipped, megabytes. */
  readonly megabytes: number;
  /** Area under the curve, a tenth and a quarter of the words swapped. */
  readonly auc10: number;
  readonly auc25: number;
}

/** Counts of a share of the texts, drawn by their number. */
export function shareOf(counts: Counts, share: number, bits: number): Counts {
  const formOf = new Map([...counts.words.keys()].map((word) => [wordHash(word), word]));
  const words = new Map<string, number>();
  const runs = new CountTable(bits);
  const kept: number[] = [];
  let text = 0;
  let isKept = true;
  let tokens = 0;
  for (let i = 0; i < counts.stream.length; ) {
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

/** Builds a model from counts and tries it on human and spun pages that it knows nothing of. */
export function tryModel(counts: Counts, pruning: Pruning): GrowthPoint {
  const lexicon = readLexicon(readData('lexicon.tsv.gz'));
  const substitutes = gatherSubstitutes((phrase) => phraseCount(counts, phrase));
  const make = assemble(counts, learnVectors(counts.words, counts.stream), { substitutes, pruning });
  const weights = learnWeights(sampleTexts('tune', 20), machines(substitutes), { lexicon, model: readSpinModel(make(FIRST_WEIGHTS)) });
  const bytes = make(weights);
  const model: SpinModel = readSpinModel(bytes);
  const spunBy = mobySpinner();
  const chance = (text: string): number => judgePage(findSuspects(plainWitness(text, lexicon), { lexicon, model }), model).spun;
  const texts = humanTexts(40);
  const human = texts.map((text) => chance(text.text));
  const at = (percent: number): number => areaUnderCurve(texts.map((text) => chance(spunBy(text.text, percent / 100, spread(`${text.id} ${percent}`)).text)), human);
  return { words: counts.tokens, megabytes: gzipSync(bytes).length / 1e6, auc10: at(10), auc25: at(25) };
}

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
    points.map((point) => `<circle cx="${x(point.words).toFixed(1)}" cy="${y(pick(point)).toFixed(1)}" r="4" fill="${colour}"><title>${(point.words / 1e6).toFixed(1)} million words, ${point.megabytes.toFixed(1)} MB: ${pick(point).toFixed(4)}</title></circle>`).join('');
  const marks = points.map((point) => `<text x="${x(point.words).toFixed(1)}" y="${BOTTOM + 18}" text-anchor="middle">${(point.words / 1e6).toFixed(1)} M</text><text x="${x(point.words).toFixed(1)}" y="${BOTTOM + 34}" text-anchor="middle" fill="#667">${point.megabytes.toFixed(1)} MB</text>`).join('');
  const steps = Array.from({ length: Math.round((1 - least) / 0.05) + 1 }, (_, i) => least + i * 0.05);
  const grid = steps.map((value) => `<line x1="${LEFT}" x2="${WIDTH - 30}" y1="${y(value)}" y2="${y(value)}" stroke="#ccd"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value.toFixed(2)}</text>`).join('');
  const legend = `<text x="${LEFT}" y="20">Spun pages told from human ones (area under the curve): <tspan fill="#0a58ca">25 % of words swapped</tspan>, <tspan fill="#b3411a">10 %</tspan></text>`;
  const axis = `<text x="${WIDTH / 2}" y="${HEIGHT - 4}" text-anchor="middle">words of background counted; below them what the package ships</text>`;
  writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Figures against the size of the background"><rect width="100%" height="100%" fill="#fff"/>${grid}${legend}${line((point) => point.auc25, '#0a58ca')}${line((point) => point.auc10, '#b3411a')}${marks}${axis}</svg>\n`);
}
