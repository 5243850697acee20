import { readFileSync } from 'node:fs';
import { findStatements } from '../src/statement/find-statements.js';
import type { StatementModel } from '../src/statement/statement-model.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import type { PolnearRow } from '../train/polnear-row.js';
import { dataRows } from './data.js';
import type { Figure } from './measure.js';
import { plain } from './statement-stories.js';

/** A speaker checked by hand: where the source stands, and where the page gives the name in full. */
type CheckedSpeaker = readonly [article: string, start: number, end: number, nameStart: number, nameEnd: number];

/** Speakers of PolNeAR's training articles that a surname, a pronoun or an office stands for, with the name they should get. */
export function speakerFigure(knowledge: { lexicon: Lexicon; model: StatementModel }): Figure {
  const checked = JSON.parse(
    readFileSync(new URL('statement-speakers.json', import.meta.url), 'utf8'),
  ) as CheckedSpeaker[];
  const rows = new Map(dataRows<PolnearRow>('statements-polnear-train.jsonl.gz').map((row) => [row.id, row]));
  const articles = [...new Set(checked.map(([id]) => id))];
  let right = 0;
  let found = 0;
  for (const id of articles) {
    const row = rows.get(id);
    if (row === undefined) continue;
    const statements = findStatements(plainWitness(row.text, knowledge.lexicon), knowledge);
    for (const [, start, end, nameStart, nameEnd] of checked.filter(([article]) => article === id)) {
      const hits = statements.filter((one) => one.speaker.some(([from, to]) => from < end && start < to));
      if (hits.length === 0) continue;
      found++;
      const name = plain(row.text.slice(nameStart, nameEnd));
      if (hits.some((one) => one.name !== undefined && plain(one.name) === name)) right++;
    }
  }
  const note = `${found} of ${checked.length} checked sources of ${articles.length} articles found`;
  return { name: 'statement.polnear-name', value: right / (found || 1), bar: 0.9, note };
}
