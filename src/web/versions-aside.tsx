import type { JSX } from 'preact';
import { versionsAside } from '../report/leading-collation.js';
import { pairSigla } from '../report/pair-sigla.js';
import type { ReportCollation } from '../report/report.js';
import { titleOfVersion, versionLines, type VersionLine } from '../report/version-words.js';
import type { ReportView } from '../server/view.js';

/** What an outlet changed between two versions of its story beside the listed changes, and whether it says so. */
export function VersionTable({ entry }: { readonly entry: ReportCollation | undefined }): JSX.Element | null {
  if (entry?.version === undefined) return null;
  return (
    <table class="version">
      <tbody>
        {versionLines(entry.version).map(({ label, text }, i) => (
          <tr key={`${label}${i}`}>
            <th scope="row">{VERSION_LABELS[label]}</th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const VERSION_LABELS: Readonly<Record<VersionLine['label'], string>> = {
  headline: 'Headline',
  added: 'Added',
  gone: 'Taken out',
  words: 'Words',
  note: 'Note',
};

/** Versions of the page's story beside the text that the report shows first: what was changed, and the way to lay them side by side. */
export function VersionsAside({
  view,
  onCompare,
}: {
  readonly view: ReportView;
  readonly onCompare: (base: string, witness: string) => void;
}): JSX.Element | null {
  const entries = versionsAside(view.report);
  if (entries.length === 0) return null;
  return (
    <section id="versions" class="section" aria-labelledby="versions-aside-title">
      <h2 id="versions-aside-title">{entries.length === 1 ? 'Another version' : 'Other versions'}</h2>
      {entries.map((entry) => {
        const [siglum, traced] = pairSigla(view.report, entry);
        const sentences = Object.values(entry.collation.changes).flatMap((list) =>
          list.map(({ sentence }) => sentence),
        );
        return (
          <section key={siglum} class="version-aside">
            <h3>{titleOfVersion(entry)}</h3>
            {sentences.length > 0 && (
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            <VersionTable entry={entry} />
            <button type="button" onClick={() => onCompare(siglum, traced)}>
              Lay side by side
            </button>
          </section>
        );
      })}
    </section>
  );
}
