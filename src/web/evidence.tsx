import type { JSX } from 'preact';
import type { ReportView } from '../server/view.js';
import { momentOf } from '../report/plain-words.js';
import { safeHref } from './format.js';

/** What the report rests on: address, time and digest of each page, for whoever must check it. */
export function Evidence({ view }: { readonly view: ReportView }): JSX.Element {
  const { exhibits, stemma } = view.report;
  return (
    <section id="evidence" class="section" aria-labelledby="evidence-title">
      <h2 id="evidence-title">What this rests on</h2>
      <table class="exhibits">
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Address</th>
            <th scope="col">Published</th>
            <th scope="col">SHA-256 of its text</th>
          </tr>
        </thead>
        <tbody>
          {exhibits.map((exhibit, i) => {
            const witness = stemma.witnesses[i];
            const href = safeHref(exhibit.url);
            return (
              <tr key={i}>
                <th scope="row">
                  {witness !== undefined && <span class="siglum">{witness.siglum}</span>}{' '}
                  {witness?.outlet ?? (href === undefined ? exhibit.id : '')}
                </th>
                <td data-label="Address">
                  {href === undefined ? (
                    (exhibit.url ?? <span class="hint">none</span>)
                  ) : (
                    <a href={href} target="_blank" rel="noreferrer noopener">
                      {href}
                    </a>
                  )}
                </td>
                <td data-label="Published">
                  {exhibit.published === undefined ? <span class="hint">not said</span> : momentOf(exhibit.published)}
                </td>
                <td data-label="SHA-256">
                  <code>{exhibit.digest}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint colophon">
        Report {view.id}, made {momentOf(view.made)}. Its address names its content: a report that differs in a letter
        has another.
      </p>
    </section>
  );
}
