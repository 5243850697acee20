import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PairView, ReportView as View } from '../server/view.js';
import { statementsHere } from '../report/told-statement.js';
import { Changes } from './changes.js';
import { CollationView } from './collation-view.js';
import { Evidence } from './evidence.js';
import { labelOf } from './format.js';
import { listedChanges, type ListedChange } from './listed-changes.js';
import { PageAsRead } from './page-as-read.js';
import { PairChooser } from './pair-chooser.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { SectionNav, type SectionLink } from './section-nav.js';
import { Statements } from './statements.js';
import { StemmaSection } from './stemma-section.js';
import { witnessPlace, type TextPlace } from './text-place.js';
import { useAnswer } from './use-answer.js';
import { useKeys } from './use-keys.js';
import { VerdictHead } from './verdict-head.js';
import { VersionsAside } from './versions-aside.js';
import { Wording } from './wording.js';

/** A report at its own address. */
export function ReportView({ id }: { readonly id: string }): JSX.Element {
  const { value, problem } = useAnswer<View>(`/api/reports/${encodeURIComponent(id)}`);
  if (problem !== undefined) {
    return (
      <div class="page narrow">
        <ProblemNote problem={problem} alone />
      </div>
    );
  }
  if (value === undefined) return <Waiting words="Opening the report" />;
  return <LoadedReport view={value} />;
}

interface Chosen {
  readonly base: string;
  readonly witness: string;
}

function LoadedReport({ view }: { readonly view: View }): JSX.Element {
  const { report } = view;
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const [place, setPlace] = useState<TextPlace | undefined>();
  const changes = useMemo(() => listedChanges(view), [view]);
  const other = useAnswer<PairView>(
    chosen === undefined
      ? undefined
      : `/api/reports/${view.id}/pair?base=${encodeURIComponent(chosen.base)}&witness=${encodeURIComponent(chosen.witness)}`,
  );
  const pair = chosen === undefined ? view.pair : (other.value ?? view.pair);
  const showsTraced = pair?.witness.siglum === view.traced.siglum;
  useEffect(() => {
    document.title = `${report.page.title ?? labelOf(report.page)} · Stemma`;
  }, [report]);

  const compare = (base: string, witness: string): void => {
    const leading = base === view.pair?.base.siglum && witness === view.pair?.witness.siglum;
    setChosen(leading ? undefined : { base, witness });
    setPlace(undefined);
    document.getElementById('texts')?.scrollIntoView({ block: 'start' });
  };
  const goTo = (to: TextPlace): void => {
    if (!showsTraced) setChosen(undefined);
    setPlace(to);
  };
  const goToChange = (number: number): void => {
    const listed = changes[number - 1];
    if (listed === undefined) return;
    history.replaceState(null, '', `#change-${number}`);
    goTo(placeOf(listed, changes.length));
  };
  const current = place?.said?.number;
  useKeys({
    j: () => goToChange(current === undefined || current >= changes.length ? 1 : current + 1),
    k: () => goToChange(current === undefined || current <= 1 ? changes.length : current - 1),
  });
  // What the address names isn't there yet when the browser looks for it.
  useEffect(() => {
    const number = /^#change-(\d+)$/.exec(location.hash)?.[1];
    if (number !== undefined) goToChange(Number(number));
    else document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);

  return (
    <article class="report">
      <VerdictHead view={view} changes={changes} />
      <SectionNav links={linksOf(view, changes.length)} />
      <StemmaSection view={view} onCompare={compare} />
      <Changes view={view} changes={changes} current={current} onChange={goToChange} />
      <VersionsAside view={view} onCompare={compare} />
      {pair !== undefined && (
        <section id="texts" class="section" aria-labelledby="texts-title">
          <h2 id="texts-title">The two texts</h2>
          {view.pair !== undefined && !showsTraced && (
            <p class="hint">The changes above and the statements below are those of the traced page.</p>
          )}
          {other.problem !== undefined && <ProblemNote problem={other.problem} />}
          <CollationView
            pair={pair}
            {...(showsTraced ? { report: view.id } : {})}
            place={showsTraced ? place : undefined}
            chooser={
              <PairChooser view={view} pair={pair} asking={other.asking && chosen !== undefined} onCompare={compare} />
            }
          />
        </section>
      )}
      <Statements view={view} onPlace={(start) => goTo(witnessPlace(start))} />
      <Wording view={view} />
      <PageAsRead page={report.page} />
      <Evidence view={view} />
    </article>
  );
}

/** Where a change is shown; one that stands nowhere in the texts (a byline's) is at their beginning. */
function placeOf({ number, change }: ListedChange, of: number): TextPlace {
  const { base, witness, sentence } = change;
  return { base, witness, said: { number, of, sentence } };
}

function linksOf({ report, pair }: View, changes: number): SectionLink[] {
  return [
    ...(report.stemma.witnesses.length > 1
      ? [{ id: 'stemma', label: 'Who copied whom', count: report.stemma.witnesses.length }]
      : []),
    ...(changes === 0 ? [] : [{ id: 'changes', label: 'Changes', count: changes }]),
    ...(pair === undefined ? [] : [{ id: 'texts', label: 'The two texts' }]),
    ...(report.sources.statements.length === 0
      ? []
      : [
          {
            id: 'statements',
            label: 'Who said it',
            count: statementsHere(report.sources.statements, report.self).length,
          },
        ]),
    { id: 'wording', label: 'Wording' },
    { id: 'page', label: 'The page' },
    { id: 'evidence', label: 'Evidence' },
  ];
}
