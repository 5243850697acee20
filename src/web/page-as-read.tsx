import type { JSX } from 'preact';
import type { Page, PartKind } from '../page/page.js';
import { counted } from './format.js';

/** Kinds that are shown; the rest is furniture and folded. */
const SHOWN: ReadonlySet<PartKind> = new Set<PartKind>([
  'headline',
  'deck',
  'byline',
  'outlet',
  'dateline',
  'timestamp',
  'paragraph',
  'subheading',
  'blockquote',
  'listitem',
  'table',
  'caption',
  'credit',
  'contributor',
  'correction',
]);

/** The page as it was read, every part with its kind, and what it says of itself. */
export function PageAsRead({ page }: { readonly page: Page }): JSX.Element {
  const shown = page.parts.filter((part) => SHOWN.has(part.kind));
  const furniture = page.parts.filter((part) => !SHOWN.has(part.kind));
  return (
    <section id="page" class="section" aria-labelledby="page-title">
      <h2 id="page-title">The page as it was read</h2>
      {page.notes.length > 0 && (
        <ul class="notes">
          {page.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div class="page-read">
        <Parts parts={shown} />
        <div class="page-said">
          <Claims page={page} />
          {furniture.length > 0 && (
            <details class="furniture">
              <summary>
                {counted(furniture.length, 'part')} that are no report: advertisements, menus, related stories
              </summary>
              <Parts parts={furniture} />
            </details>
          )}
        </div>
      </div>
    </section>
  );
}

function Parts({ parts }: { readonly parts: Page['parts'] }): JSX.Element {
  return (
    <dl class="parts">
      {parts.map((part, i) => (
        <div key={i} class={`part ${part.kind}`}>
          <dt>{part.kind}</dt>
          <dd>{part.text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Claims({ page }: { readonly page: Page }): JSX.Element | null {
  if (page.claims.length === 0) return null;
  return (
    <>
      <h3>What it says of itself</h3>
      <table class="claims">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Says, and where</th>
          </tr>
        </thead>
        <tbody>
          {gathered(page).map(({ field, value, from }) => (
            <tr key={`${field} ${value}`}>
              <th scope="row">{field}</th>
              <td>
                {value} <span class="claim-from">{from.join(', ')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The same claim from several places is one row. */
function gathered({
  claims,
}: Page): readonly { readonly field: string; readonly value: string; readonly from: readonly string[] }[] {
  const rows = new Map<string, { field: string; value: string; from: string[] }>();
  for (const { field, value, from } of claims) {
    const row = rows.get(`${field} ${value}`);
    if (row === undefined) rows.set(`${field} ${value}`, { field, value, from: [from] });
    else if (!row.from.includes(from)) row.from.push(from);
  }
  return [...rows.values()].sort((a, b) => a.field.localeCompare(b.field));
}
