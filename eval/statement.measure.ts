import { openKnowledge, type Knowledge } from '../src/knowledge/knowledge.js';
import { findStatements } from '../src/statement/find-statements.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Attribution, PolnearRow } from '../train/polnear-row.js';
import { spunRow } from '../train/statement-spun.js';
import { dataRows, hasData } from './data.js';
import type { Figure, Measure } from './measure.js';
import { reportFigures } from './statement-reports.js';
import { addScores, emptyScores, f1, SCORES, type Scores, type Triple } from './statement-score.js';
import { speakerFigure } from './statement-speakers.js';
import { storyFigures } from './statement-stories.js';

const DEV = 'statements-polnear-dev.jsonl.gz';
/** From the issue: what a stacked CRF and a small CNN of an earlier trial reached, and a little more. */
const BARS: Readonly<Record<(typeof SCORES)[number], number>> = {
  'content exact': 0.56,
  'content half': 0.69,
  'content tokens': 0.83,
  'cue overlap': 0.79,
  'source exact': 0.74,
  'triple exact': 0.45,
  'triple overlap': 0.65,
};
/** Equal versions differ by rounding of weights only. */
const MARGIN = 0.003;

/** Attributed statements on PolNeAR's development articles (never trained on), names, chains and times on the invented stories. */
export const measure: Measure = {
  name: 'statement',
  run() {
    if (!hasData(DEV)) return Promise.resolve(`${DEV} is not there`);
    const { lexicon, statementModel: model } = openKnowledge();
    const knowledge = { lexicon, model };
    const rows = dataRows<PolnearRow>(DEV);
    const began = Date.now();
    const plain = scoresOf(rows, knowledge);
    const seconds = (Date.now() - began) / 1000;
    const spun = scoresOf(
      rows.map((row, i) => spunRow(row, lexicon, { rate: 0.25, seed: i })),
      knowledge,
    );
    const named = hasData('statements-polnear-train.jsonl.gz') ? [speakerFigure(knowledge)] : [];
    return Promise.resolve([
      ...figuresOf('polnear', plain, `84 articles, ${(rows.length / seconds).toFixed(0)} articles/s with scoring`),
      ...figuresOf('polnear-spun', spun, 'the same with a quarter of their words replaced').slice(0, 4),
      ...named,
      ...storyFigures(knowledge),
      ...reportFigures(knowledge),
    ]);
  },
};

type Statementing = Pick<Knowledge, 'lexicon'> & { readonly model: Knowledge['statementModel'] };

function scoresOf(rows: readonly PolnearRow[], knowledge: Statementing): Scores {
  const scores = emptyScores();
  for (const row of rows) {
    const found = findStatements(plainWitness(row.text, knowledge.lexicon), knowledge).map(
      ({ content, cue, speaker }): Triple => ({ content, cue, source: speaker }),
    );
    const expected: readonly Attribution[] = row.annotations[0]?.attributions ?? [];
    addScores(scores, row.text, { found, expected });
  }
  return scores;
}

function figuresOf(group: string, scores: Scores, note: string): Figure[] {
  return SCORES.map((name) => ({
    name: `statement.${group}-${name.replace(' ', '-')}`,
    value: f1(scores[name]),
    ...(group === 'polnear' ? { bar: BARS[name] } : {}),
    margin: MARGIN,
    note: `${note}; precision ${(scores[name].right / (scores[name].found || 1)).toFixed(3)}, recall ${(scores[name].right / (scores[name].expected || 1)).toFixed(3)}`,
  }));
}
