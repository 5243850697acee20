import type { Report } from '../report/report.js';

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
export async function renderReport(report: Report, format: Format): Promise<Rendered> {
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
    case 'tei':
      throw new Error('csv, tei');
  }
}
