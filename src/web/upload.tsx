import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AddSummary } from '../add.js';
import type { Job } from '../server/job.js';
import type { Problem } from '../server/problem.js';
import { followJob, sendFile, startJob } from './api.js';
import { counted } from './format.js';
import { ProblemNote } from './problem-note.js';

/** Pages into the archive: files of any kind, or an address. */
export function Upload({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const chooser = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState('');
  const [job, setJob] = useState<Job | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState('');
  const running = job?.state === 'running' || sending !== '';

  const follow = (answer: Awaited<ReturnType<typeof startJob>>): void => {
    if ('problem' in answer) {
      setProblem(answer.problem);
      return;
    }
    setProblem(undefined);
    setJob(answer.value);
  };
  const sendFiles = async (files: FileList | null | undefined): Promise<void> => {
    if (files === null || files === undefined || files.length === 0) return;
    setProblem(undefined);
    const uploads: string[] = [];
    for (const [i, file] of [...files].entries()) {
      setSending(`Sending ${file.name} (${i + 1} of ${files.length})`);
      const answer = await sendFile(file);
      if ('problem' in answer) {
        setSending('');
        setProblem(answer.problem);
        return;
      }
      uploads.push(answer.value.id);
    }
    setSending('');
    follow(await startJob('/api/add', { uploads }));
  };
  useEffect(() => {
    if (job === undefined || job.state !== 'running') return;
    const hear = (next: Job): void => {
      setJob(next);
      if (next.state !== 'running') onDone();
    };
    return followJob(job.id, hear, (line) => {
      if (line !== 'gone') return;
      setJob(undefined);
      setProblem(GONE);
      onDone();
    });
  }, [job?.id]);

  return (
    <section
      class={over ? 'upload over' : 'upload'}
      aria-labelledby="upload-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void sendFiles(event.dataTransfer?.files);
      }}
    >
      <h2 id="upload-title">Add pages</h2>
      <p class="hint">JSON Lines, WARC, OPML, HTML or text, each also gzipped. Drop files here, or</p>
      <input
        ref={chooser}
        type="file"
        multiple
        class="visually-hidden"
        tabindex={-1}
        aria-label="Files to add"
        onChange={(event) => void sendFiles(event.currentTarget.files)}
      />
      <button type="button" onClick={() => chooser.current?.click()} disabled={running}>
        Choose files…
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void startJob('/api/add', { sources: [address.trim()] }).then(follow);
        }}
      >
        <label>
          <span class="hint">or an address: a page, a feed, a sitemap</span>
          <input
            type="url"
            required
            value={address}
            placeholder="https://"
            onInput={(event) => setAddress(event.currentTarget.value)}
            disabled={running}
          />
        </label>
        <button type="submit" disabled={running}>
          Add
        </button>
      </form>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {sending !== '' && (
        <p role="status" class="add-state">
          {sending}
        </p>
      )}
      {job !== undefined && sending === '' && <AddState job={job} />}
    </section>
  );
}

const GONE: Problem = {
  type: 'about:blank',
  title: 'The desk was restarted',
  status: 0,
  detail: 'Pages that it had added by then are in the archive; add the files again for the rest.',
  code: 'crashed',
};

function AddState({ job }: { readonly job: Job }): JSX.Element {
  const stage = job.stages.at(-1);
  if (job.problem !== undefined) return <ProblemNote problem={job.problem} />;
  if (job.state === 'running') {
    return (
      <p role="status" class="add-state">
        Adding {job.name}
        {stage?.done === undefined ? '' : `: ${counted(stage.done, 'page')} so far`}
      </p>
    );
  }
  return <AddResult summary={job.summary as AddSummary} />;
}

function AddResult({ summary }: { readonly summary: AddSummary }): JSX.Element {
  return (
    <div role="status" class="add-state">
      <p>
        <strong>{counted(summary.added, 'page')} added</strong>, {summary.versions} as new versions, {summary.known}{' '}
        known before.
      </p>
      {summary.unreadable.length > 0 && (
        <details>
          <summary>{counted(summary.unreadable.length, 'input')} could not be read</summary>
          <ul>
            {summary.unreadable.slice(0, 50).map(({ input, why }, i) => (
              <li key={i}>
                <strong>{input}</strong> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
