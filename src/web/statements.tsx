import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { SourcedStatement } from '../stemma/stemma.js';
import type { ReportView } from '../server/view.js';
import { inOrderOfNeed, siglumOf, statementsHere, toldStatement } from '../report/told-statement.js';
import { counted } from './format.js';
import { Sigla } from './sigla.js';

interface Props {
  readonly view: ReportView;
  readonly onPlace: (start: number) => void;
}

/** Who is reported to have said what, through whom, which pages carry it, and how many sources that makes: the page's own statements, then those of its kin. */
export function Statements({ view, onPlace }: Props): JSX.Element | null {
  const { sources, self } = view.report;
  const [speaker, setSpeaker] = useState('');
  const speakers = useMemo(() => countNames(sources.statements), [sources]);
  const [own, others] = useMemo(() => {
    const here = new Set(statementsHere(sources.statements, self));
    const ordered = inOrderOfNeed(sources.statements);
    return [ordered.filter((each) => here.has(each)), ordered.filter((each) => !here.has(each))] as const;
  }, [sources, self]);
  if (sources.statements.length === 0) return null;
  const spoken = (statements: readonly SourcedStatement[]): readonly SourcedStatement[] =>
    speaker === '' ? statements : statements.filter(({ name }) => name === speaker);
  return (
    <section id="statements" class="section" aria-labelledby="statements-title">
      <h2 id="statements-title">Who said it</h2>
      <p class="section-lede">
        {counted(own.length, 'statement')} on this page
        {others.length > 0 && `, ${others.length} only on its kin`}
        {sources.pages > 1 && `. ${counted(sources.pages, 'page')}, ${sources.independent} independent`}.
      </p>
      <label class="speaker-filter">
        Speaker{' '}
        <select value={speaker} onChange={(event) => setSpeaker(event.currentTarget.value)}>
          <option value="">All ({sources.statements.length})</option>
          {speakers.map(([name, count]) => (
            <option key={name} value={name}>
              {name === '' ? 'Unnamed' : name} ({count})
            </option>
          ))}
        </select>
      </label>
      <StatementTable statements={spoken(own)} view={view} onPlace={onPlace} />
      {spoken(others).length > 0 && (
        <details class="others" open={own.length === 0 || spoken(own).length === 0}>
          <summary>{counted(spoken(others).length, 'statement')} only on the other pages</summary>
          <StatementTable statements={spoken(others)} view={view} onPlace={onPlace} />
        </details>
      )}
    </section>
  );
}

function StatementTable({
  statements,
  view,
  onPlace,
}: Props & { readonly statements: readonly SourcedStatement[] }): JSX.Element | null {
  if (statements.length === 0) return null;
  const nameOf = siglumOf(view.report.stemma);
  return (
    <table class="statements">
      <thead>
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">Words</th>
          <th scope="col">Through</th>
          <th scope="col">Carried by</th>
          <th scope="col">Sources</th>
        </tr>
      </thead>
      <tbody>
        {statements.map((statement, i) => (
          <StatementRow
            key={`${i}${statement.content}`}
            statement={statement}
            nameOf={nameOf}
            view={view}
            onPlace={onPlace}
          />
        ))}
      </tbody>
    </table>
  );
}

function StatementRow({
  statement,
  nameOf,
  view,
  onPlace,
}: Props & { readonly statement: SourcedStatement; readonly nameOf: (id: string) => string }): JSX.Element {
  const { self, statements } = view.report;
  const { name, said, through, marks, notes } = toldStatement(statement, nameOf, self);
  const own = statement.here === undefined ? undefined : statements[statement.here.statement];
  const place = own?.content[0]?.[0];
  return (
    <tr>
      <th scope="row">
        {statement.name === '' ? <span class="hint">{name}</span> : name}
        {own?.office !== undefined && <span class="hint office">{own.office}</span>}
      </th>
      <td class="said" data-label="Words">
        {place === undefined || view.pair === undefined ? (
          said
        ) : (
          <button type="button" class="said-link" title="Show in the texts" onClick={() => onPlace(place)}>
            {said}
          </button>
        )}
        {marks.length > 0 && <span class="marks">{marks.join(', ')}</span>}
        {notes.map((note) => (
          <span key={note} class="otherwise">
            {note}
          </span>
        ))}
      </td>
      <td class="chain" data-label="Through">
        {through.length === 0 ? (
          <span class="hint">directly</span>
        ) : (
          <ol>
            {through.map((link) => (
              <li key={link}>{link}</li>
            ))}
          </ol>
        )}
      </td>
      <td data-label="Carried by">
        <Sigla ids={statement.carriers} view={view} />
      </td>
      <td class="origins" data-label="Sources">
        <span class="figure">{statement.origins.length}</span> <span class="hint">{statement.origins.join(', ')}</span>
      </td>
    </tr>
  );
}

function countNames(statements: readonly SourcedStatement[]): (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { name } of statements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
