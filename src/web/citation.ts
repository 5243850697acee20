import { momentOf } from '../report/plain-words.js';
import type { PageTag, ReportView } from '../server/view.js';
import { labelOf } from './format.js';
import type { ListedChange } from './listed-changes.js';

/** Where a report stands, for whoever is sent it. */
export function addressOf({ id }: ReportView): string {
  return `${location.origin}/report/${id}`;
}

/** A report in plain text, to be pasted into a mail or an article: the verdict, the pages, every change, and where to check it. */
export function citeReport(view: ReportView, changes: readonly ListedChange[]): string {
  const { report, pair, traced } = view;
  const digest = report.exhibits.at(-1)?.digest;
  const parts = [
    pageLine(traced),
    report.verdict.sentence,
    pair === undefined ? '' : `Beside it: ${pageLine(pair.base)}`,
    changes.map(({ number, change }) => `${number}. ${change.sentence}`).join('\n'),
    [
      `Stemma report ${view.id}, made ${momentOf(view.made)}: ${addressOf(view)}`,
      digest === undefined ? '' : `SHA-256 of the page’s text: ${digest}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One change in plain text: what it is, both readings in their words, where they stand. */
export function citeChange(view: ReportView, listed: ListedChange): string {
  const { pair, traced } = view;
  const { change, was, is, wasHref, isHref } = listed;
  const reading = (page: PageTag, words: string, href: string | undefined): string =>
    `${labelOf(page)}: ${words === '' ? '–' : `“${words}”`}${href === undefined ? '' : `\n${href}`}`;
  const quoted = (excerpt: ListedChange['was'], alone: string): string =>
    excerpt === undefined ? alone : `${excerpt.before}${excerpt.at}${excerpt.after}`.replace(/\s+/g, ' ').trim();
  return [
    change.sentence,
    reading(pair?.base ?? traced, quoted(was, change.from), wasHref),
    reading(pair?.witness ?? traced, quoted(is, change.to), isHref),
    `Stemma report: ${addressOf(view)}#change-${listed.number}`,
  ].join('\n');
}

function pageLine(page: PageTag): string {
  const facts = [page.outlet, page.published === undefined ? undefined : momentOf(page.published)];
  const aside = facts.filter((fact) => fact !== undefined).join(', ');
  const name = page.title === undefined ? labelOf(page) : `“${page.title}”`;
  return [`${name}${aside === '' ? '' : ` (${aside})`}`, page.url].filter((line) => line !== undefined).join('\n');
}
