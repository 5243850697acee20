import { StemmaError } from '../error.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { pageJson } from '../report/page-json.js';
import type { Inspection } from '../spin/inspection.js';
import { readStatements } from '../statement/find-statements.js';
import type { Statement } from '../statement/statement.js';
import { inspect } from '../verbs.js';
import { toWitness } from '../witness/to-witness.js';

/** Commands that answer for one page without an archive. */
export type PageVerb = 'read' | 'inspect' | 'statements';

/** What `--json` prints for a page, and whether anything was found. */
export interface JsonAnswer {
  readonly json: object;
  readonly found: boolean;
}

const ANSWERS: Readonly<Record<PageVerb, (raw: RawPage, knowledge: Knowledge) => JsonAnswer>> = {
  read: (raw) => ({ json: pageJson(readPage(raw)), found: true }),
  inspect: (raw, knowledge) => {
    const json = inspect(raw, knowledge);
    return { json, found: isSpun(json) };
  },
  statements: (raw, { lexicon, statementModel: model }) => {
    const { statements, beside } = readStatements(toWitness(readPage(raw), lexicon), { lexicon, model });
    const parts = beside.map((part) => ({ ...part, statements: withNulls(part.statements) }));
    return {
      json: { statements: withNulls(statements), beside: parts },
      found: statements.length > 0 || beside.length > 0,
    };
  },
};

/** A verb's answer for scripts, or the sentence why the page has none. */
export function jsonAnswer(verb: PageVerb, raw: RawPage, knowledge: Knowledge): JsonAnswer | StemmaError {
  try {
    return ANSWERS[verb](raw, knowledge);
  } catch (error) {
    if (isAboutPage(error)) return error;
    throw error;
  }
}

/** Whether an error concerns one page only; an archive that can't be reached ends a command. */
export function isAboutPage(error: unknown): error is StemmaError {
  return error instanceof StemmaError && PER_PAGE.has(error.code);
}

const PER_PAGE: ReadonlySet<string> = new Set(['bad-input', 'unreadable-page']);

/** More likely a machine's wording than a person's. */
export function isSpun({ spun }: Inspection): boolean {
  return spun >= 0.5;
}

/** Name and time are there for scripts also where the page does not tell them. */
function withNulls(statements: readonly Statement[]): object[] {
  return statements.map((statement) => ({ name: null, time: null, ...statement }));
}
