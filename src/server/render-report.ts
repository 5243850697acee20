import type { Report } from '../report/report.js';
import { rawOfPage } from './raw-of-page.js';
import type { Worker } from './worker.js';

/** What a report can be downloaded as. */
export const FORMATS = ['html', 'json', 'csv', 'tei', 'graphml', 'dot'] as const;
export type Format = (typeof FORMATS)[number];

export interface Rendered {
  readonly body: string;
  readonly type: string;
  readonly extension: string;
}

export function isFormat(word: string): word is Format {
  return (FORMATS as readonly string[]).includes(word);
}

/** A report as a file. */
export async function renderReport(report: Report, format: Format, worker: Pick<Worker, 'run'>): Promise<Rendered> {
  switch (format) {
    case 'html':
      return {
        body: (await import('../report/render-html.js')).renderHtml(report),
        type: 'text/html; charset=utf-8',
        extension: 'html',
      };
    case 'json':
      return {
        body: `${JSON.stringify(report, null, 2)}\n`,
        type: 'application/json; charset=utf-8',
        extension: 'json',
      };
    case 'graphml':
      return {
        body: (await import('../report/graphml.js')).stemmaGraphml(report.stemma),
        type: 'application/graphml+xml; charset=utf-8',
        extension: 'graphml',
      };
    case 'dot':
      return {
        body: (await import('../report/dot.js')).stemmaDot(report.stemma),
        type: 'text/vnd.graphviz; charset=utf-8',
        extension: 'dot',
      };
    case 'csv':
      return {
        body: (await import('../report/report-csv.js')).reportCsv(report),
        type: 'text/csv; charset=utf-8',
        extension: 'csv',
      };
    case 'tei':
      return { body: await teiOf(report, worker), type: 'application/tei+xml; charset=utf-8', extension: 'xml' };
  }
}

/** The family's texts aligned anew, which takes knowledge of the language: the process beside the desk has it. */
async function teiOf({ page, collations }: Report, worker: Pick<Worker, 'run'>): Promise<string> {
  const others = collations.map((each) => rawOfPage({ ...each.with, source: each.text }));
  return (await worker.run({ verb: 'tei', page: rawOfPage(page), others })) as string;
}
