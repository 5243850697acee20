import type { Sources, Stemma } from '../stemma/stemma.js';
import { csvLine } from './csv.js';
import { inOrderOfNeed, siglumOf, toldStatement } from './told-statement.js';

/** All statements of a family as CSV, a line each: who, what, through whom, which pages have it so and which otherwise, on whom it rests. Pages by their sigla. */
export function sourcesCsv({ stemma, sources }: { readonly stemma: Stemma; readonly sources: Sources }): string {
  const nameOf = siglumOf(stemma);
  const lines = inOrderOfNeed(sources.statements).map((statement) => {
    const { name, said, through, notes } = toldStatement(statement, nameOf);
    const otherwise = statement.otherwise.flatMap(({ pages }) => pages.map(nameOf));
    return csvLine([
      name,
      said,
      statement.marks.join(' '),
      through.join(' ← '),
      statement.carriers.map(nameOf).join(' '),
      otherwise.join(' '),
      statement.origins.join('; '),
      notes.join(' '),
    ]);
  });
  return [csvLine(HEADER), ...lines].join('');
}

const HEADER = ['speaker', 'said', 'marks', 'through', 'carriers', 'otherwise', 'origins', 'notes'];
