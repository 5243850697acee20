import { ENGLISH_CUES } from '../src/collation/english-cues.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { directionTrial } from './collate-direction.js';
import { patchwork, plagdet } from './collate-passages.js';
import { newsTexts } from './collate-texts.js';
import { collateTexts, plantedTrial, precision, recall, swapTrial } from './collate-trials.js';
import { half, hasData } from './data.js';
import type { Figure, Measure } from './measure.js';
import { mobyThesaurus } from './moby-thesaurus.js';

/** Collation on texts of the test half, spun with the half of Moby's entries that nothing was tuned on. */
export const measure: Measure = {
  name: 'collate',
  run: () =>
    Promise.resolve(hasData('background-prosecutors.jsonl.gz') ? collateFigures() : 'the shared data is absent'),
};

function collateFigures(): Figure[] {
  const knowledge = openKnowledge();
  const texts = newsTexts('test', 60).filter((text) => !/''|‘/.test(text));
  const words = thesaurus(0);
  const phrases = thesaurus(0.15);
  const swaps = swapTrial(texts, words, 0.4, knowledge);
  const mixed = swapTrial(texts, phrases, 0.4, knowledge);
  const planted = plantedTrial(texts, thesaurus(0.05), 0.4, knowledge);
  const patches = texts.map((text, i) => patchwork(text, texts[(i + 7) % texts.length] ?? '', words, i));
  const direction = directionTrial(
    newsTexts('test', 150).map((text) => text.slice(0, 2500)),
    phrases,
    knowledge,
  );
  const answered = Math.max(1, direction.right + direction.wrong);
  const figures: Figure[] = [
    {
      name: 'collate.swap-recall',
      value: recall(swaps),
      bar: 0.97,
      margin: 0.005,
      note: `${swaps.truth} swapped words, both ranges exact`,
    },
    { name: 'collate.swap-precision', value: precision(swaps), bar: 0.97, margin: 0.005 },
    { name: 'collate.swap-phrases-recall', value: recall(mixed), margin: 0.01, note: 'one in seven synonyms a phrase' },
    { name: 'collate.swap-phrases-precision', value: precision(mixed), margin: 0.01 },
    ...Object.entries(planted).flatMap(([kind, tally]): Figure[] => [
      { name: `collate.${kind}-recall`, value: recall(tally), bar: 0.95, margin: 0.02, note: `${tally.truth} planted` },
      { name: `collate.${kind}-precision`, value: precision(tally), bar: 0.95, margin: 0.03 },
    ]),
    {
      name: 'collate.plagdet',
      value: plagdet(
        patches,
        patches.map(({ base, witness }) => collateTexts(base, witness, knowledge)),
      ),
      bar: 0.93,
      margin: 0.01,
      note: 'moved, cut, merged paragraphs',
    },
    {
      name: 'collate.direction-right',
      value: direction.right / answered,
      bar: 0.95,
      margin: 0.02,
      note: 'where it answers',
    },
    {
      name: 'collate.direction-unknown',
      value: direction.unknown / (answered + direction.unknown),
      bar: 0.25,
      lowerIsBetter: true,
      margin: 0.03,
    },
  ];
  return figures;
}

/** Without antonyms, which Moby lists as well: a change of meaning is one that was planted. */
function thesaurus(phrases: number): (phrase: string) => readonly string[] {
  const { lexicon } = openKnowledge();
  const entries = mobyThesaurus({ phrases, functionWords: phrases > 0 });
  const moby = (phrase: string): readonly string[] =>
    entries(phrase).filter(
      (entry) => !lexicon.areAntonyms(phrase, entry) && !ENGLISH_CUES.reversals.has(`${phrase} ${entry}`),
    );
  return (phrase) => (half(phrase) === 'test' || moby(phrase).length < 12 ? moby(phrase) : moby(phrase).slice(0, 3));
}
