import { CHANGE_FIELDS } from '../collation/collation.js';
import { escapeMarkup as escape, safeHref } from './escape.js';
import { EVIDENCE_CSS, READINGS_CSS, THEME_CSS } from './html-style.js';
import { countOf, momentOf, nameOf, percentOf } from './plain-words.js';
import { leadingCollation } from './render-text.js';
import type { Report } from './report.js';
import { rowsOf, type Piece, type Row } from './rows.js';
import { stemmaSvg } from './stemma-svg.js';

/**
 * The report as one HTML file with nothing outside it: no script, no font, no image to load, so that it can be mailed
 * and opened in ten years. Every text of a page is escaped.
 */
export function renderHtml(report: Report): string {
  const sections = [changesSection, textsSection, stemmaSection, statementsSection, wordingSection, claimsSection, pageSection, exhibitsSection];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(`Stemma: ${nameOf(report.page)}`)}</title>
<style>${THEME_CSS}${READINGS_CSS}${EVIDENCE_CSS}</style>
</head>
<body>
<main>
${verdictSection(report)}
${sections.map((section) => section(report)).filter((html) => html !== '').join('\n')}
</main>
</body>
</html>
`;
}

function verdictSection({ verdict, page }: Report): string {
  const end = verdict.sentence.search(/[.:](?:\s|$)/) + 1;
  const link = page.url === undefined ? '' : ` · ${anchor(page.url)}`;
  const about = [page.outlet, page.byline.length > 0 ? `by ${page.byline.join(', ')}` : undefined, page.published === undefined ? undefined : momentOf(page.published)];
  return `<p class="meta">${escape(nameOf({ ...page, outlet: undefined, published: undefined } as never))} · ${escape(about.filter((word) => word !== undefined).join(' · '))}${link}</p>
<h1><strong>${escape(verdict.sentence.slice(0, end))}</strong></h1>
<p class="lede">${escape(verdict.sentence.slice(end).trim())}</p>
<p class="meta">${escape(verdict.relation)}, probability ${percentOf(verdict.probability)}</p>`;
}

function changesSection(report: Report): string {
  const leading = leadingCollation(report);
  if (leading === undefined || report.exemplar === undefined) return '';
  const items = CHANGE_FIELDS.flatMap((field) =>
    leading.collation.changes[field].map((change) => `<li><b class="${field}">${field.replace(/s$/, '')}</b><span>${escape(change.sentence)}</span></li>`),
  );
  return items.length === 0 ? '' : `<h2>What was changed</h2><ul class="changes">${items.join('')}</ul>`;
}

function textsSection(report: Report): string {
  const leading = leadingCollation(report);
  if (leading === undefined || leading.collation.passages.length === 0) return '';
  const rows = rowsOf(leading.collation, leading.text, report.page.source).map(rowHtml).join('');
  return `<h2>The two texts</h2>${LEGEND}
