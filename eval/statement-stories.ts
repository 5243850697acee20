import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '../src/page/page.js';
import { readPage } from '../src/page/read-page.js';
import { findStatements } from '../src/statement/find-statements.js';
import type { Statement } from '../src/statement/statement.js';
import type { StatementModel } from '../src/statement/statement-model.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { toWitness } from '../src/witness/to-witness.js';
import type { Figure } from './measure.js';

/** A statement of `examples/truth.json`. */
interface StoryStatement {
  readonly file: string;
  readonly speaker: string;
  readonly kind: Statement['kind'];
  readonly content: string;
  readonly cue: string;
  /** Nearest the page first. */
  readonly via: readonly string[];
  readonly time?: string;
}

interface Story {
  readonly witnesses: readonly {
    readonly file: string;
    readonly url?: string;
    readonly published?: string;
    readonly outlet?: string;
  }[];
  readonly statements: readonly StoryStatement[];
}

/** An expected statement, and the found one whose content holds most of its words. */
interface StoryCase {
  readonly story: string;
  readonly page: Page;
  readonly expected: StoryStatement;
  readonly found: Statement | undefined;
}

const EXAMPLES = new URL('../examples/', import.meta.url);
/** Share of the expected content's characters that a found content must hold to be the same statement. */
const SAME = 0.5;

function storyCases(knowledge: { lexicon: Lexicon; model: StatementModel }): StoryCase[] {
  const truth = JSON.parse(readFileSync(new URL('truth.json', EXAMPLES), 'utf8')) as Record<string, Story>;
  return Object.entries(truth).flatMap(([story, { witnesses, statements }]) =>
    witnesses.flatMap(({ file, url }) => {
      const content = readFileSync(fileURLToPath(new URL(`${story}/${file}`, EXAMPLES)), 'utf8');
      const page = readPage({
        ...(url === undefined ? {} : { url }),
        ...(file.endsWith('.html') ? { html: content } : { text: content }),
      });
      const found = findStatements(toWitness(page, knowledge.lexicon), knowledge);
      return statements
        .filter((expected) => expected.file === file)
        .map((expected) => ({ story, page, expected, found: bestMatch(page.source, expected.content, found) }));
    }),
  );
}

function bestMatch(text: string, content: string, found: readonly Statement[]): Statement | undefined {
  const start = text.indexOf(content);
  if (start < 0) return undefined;
  const end = start + content.length;
  let best: Statement | undefined;
  let most = SAME * content.length;
  for (const statement of found) {
    const shared = statement.content.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
      0,
    );
    if (shared <= most) continue;
    most = shared;
    best = statement;
  }
  return best;
}

/** Names as people compare them: no article, no case, no courtesy. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|an?|his|her|its) /u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A page that is read a little otherwise moves two statements. */
const MARGIN = 0.01;

/** Names, chains and times of the invented stories' statements; a statement that is not found has none of them right. */
export function storyFigures(knowledge: { lexicon: Lexicon; model: StatementModel }): Figure[] {
  const cases = storyCases(knowledge);
  const found = cases.filter((one) => one.found !== undefined);
  const timed = cases.filter(({ expected }) => expected.time !== undefined);
  const dated = found.filter((one) => one.found?.time !== undefined);
  const chained = cases.filter(({ expected }) => expected.via.length > 0);
  const figure = (name: string, value: number, rest: { bar?: number; note: string }): Figure => ({
    name: `statement.stories-${name}`,
    margin: MARGIN,
    value,
    ...rest,
  });
  const ofFound = (list: readonly StoryCase[], right: (one: StoryCase) => boolean) =>
    share(
      list.filter((one) => one.found !== undefined),
      right,
    ).toFixed(3);
  return [
    figure(
      'found',
      share(cases, (one) => one.found !== undefined),
      { note: `${cases.length} statements, spun ones among them` },
    ),
    figure('name', share(cases, isNamed), { bar: 0.9, note: `of the found ${ofFound(cases, isNamed)}` }),
    figure('time', share(timed, isTimed), {
      bar: 0.95,
      note: `${timed.length} with a time; of the found ${ofFound(timed, isTimed)}`,
    }),
    figure('time-precision', share(dated, isTimed), { note: `${dated.length} statements that were given a time` }),
    figure('via', share(chained, isChained), {
      bar: 0.9,
      note: `${chained.length} with a chain; of all found ${ofFound(cases, isChained)}`,
    }),
  ];
}

function share(list: readonly StoryCase[], right: (one: StoryCase) => boolean): number {
  return list.filter(right).length / (list.length || 1);
}

function isNamed({ expected, found }: StoryCase): boolean {
  return found?.name !== undefined && plain(found.name) === plain(expected.speaker);
}

function isTimed({ expected, found }: StoryCase): boolean {
  return found !== undefined && found.time === expected.time;
}

function isChained({ expected, found }: StoryCase): boolean {
  const [a, b] = [[...expected.via].reverse(), found?.via ?? ['']];
  return a.length === b.length && a.every((name, i) => plain(name) === plain(b[i] ?? ''));
}
