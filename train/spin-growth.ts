import { writeFileSync } from 'node:fs';
import { areaUnderCurve } from '../eval/area-under-curve.js';
import { mobySpinner } from '../eval/inspect-spinner.js';
import { humanTexts } from '../eval/inspect-texts.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { judgePage } from '../src/spin/judge-page.js';
import { mix, wordHash } from '../src/spin/word-hash.js';
import { keptRuns, phraseCount, type Pruning } from './spin-assemble.js';
import { countStretch, countTable, countTexts, type Counts } from './spin-count.js';
import { drawGrowth, type GrowthPoint } from './spin-growth-plot.js';
import type { Knowing } from './knowing.js';
import { labelPage, type LabelledPage } from './spin-learn.js';
import { spread } from './spin-spread.js';
import { buildRunTable } from './spin-table.js';
import type { SourceText } from './spin-texts.js';
import { background, PRUNING, TABLE_BITS } from './spin.js';

/** Counts of a share of the texts, drawn by their number. */
function shareOf(counts: Counts, share: number, bits: number): Counts {
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
function tryCounts(counts: Counts, pruning: Pruning, { lexicon, model: shipped }: Knowing): GrowthPoint {
  const runs = buildRunTable(keptRuns(counts, pruning));
  const model = {
    ...shipped,
    runs,
    total: counts.tokens,
    counts: Float32Array.from(shipped.words, (word) => phraseCount(counts, word)),
  };
  const spunBy = mobySpinner();
  const label = (text: SourceText, percent: number): LabelledPage => {
    const spun = percent === 0 ? undefined : spunBy(text.text, percent / 100, spread(`${text.id} ${percent}`));
    return labelPage(text, spun, percent / 100, { lexicon, model });
  };
  const texts = humanTexts(MOST);
  const human = texts.map((text) => judgePage(label(text, 0).look, model).spun);
  const tenth = texts.map((text) => judgePage(label(text, 10).look, model).spun);
  const quarter = texts.map((text) => label(text, 25)).map((page) => ({ page, judged: judgePage(page.look, model) }));
  const chances = (swapped: number): number[] =>
    quarter.flatMap(({ page, judged }) => judged.words.filter((_, i) => page.swapped[i] === swapped));
  return {
    words: counts.tokens,
    megabytes: (runs.prints.length * 1.5) / 1e6,
    pages10: areaUnderCurve(tenth, human),
    pages25: areaUnderCurve(
      quarter.map(({ judged }) => judged.spun),
      human,
    ),
    words25: areaUnderCurve(chances(1), chances(0)),
  };
}

/** Texts of one source that a point is tried on. */
const MOST = 25;

/** Shares of the background that are tried, each cut as the shipped table is. */
const SHARES: readonly number[] = [0.03, 0.1, 0.3, 1];
/** Cuts of the whole background that are tried, from what a fifth of the size would do to what three times the size would. */
const CUTS: readonly Pruning['texts'][] = [[10, 15, 10], [4, 6, 4], PRUNING.texts, [2, 2, 2], [1, 2, 1]];

/** Counts the background, tries shares of it and cuts of the table, and plots how the figures grow: `docs/background.svg`. */
export function plotGrowth(): void {
  const { lexicon, spinModel: model } = openKnowledge();
  const counts = countTexts(background(), TABLE_BITS);
  const told = (point: GrowthPoint): GrowthPoint => (console.log(JSON.stringify(point)), point);
  const cut = CUTS.map((texts) => told(tryCounts(counts, { texts }, { lexicon, model })));
  const shipped = cut[CUTS.indexOf(PRUNING.texts)];
  const grown = SHARES.map((share) =>
    share === 1 && shipped ? shipped : told(tryCounts(shareOf(counts, share, TABLE_BITS), PRUNING, { lexicon, model })),
  );
  writeFileSync(new URL('../docs/background.svg', import.meta.url), drawGrowth(grown, cut));
}
