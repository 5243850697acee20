import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { Page } from '../page/page.js';
import { pageJson } from '../report/page-json.js';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { failure } from './problem.js';
import {
  addSummarySchema,
  collationSchema,
  copiesSchema,
  inspectionSchema,
  pageSchema,
  reportSchema,
  statementsSchema,
  stemSchema,
} from './schema-contract.js';
import { addInput, collateInput, copiesInput, pageInput, stemInput, traceInput } from './schema-desk.js';
import type { Asked, Task } from './task.js';
import { traceToReport, type TraceRequest } from './trace-to-report.js';

const TAG = 'Verbs';

/** The verbs of the command line, with the same JSON. `Prefer: respond-async` makes a job of those that take long. */
export function addVerbs(app: App, desk: DeskParts): void {
  const ask = (task: Task): Promise<unknown> => desk.questions.run(task);
  addTrace(app, desk);
  addAdd(app, desk);
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/read',
      tag: TAG,
      summary: 'The typed parts of a page',
      body: pageInput,
      answer: pageSchema,
    }),
    async (context) => {
      const input = context.req.valid('json');
      return answerJson({ ...idOf(input), ...pageJson((await ask({ verb: 'read', page: input as Asked })) as Page) });
    },
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/collate',
      tag: TAG,
      summary: 'What two texts share and what changed',
      body: collateInput,
      answer: collationSchema,
    }),
    async (context) => {
      const { id, base, witness } = context.req.valid('json');
      const collation = await ask({ verb: 'collate', base: askedOf(base), witness: askedOf(witness) });
      return answerJson({ ...(id !== undefined && { id }), ...(collation as object) });
    },
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/inspect',
      tag: TAG,
      summary: 'Whether the wording is a person’s',
      body: pageInput,
      answer: inspectionSchema,
    }),
    async (context) => {
      const input = context.req.valid('json');
      return answerJson({ ...idOf(input), ...((await ask({ verb: 'inspect', page: input as Asked })) as object) });
    },
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/statements',
      tag: TAG,
      summary: 'Who is reported to have said what',
      body: pageInput,
      answer: statementsSchema,
    }),
    async (context) => {
      const input = context.req.valid('json');
      return answerJson({ ...idOf(input), ...((await ask({ verb: 'statements', page: input as Asked })) as object) });
    },
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/stem',
      tag: TAG,
      summary: 'Who copied whom among some pages',
      body: stemInput,
      answer: stemSchema,
    }),
    async (context) => {
      return answerJson(await ask({ verb: 'stem', pages: context.req.valid('json').pages as Asked[] }));
    },
  );
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/copies',
      tag: TAG,
      summary: 'Who carried this text',
      body: copiesInput,
      answer: copiesSchema,
    }),
    async (context) => {
      const { limit, ...page } = context.req.valid('json');
      return answerJson({
        ...idOf(page),
        ...((await ask({ verb: 'copies', page: page as Asked, ...(limit !== undefined && { limit }) })) as object),
      });
    },
  );
}

