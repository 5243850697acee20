import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { inspect } from '../src/spin/inspect.js';
import type { Inspection } from '../src/spin/inspection.js';
import { sourcesOf } from '../src/spin/spinners-variant.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Spun } from '../src/testing/edits.js';
import { isTrainingPhrase, phraseWords, type TorturedPhrase } from '../train/spin-phrases.js';
import { spread } from '../train/spin-spread.js';
import type { SourceText } from '../train/spin-texts.js';
import { areaUnderCurve } from './area-under-curve.js';
import { dataRows } from './data.js';
import { mobySpinner } from './inspect-spinner.js';
import { SEED_SWAPS } from './inspect-seed.js';
import { farTexts, humanTexts, missingData } from './inspect-texts.js';
import type { Figure, Measure } from './measure.js';

/** Is this wording a person's? Pages spun with a thesaurus that the lexicon doesn't know, against human pages of all sources. */
export const measure: Measure = {
  name: 'inspect',
  run: () => Promise.resolve(missingData() ?? [...pageFigures(), ...phraseFigures(), ...seedFigures()]),
};

/** Human texts of one source: 60 keep the measure under a minute and a half. */
const MOST = 60;
const SEED = fileURLToPath(new URL('../../shared/seed/000_786b993405d95e9c.txt', import.meta.url));

const knowledge = openKnowledge();

function look(text: string): Inspection {
  return inspect(plainWitness(text, knowledge.lexicon), { lexicon: knowledge.lexicon, model: knowledge.spinModel });
}

function pageFigures(): Figure[] {
  const spinner = mobySpinner();
  const texts = humanTexts(MOST);
  const human = texts.map((text) => look(text.text).spun);
  const far = farTexts().map((text) => look(text.text).spun);
  const pooled = [...human, ...far].sort((a, b) => b - a);
  const threshold = pooled[Math.floor(pooled.length / 100)] ?? 1;
  const figures: Figure[] = [];
  const bars = new Map([
    [10, 0.97],
    [25, 0.995],
    [40, 0.999],
  ]);
  for (const [percent, bar] of bars) {
    const pages = texts.map((text) => ({
      text,
      spun: spinner(text.text, percent / 100, spread(`${text.id} ${percent}`)),
    }));
    const looked = pages.map(({ spun }) => look(spun.text));
    const scores = looked.map((one) => one.spun);
    figures.push({
      name: `inspect.auc-${percent}`,
      value: areaUnderCurve(scores, pooled),
      bar,
      margin: 0.005,
      note: `${scores.length} spun, ${pooled.length} human`,
    });
    if (percent !== 25) continue;
    figures.push({
      name: 'inspect.caught-at-1-percent',
      value: share(scores, (score) => score > threshold),
      bar: 0.95,
      margin: 0.02,
      note: `threshold ${threshold.toFixed(3)}`,
    });
    figures.push({
      name: 'inspect.far-flagged',
      value: share(far, (score) => score > threshold),
      bar: 0.03,
      lowerIsBetter: true,
      margin: 0.02,
      note: `${far.length} short answers`,
    });
    figures.push(...wordFigures(pages, looked));
  }
  return figures;
}

/** Swapped words among the shown spans, and what stood there among their suggestions. */
function wordFigures(
  pages: readonly { readonly text: SourceText; readonly spun: Spun }[],
  looked: readonly Inspection[],
): Figure[] {
  const count = { spans: 0, right: 0, swaps: 0, found: 0, known: 0, first: 0, five: 0 };
  pages.forEach(({ spun }, i) => {
    const spans = looked[i]?.spans ?? [];
    const swaps = spun.swaps.filter((swap) => /[a-z]{2}/i.test(swap.to));
    const touches = (span: { start: number; end: number }, [start, end]: readonly [number, number]): boolean =>
      span.start < end && start < span.end;
    count.spans += spans.length;
    count.right += spans.filter((span) => swaps.some((swap) => touches(span, swap.witness))).length;
    count.swaps += swaps.length;
    for (const swap of swaps) {
      const span = spans.find((one) => touches(one, swap.witness));
      if (!span) continue;
      count.found++;
      const from = swap.from.toLowerCase();
      if (span.text !== swap.to || sourcesOf(from, swap.to.toLowerCase(), knowledge.spinModel) === 0) continue;
      count.known++;
      const rank = span.suggestions.findIndex((suggestion) => suggestion.text.toLowerCase() === from);
      if (rank === 0) count.first++;
      if (rank >= 0 && rank < 5) count.five++;
    }
  });
  return [
    {
      name: 'inspect.words-precision',
      value: count.right / count.spans,
      bar: 0.9,
      margin: 0.01,
      note: `${count.spans} spans`,
    },
    {
      name: 'inspect.words-recall',
      value: count.found / count.swaps,
      bar: 0.75,
      margin: 0.01,
      note: `${count.swaps} swaps`,
    },
    {
      name: 'inspect.original-first',
      value: count.first / count.known,
      bar: 0.6,
      margin: 0.02,
      note: `${count.known} swaps that the lexicon knows`,
    },
    { name: 'inspect.original-in-five', value: count.five / count.known, bar: 0.85, margin: 0.02 },
  ];
}

/** Tortured phrases restored, of the quarter that nothing was learned from; every third of those chose the weights and is left out. */
function phraseFigures(): Figure[] {
  const rows = dataRows<TorturedPhrase>('spun-phrases.jsonl.gz')
    .filter((row) => !isTrainingPhrase(row) && !row.expected.includes('?'))
    .filter((_, i) => i % 3 !== 0);
  let first = 0;
  let five = 0;
  for (const row of rows) {
    const expected = phraseWords(row.expected).join(' ');
    const suggestions = look(row.tortured).spans[0]?.suggestions ?? [];
    const rank = suggestions.findIndex((suggestion) => phraseWords(suggestion.text).join(' ') === expected);
    if (rank === 0) first++;
    if (rank >= 0 && rank < 5) five++;
  }
  return [
    {
      name: 'inspect.phrases-first',
      value: first / rows.length,
      bar: 0.35,
      margin: 0.01,
      note: `${rows.length} phrases`,
    },
    { name: 'inspect.phrases-in-five', value: five / rows.length, bar: 0.5, margin: 0.01 },
  ];
}

/** A real page that a farm spun: above every human page, and how many of the first 30 suspects are swaps by our reading of it. */
function seedFigures(): Figure[] {
  if (!existsSync(SEED)) return [];
  const text = readFileSync(SEED, 'utf8');
  const found = look(text);
  const highest = Math.max(...[...humanTexts(MOST), ...farTexts()].map((one) => look(one.text).spun));
  const first = found.spans.slice(0, 30);
  const real = first.filter((span) => SEED_SWAPS.some((start) => start >= span.start - 3 && start < span.end));
  return [
    {
      name: 'inspect.seed-above-human',
      value: found.spun > highest ? 1 : 0,
      bar: 1,
      note: `${found.spun.toFixed(4)} against ${highest.toFixed(4)}`,
    },
    { name: 'inspect.seed-first-30', value: real.length, bar: 25, margin: 1, note: `of ${first.length} suspects` },
  ];
}

function share(values: readonly number[], test: (value: number) => boolean): number {
  return values.filter(test).length / values.length;
}
