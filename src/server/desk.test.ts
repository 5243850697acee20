import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from '@hono/zod-openapi';
import { schemeOf } from '../fingerprint/scheme.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Report } from '../report/report.js';
import { exampleRows, openTestDesk, type TestDesk } from '../testing/running-desk.js';
import type { Job } from './job.js';
import {
  addSummarySchema,
  collationSchema,
  copiesSchema,
  inspectionSchema,
  pageSchema,
  problemSchema,
  reportSchema,
  statementsSchema,
  stemSchema,
} from './schema-contract.js';
import {
  archiveInfoSchema,
  copiedSchema,
  jobSchema,
  pairSchema,
  readingsSchema,
  reportsSchema,
  searchSchema,
} from './schema-desk.js';
import type { HoldingPage, PairView, ReportView, SearchView } from './view.js';

const story = exampleRows('lakeside-summit');
const spun = story.find(({ outlet }) => outlet === 'World Newsly Hub');
const original = story.find(({ outlet }) => outlet === 'Tellwire');
let desk: TestDesk;
let spunId = '';

beforeAll(async () => {
  desk = await openTestDesk({ allowPrivate: true });
});
afterAll(() => desk.close());

/** An answer's body, after its schema has seen it. */
async function checked<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.infer<Schema>> {
  const body: unknown = await response.json();
  const result = schema.safeParse(body);
  if (!result.success)
    throw new Error(`${response.status} ${JSON.stringify(body).slice(0, 500)}: ${result.error.message}`);
  return result.data;
}

