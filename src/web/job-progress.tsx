import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../server/job.js';
import { followJob, type JobLine } from './api.js';
import { ProblemNote } from './problem-note.js';

/** The seven stages of a trace, in words. */
const STAGES: readonly (readonly [stage: string, words: string])[] = [
  ['page', 'Reading the page'],
  ['witness', 'Counting its words, names and quotations'],
  ['fingerprints', 'Taking fingerprints that survive rewording'],
  ['candidates', 'Looking for kin in the archive'],
  ['collations', 'Laying the texts side by side'],
  ['stem', 'Working out who copied whom'],
  ['report', 'Weighing statements and counting sources'],
];

interface Props {
  readonly id: string;
  readonly onDone: (job: Job) => void;
  readonly onLeave: () => void;
}

/** A trace while it runs, by stage: which is done, which is at work. */
export function JobProgress({ id, onDone, onLeave }: Props): JSX.Element {
  const [job, setJob] = useState<Job | undefined>();
  const [line, setLine] = useState<JobLine>('heard');
  useEffect(() => {
    const hear = (next: Job): void => {
      setJob(next);
      if (next.state === 'done') onDone(next);
    };
    return followJob(id, hear, setLine);
  }, [id]);
  if (line === 'gone') {
    return (
      <div class="progress" role="alert">
        <p>
          This trace is no longer running: the desk was restarted, or it ended long ago. If it was finished, its report
          stands below.
        </p>
        <button type="button" onClick={onLeave}>
          Start another
        </button>
      </div>
    );
  }
  if (job?.problem !== undefined) {
    return (
      <div class="progress">
        <ProblemNote problem={job.problem} />
        <button type="button" onClick={onLeave}>
          Change the input and try again
        </button>
      </div>
    );
  }
  const reached = Math.max(
    0,
    STAGES.findIndex(([stage]) => stage === job?.stages.at(-1)?.stage),
  );
  return (
    <div class="progress" role="status" aria-live="polite">
      <p class="progress-name">
        Tracing <strong>{job?.name ?? 'the page'}</strong>
      </p>
      {line === 'silent' && <p class="hint">The desk doesn’t answer; waiting for it. Is stemma serve still running?</p>}
      <ol>
        {STAGES.map(([stage, words], i) => (
          <li key={stage} class={i < reached ? 'done' : i === reached ? 'at' : 'ahead'}>
            <span class="visually-hidden">{i < reached ? 'Done: ' : i === reached ? 'Now: ' : 'Ahead: '}</span>
            {words}
          </li>
        ))}
      </ol>
    </div>
  );
}
