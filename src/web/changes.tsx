import type { JSX } from 'preact';
import { leadingCollation } from '../report/leading-collation.js';
import type { PairView, ReportView } from '../server/view.js';
import { citeChange } from './citation.js';
import { CopyButton } from './copy-button.js';
import type { Excerpt } from './excerpt.js';
import { labelOf } from './format.js';
import { FIELD_LABELS, type ListedChange } from './listed-changes.js';
import { VersionTable } from './versions-aside.js';

interface Props {
  readonly view: ReportView;
  readonly changes: readonly ListedChange[];
  /** Number of the change that the reader is at. */
  readonly current: number | undefined;
  readonly onChange: (number: number) => void;
}

/** The differences that matter to people, both readings in their words; each has an address of its own. */
export function Changes({ view, changes, current, onChange }: Props): JSX.Element | null {
  const { pair, changesTitle } = view;
  const leading = leadingCollation(view.report);
  if (pair === undefined || changesTitle === undefined || (changes.length === 0 && leading?.version === undefined))
    return null;
  return (
    <section id="changes" class="section" aria-labelledby="changes-title">
      <h2 id="changes-title">{changesTitle}</h2>
      {changes.length > 0 && (
        <p class="hint changes-keys">
          <kbd>j</kbd> and <kbd>k</kbd> lead from change to change in the texts.
        </p>
      )}
      <div class="changes">
        {FIELD_LABELS.map(([field, label]) => {
          const listed = changes.filter((each) => each.field === field);
          return listed.length === 0 ? null : (
            <section key={field} class={`change-group ${field}`} aria-label={label}>
              <h3>
                {label} <span class="count">{listed.length}</span>
              </h3>
              <ChangeTable view={view} pair={pair} listed={listed} current={current} onChange={onChange} />
            </section>
          );
        })}
      </div>
      <VersionTable entry={leading} />
    </section>
  );
}

function ChangeTable({
  view,
  pair,
  listed,
  current,
  onChange,
}: Omit<Props, 'changes'> & { readonly pair: PairView; readonly listed: readonly ListedChange[] }): JSX.Element {
  const [base, witness] = [labelOf(pair.base), labelOf(pair.witness)];
  return (
    <table>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{base}</th>
          <th scope="col">{witness}</th>
          <th scope="col">Place</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((each) => (
          <tr
            key={each.number}
            id={`change-${each.number}`}
            title={each.change.sentence}
            aria-current={each.number === current ? 'true' : undefined}
          >
            <td class="was">
              <Reading excerpt={each.was} alone={each.change.from} href={each.wasHref} at={base} />
            </td>
            <td class="is">
              <Reading excerpt={each.is} alone={each.change.to} href={each.isHref} at={witness} />
              {each.change.also !== undefined && <span class="hint also">also: {each.change.also.join(', ')}</span>}
            </td>
            <td class="place">
              {(each.is ?? each.was) !== undefined && (
                <button
                  type="button"
                  class="plain"
                  aria-label={`Show in the texts: ${each.change.sentence}`}
                  onClick={() => onChange(each.number)}
                >
                  Show
                </button>
              )}
              <CopyButton plain name={`Copy: ${each.change.sentence}`} text={() => citeChange(view, each)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A reading marked in its words; an arrow leads to them in the page itself. */
function Reading({
  excerpt,
  alone,
  href,
  at,
}: {
  readonly excerpt: Excerpt | undefined;
  readonly alone: string;
  readonly href: string | undefined;
  readonly at: string;
}): JSX.Element {
  return (
    <>
      {excerpt === undefined ? (
        alone === '' ? (
          <span class="hint">nothing</span>
        ) : (
          alone
        )
      ) : (
        <>
          {excerpt.before}
          {excerpt.at === '' ? <mark class="gap" aria-label="nothing" /> : <mark>{excerpt.at}</mark>}
          {excerpt.after}
        </>
      )}
      {href !== undefined && (
        <>
          {' '}
          <a class="at-page" href={href} target="_blank" rel="noreferrer noopener" aria-label={`In the page of ${at}`}>
            ↗
          </a>
        </>
      )}
    </>
  );
}
