import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PairView, ReportView as View } from '../server/view.js';
import { Changes } from './changes.js';
import { CollationView } from './collation-view.js';
import { Evidence } from './evidence.js';
import { labelOf } from './format.js';
import { PageAsRead } from './page-as-read.js';
import { PairChooser } from './pair-chooser.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { SectionNav, type SectionLink } from './section-nav.js';
import { Statements } from './statements.js';
import { StemmaSection } from './stemma-section.js';
import { useAnswer } from './use-answer.js';
import { VerdictHead } from './verdict-head.js';
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
  const [place, setPlace] = useState<{ readonly start: number } | undefined>();
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
  const goTo = (start: number): void => {
    if (!showsTraced) setChosen(undefined);
    setPlace({ start });
  };

  return (
    <article class="report">
      <VerdictHead view={view} />
      <SectionNav links={linksOf(view)} />
      <StemmaSection view={view} onCompare={compare} />
      {pair !== undefined && (
        <section id="texts" class="section" aria-labelledby="texts-title">
          <h2 id="texts-title">The two texts</h2>
          {view.pair !== undefined && !showsTraced && (
            <p class="hint">Changes and statements below are those of the traced page.</p>
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
      <Changes view={view} onPlace={goTo} />
      <Statements view={view} onPlace={goTo} />
      <Wording view={view} />
      <PageAsRead page={report.page} />
      <Evidence view={view} />
    </article>
  );
}

function linksOf({ report, pair, changesTitle }: View): SectionLink[] {
  const changes =
    pair === undefined || changesTitle === undefined
      ? 0
      : Object.values(pair.collation.changes).reduce((sum, list) => sum + list.length, 0);
  return [
    ...(report.stemma.witnesses.length > 1
      ? [{ id: 'stemma', label: 'Who copied whom', count: report.stemma.witnesses.length }]
      : []),
    ...(pair === undefined ? [] : [{ id: 'texts', label: 'The two texts' }]),
    ...(changes === 0 ? [] : [{ id: 'changes', label: 'Changes', count: changes }]),
    ...(report.sources.statements.length === 0
      ? []
      : [{ id: 'statements', label: 'Who said it', count: report.sources.statements.length }]),
    { id: 'wording', label: 'Wording' },
    { id: 'page', label: 'The page' },
    { id: 'evidence', label: 'Evidence' },
  ];
}
