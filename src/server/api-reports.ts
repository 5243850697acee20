import { z } from '@hono/zod-openapi';
import type { Collation } from '../collation/collation.js';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { failure, problemOf, problemResponse } from './problem.js';
import { FORMATS, isFormat, renderReport } from './render-report.js';
import type { KeptReport } from './report-store.js';
import { rawOfPage } from './raw-of-page.js';
import { knownPair, readingsAt, textsOf, viewPair, viewReport } from './report-view.js';
import { reportSchema } from './schema-contract.js';
import { pairSchema, readingsSchema, reportsSchema } from './schema-desk.js';

const TAG = 'Reports';
const params = z.object({
  id: z.string().regex(/^[0-9a-f]{20}$/, 'must be the 20 hexadecimal digits that a report’s address ends with'),
});
const offset = z.coerce.number().int().min(0);

/** Reports that were kept: each at an address of its own, as files, and pair by pair. */
export function addReports(app: App, { reports, questions }: Pick<DeskParts, 'reports' | 'questions'>): void {
  const load = async (id: string): Promise<KeptReport> => {
    const kept = await reports.load(id);
    if (kept === undefined) throw failure('not-found', 'No report has this address; it may have been removed.');
    return kept;
  };
  const query = z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/reports',
      tag: TAG,
      summary: 'The reports that were kept, newest first',
      query,
      answer: reportsSchema,
    }),
    async (context) => answerJson({ reports: await reports.list(context.req.valid('query').limit) }),
  );
  const view = z.object({
    id: z.string(),
    made: z.string(),
    report: reportSchema,
    layout: z.unknown(),
    traced: z.unknown(),
    pair: pairSchema.optional(),
  });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/reports/{id}',
      tag: TAG,
      summary: 'A report and how it is drawn',
      params,
      answer: view,
    }),
    async (context) => answerJson(viewReport(await load(context.req.valid('param').id))),
  );
  app.openapi(
    apiRoute({
      method: 'delete',
      path: '/api/reports/{id}',
      tag: TAG,
      summary: 'Removes a report',
      params,
      answer: z.object({ removed: z.boolean() }),
    }),
    async (context) => answerJson({ removed: await reports.remove(context.req.valid('param').id) }),
  );
  const sigla = z.object({ base: z.string().max(20), witness: z.string().max(20) });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/reports/{id}/pair',
      tag: TAG,
      summary: 'Two pages of a report side by side, named by sigla',
      params,
      query: sigla,
      answer: pairSchema,
    }),
    async (context) => {
      const { report } = await load(context.req.valid('param').id);
      const { base, witness } = context.req.valid('query');
      const known = knownPair(report, base, witness);
      if (known !== undefined) return answerJson(known);
      const texts = textsOf(report);
      const [left, right] = [texts.get(base), texts.get(witness)];
      if (left === undefined || right === undefined)
        throw failure('unknown-siglum', `This report has no text of ${left === undefined ? base : witness}.`);
      const collation = await questions.run({
        verb: 'collate',
        base: rawOfPage({ ...left.tag, source: left.text }),
        witness: rawOfPage({ ...right.tag, source: right.text }),
      });
      return answerJson(
        viewPair({ base: left.tag, witness: right.tag }, collation as Collation, {
          base: left.text,
          witness: right.text,
        }),
      );
    },
  );
  const place = z.object({ start: offset, end: offset });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/reports/{id}/readings',
      tag: TAG,
      summary: 'How every page has a stretch of the traced text',
      params,
      query: place,
      answer: readingsSchema,
    }),
    async (context) => {
      const { report } = await load(context.req.valid('param').id);
      const { start, end } = context.req.valid('query');
      return answerJson({ readings: readingsAt(report, [start, Math.max(start, end)]) });
    },
  );
  addDownload(app, load, questions);
}

function addDownload(app: App, load: (id: string) => Promise<KeptReport>, worker: DeskParts['questions']): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/reports/{id}/download',
    operationId: 'getReportsDownload',
    tags: [TAG],
    summary: 'A report as a file',
    request: { params, query: z.object({ format: z.enum(FORMATS) }) },
    responses: { 200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/api/reports/:id/download', async (context) => {
    const format = context.req.query('format') ?? 'html';
    if (!isFormat(format))
      return problemResponse(
        problemOf('bad-input', `There is no format ${format.slice(0, 40)}: take ${FORMATS.join(', ')}.`),
      );
    const kept = await load(context.req.param('id'));
    const { body, type, extension } = await renderReport(kept.report, format, worker);
    return context.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="stemma-${kept.id}.${extension}"`,
      // A stranger's text is in it: were it opened in place, it may style itself and nothing else.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });
}
