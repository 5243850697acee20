import { harmless, paint, type Style } from './paint.js';
import { countOf, shorten } from './plain-words.js';
import type { Report } from './report.js';
import { inOrderOfNeed, siglumOf, statementsHere, toldStatement, type ToldStatement } from './told-statement.js';
import { changesSense } from '../statement/reading-difference.js';
import { wrapText } from './wrap.js';

/** Who said what on the traced page: its statements with their chains, and how many sources they rest on. */
export function statementLines({ sources, self, stemma }: Report, style: Style): string[] {
  if (sources.statements.length === 0) return [];
  const here = statementsHere(sources.statements, self);
  const nameOf = siglumOf(stemma);
  const shown = style.all === true ? here : inOrderOfNeed(here).slice(0, STATEMENTS);
  const origins = new Set(here.flatMap((statement) => statement.origins)).size;
  const changed = here.filter((statement) => statement.here?.differences.some(changesSense)).length;
  const counts = [
    countOf(here.length, 'statement'),
    countOf(origins, 'source'),
    ...(changed === 0 ? [] : [`${changed} otherwise than elsewhere`]),
  ];
  const pages = sources.pages > 1 ? `; ${countOf(sources.pages, 'page')}, ${sources.independent} independent` : '';
  const left = here.length - shown.length;
  const elsewhere = sources.statements.length - here.length;
  const more = [
    ...(left > 0 ? [`${left} more: --all`] : []),
    ...(elsewhere > 0 ? [`${countOf(elsewhere, 'statement')} only on the other pages: stemma stem, or --json`] : []),
  ];
  return [
    `  ${paint(style, 'strong', `Who said it: ${counts.join(', ')}${pages}`)}`,
    ...shown.flatMap((statement) => linesOf(toldStatement(statement, nameOf, self), style)),
    ...(more.length > 0 ? [`  ${paint(style, 'quiet', `… ${more.join('; ')}`)}`] : []),
  ];
}

/** Statements shown in a terminal. */
const STATEMENTS = 24;
/** Characters of a statement, and of how another page has it. */
const LONGEST = 240;

function linesOf({ name, said, through, carried, marks, notes }: ToldStatement, style: Style): string[] {
  const aside = [...(carried === '1 page' ? [] : [carried]), ...marks];
  const chain = `${through.map((link) => ` ← ${link}`).join('')}${aside.length === 0 ? '' : `  [${aside.join('; ')}]`}`;
  const most = style.all === true ? Infinity : LONGEST;
  return [
    `  ${paint(style, 'strong', harmless(name))}${paint(style, 'quiet', harmless(chain))}`,
    ...wrapText(shorten(harmless(said), most), style.width - 6).map((line) => `    ${line}`),
    ...notes.flatMap((note) => noteLines(shorten(harmless(note), most), style)),
  ];
}

function noteLines(note: string, style: Style): string[] {
  const [first = '', ...rest] = wrapText(note, style.width - 8);
  return [`    ${paint(style, 'meaning', '≠')} ${first}`, ...rest.map((line) => `      ${line}`)];
}
