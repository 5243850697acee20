import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HoldingPage, HoldingView as View, PairView } from '../server/view.js';
import { startJob } from './api.js';
import { CollationView } from './collation-view.js';
import { momentOf } from '../report/plain-words.js';
import { labelOf } from './format.js';
import { PageAsRead } from './page-as-read.js';
import { PageFacts } from './page-facts.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { Link, navigate } from './route.js';
import { useAnswer } from './use-answer.js';

/** One page of the archive: as it was read, its versions, what changed between them. */
export function HoldingView({ name, query }: { readonly name: string; readonly query: URLSearchParams }): JSX.Element {
  const { value, problem } = useAnswer<HoldingPage>(`/api/archive/pages/${encodeURIComponent(name)}`);
  const against = query.get('against');
  useEffect(() => {
    document.title = `${value?.page.title ?? 'A page'} · Stemma`;
  }, [value]);
  if (problem !== undefined) {
    return (
      <div class="page narrow">
        <ProblemNote problem={problem} alone />
        <p>
          <Link href="/archive">Back to the archive</Link>
        </p>
      </div>
    );
  }
  if (value === undefined) return <Waiting words="Opening the page" />;
  return (
    <article class="report">
      <HoldingHead view={value} />
      {value.versions.length > 1 && <Versions view={value} against={against} />}
      <PageAsRead page={value.page} />
    </article>
  );
}

function HoldingHead({ view }: { readonly view: HoldingPage }): JSX.Element {
  const { page, holding } = view;
  const [problem, setProblem] = useState<Parameters<typeof ProblemNote>[0]['problem'] | undefined>();
  const trace = async (): Promise<void> => {
    const answer = await startJob('/api/trace', { holding: holding.key });
    if ('problem' in answer) setProblem(answer.problem);
    else navigate(`/?job=${answer.value.id}`);
  };
  return (
    <header class="section holding-head">
      <p class="hint">
        <Link href="/archive">Archive</Link>
      </p>
      <h1>{page.title ?? labelOf(holding.page)}</h1>
      <p class="hint">
        <PageFacts page={page} labelOf={(href) => href} />
      </p>
      <p class="hint">Kept since {momentOf(holding.added)}.</p>
      <div class="downloads">
        <button type="button" class="primary" onClick={() => void trace()}>
          Trace this page
        </button>
      </div>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </header>
  );
}

function Versions({ view, against }: { readonly view: HoldingPage; readonly against: string | null }): JSX.Element {
  const current = view.holding.key;
  const earlier = view.versions.filter((version) => version.key !== current);
  const chosen =
    earlier.find((version) => String(version.key) === against) ??
    earlier.findLast((version) => version.version < view.holding.version) ??
    earlier[0];
  const ordered = chosen === undefined ? undefined : [chosen, view.holding].sort((a, b) => a.version - b.version);
  const pair = useAnswer<PairView>(
    ordered === undefined
      ? undefined
      : `/api/archive/pair?base=${ordered[0]?.key ?? ''}&witness=${ordered[1]?.key ?? ''}`,
  );
  return (
    <section class="section" aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      <ol class="versions">
        {view.versions.map((version) => (
          <li key={version.key}>
            <Link href={`/archive/${version.key}`} aria-current={version.key === current ? 'page' : undefined}>
              {versionName(version)}
            </Link>
            {version.key !== current && (
              <Link
                href={`/archive/${current}?against=${version.key}`}
                class="button"
                aria-current={version.key === chosen?.key ? 'true' : undefined}
              >
                {version.key === chosen?.key ? 'Compared below' : 'Compare'}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {pair.problem !== undefined && <ProblemNote problem={pair.problem} />}
      {pair.value === undefined ? (
        pair.asking && <Waiting words="Laying the versions side by side" />
      ) : (
        <CollationView pair={pair.value} />
      )}
    </section>
  );
}

function versionName(version: View): string {
  return `Version ${version.version}, kept ${momentOf(version.added)}`;
}
