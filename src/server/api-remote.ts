import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { stream } from 'hono/streaming';
import { ARCHIVE_CALLS, callArchive, type ArchiveMethod } from './archive-call.js';
import { answerJson, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { problemSchema } from './schema-contract.js';

/** The archive for other programs: what `--archive http://…` calls. */
export function addRemote(app: App, { archive }: Pick<DeskParts, 'archive'>): void {
  for (const method of Object.keys(ARCHIVE_CALLS) as ArchiveMethod[]) {
    const path = `/api/archive/${method}`;
    app.openAPIRegistry.registerPath({
      method: 'post',
      path,
      operationId: `archive${method.charAt(0).toUpperCase()}${method.slice(1)}`,
      tags: ['Archive for programs'],
      summary: `Archive.${method}`,
      request: { body: { required: true, content: { 'application/json': { schema: ARCHIVE_CALLS[method] } } } },
      responses: {
        200: {
          description: 'Its answer',
          content: { 'application/json': { schema: z.object({ answer: z.unknown() }) } },
        },
        default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problemSchema } } },
      },
    });
    app.post(path, async (context) => {
      if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(context.req.header('content-type') ?? ''))
        throw new HTTPException(415);
      return answerJson({ answer: await callArchive(archive, method, await context.req.json()) });
    });
  }
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/archive/scan',
    operationId: 'archiveScan',
    tags: ['Archive for programs'],
    summary: 'Archive.scan, a holding a line',
    responses: { 200: { description: 'Holdings', content: { 'application/jsonl': { schema: z.string() } } } },
  });
  app.post('/api/archive/scan', (context) => {
    context.header('content-type', 'application/jsonl; charset=utf-8');
    return stream(context, async (out) => {
      for await (const holding of archive.scan()) {
        if (out.aborted) return;
        await out.write(`${JSON.stringify(holding)}\n`);
      }
      await out.write('{"end":true}\n');
    });
  });
}
