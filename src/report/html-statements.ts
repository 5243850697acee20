import type { SourcedStatement } from '../stemma/stemma.js';
import { escapeMarkup as escape } from './escape.js';
import { countOf } from './plain-words.js';
import type { Report } from './report.js';
import { inOrderOfNeed, siglumOf, statementsHere, toldStatement } from './told-statement.js';

/** The page's own statements, then, folded, those that only other pages of the family have. */
export function statementsSection(report: Report): string {
  const { sources, self } = report;
  if (sources.statements.length === 0) return '';
  const own = statementsHere(sources.statements, self);
  const others = sources.statements.filter((statement) => !own.includes(statement));
  const folded =
    others.length === 0
      ? ''
      : `<details><summary>${countOf(others.length, 'statement')} only on the other pages</summary>${statementTable(others, report)}</details>`;
  return `<h2>Who said it</h2><p>${countOf(sources.pages, 'page')}, ${sources.independent} independent: ${escape(sources.origins.map((origin) => origin.name).join(', '))}.</p>
${own.length === 0 ? '' : statementTable(own, report)}${folded}`;
}

function statementTable(statements: readonly SourcedStatement[], { stemma, self }: Report): string {
  const nameOf = siglumOf(stemma);
  const rows = inOrderOfNeed(statements).map((statement) => {
    const { name, said, through, carried, marks, notes } = toldStatement(statement, nameOf, self);
    const chain = through.length === 0 ? '' : `<br><span class="chain">${escape(`← ${through.join(' ← ')}`)}</span>`;
    const aside = marks.length === 0 ? '' : `<br><span class="chain">${escape(marks.join(', '))}</span>`;
    const otherwise = notes.map((note) => `<p class="otherwise">${escape(note)}</p>`).join('');
    return `<tr><td><span class="who">${escape(name)}</span>${aside}${chain}</td><td class="said">${escape(said)}${otherwise}</td><td>${escape(statement.origins.join(', '))}</td><td>${escape(carried)}</td></tr>`;
  });
  return `<table class="statements"><thead><tr><th>Speaker and chain</th><th>What</th><th>Origins</th><th>Carried by</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
