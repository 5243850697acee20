import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../server/job.js';
import type { Problem } from '../server/problem.js';
import { startFormJob, startJob } from './api.js';
import { Bookmarklet } from './bookmarklet.js';
import { DropArea } from './drop-area.js';
import { JobProgress } from './job-progress.js';
import { ProblemNote } from './problem-note.js';
import { RecentReports } from './recent-reports.js';
import { navigate } from './route.js';
import { requestOf, type TraceInput } from './trace-request.js';

/** Where a trace begins: an address, a text, or files; and what was traced before. */
export function TraceView({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const [input, setInput] = useState<TraceInput>({ pasted: '', files: [], mode: 'archive' });
  const [job, setJob] = useState<string | undefined>(query.get('job') ?? undefined);
  const [problem, setProblem] = useState<Problem | undefined>();
  useEffect(() => setJob(query.get('job') ?? undefined), [query]);
  useEffect(() => {
    document.title = 'Stemma';
  }, []);

  const begin = async (): Promise<void> => {
    setProblem(undefined);
    const request = requestOf(input);
    if (typeof request === 'string') {
      setProblem(inputProblem(request));
      return;
    }
    const answer =
      request instanceof FormData
        ? await startFormJob('/api/trace/files', request)
        : await startJob('/api/trace', request);
    if ('problem' in answer) {
      setProblem(answer.problem);
      return;
    }
    navigate(`/?job=${answer.value.id}`, 'replace');
  };
  const finish = (done: Job): void => {
    if (done.report !== undefined) navigate(`/report/${done.report}`);
  };

  return (
    <div class="page trace">
      <section class="ask" aria-labelledby="ask-title">
        <h1 id="ask-title">Where does this text come from?</h1>
        <p class="standfirst">
          Stemma finds the report a page was copied from, also when a machine has swapped its words, shows every change,
          and counts the sources that are left.
        </p>
        {job === undefined ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void begin();
            }}
          >
            <DropArea input={input} onChange={setInput} onSubmit={() => void begin()} />
            {problem !== undefined && <ProblemNote problem={problem} />}
            <div class="ask-actions">
              <button class="primary" type="submit">
                Trace
              </button>
              <span class="hint">Nothing leaves this machine but the request for an address that you paste.</span>
            </div>
          </form>
        ) : (
          <JobProgress
            id={job}
            onDone={finish}
            onLeave={() => {
              setJob(undefined);
              navigate('/', 'replace');
            }}
          />
        )}
      </section>
      <aside class="ask-aside">
        <Bookmarklet />
      </aside>
      <RecentReports />
    </div>
  );
}

function inputProblem(detail: string): Problem {
  return { type: 'about:blank', title: 'Nothing to trace yet', status: 0, detail, code: 'bad-input' };
}
