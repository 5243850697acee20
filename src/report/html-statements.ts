import type { SourcedStatement } from '../stemma/stemma.js';
import { escapeMarkup as escape } from './escape.js';
import { countOf } from './plain-words.js';
import type { Report } from './report.js';

/** The page's own statements, then, folded, those that only other pages of the family have. */
export function statementsSection({ sources, self }: Report): string {
  if (sources.statements.length === 0) return '';
  const own = sources.statements.filter(({ carriers }) => carriers.includes(self));
  const others = sources.statements.filter(({ carriers }) => !carriers.includes(self));
  const folded =
    others.length === 0
      ? ''
      : `<details><summary>${countOf(others.length, 'statement')} only on the other pages</summary>${statementTable(others)}</details>`;
  return `<h2>Who said it</h2><p>${countOf(sources.pages, 'page')}, ${sources.independent} independent: ${escape(sources.origins.map((origin) => origin.name).join(', '))}.</p>
${own.length === 0 ? '' : statementTable(own)}${folded}`;
}

function statementTable(statements: readonly SourcedStatement[]): string {
  const rows = statements.map(
    (statement) =>
      `<tr><td><span class="who">${escape(statement.name || 'unnamed')}</span>${
        statement.chain.length > 1
          ? `<br><span class="chain">${escape(`← ${statement.chain.slice(1).join(' ← ')}`)}</span>`
          : ''
      }</td><td class="said">${escape(statement.content)}</td><td>${escape(statement.origins.join(', '))}</td><td>${statement.carriers.length}</td></tr>`,
  );
  return `<table class="statements"><thead><tr><th>Speaker and chain</th><th>What</th><th>Origins</th><th>Pages</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
