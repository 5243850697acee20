import { hostOf } from '../page/host-of.js';
import type { PageName, ReportSummary } from './report-store.js';
import { countValues } from './search-view.js';
import type { CopiedView } from './view.js';

/** Pages that are listed. */
const MOST = 10;

/** Which pages the reports found copied most, and by whom. A copying that several reports found counts once. */
export function mostCopied(reports: readonly ReportSummary[]): CopiedView[] {
  const copies = new Map<string, { page: PageName; by: Map<string, string> }>();
  for (const { exemplar, copy } of reports.flatMap(({ descents }) => descents)) {
    const name = nameOf(exemplar);
    if (name === '') continue;
    const known = copies.get(name) ?? { page: exemplar, by: new Map<string, string>() };
    known.by.set(nameOf(copy), copy.outlet ?? hostOf(copy.url) ?? copy.title ?? 'a page without a name');
    copies.set(name, known);
  }
  return [...copies.values()]
    .map(({ page, by }) => ({ page, copies: by.size, by: countValues([...by.values()], 8) }))
    .sort((a, b) => b.copies - a.copies)
    .slice(0, MOST);
}

function nameOf({ url, outlet, title }: PageName): string {
  return url ?? [outlet, title].filter((word) => word !== undefined).join(': ');
}
