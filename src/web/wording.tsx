import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Inspection, SuspectSpan } from '../spin/inspection.js';
import type { ReportView } from '../server/view.js';
import { CopyButton } from './copy-button.js';
import { percentOf } from '../report/plain-words.js';
import { counted } from './format.js';

/** Whether the wording is a person's: suspect words with what probably stood there, the text put back, strings to search the web with. */
export function Wording({ view }: { readonly view: ReportView }): JSX.Element {
  const { inspect, page } = view.report;
  const spun = inspect.spun >= 0.5;
  return (
    <section id="wording" class="section" aria-labelledby="wording-title">
      <h2 id="wording-title">Its wording</h2>
      <p class="section-lede">
        {spun
          ? `A machine has probably reworded it (${percentOf(inspect.spun)}${inspect.machine === undefined ? '' : `, ${inspect.machine}`}).`
          : `Nothing says that a machine reworded it (${percentOf(inspect.spun)}).`}{' '}
        {inspect.grounds.join(' ')}
      </p>
      <div class="wording">
        {inspect.spans.length > 0 && spun && <SuspectWords inspect={inspect} text={page.source} />}
        {inspect.spans.length > 0 && !spun && (
          <details>
            <summary>{counted(inspect.spans.length, 'word')} standing out all the same</summary>
            <SuspectWords inspect={inspect} text={page.source} />
          </details>
        )}
        {inspect.queries.length > 0 && <Queries inspect={inspect} />}
      </div>
    </section>
  );
}

function SuspectWords({ inspect, text }: { readonly inspect: Inspection; readonly text: string }): JSX.Element {
  const [restored, setRestored] = useState(false);
  return (
    <div class="wording-text">
      <div class="segments" role="group" aria-label="Which text">
        <button type="button" aria-pressed={!restored} onClick={() => setRestored(false)}>
          As it stands
        </button>
        <button type="button" aria-pressed={restored} onClick={() => setRestored(true)}>
          As it probably was
        </button>
      </div>
      {restored ? <p class="article">{inspect.restored}</p> : <SuspectText text={text} spans={inspect.spans} />}
    </div>
  );
}

function SuspectText({ text, spans }: { readonly text: string; readonly spans: readonly SuspectSpan[] }): JSX.Element {
  const pieces: JSX.Element[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    const best = span.suggestions[0]?.text;
    pieces.push(<>{text.slice(at, span.start)}</>);
    pieces.push(
      <span
        class={span.probability >= 0.8 ? 'suspect sure' : 'suspect'}
        title={`${percentOf(span.probability)}: ${span.suggestions.map((suggestion) => suggestion.text).join(', ')}`}
      >
        {text.slice(span.start, span.end)}
        {best !== undefined && <ins>{best}</ins>}
      </span>,
    );
    at = span.end;
  }
  pieces.push(<>{text.slice(at)}</>);
  return <p class="article">{pieces}</p>;
}

function Queries({ inspect }: { readonly inspect: Inspection }): JSX.Element {
  return (
    <div class="queries">
      <h3>Search the web for</h3>
      <ul>
        {inspect.queries.map((query) => (
          <li key={query}>
            <code>{query}</code>
            <CopyButton plain name={`Copy ${query}`} text={() => query} />
          </li>
        ))}
      </ul>
    </div>
  );
}
