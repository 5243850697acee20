import { z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import type { Archive, Holding } from '../archive/archive.js';
import type { Collation } from '../collation/collation.js';
import { answerJson, apiRoute, type App } from './api-route.js';
import type { DeskParts } from './desk-parts.js';
import { tagOfHolding, viewHolding } from './holding-view.js';
import { mostCopied } from './most-copied.js';
import { failure } from './problem.js';
import { rawOfPage } from './raw-of-page.js';
import { viewPair } from './report-view.js';
import { pageSchema } from './schema-contract.js';
import { archiveInfoSchema, copiedSchema, holdingSchema, pairSchema, searchSchema } from './schema-desk.js';
import { searchQuery, viewSearch } from './search-view.js';

const TAG = 'Archive';
const key = z.coerce.number().int().min(1);
const word = z.string().max(500).optional();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-03-11')
  .optional();
/** Reports that are looked through for what was copied most. */
const REPORTS = 2000;

/** The archive, looked at: search, single pages with their versions, what was copied most, and all of it as JSON Lines. */
export function addArchive(app: App, desk: Pick<DeskParts, 'archive' | 'reports' | 'questions' | 'uploads'>): void {
  const { archive, reports } = desk;
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/archive',
      tag: TAG,
      summary: 'What the archive is and holds',
      answer: archiveInfoSchema,
    }),
    async () => answerJson({ name: archive.name, ...(await archive.count()) }),
  );
  const query = z.object({
    words: word,
    outlet: word,
    agency: word,
    since: day,
    until: day,
    from: z.coerce.number().int().min(0).max(500).default(0),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/, 'must be a month such as 2026-03')
      .optional(),
  });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/archive/search',
      tag: TAG,
      summary: 'Pages by words, outlet, agency and date',
      query,
      answer: searchSchema,
    }),
    async (context) => {
      const asked = context.req.valid('query');
      return answerJson(viewSearch(await archive.search(searchQuery(asked)), asked.from));
    },
  );
  const answer = z.object({ holding: holdingSchema, page: pageSchema, versions: z.array(holdingSchema) });
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/archive/pages/{key}',
      tag: TAG,
      summary: 'A page and its versions',
      params: z.object({ key }),
      answer,
    }),
    async (context) => {
      const holding = await heldIn(archive, context.req.valid('param').key);
      const versions = await archive.versions(holding.address);
      return answerJson({ holding: viewHolding(holding), page: holding.page, versions: versions.map(viewHolding) });
    },
  );
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/archive/pair',
      tag: TAG,
      summary: 'Two pages side by side',
      query: z.object({ base: key, witness: key }),
      answer: pairSchema,
    }),
    async (context) => {
      const asked = context.req.valid('query');
      const [base, witness] = [await heldIn(archive, asked.base), await heldIn(archive, asked.witness)];
      const texts = { base: base.page.source, witness: witness.page.source };
      const collation = await desk.questions.run({
        verb: 'collate',
        base: rawOfPage(base.page),
        witness: rawOfPage(witness.page),
      });
      return answerJson(
        viewPair(
          { base: tagOfHolding(base), witness: tagOfHolding(witness) },
          directed(collation as Collation, base, witness),
          texts,
        ),
      );
    },
  );
  app.openapi(
    apiRoute({
      method: 'get',
      path: '/api/archive/copied',
      tag: TAG,
      summary: 'What the reports found copied most, and by whom',
      answer: copiedSchema,
    }),
    async () => answerJson({ copied: mostCopied(await reports.list(REPORTS)) }),
  );
  addUpload(app, desk);
  addExport(app, archive);
}

/** Of two versions of one page the archive knows which came first, whatever their wording says. */
function directed(collation: Collation, base: Holding, witness: Holding): Collation {
  return base.address === witness.address
    ? { ...collation, direction: base.version < witness.version ? 'base' : 'witness' }
    : collation;
}

function addUpload(app: App, { uploads }: Pick<DeskParts, 'uploads'>): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/uploads',
    operationId: 'postUploads',
    tags: [TAG],
    summary: 'A file on its way into the archive; POST /api/add then takes its id',
    request: {
      query: z.object({ name: z.string().max(200) }),
      body: { content: { 'application/octet-stream': { schema: z.string() } } },
    },
    responses: {
      200: {
        description: 'The file’s id',
        content: { 'application/json': { schema: z.object({ id: z.string(), name: z.string(), size: z.int() }) } },
      },
    },
  });
  app.post('/api/uploads', async (context) => {
    const { id, name, size } = await uploads.receive(context.req.query('name') ?? 'file', context.req.raw.body);
    return context.json({ id, name, size });
  });
}

function addExport(app: App, archive: Archive): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/archive/export',
    operationId: 'getArchiveExport',
    tags: [TAG],
    summary: 'All pages as JSON Lines, as stemma add takes them',
    responses: { 200: { description: 'A page a line', content: { 'application/jsonl': { schema: z.string() } } } },
  });
  app.get('/api/archive/export', (context) => {
    context.header('content-type', 'application/jsonl; charset=utf-8');
    context.header('content-disposition', 'attachment; filename="archive.jsonl"');
    return stream(context, async (out) => {
      for await (const holding of archive.scan()) {
        if (out.aborted) return;
        await out.write(`${JSON.stringify(exported(holding))}\n`);
      }
    });
  });
}

/** The rows of stemma archive export. */
function exported({ page, version, added }: Holding): object {
  const { id, url, title, byline, outlet, published, source } = page;
  return { id, url, title, byline, outlet, published, text: source, version, added };
}

async function heldIn(archive: Archive, wanted: number): Promise<Holding> {
  const [holding] = await archive.holdings([wanted]);
  if (holding === undefined) throw failure('not-found', `The archive has no page ${wanted}.`);
  return holding;
}
