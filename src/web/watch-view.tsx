import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../server/problem.js';
import type { WatchFinding, WatchState } from '../server/watch-list.js';
import { ask, send } from './api.js';
import { hostOf } from '../page/host-of.js';
import { momentOf } from '../report/plain-words.js';
import { agoOf, counted, labelOf } from './format.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { KinshipTag } from './kinship-tag.js';
import { Link } from './route.js';
import { useAnswer } from './use-answer.js';

/** Milliseconds between two looks at what the watch found. */
const PULSE = 15_000;

/** Feeds that the desk keeps reading, and what it found in them. */
export function WatchView(): JSX.Element {
  const { value, problem, again } = useAnswer<WatchState>('/api/watch');
  useEffect(() => {
    document.title = 'Watch · Stemma';
    const timer = setInterval(again, PULSE);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="page watch">
      <header>
        <h1>Watch</h1>
        <p class="section-lede">
          The desk reads these feeds while it runs, adds each new page to the archive, traces it, and says here what it
          found.
        </p>
      </header>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {value === undefined && problem === undefined && <Waiting words="Looking at the feeds" />}
      {value !== undefined && (
        <div class="watch-body">
          <Findings findings={value.findings} watching={value.feeds.length > 0} />
          <Feeds state={value} onChange={again} />
        </div>
      )}
    </div>
  );
}

function Feeds({ state, onChange }: { readonly state: WatchState; readonly onChange: () => void }): JSX.Element {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem | undefined>();
  const add = async (): Promise<void> => {
    const answer = await send('/api/watch/feeds', { url: address.trim() });
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('problem' in answer) return;
    setAddress('');
    onChange();
  };
  const remove = async (url: string): Promise<void> => {
    await ask(`/api/watch/feeds?url=${encodeURIComponent(url)}`, { method: 'DELETE' });
    onChange();
  };
  return (
    <section class="feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">Feeds</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          <span class="hint">Address of a feed (RSS, Atom, JSON Feed)</span>
          <input
            type="url"
            required
            value={address}
            placeholder="https://"
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Watch</button>
      </form>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <ul>
        {state.feeds.map((feed) => (
          <li key={feed.url}>
            <span>
              <strong>{hostOf(feed.url) ?? feed.url}</strong>
              <span class="hint">{feed.url}</span>
              <span class="hint">
                {feed.problem ??
                  (feed.read === undefined
                    ? 'Not read yet'
                    : `Read ${agoOf(feed.read, Date.now())}, ${counted(feed.pages, 'page')} so far`)}
              </span>
            </span>
            <button
              type="button"
              class="plain"
              aria-label={`Stop watching ${feed.url}`}
              onClick={() => void remove(feed.url)}
            >
              Stop
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({
  findings,
  watching,
}: {
  readonly findings: readonly WatchFinding[];
  readonly watching: boolean;
}): JSX.Element {
  if (findings.length === 0) {
    return (
      <div class="nothing">
        <p class="nothing-title">{watching ? 'Nothing found yet.' : 'No feed is watched.'}</p>
        <p>
          {watching
            ? 'New pages that copy something in the archive appear here.'
            : 'Add the feed of an outlet, or of a site that you suspect.'}
        </p>
      </div>
    );
  }
  const now = Date.now();
  return (
    <ul class="rows findings">
      {findings.map((finding) => (
        <li key={`${finding.at}${finding.page.url ?? ''}`}>
          <Link href={`/report/${finding.report}`} class="row-link">
            <KinshipTag kinship={finding.relation} />
            <span class="row-main">
              <span class="row-title">{finding.page.title ?? labelOf(finding.page)}</span>
              <span class="row-lede">{finding.sentence}</span>
            </span>
            <span class="row-aside">
              <span>{labelOf(finding.page)}</span>
              <time dateTime={finding.at} title={momentOf(finding.at)}>
                {agoOf(finding.at, now)}
              </time>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
