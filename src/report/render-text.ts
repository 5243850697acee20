import { changeLines, labelledLines } from './change-lines.js';
import { drawStemma } from './draw-stemma.js';
import { isTaken, leadingCollation, titleOfChanges, tracedSiglum, versionsAside } from './leading-collation.js';
import { harmless, paint, type Role, type Style } from './paint.js';
import { momentOf, nameOf, percentOf } from './plain-words.js';
import type { Report, ReportCollation } from './report.js';
import { rowsOf, type Piece } from './rows.js';
import { renderColumns } from './text-columns.js';
import { statementLines } from './statement-lines.js';
import { assurance, splitVerdict } from './verdict-words.js';
import { titleOfVersion, versionLines } from './version-words.js';
import { wrapPieces, wrapText } from './wrap.js';

/** The report for a terminal: the verdict first, then changes, texts, stemma, statements, and where to look further. */
export function renderText(report: Report, style: Style): string {
  const sections = [
    verdictOf,
    changesOf,
    versionsOf,
    textsOf,
    stemmaOf,
    statementLines,
    wordingOf,
    tracesOf,
    searchesOf,
  ];
  const blocks = sections.map((section) => section(report, style)).filter((lines) => lines.length > 0);
  return `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function verdictOf(report: Report, style: Style): string[] {
  const { verdict, page } = report;
  const [opening, rest] = splitVerdict(verdict.sentence);
  const role: Role = verdict.relation === 'independent' ? 'good' : verdict.relation === 'unrelated' ? 'strong' : 'bad';
  const [first = '', ...lines] = wrapText(`${opening} ${harmless(rest)}`, style.width - 4);
  const about = [
    assurance(report),
    nameOf(page),
    page.byline.length > 0 ? `by ${page.byline.join(', ')}` : undefined,
    page.published === undefined ? undefined : momentOf(page.published),
  ];
  return [
    `  ${paint(style, role, first.slice(0, opening.length))}${first.slice(opening.length)}`,
    ...lines.map((line) => `  ${line}`),
    ...wrapText(harmless(about.filter((word) => word !== undefined).join(' · ')), style.width - 4).map(
      (line) => `  ${paint(style, 'quiet', line)}`,
    ),
  ];
}

function changesOf(report: Report, style: Style): string[] {
  const leading = leadingCollation(report);
  if (leading === undefined || !isTaken(leading)) return [];
  const lines = linesOfChanges(leading, style);
  return lines.length === 0 ? [] : [heading(titleOfChanges(leading), style), ...lines];
}

/** Versions beside the text that is shown first, with what was changed since. */
function versionsOf(report: Report, style: Style): string[] {
  return versionsAside(report).flatMap((entry, i) => [
    ...(i === 0 ? [] : ['']),
    heading(titleOfVersion(entry), style),
    ...linesOfChanges(entry, style),
  ]);
}

function linesOfChanges({ version, collation }: ReportCollation, style: Style): string[] {
  const since = version === undefined ? [] : versionLines(version);
  return [
    ...changeLines(collation.changes, style),
    ...since.flatMap(({ label, text }) => labelledLines(label, text, 'quiet', style)),
  ];
}

function textsOf(report: Report, style: Style): string[] {
  const leading = leadingCollation(report);
  if (leading === undefined || leading.collation.passages.length === 0) return [];
  const rows = rowsOf(leading.collation, leading.text, report.page.source);
  const legend = style.colour
    ? (['swap', 'gone', 'new', 'quote', 'number', 'name', 'meaning'] as const)
        .map((role) => paint(style, role, LEGEND[role]))
        .join('  ')
    : '[changed words stand in brackets]';
  const title = (page: Parameters<typeof nameOf>[0]): string =>
    harmless(page.outlet ?? page.title ?? page.url ?? page.id ?? '');
  return [
    heading('The two texts', style),
    `  ${legend}`,
    '',
    ...renderColumns(rows, [title(leading.with), `this page: ${title(report.page)}`], style),
  ];
}

const LEGEND = {
  swap: 'swapped',
  gone: 'left out',
  new: 'added',
  quote: 'in a quote',
  number: 'number or date',
  name: 'name',
  meaning: 'meaning',
} as const;

function stemmaOf(report: Report, style: Style): string[] {
  const { stemma } = report;
  if (stemma.witnesses.length < 2) return [];
  return [
    heading('Who copied whom', style),
    ...drawStemma(stemma, style, tracedSiglum(report))
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

function wordingOf({ inspect, page }: Report, style: Style): string[] {
  if (inspect.spun < 0.5 || inspect.spans.length === 0) return [];
  const best = [...inspect.spans].sort((a, b) => b.probability - a.probability);
  const swaps = new Map(
    best.map((span) => [harmless(page.source.slice(span.start, span.end)), span.suggestions[0]?.text]),
  );
  const pieces = [...swaps].slice(0, 12).flatMap(([word, was], i): Piece[] => [
    { text: i === 0 ? '' : '  ·  ', kind: 'same', touches: [] },
    { text: word, kind: 'synonym', touches: [] },
    { text: was === undefined ? '' : ` ← ${was}`, kind: 'same', touches: [] },
  ]);
  const machine = inspect.machine === undefined ? '' : `, ${inspect.machine}`;
  return [
    heading(`A machine’s wording (${percentOf(inspect.spun)}${machine})`, style),
    ...inspect.grounds.flatMap((ground) => wrapText(harmless(ground), style.width - 4)).map((line) => `  ${line}`),
    ...wrapPieces(pieces, style.width - 4, style).map((line) => `  ${line.text}`),
  ];
}

function tracesOf({ page, exemplar }: Report, style: Style): string[] {
  const places = new Map<string, string[]>();
  for (const { field, value, from } of page.claims) {
    if (!(exemplar === undefined ? ALL_TRACES : TRACES).has(field) || value === page.url) continue;
    const key = `${field.padEnd(9)} ${harmless(value)}`;
    places.set(key, [...new Set([...(places.get(key) ?? []), from])]);
  }
  const lines = [...places].map(([key, from]) => `  ${key}  ${paint(style, 'quiet', `(${from.join(', ')})`)}`);
  return lines.length === 0 && page.notes.length === 0
    ? []
    : [heading('What the page says of itself', style), ...lines, ...page.notes.map((note) => `  ${note}`)];
}

/** Claims that tell where a text came from; without an exemplar who signs the page and when counts too. */
const TRACES: ReadonlySet<string> = new Set(['agency', 'original', 'canonical']);
const ALL_TRACES: ReadonlySet<string> = new Set([...TRACES, 'author', 'outlet', 'published']);

function searchesOf({ inspect, exemplar }: Report, style: Style): string[] {
  if (exemplar !== undefined || inspect.queries.length === 0) return [];
  return [heading('Search the web for', style), ...inspect.queries.slice(0, 6).map((query) => `  ${harmless(query)}`)];
}

function heading(text: string, style: Style): string {
  return `  ${paint(style, 'strong', text)}`;
}