<div class="columns"><header>${escape(nameOf(leading.with))}</header><header>This page: ${escape(nameOf(report.page))}</header>${rows}</div>`;
}

const LEGEND = `<p class="legend"><span class="v synonym">swapped</span><span class="v omission">left out</span><span class="v addition">added</span><span class="v t-quotation">in a quote</span><span class="v t-number">number or date</span><span class="v t-name">name</span><span class="v t-meaning">meaning</span><span class="v transposition">moved</span><span class="v spelling">spelling only</span></p>`;

function rowHtml(row: Row): string {
  const moved = row.moved ? ' moved' : '';
  return `<div class="base">${sideHtml(row, row.base)}</div><div class="witness${moved}">${sideHtml(row, row.witness)}</div>`;
}

/** Longest unshared stretch that is shown unfolded, in characters. */
const UNFOLDED = 280;

function sideHtml(row: Row, pieces: readonly Piece[]): string {
  const html = pieces.map(pieceHtml).join('');
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (row.passage !== undefined || length <= UNFOLDED) return html;
  const words = pieces.reduce((sum, piece) => sum + (piece.text.match(/\S+/g)?.length ?? 0), 0);
  return `<details><summary>${countOf(words, 'word')} only here</summary>${html}</details>`;
}

function pieceHtml(piece: Piece): string {
  if (piece.kind === 'same') return escape(piece.text);
  if (piece.kind === 'apart') return `<span class="apart">${escape(piece.text)}</span>`;
  const touches = piece.touches.map((touch) => `t-${touch}`).join(' ');
  const title = [piece.kind, ...piece.touches].join(', ');
  return `<span class="v ${piece.kind} ${touches}" title="${title}">${escape(piece.text)}</span>`;
}

function stemmaSection({ stemma }: Report): string {
  return stemma.witnesses.length < 2 ? '' : `<h2>Who copied whom</h2><div class="stemma">${stemmaSvg(stemma)}</div>`;
}

function statementsSection({ sources }: Report): string {
  if (sources.statements.length === 0) return '';
  const rows = sources.statements.map(
    (statement) => `<tr><td><span class="who">${escape(statement.name || 'unnamed')}</span>${
      statement.chain.length > 1 ? `<br><span class="chain">${escape(statement.chain.join(' ← '))}</span>` : ''
    }</td><td class="said">${escape(statement.content)}</td><td>${escape(statement.origins.join(', '))}</td><td>${statement.carriers.length}</td></tr>`,
  );
  return `<h2>Who said it</h2><p>${countOf(sources.pages, 'page')}, ${sources.independent} independent: ${escape(sources.origins.map((origin) => origin.name).join(', '))}.</p>
<table><thead><tr><th>Speaker and chain</th><th>What</th><th>Origins</th><th>Pages</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function wordingSection({ inspect, page }: Report): string {
  const spans = inspect.spun < 0.5 ? [] : [...inspect.spans].sort((a, b) => b.probability - a.probability).slice(0, 60);
  const rows = spans.map(
    (span) => `<tr><td><span class="v synonym">${escape(page.source.slice(span.start, span.end))}</span></td><td>${escape(span.suggestions.slice(0, 3).map((suggestion) => suggestion.text).join(', '))}</td><td>${percentOf(span.probability)}</td></tr>`,
  );
  const table = rows.length === 0 ? '' : `<table><thead><tr><th>Reads</th><th>Probably stood there</th><th>Sure</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const queries = inspect.queries.length === 0 ? '' : `<h2>Search the web for</h2><ol class="queries">${inspect.queries.map((query) => `<li class="query">${escape(query)}</li>`).join('')}</ol>`;
  const intro = `<p>Reworded by a machine: ${percentOf(inspect.spun)}${inspect.machine === undefined ? '' : ` (${escape(inspect.machine)})`}. ${inspect.grounds.map(escape).join(' ')}</p>`;
  return `<h2>The wording</h2>${intro}${table}${queries}`;
}

function claimsSection({ page }: Report): string {
  if (page.claims.length === 0 && page.notes.length === 0) return '';
  const rows = page.claims.map((claim) => `<tr><td>${escape(claim.field)}</td><td>${escape(claim.value)}</td><td>${escape(claim.from)}</td></tr>`);
  const notes = page.notes.map((note) => `<p>${escape(note)}</p>`).join('');
  return `<h2>What the page says of itself</h2>${notes}<table><thead><tr><th>Field</th><th>Claim</th><th>Where</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function pageSection({ page }: Report): string {
  return `<h2>The page as read</h2><div class="page-text">${escape(page.text)}</div>`;
}

function exhibitsSection({ exhibits }: Report): string {
  const rows = exhibits.map(
    (exhibit) => `<tr><td>${exhibit.url === undefined ? escape(exhibit.id) : anchor(exhibit.url)}</td><td>${escape(exhibit.published === undefined ? '' : momentOf(exhibit.published))}</td><td><code>${escape(exhibit.digest)}</code></td></tr>`,
  );
  return `<h2>What this rests on</h2><table><thead><tr><th>Page</th><th>Published</th><th>SHA-256 of its content</th></tr></thead><tbody>${rows.join('')}</tbody></table><footer>Made by Stemma. Probabilities are calibrated on data; they are not proof.</footer>`;
}

function anchor(url: string): string {
  const href = safeHref(url);
  return href === undefined ? escape(url) : `<a href="${escape(href)}" rel="noreferrer">${escape(url)}</a>`;
}