async function upload(name: string, content: string): Promise<string> {
  const response = await desk.ask(`/api/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: content,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return ((await response.json()) as { id: string }).id;
}

async function ended(job: Job): Promise<Job> {
  const events = await (await desk.ask(`/api/jobs/${job.id}/events`)).text();
  const last = events.split('\n').findLast((line) => line.startsWith('data: ')) ?? '';
  return JSON.parse(last.slice(6)) as Job;
}

describe('the desk’s API', () => {
  it('describes itself in valid OpenAPI 3.1, each verb of the command line among its paths', async () => {
    const document = (await (await desk.ask('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    const result = await new Validator().validate(document);
    expect(result.errors ?? '').toBe('');
    expect(document.openapi).toBe('3.1.0');
    for (const verb of [
      'trace',
      'read',
      'collate',
      'inspect',
      'statements',
      'stem',
      'add',
      'copies',
      'archive/add',
      'archive/postings',
      'archive/scan',
    ])
      expect(document.paths).toHaveProperty([`/api/${verb}`]);
  });

  it('adds rows that were sent as a file and says which it could not read', async () => {
    const rows = [
      ...story.map((row) => JSON.stringify(row)),
      JSON.stringify({
        ...original,
        text: 'The talks are off. Nobody said why, and the villa is empty again this evening.',
        html: undefined,
      }),
      '{"id": "broken"',
    ];
    const job = await checked(
      await desk.post(
        '/api/add',
        { uploads: [await upload('../../summit.jsonl', rows.join('\n'))] },
        { prefer: 'respond-async' },
      ),
      jobSchema,
    );
    const { state, summary } = await ended(job as Job);
    expect(state).toBe('done');
    expect(addSummarySchema.parse(summary)).toMatchObject({ added: story.length, versions: 1 });
    expect(summary).toMatchObject({
      unreadable: [{ input: expect.stringMatching(/^\.\.\/\.\.\/summit\.jsonl/) as unknown }],
    });
    expect(await (await desk.post('/api/archive/scheme', {})).json()).toEqual({
      answer: schemeOf(openKnowledge().lexicon),
    });
  });

  it('answers the verbs of the command line in the contract’s JSON', async () => {
    const page = await checked(
      await desk.post('/api/read', { id: 'r', html: original?.html, url: original?.url }),
      pageSchema,
    );
    expect(page).toMatchObject({ id: 'r', title: expect.stringContaining('gas deal') as unknown });
    const collation = await checked(
      await desk.post('/api/collate', { base: { html: original?.html }, witness: { html: spun?.html } }),
      collationSchema,
    );
    expect(Object.values(collation.relations).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
    expect(collation.passages.length).toBeGreaterThan(0);
    await checked(await desk.post('/api/inspect', { html: spun?.html }), inspectionSchema);
    const { statements } = await checked(
      await desk.post('/api/statements', { html: original?.html }),
      statementsSchema,
    );
    expect(statements.map(({ name }) => name)).toContain('Danica Horvel');
    const { stemma } = await checked(await desk.post('/api/stem', { pages: story.slice(0, 3) }), stemSchema);
    expect(stemma.witnesses.filter(({ lost }) => !lost)).toHaveLength(3);
    const { copies } = await checked(
      await desk.post('/api/copies', { html: original?.html, url: original?.url }),
      copiesSchema,
    );
    expect(copies.length).toBeGreaterThan(0);
    const { candidates } = (await (
      await desk.post('/api/trace', { html: spun?.html, until: 'candidates' })
    ).json()) as { candidates: unknown[] };
    expect(candidates.length).toBeGreaterThan(0);
  });

  it('traces in the background, says by stage how far it is, and keeps the report at an address that survives a restart', async () => {
    const response = await desk.post('/api/trace', spun, { prefer: 'respond-async' });
    expect(response.status).toBe(202);
    const job = await ended((await response.json()) as Job);
    expect(job.stages.map(({ stage }) => stage)).toEqual([
      'page',
      'witness',
      'fingerprints',
      'candidates',
      'collations',
      'stemma',
      'report',
    ]);
    desk = await desk.restart();
    const view = (await (await desk.ask(`/api/reports/${job.report ?? ''}`)).json()) as ReportView;
    expect(view.report.page.url).toBe(spun?.url);
    expect(reportSchema.parse(view.report).collations.length).toBeGreaterThan(0);
    const { reports } = await checked(await desk.ask('/api/reports'), reportsSchema);
    expect(reports[0]).toMatchObject({ id: job.report, page: { outlet: 'World Newsly Hub' } });
  });

  it('gives the same report the same address', async () => {
    const [first, second] = [await desk.post('/api/trace', spun), await desk.post('/api/trace', spun)];
    expect(first.headers.get('location')).toMatch(/^\/report\/[0-9a-f]{20}$/);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('traces a page against other files only, whatever is in the archive', async () => {
    const form = new FormData();
    form.append('mode', 'against');
    form.append('file', new Blob([spun?.html ?? '']), 'suspect.html');
    form.append('file', new Blob([original?.html ?? '']), 'source.html');
    const report = (await (await desk.ask('/api/trace/files', { method: 'POST', body: form })).json()) as Report;
    expect(report.collations.map((each) => each.with.id)).toEqual(['source.html']);
    expect(report.id).toBe('suspect.html');
  });

  it('lays any two pages of a report side by side and knows how each has a sentence', async () => {
    const id = await spunReport();
    const view = (await (await desk.ask(`/api/reports/${id}`)).json()) as ReportView;
    const sigla = view.report.stemma.witnesses.filter(({ lost }) => !lost).map(({ siglum }) => siglum);
    const others = sigla.filter((siglum) => siglum !== view.traced.siglum);
    const pair = await checked(
      await desk.ask(`/api/reports/${id}/pair?base=${others[0] ?? ''}&witness=${others[1] ?? ''}`),
      pairSchema,
    );
    expect(pair).toMatchObject({ base: { siglum: others[0] }, witness: { siglum: others[1] } });
    const place = view.pair?.rows.find(({ passage }) => passage !== undefined)?.at.witness ?? [0, 0];
    const { readings } = await checked(
      await desk.ask(`/api/reports/${id}/readings?start=${place[0]}&end=${place[1]}`),
      readingsSchema,
    );
    expect(readings).toHaveLength(view.report.collations.length + 1);
    const leading = readings.find(({ page }) => page.siglum === view.pair?.base.siglum);
    const row = view.pair?.rows.find(({ at }) => at.witness[0] === place[0] && at.witness[1] === place[1]);
    expect(
      leading?.pieces
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe(
      row?.base
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
    expect((await desk.ask(`/api/reports/${id}/pair?base=ZZ&witness=A`)).status).toBe(404);
  });

  it.each(['html', 'json', 'csv', 'tei', 'graphml', 'dot'])(
    'hands a report out as %s, to be saved and not to be run',
    async (format) => {
      const response = await desk.ask(`/api/reports/${await spunReport()}/download?format=${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="stemma-[0-9a-f]{20}\.\w+"$/);
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect((await response.text()).length).toBeGreaterThan(100);
    },
  );

  it('searches the archive, counts by what a search can be narrowed, and pairs the versions of a page', async () => {
    expect(await checked(await desk.ask('/api/archive'), archiveInfoSchema)).toMatchObject({
      witnesses: story.length + 1,
      addresses: story.length,
    });
    const found = (await checked(
      await desk.ask('/api/archive/search?words=pipeline&month=2026-03'),
      searchSchema,
    )) as SearchView;
    expect(found.holdings.length).toBeGreaterThan(2);
    expect(found.facets.outlets.map(({ value }) => value)).toContain('Tellwire');
    const { holdings } = (await (await desk.ask('/api/archive/search?outlet=Tellwire')).json()) as SearchView;
    const shown = (await (await desk.ask(`/api/archive/pages/${holdings[0]?.key ?? 0}`)).json()) as HoldingPage;
    expect(shown.versions.map(({ version }) => version)).toEqual([1, 2]);
    const pair = (await (
      await desk.ask(`/api/archive/pair?base=${shown.versions[0]?.key ?? 0}&witness=${shown.versions[1]?.key ?? 0}`)
    ).json()) as PairView;
    expect(pair.collation.direction).toBe('base');
    const { copied } = await checked(await desk.ask('/api/archive/copied'), copiedSchema);
    expect(copied.length).toBeGreaterThan(0);
  });

  it('traces a page of the archive without finding the page itself', async () => {
    const { holdings } = (await (
      await desk.ask('/api/archive/search?outlet=World%20Newsly%20Hub')
    ).json()) as SearchView;
    const report = (await (await desk.post('/api/trace', { holding: holdings[0]?.key })).json()) as Report;
    expect(report.collations.map((each) => each.with.url)).not.toContain(spun?.url);
    expect(report.collations.length).toBeGreaterThan(0);
  });

  it('exports the archive as rows that can be added again', async () => {
    const lines = (await (await desk.ask('/api/archive/export')).text()).trim().split('\n');
    expect(lines).toHaveLength(story.length + 1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      url: original?.url,
      outlet: 'Tellwire',
      text: expect.stringContaining('Sundhaven') as unknown,
    });
  });

  it.each([
    ['/api/trace', '{"text": ', 400, 'bad-input'],
    ['/api/trace', '{}', 400, 'bad-input'],
    ['/api/trace', '{"text": 7}', 400, 'bad-input'],
    ['/api/trace', '{"html": "<form><input type=password></form>"}', 422, 'unreadable-page'],
    ['/api/trace', '{"holding": 999999}', 404, 'not-found'],
    ['/api/add', '{"sources": ["/etc/passwd"]}', 400, 'bad-input'],
    ['/api/add', '{"uploads": ["nothing"]}', 404, 'not-found'],
    ['/api/archive/add', '{"batch": [{"page": {}, "digest": "", "hashes": []}]}', 400, 'bad-input'],
    ['/api/watch/feeds', '{"url": "javascript:alert(1)"}', 400, 'bad-input'],
    ['/api/nothing', '{}', 404, 'not-found'],
  ])('answers a wrong request to %s (%s) with a problem', async (path, body, status, code) => {
    const response = await desk.ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await checked(response, problemSchema)).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  });

  /** The report on the spun page, the family around it. */
  async function spunReport(): Promise<string> {
    spunId ||= (await desk.post('/api/trace', spun)).headers.get('location')?.slice('/report/'.length) ?? '';
    return spunId;
  }
});
