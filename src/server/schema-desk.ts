import { z } from '@hono/zod-openapi';
import { addSummarySchema, problemSchema } from './schema-contract.js';

/** Characters of a page in a request: its own limit of 16 MiB, in UTF-16 units. */
const LONGEST = 16 * 2 ** 20;
/** Pages of one request. */
const MOST_PAGES = 200;

const CONTENT = 'a page needs "text", "html" or "url"';

function hasContent({ text, html, url }: { text?: unknown; html?: unknown; url?: unknown }): boolean {
  return [text, html, url].some((given) => given !== undefined);
}

const pageFields = z
  .object({
    id: z.string().max(2000).optional(),
    url: z.string().max(8000).optional(),
    html: z.string().max(LONGEST).optional(),
    text: z.string().max(LONGEST).optional(),
    title: z.string().max(2000).optional(),
    byline: z.union([z.string().max(2000), z.array(z.string().max(500)).max(100)]).optional(),
    outlet: z.string().max(500).optional(),
    published: z.string().max(100).optional(),
  })
  .openapi('PageInput', {
    description:
      'A page: its text or HTML, or only an address to fetch it from. Fields that are given win over what the page says.',
  });

export const pageInput = pageFields.refine(hasContent, { error: CONTENT });

const textOrPage = z.union([z.string().min(1).max(LONGEST), pageInput], {
  error: ({ input }) =>
    `${input === undefined ? 'is missing: it ' : ''}must be a text, or a page with "text", "html" or "url"`,
});

export const traceInput = pageFields
  .extend({
    holding: z.int().min(1).optional().openapi({ description: 'Key of a page of the archive, instead of content' }),
    against: z
      .array(pageInput)
      .max(MOST_PAGES)
      .optional()
      .openapi({ description: 'Trace against these pages instead of the archive' }),
    until: z.enum(['page', 'candidates', 'stemma', 'report']).optional(),
    limit: z.int().min(1).max(200).optional(),
  })
  .refine((page) => page.holding !== undefined || hasContent(page), {
    error: 'send the page’s "text", "html" or "url", or "holding", the key of a page of the archive',
  })
  .openapi('TraceInput');

export const collateInput = z
  .object({ id: z.string().optional(), base: textOrPage, witness: textOrPage })
  .openapi('CollateInput');
export const stemInput = z.object({ pages: z.array(pageInput).min(1).max(MOST_PAGES) }).openapi('StemInput');
export const copiesInput = pageFields
  .extend({ limit: z.int().min(1).max(1000).optional() })
  .refine(hasContent, { error: CONTENT })
  .openapi('CopiesInput');
export const addInput = z
  .object({ sources: z.array(z.string().min(1).max(8000)).min(1).max(1000) })
  .openapi('AddInput', { description: 'Addresses of pages, feeds, OPML lists or sitemaps' });
export const feedInput = z.object({ url: z.string().min(1).max(8000) }).openapi('FeedInput');

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['trace', 'add']),
    name: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    started: z.string(),
    stages: z.array(
      z.object({ stage: z.string(), after: z.int(), done: z.int().optional(), at: z.string().optional() }),
    ),
    report: z.string().optional(),
    summary: addSummarySchema.optional(),
    problem: problemSchema.optional(),
  })
  .openapi('Job');

const pageName = z.object({ url: z.string().optional(), outlet: z.string().optional(), title: z.string().optional() });
export const reportsSchema = z.object({
  reports: z.array(
    z.object({
      id: z.string(),
      made: z.string(),
      page: pageName.extend({ published: z.string().optional() }),
      relation: z.string(),
      kinship: z.enum(['version', 'older']).optional(),
      probability: z.number(),
      opening: z.string(),
      sentence: z.string(),
      pages: z.int(),
      independent: z.int(),
    }),
  ),
});

const tag = pageName.extend({ id: z.string(), siglum: z.string().optional(), published: z.string().optional() });
export const holdingSchema = z
  .object({
    key: z.int(),
    version: z.int(),
    address: z.string(),
    added: z.string(),
    page: tag,
    byline: z.array(z.string()),
    agencies: z.array(z.string()),
    excerpt: z.string(),
  })
  .openapi('Holding');
const counts = z.array(z.object({ value: z.string(), count: z.int() }));
export const searchSchema = z.object({
  from: z.int(),
  holdings: z.array(holdingSchema),
  facets: z.object({ outlets: counts, agencies: counts, months: counts }),
  found: z.int(),
  more: z.boolean(),
});
export const archiveInfoSchema = z.object({
  name: z.string(),
  witnesses: z.int(),
  addresses: z.int(),
  postings: z.int(),
});
export const pairSchema = z.object({
  base: tag,
  witness: tag,
  collation: z.object({ relation: z.string(), probability: z.number() }),
  rows: z.array(z.object({ base: z.array(z.unknown()), witness: z.array(z.unknown()) })),
  lengths: z.object({ base: z.int(), witness: z.int() }),
});
export const readingsSchema = z.object({
  readings: z.array(
    z.object({ page: tag, relation: z.string(), pieces: z.array(z.object({ text: z.string(), kind: z.string() })) }),
  ),
});
export const copiedSchema = z.object({ copied: z.array(z.object({ page: pageName, copies: z.int(), by: counts })) });
export const watchSchema = z
  .object({
    feeds: z.array(
      z.object({ url: z.string(), read: z.string().optional(), pages: z.int(), problem: z.string().optional() }),
    ),
    findings: z.array(
      z.object({ at: z.string(), report: z.string(), relation: z.string(), sentence: z.string(), page: pageName }),
    ),
  })
  .openapi('Watch');
