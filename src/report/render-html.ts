import { escapeMarkup as escape, safeHref } from './escape.js';
import { changesHtml, columnsHtml } from './html-collation.js';
import { htmlDocument } from './html-document.js';
import { isTaken, leadingCollation, titleOfChanges, tracedSiglum, versionsAside } from './leading-collation.js';
import { pairSigla } from './pair-sigla.js';
import { momentOf, nameOf, percentOf } from './plain-words.js';
import type { Report, ReportCollation } from './report.js';
import { statementsSection } from './html-statements.js';
import { stemmaSvg } from './stemma-svg.js';
import { assurance, splitVerdict } from './verdict-words.js';
import { titleOfVersion, versionLines } from './version-words.js';

/** The report as one HTML file. Every text of a page is escaped. */
export function renderHtml(report: Report): string {
  const sections = [
    verdictSection,
    changesSection,
    versionsSection,
    textsSection,
    stemmaSection,
    statementsSection,
    wordingSection,
    claimsSection,
    pageSection,
    exhibitsSection,
  ];
  return htmlDocument(
    nameOf(report.page),
    sections.map((section) => section(report)),
  );
}

function verdictSection(report: Report): string {
  const { verdict, page } = report;
  const [opening, rest] = splitVerdict(verdict.sentence);
  const sure = assurance(report);
  const link = page.url === undefined ? '' : ` · ${anchor(page.url)}`;
  const about = [
    page.outlet,
    page.byline.length > 0 ? `by ${page.byline.join(', ')}` : undefined,
    page.published === undefined ? undefined : momentOf(page.published),
  ];
  return `<p class="meta">${escape(page.title ?? page.url ?? page.id ?? 'An untitled page')} · ${escape(about.filter((word) => word !== undefined).join(' · '))}${link}</p>
<h1><strong>${escape(opening)}</strong></h1>
<p class="lede">${escape(rest)}</p>${sure === undefined ? '' : `\n<p class="meta">${escape(sure)}</p>`}`;
}

function changesSection(report: Report): string {
  const leading = leadingCollation(report);
  return leading === undefined || !isTaken(leading)
    ? ''
    : `${changesHtml(leading.collation.changes, titleOfChanges(leading))}${versionHtml(leading)}`;
}

/** Versions beside the text that is shown first, with what was changed since. */
function versionsSection(report: Report): string {
  return versionsAside(report)
    .map(
      (entry) =>
        `${changesHtml(entry.collation.changes, titleOfVersion(entry)) || `<h2>${escape(titleOfVersion(entry))}</h2>`}${versionHtml(entry)}`,
    )
    .join('\n');
}

function versionHtml({ version }: ReportCollation): string {
  if (version === undefined) return '';
  const rows = versionLines(version).map(
    ({ label, text }) => `<tr><th scope="row">${escape(label)}</th><td>${escape(text)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table class="version"><tbody>${rows.join('')}</tbody></table>`;
}

function textsSection(report: Report): string {
  const leading = leadingCollation(report);
  if (leading === undefined) return '';
  const titles = [nameOf(leading.with), `This page: ${nameOf(report.page)}`] as const;
  const texts = { base: leading.text, witness: report.page.source };
  return columnsHtml(leading.collation, texts, titles, pairSigla(report, leading));
}

function stemmaSection(report: Report): string {
  const { stemma } = report;
  return stemma.witnesses.length < 2
    ? ''
    : `<h2>Who copied whom</h2><div class="stemma">${stemmaSvg(stemma, tracedSiglum(report))}</div>`;
}

function wordingSection({ inspect, page }: Report): string {
  const spans = inspect.spun < 0.5 ? [] : surestWords(inspect.spans).slice(0, MOST_WORDS);
  const rows = spans.map(
    (span) =>
      `<tr><td><span class="v synonym">${escape(page.source.slice(span.start, span.end))}</span></td><td>${escape(
        span.suggestions
          .slice(0, 3)
          .map((suggestion) => suggestion.text)
          .join(', '),
      )}</td><td>${percentOf(span.probability)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>Reads</th><th>Probably stood there</th><th>Sure</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const queries =
    inspect.queries.length === 0
      ? ''
      : `<h2>Search the web for</h2><ol class="queries">${inspect.queries.map((query) => `<li class="query">${escape(query)}</li>`).join('')}</ol>`;
  const intro = `<p>Reworded by a machine: ${percentOf(inspect.spun)}${inspect.machine === undefined ? '' : ` (${escape(inspect.machine)})`}. ${inspect.grounds.map(escape).join(' ')}</p>`;
  return `<h2>The wording</h2>${intro}${table}${queries}`;
}

/** Each swapped word once, the surest first. */
function surestWords(spans: Report['inspect']['spans']): Report['inspect']['spans'] {
  const words = new Map<string, Report['inspect']['spans'][number]>();
  for (const span of [...spans].sort((a, b) => b.probability - a.probability)) {
    const word = span.text.toLowerCase();
    if (!words.has(word)) words.set(word, span);
  }
  return [...words.values()];
}

/** Words in the table: a farm's page has some hundred, and below the first sixty it's guesses. A choice. */
const MOST_WORDS = 60;

function claimsSection({ page }: Report): string {
  if (page.claims.length === 0 && page.notes.length === 0) return '';
  const rows = page.claims.map(
    (claim) => `<tr><td>${escape(claim.field)}</td><td>${escape(claim.value)}</td><td>${escape(claim.from)}</td></tr>`,
  );
  const notes = page.notes.map((note) => `<p>${escape(note)}</p>`).join('');
  return `<h2>What the page says of itself</h2>${notes}<table><thead><tr><th>Field</th><th>Claim</th><th>Where</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function pageSection({ page }: Report): string {
  return `<h2>The page as read</h2><div class="page-text">${escape(page.text)}</div>`;
}

function exhibitsSection({ exhibits }: Report): string {
  const rows = exhibits.map(
    (exhibit) =>
      `<tr><td>${exhibit.url === undefined ? escape(exhibit.id) : anchor(exhibit.url)}</td><td>${escape(exhibit.published === undefined ? '' : momentOf(exhibit.published))}</td><td><code>${escape(exhibit.digest)}</code></td></tr>`,
  );
  return `<h2>What this rests on</h2><table><thead><tr><th>Page</th><th>Published</th><th>SHA-256 of its content</th></tr></thead><tbody>${rows.join('')}</tbody></table><footer>Made by Stemma. Probabilities are calibrated on data; they are not proof.</footer>`;
}

function anchor(url: string): string {
  const href = safeHref(url);
  return href === undefined ? escape(url) : `<a href="${escape(href)}" rel="noreferrer">${escape(url)}</a>`;
}
