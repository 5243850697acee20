import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

const FORMATS = [
  ['html', 'Evidence', 'one HTML file to mail and keep'],
  ['json', 'JSON', 'everything, for programs'],
  ['csv', 'CSV', 'changes and statements as a table'],
  ['tei', 'TEI', 'the collation, for editions'],
  ['graphml', 'GraphML', 'the stemma, for graph tools'],
] as const;

/** The report as files, on paper, and as an address. */
export function Downloads({ id }: { readonly id: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${location.origin}/report/${id}`);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div class="downloads">
      {FORMATS.map(([format, label, what]) => (
        <a
          key={format}
          class={format === 'html' ? 'button primary' : 'button'}
          href={`/api/reports/${id}/download?format=${format}`}
          download
          title={what}
        >
          {format === 'html' ? 'Download evidence' : label}
        </a>
      ))}
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <button type="button" onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy address'}
      </button>
      <span class="visually-hidden" role="status">
        {copied ? 'The report’s address was copied.' : ''}
      </span>
    </div>
  );
}
