import { randomBytes } from 'node:crypto';
import { isProblem, problemOfError, type Problem } from './problem.js';
import type { Progress } from './work-message.js';

/** Something that takes a while: a trace, an upload. Plain JSON. */
export interface Job {
  readonly id: string;
  readonly kind: 'trace' | 'add';
  /** What people call it: a title, a file's name, an address. */
  readonly name: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly started: string;
  /** Stages in the order in which they began, each with its time since the start in milliseconds. */
  readonly stages: readonly (Progress & { readonly after: number })[];
  /** Of a trace: the report's id. */
  readonly report?: string;
  /** Of an add: its summary. */
  readonly summary?: unknown;
  readonly problem?: Problem;
}

/** What a job's work gives. */
type Outcome = Pick<Job, 'report' | 'summary'>;

/** The desk's jobs, in memory: what they lead to (reports, pages) is on disk. */
export interface Jobs {
  start(kind: Job['kind'], name: string, work: (onProgress: (progress: Progress) => void) => Promise<Outcome>): Job;
  get(id: string): Job | undefined;
  /** All that are remembered, newest first. */
  list(): readonly Job[];
  /** Calls `listener` with the job now and at each change; the function that comes back ends that. */
  follow(id: string, listener: (job: Job) => void): () => void;
}

/** Jobs that are remembered; the oldest finished ones are forgotten first. */
const REMEMBERED = 200;

interface Entry {
  job: Job;
  readonly listeners: Set<(job: Job) => void>;
}

export function openJobs(): Jobs {
  const entries = new Map<string, Entry>();
  return {
    start: (kind, name, work) => {
      const began = performance.now();
      const job: Job = {
        id: randomBytes(9).toString('base64url'),
        kind,
        name: name.slice(0, 300),
        state: 'running',
        started: new Date().toISOString(),
        stages: [],
      };
      const entry: Entry = { job, listeners: new Set() };
      entries.set(job.id, entry);
      forget(entries);
      const onProgress = (progress: Progress): void =>
        change(entry, { stages: withStage(entry.job.stages, progress, performance.now() - began) });
      work(onProgress).then(
        (outcome) => change(entry, { state: 'done', ...outcome }),
        (error: unknown) => {
          if (!isProblem(error)) console.error(error);
          change(entry, { state: 'failed', problem: problemOfError(error) });
        },
      );
      return job;
    },
    get: (id) => entries.get(id)?.job,
    list: () => [...entries.values()].map(({ job }) => job).reverse(),
    follow: (id, listener) => {
      const entry = entries.get(id);
      if (entry === undefined) return () => undefined;
      entry.listeners.add(listener);
      listener(entry.job);
      return () => entry.listeners.delete(listener);
    },
  };
}

/** A stage that goes on is counted up in its place. */
function withStage(stages: Job['stages'], progress: Progress, after: number): Job['stages'] {
  const last = stages.at(-1);
  if (last?.stage === progress.stage) return [...stages.slice(0, -1), { ...last, ...progress }];
  return [...stages, { ...progress, after: Math.round(after) }];
}

function change(entry: Entry, changes: Partial<Job>): void {
  entry.job = { ...entry.job, ...changes };
  for (const listener of entry.listeners) listener(entry.job);
}

function forget(entries: Map<string, Entry>): void {
  for (const [id, { job }] of entries) {
    if (entries.size <= REMEMBERED) return;
    if (job.state !== 'running') entries.delete(id);
  }
}