function addTrace(app: App, desk: DeskParts): void {
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/trace',
      tag: TAG,
      summary: 'Where a page’s text comes from',
      body: traceInput,
      answer: reportSchema,
    }),
    async (context) => {
      const { against, until, limit, ...page } = context.req.valid('json');
      const request: TraceRequest = {
        page,
        ...(against !== undefined && { against }),
        ...(limit !== undefined && { limit }),
      };
      if (until !== undefined && until !== 'report')
        return answerJson({
          ...idOf(page),
          ...((await desk.questions.run({
            verb: 'trace',
            page: page as Asked,
            until,
            ...(limit !== undefined && { limit }),
          })) as object),
        });
      return answerTrace(context, desk, request);
    },
  );
  const form = apiRoute({
    method: 'post',
    path: '/api/trace/files',
    tag: TAG,
    summary: 'Traces the first of some files; the others are what it is traced against where "mode" says so',
    answer: reportSchema,
  });
  app.openapi(form, async (context) => {
    const body = await formOf(context);
    const files = [body['file']].flat().filter((file) => file instanceof File);
    const pages: Asked[] = await Promise.all(
      files.map(async (file) => ({ id: file.name.slice(0, 500), bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const [page, ...others] = [...pastedIn(body['page']), ...pages];
    if (page === undefined) throw failure('bad-input', NO_FILE);
    return answerTrace(context, desk, {
      page,
      ...(body['mode'] === 'against' && others.length > 0 && { against: others }),
    });
  });
}

const NO_FILE = 'There is no page in this request: send a form with one "file" or more, or a "page" as JSON.';

async function formOf(context: Context): Promise<Awaited<ReturnType<Context['req']['parseBody']>>> {
  try {
    return await context.req.parseBody({ all: true });
  } catch {
    throw failure('bad-input', NO_FILE);
  }
}

/** The page that was pasted beside the files, if one was. */
function pastedIn(field: unknown): readonly Asked[] {
  if (typeof field !== 'string') return [];
  try {
    return [pageInput.parse(JSON.parse(field)) as Asked];
  } catch (error) {
    if (error instanceof SyntaxError)
      throw failure('bad-input', '"page" is no JSON: send an object such as {"text": "…"}.');
    throw error;
  }
}

async function answerTrace(context: Context, desk: DeskParts, request: TraceRequest): Promise<never> {
  if (isAsync(context)) {
    const job = desk.jobs.start('trace', nameOf(request), async (onProgress) => ({
      report: (await traceToReport(desk, request, onProgress)).id,
    }));
    return answerJson(job, 202, { location: `/api/jobs/${job.id}` });
  }
  const kept = await traceToReport(desk, request);
  return answerJson(kept.report, 200, { location: `/report/${kept.id}` });
}

function addAdd(app: App, desk: DeskParts): void {
  const body = addInput.extend({
    sources: addInput.shape.sources.min(0).default([]),
    uploads: z.array(z.string().max(60)).max(100).default([]),
  });
  app.openapi(
    apiRoute({
      method: 'post',
      path: '/api/add',
      tag: TAG,
      summary: 'Pages into the archive, from addresses or from files sent to /api/uploads before',
      body,
      answer: addSummarySchema,
    }),
    async (context) => {
      const { sources, uploads } = context.req.valid('json');
      const refused = sources.find((source) => !/^https?:\/\//i.test(source));
      if (refused !== undefined)
        throw failure(
          'bad-input',
          `"sources" has ${refused.slice(0, 200)}, which is no address of the web: send files to /api/uploads and name them in "uploads".`,
        );
      const files = uploads.map((id) => desk.uploads.take(id));
      if (sources.length + files.length === 0)
        throw failure(
          'bad-input',
          'There is nothing to add: name addresses in "sources", or files that were sent to /api/uploads in "uploads".',
        );
      const task: Task = {
        verb: 'add',
        sources: [...sources, ...files.map((file) => file.path)],
        names: Object.fromEntries(files.map((file) => [file.path, file.name])),
      };
      const work = async (onProgress?: Parameters<DeskParts['errands']['run']>[1]): Promise<unknown> => {
        try {
          return await desk.errands.run(task, onProgress);
        } finally {
          await Promise.all(files.map((file) => desk.uploads.drop(file)));
        }
      };
      if (!isAsync(context)) return answerJson(await work());
      const job = desk.jobs.start(
        'add',
        [...sources, ...files.map((file) => file.name)].join(', '),
        async (onProgress) => ({ summary: await work(onProgress) }),
      );
      return answerJson(job, 202, { location: `/api/jobs/${job.id}` });
    },
  );
}

function isAsync(context: Context): boolean {
  return /\brespond-async\b/i.test(context.req.header('prefer') ?? '');
}

function nameOf({ page }: TraceRequest): string {
  return page.title ?? page.url ?? page.id ?? page.text?.trim().split('\n')[0]?.slice(0, 100) ?? 'a page';
}

function idOf({ id }: { readonly id?: string | undefined }): { id?: string } {
  return id === undefined ? {} : { id };
}

function askedOf(page: string | object): Asked {
  return typeof page === 'string' ? { text: page } : page;
}
