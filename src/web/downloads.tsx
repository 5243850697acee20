import type { JSX } from 'preact';
import type { ReportView } from '../server/view.js';
import { addressOf, citeReport } from './citation.js';
import { CopyButton } from './copy-button.js';
import type { ListedChange } from './listed-changes.js';

const FORMATS = [
  ['html', 'Evidence', 'one HTML file to mail and keep'],
  ['json', 'JSON', 'everything, for programs'],
  ['csv', 'CSV', 'changes and statements as a table'],
  ['tei', 'TEI', 'the collation, for editions'],
  ['graphml', 'GraphML', 'the stemma, for graph tools'],
] as const;

/** The report as files, on paper, as text, and as an address. */
export function Downloads({
  view,
  changes,
}: {
  readonly view: ReportView;
  readonly changes: readonly ListedChange[];
}): JSX.Element {
  return (
    <div class="downloads">
      {FORMATS.map(([format, label, what]) => (
        <a
          key={format}
          class={format === 'html' ? 'button primary' : 'button'}
          href={`/api/reports/${view.id}/download?format=${format}`}
          download
          title={what}
        >
          {format === 'html' ? 'Download evidence' : label}
        </a>
      ))}
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <CopyButton label="Copy as text" text={() => citeReport(view, changes)} />
      <CopyButton label="Copy address" text={() => addressOf(view)} />
    </div>
  );
}
