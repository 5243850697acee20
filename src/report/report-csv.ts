import { collationCsv, csvLine } from './csv.js';
import { leadingCollation } from './leading-collation.js';
import type { Report } from './report.js';
import { siglumOf, statementsHere, toldStatement } from './told-statement.js';

/**
 * A trace as CSV: the leading collation's lines, then one for each statement of the page. There `kind` is direct, indirect or
 * mixed, `touches` its marks, `from` what the page that it goes back to has where that differs, `to` what this one has, the offsets its content's.
 */
export function reportCsv(report: Report): string {
  const { sources, self, statements, stemma } = report;
  const nameOf = siglumOf(stemma);
  const lines = statementsHere(sources.statements, self).map((statement) => {
    const { here } = statement;
    const own = here === undefined ? undefined : statements[here.statement];
    const { name, said, notes } = toldStatement(statement, nameOf, self);
    return csvLine([
      'statement',
      own?.kind ?? '',
      (here ?? statement).marks.join(' '),
      '',
      '',
      (here?.differences.length ?? 0) === 0 ? '' : statement.told,
      String(own?.content[0]?.[0] ?? ''),
      String(own?.content.at(-1)?.[1] ?? ''),
      said,
      [`${name}: ${said}`, ...notes].join(' | '),
    ]);
  });
  return [collationCsv(leadingCollation(report)?.collation), ...lines].join('');
}
