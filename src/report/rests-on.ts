import type { SourcedStatement } from '../stemma/stemma.js';
import type { Findings } from './findings.js';
import { countOf, listOf } from './plain-words.js';
import { statementsHere } from './told-statement.js';

/** On whom the page's statements rest: "12 statements rest on 2 sources: Interfax and the page itself." */
export function restsOn({ self, statements, sources, exemplars, lostExemplar }: Findings): string {
  const carried = statementsHere(sources.statements, self);
  const count = carried.length || statements;
  const own = new Set(sources.origins.filter(({ pages }) => pages.includes(self)).map(({ name }) => name));
  const names = [...new Set(carried.flatMap((statement) => originsOn(statement, own)))];
  if (names.length === 0) return `It reports ${countOf(count, 'statement')} of sources that it doesn’t name.`;
  const isOwn = exemplars.length === 0 && !lostExemplar;
  const named = names.map((name) => (isOwn && own.has(name) ? 'the page itself' : name));
  const shown = named.slice(0, MOST_NAMES);
  const more = named.length > shown.length ? [`${named.length - shown.length} more`] : [];
  return `${countOf(count, 'statement')} ${count === 1 ? 'rests' : 'rest'} on ${countOf(names.length, 'source')}: ${listOf([...shown, ...more])}.`;
}

/** The origins of a statement that this page has it from: those it names, and those that it goes back to itself. A rival that reports the same is none. */
function originsOn({ origins, chain }: SourcedStatement, own: ReadonlySet<string>): readonly string[] {
  const through = new Set(chain.slice(1, -1));
  const found = origins.filter((name) => through.has(name) || own.has(name));
  return found.length > 0 ? found : origins;
}

/** Sources that a sentence can name and still be read. */
const MOST_NAMES = 5;
