import { readFileSync } from 'node:fs';
import type { Page } from '../src/page/page.js';
import { findStatements } from '../src/statement/find-statements.js';
import type { Statement } from '../src/statement/statement.js';
import type { StatementModel } from '../src/statement/statement-model.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import type { Figure } from './measure.js';
import { plain } from './statement-stories.js';

/** An invented report in the manner of one kind of newsroom, with what is said in it as a reader would tell it. */
interface Report {
  readonly style: string;
  readonly published: string;
  readonly outlet: string;
  readonly dateline?: string;
  readonly text: string;
  readonly statements: readonly Expected[];
}

/** What a statement must hold, and all answers that a reader would let pass. */
interface Expected {
  readonly words: string;
  /** No answer at all is `null`. */
  readonly names: readonly (string | null)[];
  /** Nearest to the speaker first. */
  readonly via: readonly (readonly string[])[];
  readonly times: readonly (string | null)[];
}

/** Letters by which a content may begin late or end early. */
const LOOSE = 3;
/** A report that is read a little otherwise moves two statements. */
const MARGIN = 0.01;

/**
 * Speaker, chain and day of the statements of reports that were written, with their answers, before they were first read;
 * the mending that followed looked at them, so that they say what was kept, not what an unseen report would score.
 */
export function reportFigures(knowledge: { lexicon: Lexicon; model: StatementModel }): Figure[] {
  const reports = JSON.parse(readFileSync(new URL('statement-reports.json', import.meta.url), 'utf8')) as Report[];
  const cases = reports.flatMap((report) => {
    const found = statementsOf(report, knowledge);
    return report.statements.map((expected) => ({ expected, best: bestOf(report.text, expected, found) }));
  });
  const share = (right: (one: (typeof cases)[number]) => boolean) => cases.filter(right).length / cases.length;
  const figure = (name: string, value: number): Figure => ({
    name: `statement.reports-${name}`,
    value,
    margin: MARGIN,
    note: `${cases.length} statements of ${reports.length} reports`,
  });
  return [
    figure(
      'found',
      share(({ best }) => best !== undefined),
    ),
    figure(
      'name',
      share(({ expected, best }) => best !== undefined && isNamed(expected, best)),
    ),
    figure(
      'via',
      share(({ expected, best }) => best !== undefined && isChained(expected, best)),
    ),
    figure(
      'time',
      share(({ expected, best }) => best !== undefined && isTimed(expected, best)),
    ),
    figure(
      'all',
      share(({ expected, best }) => best !== undefined && rightness(expected, best) === 3),
    ),
  ];
}

function statementsOf(report: Report, knowledge: { lexicon: Lexicon; model: StatementModel }): readonly Statement[] {
  const { text, published, outlet, dateline } = report;
  const { parts } = plainWitness(text, knowledge.lexicon).page;
  const about = { published, outlet, ...(dateline === undefined ? {} : { dateline }) };
  const page: Page = { byline: [], parts, text, source: text, claims: [], notes: [], ...about };
  return findStatements(toWitness(page, knowledge.lexicon), knowledge);
}

/** Of the statements that hold the words, the one with most right. */
function bestOf(text: string, expected: Expected, found: readonly Statement[]): Statement | undefined {
  const start = text.indexOf(expected.words);
  const end = start + expected.words.length;
  return found
    .filter(
      ({ content, marks }) =>
        !marks.includes('attitude') && content.some(([a, b]) => a <= start + LOOSE && end - LOOSE <= b),
    )
    .sort((a, b) => rightness(expected, b) - rightness(expected, a))[0];
}

function rightness(expected: Expected, found: Statement): number {
  return Number(isNamed(expected, found)) + Number(isChained(expected, found)) + Number(isTimed(expected, found));
}

/** The name itself, with what describes it after it, or with whose it is before it. */
function isNamed({ names }: Expected, { name }: Statement): boolean {
  if (name === undefined) return names.includes(null);
  const given = plain(name);
  return names.some((wanted) => {
    if (wanted === null) return false;
    const other = plain(wanted);
    return given === other || given.startsWith(`${other} who`) || given.endsWith(`'s ${other}`);
  });
}

function isChained(expected: Expected, { via }: Statement): boolean {
  return expected.via.some((chain) => chain.map(plain).join('←') === via.map(plain).join('←'));
}

function isTimed({ times }: Expected, { time }: Statement): boolean {
  return times.includes(time ?? null);
}
