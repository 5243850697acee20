import type { JSX } from 'preact';
import type { Change, ChangeField } from '../collation/collation.js';
import type { ReportView } from '../server/view.js';
import { labelOf } from './format.js';

const FIELDS: readonly (readonly [field: ChangeField, label: string])[] = [
  ['quotes', 'Quotes'],
  ['numbers', 'Numbers'],
  ['dates', 'Dates'],
  ['names', 'Names'],
  ['meaning', 'Meaning'],
  ['byline', 'Byline'],
  ['credit', 'Credit'],
];

/** The differences that matter to people, with both readings. */
export function Changes({
  view,
  onPlace,
}: {
  readonly view: ReportView;
  readonly onPlace: (start: number) => void;
}): JSX.Element | null {
  const { pair, changesTitle } = view;
  if (pair === undefined || changesTitle === undefined) return null;
  const fields = FIELDS.filter(([field]) => pair.collation.changes[field].length > 0);
  if (fields.length === 0) return null;
  return (
    <section id="changes" class="section" aria-labelledby="changes-title">
      <h2 id="changes-title">{changesTitle}</h2>
      <div class="changes">
        {fields.map(([field, label]) => (
          <section key={field} class={`change-group ${field}`} aria-label={label}>
            <h3>
              {label} <span class="count">{pair.collation.changes[field].length}</span>
            </h3>
            <table>
              <thead class="visually-hidden">
                <tr>
                  <th scope="col">{labelOf(pair.base)}</th>
                  <th scope="col">{labelOf(pair.witness)}</th>
                  <th scope="col">Place</th>
                </tr>
              </thead>
              <tbody>
                {pair.collation.changes[field].map((change, i) => (
                  <ChangeRow key={i} change={change} onPlace={onPlace} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </section>
  );
}

function ChangeRow({
  change,
  onPlace,
}: {
  readonly change: Change;
  readonly onPlace: (start: number) => void;
}): JSX.Element {
  const placed = change.witness[1] > change.witness[0];
  return (
    <tr title={change.sentence}>
      <td class="was">{change.from === '' ? <span class="hint">nothing</span> : change.from}</td>
      <td class="is">{change.to === '' ? <span class="hint">nothing</span> : change.to}</td>
      <td class="place">
        {placed && (
          <button
            type="button"
            class="plain"
            aria-label={`Show in the texts: ${change.sentence}`}
            onClick={() => onPlace(change.witness[0])}
          >
            Show
          </button>
        )}
      </td>
    </tr>
  );
}
