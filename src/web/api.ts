import type { Job } from '../server/job.js';
import type { Problem } from '../server/problem.js';

/** What the desk answers, or the problem it names. */
export type Answer<T> = { readonly value: T } | { readonly problem: Problem };

/** Asks the desk's server. Never throws: a server that can't be reached is a problem like others. */
export async function ask<T>(
  path: string,
  { headers, ...init }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...init, headers: { accept: 'application/json', ...headers } });
    const body: unknown = response.status === 204 ? undefined : await response.json();
    return response.ok ? { value: body as T } : { problem: body as Problem };
  } catch {
    return { problem: UNREACHABLE };
  }
}

/** Sends JSON. */
export function send<T>(path: string, body: unknown, method = 'POST'): Promise<Answer<T>> {
  return ask<T>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

/** Starts a job and answers at once. */
export function startJob(path: string, body: unknown): Promise<Answer<Job>> {
  return ask<Job>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
  });
}

/** Starts a job with files. */
export function startFormJob(path: string, form: FormData): Promise<Answer<Job>> {
  return ask<Job>(path, { method: 'POST', body: form, headers: { prefer: 'respond-async' } });
}

/** Sends a file as it is, however large; what comes back names it for `/api/add`. */
export function sendFile(file: File): Promise<Answer<{ readonly id: string }>> {
  return ask(`/api/uploads?name=${encodeURIComponent(file.name.slice(-200))}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

/** How a job's line is: heard, silent for the moment, or gone because the desk no longer knows the job. */
export type JobLine = 'heard' | 'silent' | 'gone';

/** Follows a job until it ends; the function that comes back stops that. A desk that was restarted knows no jobs. */
export function followJob(id: string, listener: (job: Job) => void, onLine: (line: JobLine) => void): () => void {
  const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
  events.addEventListener('job', (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as Job;
    onLine('heard');
    listener(job);
    if (job.state !== 'running') events.close();
  });
  // The browser goes on trying while the desk is away; an answer that is no stream ends that.
  events.addEventListener('error', () => onLine(events.readyState === EventSource.CLOSED ? 'gone' : 'silent'));
  return () => events.close();
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'The desk doesn’t answer',
  status: 0,
  detail: 'Its server can’t be reached. Is stemma serve still running?',
  code: 'archive-unavailable',
};
