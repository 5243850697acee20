import { z } from '@hono/zod-openapi';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import type { Jobs } from './job.js';
import { failure, problemOfError, problemResponse } from './problem.js';
import { jobSchema } from './schema-desk.js';

const params = z.object({ id: z.string().max(40) });
/** Milliseconds between two signs of life to whoever follows a job: shorter than what proxies and the server's own clock allow a silent line. */
const HEARTBEAT = 10_000;

/** Jobs: what is running, and server-sent events for how far it is. */
export function addJobs(app: App, { jobs }: Pick<DeskParts, 'jobs'>): void {
  const list = apiRoute({
    method: 'get',
    path: '/api/jobs',
    tag: 'Jobs',
    summary: 'The jobs that are remembered, newest first',
    answer: z.object({ jobs: z.array(jobSchema) }),
  });
  app.openapi(list, () => answerJson({ jobs: jobs.list() }));
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/jobs/{id}',
      tag: 'Jobs',
      summary: 'How far a job is',
      params,
      answer: jobSchema,
    }),
    (context) => {
      const job = jobs.get(context.req.valid('param').id);
      if (job === undefined) throw noJob();
      return answerJson(job);
    },
  );
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/jobs/{id}/events',
    operationId: 'getJobsEvents',
    tags: ['Jobs'],
    summary: 'A job as server-sent events: "job" at every change, the last one when it has ended',
    request: { params },
    responses: { 200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } } },
  });
  app.get('/api/jobs/:id/events', (context) => {
    const { id } = context.req.param();
    if (jobs.get(id) === undefined) return problemResponse(problemOfError(noJob()));
    return streamSSE(context, (stream) => relay(jobs, id, stream));
  });
}

/** Sends a job's changes until it has ended or nobody listens any more. */
async function relay(jobs: Jobs, id: string, stream: SSEStreamingApi): Promise<void> {
  let stop = (): void => undefined;
  const beat = setInterval(() => void stream.write(': at work\n\n'), HEARTBEAT);
  await new Promise<void>((resolve) => {
    stream.onAbort(resolve);
    stop = jobs.follow(id, (job) => {
      const sent = stream.writeSSE({ event: 'job', data: JSON.stringify(job) });
      if (job.state !== 'running') void sent.then(resolve, resolve);
    });
  });
  clearInterval(beat);
  stop();
}

function noJob(): Error {
  return failure('not-found', 'This job isn’t remembered; if it was finished, its report is kept.');
}
