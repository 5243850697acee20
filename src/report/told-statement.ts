import { changesSense, type ReadingDifference } from '../statement/reading-difference.js';
import type { SourcedStatement, Stemma } from '../stemma/stemma.js';
import { countOf, listOf } from './plain-words.js';

/** A statement as every view tells it: terminal, evidence file, desk and table say the same. */
export interface ToldStatement {
  readonly name: string;
  /** What was said, as the traced page has it where it does. */
  readonly said: string;
  /** Through whom, nearest to the speaker first, the page last. */
  readonly through: readonly string[];
  /** "5 pages, 2 otherwise". */
  readonly carried: string;
  /** What a reader must know of it that the words don't show: "no name", "hedged". */
  readonly marks: readonly string[];
  /** How the other pages, or this one, have it otherwise: one sentence each. */
  readonly notes: readonly string[];
}

/** Puts a statement into words. */
export function toldStatement(statement: SourcedStatement, nameOf: (id: string) => string, self = ''): ToldStatement {
  const { name, told, chain, carriers, otherwise, here } = statement;
  const others = new Set(otherwise.flatMap(({ pages }) => pages)).size;
  return {
    name: name === '' ? 'unnamed' : name,
    said: here?.told ?? told,
    through: chain.slice(1),
    carried: `${countOf(carriers.length, 'page')}${others === 0 ? '' : `, ${others} otherwise`}`,
    marks: (here ?? statement).marks.flatMap((mark) => MARKS[mark] ?? []),
    notes: [...notesHere(statement), ...notesElsewhere(statement, nameOf, self)],
  };
}

/** Marks in a reader's words; denials and questions are read in what was said. */
const MARKS: Readonly<Record<string, string>> = {
  hedge: 'hedged',
  'no-comment': 'no answer',
  anonymous: 'no name given',
};

/** What the traced page has otherwise than the one that it goes back to, and how it stands there. */
function notesHere({ here, told, chain, otherwise }: SourcedStatement): string[] {
  if (here === undefined || here.differences.length === 0) return [];
  const other = chain.at(-1) ?? 'the other page';
  const sense = here.differences.filter(changesSense);
  const isOwn = otherwise.some(({ origins }) => origins.length > 0);
  const verb = isOwn ? 'differs' : 'was changed';
  return [...(sense.length === 0 ? [] : [`This ${verb}: ${sentenceOf(here.differences)}.`]), `${other}: ${told}`];
}

/** Which other pages have it in another sense. */
function notesElsewhere({ otherwise }: SourcedStatement, nameOf: (id: string) => string, self: string): string[] {
  return otherwise.flatMap(({ pages, differences }) => {
    const others = pages.filter((id) => id !== self).map(nameOf);
    const shown = others.slice(0, MOST_PAGES);
    const more = others.length > shown.length ? [`${others.length - shown.length} more`] : [];
    if (others.length === 0) return [];
    const where = listOf([...shown, ...more]);
    if (pages.includes(self)) return [`So too in ${where}.`];
    return [`Otherwise in ${where}: ${sentenceOf(differences.filter(changesSense))}.`];
  });
}

const MOST_PAGES = 6;
/** Differences told of one reading; the texts side by side have all. */
const MOST_DIFFERENCES = 4;

/** "“17” → “71”, “not” left out". */
function sentenceOf(differences: readonly ReadingDifference[]): string {
  const told = [...new Set(differences.map(wordsOf))];
  const more = told.length > MOST_DIFFERENCES ? [`${told.length - MOST_DIFFERENCES} more`] : [];
  return [...told.slice(0, MOST_DIFFERENCES), ...more].join(', ');
}

function wordsOf({ from, to }: ReadingDifference): string {
  if (to === '') return `“${from}” left out`;
  return from === '' ? `“${to}” added` : `“${from}” → “${to}”`;
}

/**
 * Statements in order of what a checker must see first: changed in sense on the traced page, changed in a quotation's words,
 * told otherwise by another page, then by how many pages have them.
 */
export function inOrderOfNeed(statements: readonly SourcedStatement[]): SourcedStatement[] {
  const need = ({ here, otherwise }: SourcedStatement): number =>
    here?.differences.some(changesSense) === true
      ? 3
      : (here?.differences.length ?? 0) > 0
        ? 2
        : otherwise.length > 0
          ? 1
          : 0;
  const pages = ({ carriers, otherwise }: SourcedStatement): number =>
    carriers.length + otherwise.reduce((sum, reading) => sum + reading.pages.length, 0);
  return [...statements].sort((a, b) => need(b) - need(a) || pages(b) - pages(a));
}

/** Statements of the traced page, in whatever sense it has them. */
export function statementsHere(statements: readonly SourcedStatement[], self: string): SourcedStatement[] {
  return statements.filter(({ here, carriers }) => here !== undefined || carriers.includes(self));
}

/** The siglum of a page by what it's called in `sources`; that itself where the stemma doesn't have it. */
export function siglumOf({ witnesses }: Stemma): (id: string) => string {
  const sigla = new Map(witnesses.map(({ id, siglum }) => [id ?? siglum, siglum]));
  return (id) => sigla.get(id) ?? id;
}
