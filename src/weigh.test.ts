import { describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { addPages } from './add.js';
import { openMemoryArchive } from './archive/memory.js';
import { openKnowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { renderHtml } from './report/render-html.js';
import { renderText } from './report/render-text.js';
import { reportCsv } from './report/report-csv.js';
import type { Report } from './report/report.js';
import { trace } from './trace.js';

const knowledge = openKnowledge();

/** Traces a page among others. */
async function traceAmong(page: RawPage, others: readonly RawPage[]): Promise<Report> {
  const archive = openMemoryArchive();
  const stdin = Readable.from([Buffer.from(others.map((row) => JSON.stringify(row)).join('\n'))]);
  await addPages(['-'], archive, knowledge, { stdin, jsonLines: true });
  return trace(page, { archive, knowledge });
}

const WIRE = [
  'PORT KESSIM, Feb 3 (Northwire) - At least 12 people were killed and 47 injured when a fire tore through a fuel depot on the edge of Port Kessim before dawn on Tuesday, officials said.',
  'Flames rose more than 60 meters above the Anbar Road terminal after a tank holding 4,000 tonnes of diesel exploded at about 3:40 a.m., shattering windows in homes two kilometers away.',
  '“We heard a sound like a train falling off a bridge, and then the sky was orange,” said Leila Haddad, 34, who fled her apartment with her two children and her mother.',
  'Fire chief Marcus Obande told reporters that 19 crews had been fighting the blaze since four o’clock and that it was under control but not out.',
  'Energy Minister Karim Saleh said the government had ordered an inquiry and would suspend the licence of the operator, Kessim Terminals, until it was finished.',
];
const RADIO = [
  'Night shift at the Anbar Road depot in Port Kessim ends at four. On Tuesday it ended twenty minutes early, when tank number six blew up.',
  'Yusuf Tamer, a welder, was in the canteen. “The lights went, then the wall went,” he told Radio Kess from his bed. “I crawled towards the cold air.”',
  'The depot’s owner has been in dispute with the dockers’ union for months over maintenance. Union secretary Paula Reyes said members had refused to work under tank six since Christmas because its valves leaked.',
  '“We wrote to the company, we wrote to the ministry, we wrote to the newspaper,” Reyes said. “Nobody wrote back.”',
  'Smoke was still drifting across the old harbor in the evening. Schools in the Anbar district will stay shut until Monday, the municipality said.',
];

function pageOf(
  outlet: string,
  published: string,
  paragraphs: readonly string[],
  title = `Fire at ${outlet}`,
): RawPage {
  return { id: outlet, outlet, published, title, byline: [`Reporter of ${outlet}`], text: paragraphs.join('\n\n') };
}

const wire = pageOf('Northwire', '2026-02-03T12:10:00Z', WIRE, 'Dozen dead in “tank six” fire');
const gazette = pageOf('Harbor Gazette', '2026-02-03T20:00:00Z', WIRE.slice(0, 4));
const radio = pageOf('Radio Kess', '2026-02-03T15:30:00Z', RADIO);
const merged = pageOf('Coastal Monitor', '2026-02-04T06:00:00Z', [
  ...WIRE.slice(0, 3),
  ...RADIO.slice(1, 4),
  'The stock exchange in the capital closed two percent lower.',
]);

const DENIALS = [
  ...WIRE.slice(0, 4),
  'Kessim Terminals denied that the licence had been in doubt. Its chairman, Viktor Lahn, did not rule out a sale of the depot.',
];

describe('who said what on a copy', { timeout: 30_000 }, () => {
  it('is told in the copy’s words, with what it turned round, and the original beside it', async () => {
    const changed = [
      (DENIALS[0] ?? '').replace('12', '21'),
      DENIALS[1] ?? '',
      (DENIALS[2] ?? '').replace('like a train falling off a bridge', 'like a lorry falling off a bridge'),
      (DENIALS[3] ?? '').replace('was under control but not out', 'was not under control'),
      (DENIALS[4] ?? '').replace('did not rule out', 'ruled out'),
    ];
    const original = pageOf('Northwire', '2026-02-03T12:10:00Z', DENIALS, 'Dozen dead in “tank six” fire');
    const copy = pageOf('Harbor Gazette', '2026-02-03T20:00:00Z', changed);
    const report = await traceAmong(copy, [original]);
    const told = (words: string): Report['sources']['statements'][number] | undefined =>
      report.sources.statements.find(({ here }) => here?.told.includes(words));
    expect(told('killed')).toMatchObject({
      carriers: ['Northwire'],
      otherwise: [{ pages: ['Harbor Gazette'], origins: [] }],
      here: { differences: [{ field: 'numbers', from: '12', to: '21' }] },
    });
    expect(told('lorry')).toMatchObject({
      content: expect.stringContaining('train') as string,
      carriers: expect.arrayContaining(['Northwire', 'Harbor Gazette']) as string[],
      here: { differences: [{ field: 'quotes' }] },
    });
    expect(told('denied that the licence had been in doubt')).toMatchObject({ marks: ['denial'], otherwise: [] });
    expect(told('ruled out a sale')).toMatchObject({
      told: expect.stringContaining('did not rule out a sale') as string,
      carriers: ['Northwire'],
    });
    const text = renderText(report, { colour: false, width: 100 });
    expect(text).toContain('denied that the licence had been in doubt');
    expect(text).toContain('≠ This was changed: “12” → “21”.');
    expect(renderHtml(report)).toContain('denied that the licence had been in doubt');
    expect(reportCsv(report)).toContain('did not rule out a sale');
  });
});

describe('the verdict on a page that is only copied', { timeout: 30_000 }, () => {
  it('is one: the older text, by whom it was taken over and how, with no relation to a rival beside it', async () => {
    const { verdict, exemplar, collations } = await traceAmong(wire, [gazette, radio]);
    expect(exemplar).toBeUndefined();
    expect(verdict.sentence).toMatch(
      /^The older text: 1 page copies it\. .*Harbor Gazette.* has it word for word; it credits Northwire\./,
    );
    expect(verdict.sentence).not.toMatch(/stand close|independent/);
    expect(collations[0]).toMatchObject({ place: 'copy', with: { outlet: 'Harbor Gazette' } });
  });

  it('says that it has no source as surely as it is the older, where only copies were found', async () => {
    const { verdict } = await traceAmong(wire, [gazette]);
    expect(verdict.relation).toBe('unrelated');
    expect(verdict.probability).toBeGreaterThan(0.5);
    expect(Object.values(verdict.relations).reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });
});

describe('the verdict on a copy', { timeout: 30_000 }, () => {
  it('names every page that it was put together from', async () => {
    const { verdict } = await traceAmong(merged, [wire, radio]);
    expect(verdict.sentence).toMatch(/^In part a copy, of several pages\./);
    expect(verdict.sentence).toContain('(Northwire, 3 February 2026)');
    expect(verdict.sentence).toContain('(Radio Kess, 3 February 2026)');
  });

  it('says whether it credits its exemplar, and where', async () => {
    const bare = { ...gazette, text: WIRE.slice(0, 4).join('\n\n').replace(' (Northwire)', '') };
    expect((await traceAmong(gazette, [wire])).verdict.sentence).toMatch(/; it credits Northwire in its dateline\. /);
    const { verdict, collations } = await traceAmong(bare, [wire]);
    expect(verdict.sentence).toMatch(/; it names no source\. /);
    expect(collations[0]).toMatchObject({ place: 'exemplar', credited: false });
  });

  it('rests on the sources that it goes back to, not on a rival’s that reports the same', async () => {
    const rival = pageOf('Corriden', '2026-02-03T13:00:00Z', [
      RADIO[0] ?? '',
      'Leila Haddad, who fled with her mother, told Corriden: “We heard a sound like a train falling off a bridge, and then the sky was orange.”',
      'The hospital appealed for blood, and the harbor master closed the inner basin to tankers until Thursday.',
      RADIO[4] ?? '',
    ]);
    const { verdict } = await traceAmong(gazette, [wire, rival]);
    expect(verdict.sentence).toContain('on 1 source: Northwire.');
  });

  it('puts a title’s own quotation marks inside the title’s', async () => {
    const { verdict } = await traceAmong(gazette, [wire]);
    expect(verdict.sentence).toContain('“Dozen dead in ‘tank six’ fire” (Northwire');
  });
});

describe('the verdict on a page without a source', { timeout: 30_000 }, () => {
  const page = (canonical: string): RawPage => ({
    id: 'saved.html',
    html: `<html><head><title>Trees</title><meta property="og:site_name" content="Brannock Echo"><link rel="canonical" href="${canonical}"></head><body><article><h1>Trees</h1>${RADIO.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
  });

  it('doesn’t take a saved page’s own address for a pointer elsewhere', async () => {
    expect((await traceAmong(page('https://www.brannockecho.example/trees'), [])).verdict.sentence).not.toContain(
      'points',
    );
    const pointed = await traceAmong(page('https://northwire.example/trees'), []);
    expect(pointed.verdict.sentence).toContain('The page itself points to https://northwire.example/trees.');
  });
});

describe('another version of the page', { timeout: 30_000 }, () => {
  const url = 'https://northwire.example/fire';
  const first: RawPage = { ...wire, id: 'first', url };
  const changed = WIRE.map((paragraph) =>
    paragraph.replace('12 people', '14 people').replace('tank holding 4,000', 'tank holding 4,500'),
  );
  const second: RawPage = {
    ...wire,
    id: 'second',
    url: `${url}?utm_source=mail`,
    title: 'Dozens dead in “tank six” fire',
    modified: '2026-02-03T18:00:00Z',
    text: [...changed, 'The hospital said in the evening that its burns ward was full.'].join('\n\n'),
  };

  it('is no copy: the verdict says that it’s the later one, what was changed, and that nothing says so', async () => {
    const { verdict, exemplar, collations, stemma } = await traceAmong(second, [first]);
    expect(verdict.version).toBe('later');
    expect(exemplar).toBeUndefined();
    expect(verdict.sentence).toMatch(
      /^A later version of a story at hand\. .* is an earlier version; changed since: the headline, 2 numbers, 1 sentence added; no note says so\./,
    );
    expect(collations[0]).toMatchObject({
      place: 'version',
      version: {
        other: 'earlier',
        headline: { from: wire.title, to: second.title },
        added: ['The hospital said in the evening that its burns ward was full.'],
        gone: [],
      },
    });
    expect(stemma.descents[0]?.version).toBe(true);
  });

  it('is told of from either side, with the same readings from earlier to later', async () => {
    const { verdict, collations } = await traceAmong(first, [second]);
    expect(verdict.version).toBe('earlier');
    expect(collations[0]?.version).toMatchObject({ other: 'later', headline: { from: wire.title, to: second.title } });
  });

  it('isn’t counted among the copies, and those of an earlier version are copies of the story', async () => {
    for (const [page, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { verdict, collations } = await traceAmong(page, [other, gazette]);
      expect(verdict.sentence).toMatch(/^The older text: 1 page copies it\. /);
      expect(verdict.version).toBeUndefined();
      expect(collations.map(({ place }) => place).sort()).toEqual(['copy', 'version']);
    }
  });

  it('that says that it was updated is no silent change', async () => {
    const note = 'Correction: An earlier version of this story gave a wrong number of dead.';
    const { collations } = await traceAmong({ ...second, text: `${second.text ?? ''}\n\n${note}` }, [first]);
    expect(collations[0]?.version?.note).toBe(note);
  });
});

it('names the line that a copy left out, not a credit that it gives', { timeout: 30_000 }, async () => {
  const line = '(Reporting by Ada Lomond; editing by Piet Sorel)';
  const signed: RawPage = { ...wire, text: `${wire.text ?? ''}\n\n${line}` };
  const copy: RawPage = { ...gazette, byline: ['Northwire'] };
  const { verdict } = await traceAmong(copy, [signed]);
  expect(verdict.sentence).toMatch(/it credits Northwire in its (?:byline|dateline)/);
  expect(verdict.sentence).toContain('The original’s contributor line is gone.');
  expect(verdict.sentence).not.toContain('The credit is gone');
});
