import { describe, expect, it } from 'vitest';
import { collate } from '../collation/collate.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { renderHtml } from '../report/render-html.js';
import type { Report, ReportCollation } from '../report/report.js';
import { plainWitness } from '../testing/plain-witness.js';
import { viewReport } from './report-view.js';

const { lexicon, relationModel: model } = openKnowledge();
const TEXT =
  'The harbour office in Tromsund said on Friday that the old ferry would leave service in spring. Its captain will stay on, and the berth was sold to a museum.';
const collation = collate(plainWitness(TEXT.replace('old', 'aged'), lexicon), plainWitness(TEXT, lexicon), {
  lexicon,
  model,
});

function reportWith(place: ReportCollation['place'] | undefined, relation = collation.relation): Report {
  const said = (content: string, carrier: string): Report['sources']['statements'][number] => ({
    name: 'Anna Vale',
    content,
    told: content,
    marks: [],
    otherwise: [],
    carriers: [carrier],
    origins: ['Tellwire'],
    chain: ['Anna Vale', 'Tellwire'],
  });
  const span = (start: number, probability: number): Report['inspect']['spans'][number] => ({
    start,
    end: start + 5,
    text: TEXT.slice(start, start + 5),
    probability,
    suggestions: [],
  });
  return {
    self: 'here',
    page: { byline: [], parts: [], text: TEXT, source: TEXT, claims: [], notes: [] },
    verdict: { relation, probability: 0.9, relations: collation.relations, sentence: 'The older text.', grounds: [] },
    collations:
      place === undefined
        ? []
        : [
            {
              with: { id: 'a', outlet: 'Daily Flash' },
              collation: { ...collation, relation },
              text: TEXT,
              place,
              credited: false,
            },
          ],
    stemma: { witnesses: [], descents: [] },
    statements: [],
    sources: {
      pages: 2,
      independent: 1,
      origins: [],
      statements: [said('elsewhere', 'a'), said('on this page', 'here')],
    },
    inspect: { spun: 0.9, spans: [span(0, 0.6), span(0, 0.8)], restored: TEXT, queries: [], grounds: [] },
    exhibits: [],
  };
}

const view = (report: Report): ReturnType<typeof viewReport> => viewReport({ id: 'x', made: '2026-01-01', report });

describe('a report on the desk', () => {
  it('says whose the changes are where the other page is the copy', () => {
    expect(view(reportWith('copy')).changesTitle).toBe('What Daily Flash changed');
    expect(view(reportWith('exemplar')).changesTitle).toBe('What was changed');
  });

  it('calls what differs between independent reports no change', () => {
    expect(view(reportWith('kin', 'independent')).changesTitle).toBeUndefined();
  });

  it('is sure of a relation only where there is a page to have it with', () => {
    expect(view(reportWith('exemplar')).assurance).toBe(`${collation.relation}, 90 % sure`);
    expect(view(reportWith('copy')).assurance).toBeUndefined();
    expect(view(reportWith(undefined)).assurance).toBeUndefined();
  });
});

describe('a report as one file', () => {
  it('folds statements that only other pages have', () => {
    const [before, folded] = renderHtml(reportWith('copy')).split('1 statement only on the other pages');
    expect(before).toContain('on this page');
    expect(before).not.toContain('elsewhere');
    expect(folded).toContain('elsewhere');
  });

  it('lists a swapped word once, as sure as its surest place', () => {
    const html = renderHtml(reportWith('copy'));
    expect(html.match(/<span class="v synonym">The h<\/span>/g)).toHaveLength(1);
    expect(html).toContain('<td>80 %</td>');
  });
});
