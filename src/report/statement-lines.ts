import type { SourcedStatement } from '../stemma/stemma.js';
import { harmless, paint, type Style } from './paint.js';
import { countOf, shorten } from './plain-words.js';
import type { Report } from './report.js';
import { wrapText } from './wrap.js';

/** Who said what on the traced page: its statements with their chains, and how many sources they rest on. */
export function statementLines({ sources, self }: Report, style: Style): string[] {
  if (sources.statements.length === 0) return [];
  const carried = sources.statements.filter((statement) => statement.carriers.includes(self));
  const shown = carried.slice(0, STATEMENTS);
  const origins = new Set(carried.flatMap((statement) => statement.origins)).size;
  const pages = sources.pages > 1 ? `; ${countOf(sources.pages, 'page')}, ${sources.independent} independent` : '';
  const left = sources.statements.length - shown.length;
  return [
    `  ${paint(style, 'strong', `Who said it: ${countOf(carried.length, 'statement')}, ${countOf(origins, 'source')}${pages}`)}`,
    ...shown.flatMap((statement) => linesOf(statement, style)),
    ...(left > 0 ? [`  ${paint(style, 'quiet', `… ${left} more, here or on the other pages; --json has all`)}`] : []),
  ];
}

/** Statements shown in a terminal. */
const STATEMENTS = 24;

function linesOf(statement: SourcedStatement, style: Style): string[] {
  const name = statement.name === '' ? 'unnamed' : statement.name;
  const chain = statement.chain.length > 1 ? ` ← ${statement.chain.slice(1).join(' ← ')}` : '';
  const carriers = statement.carriers.length > 1 ? `  [${countOf(statement.carriers.length, 'page')}]` : '';
  return [
    `  ${paint(style, 'strong', harmless(name))}${paint(style, 'quiet', harmless(`${chain}${carriers}`))}`,
    ...wrapText(shorten(harmless(statement.content), 240), style.width - 6).map((line) => `    ${line}`),
  ];
}
