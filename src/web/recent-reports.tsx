import type { JSX } from 'preact';
import type { ReportSummary } from '../server/report-store.js';
import { momentOf } from '../report/plain-words.js';
import { agoOf, labelOf } from './format.js';
import { KinshipTag } from './kinship-tag.js';
import { Link } from './route.js';
import { useAnswer } from './use-answer.js';

/** The reports that were made last. */
export function RecentReports(): JSX.Element | null {
  const { value } = useAnswer<{ readonly reports: readonly ReportSummary[] }>('/api/reports?limit=30');
  if (value === undefined) return <section class="recent" aria-hidden="true" />;
  if (value.reports.length === 0) return null;
  const now = Date.now();
  return (
    <section class="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">Reports</h2>
      <ul class="rows">
        {value.reports.map((report) => (
          <li key={report.id}>
            <Link href={`/report/${report.id}`} class="row-link">
              <KinshipTag kinship={report.kinship ?? report.relation} />
              <span class="row-main">
                <span class="row-title">{report.page.title ?? `“${report.opening}…”`}</span>
                <span class="row-lede">{report.sentence}</span>
              </span>
              <span class="row-aside">
                <span>
                  {report.page.outlet ?? (report.page.url === undefined ? 'pasted text' : labelOf(report.page))}
                </span>
                <time dateTime={report.made} title={momentOf(report.made)}>
                  {agoOf(report.made, now)}
                </time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
