import { groupStatements, type GroupingTools, type StatementPlace } from '../statement/group-statements.js';
import type { Statement } from '../statement/statement.js';
import { tellStatement, textOf } from '../statement/tell-statement.js';
import type { Witness } from '../witness/witness.js';
import { pageOrigins } from './page-origins.js';
import { chainOf, type Counted, descends, statementOrigins } from './statement-origins.js';
import {
  type Carrier,
  type ComparedCarrier,
  type Readings,
  readingsBeside,
  type ReadingTools,
} from './statement-readings.js';
import type { HereReading, OtherReading, SourcedStatement, Sources, Stemma } from './stemma.js';

export interface CountingTools extends GroupingTools {
  /** Place in the family of the page that is traced: readings of its own line come first, and its own is told. */
  readonly traced?: number;
}

/**
 * How many sources are left once copies are set aside. `statements[i]` are those of `family[i]`; the stemma is the
 * family's, with the kept witnesses in its order.
 *
 * Page level: each root of the stemma is one origin, seen or lost. Statement level: a page that copies nobody gives one
 * origin, the nearest to the speaker in its `via`, or itself; a copy gives none where its origin's own page carries the
 * statement, else its origin's. So a copy of a page at hand adds a carrier and never an origin, and two outlets that
 * both have Putin from Interfax are two carriers and one origin. A page that turns the statement round, or gives another
 * figure, day or name, is no carrier: it has a reading of its own.
 */
export function countSources(
  family: readonly Witness[],
  stemma: Stemma,
  statements: readonly (readonly Statement[])[],
  tools: CountingTools,
): Sources {
  const origins = pageOrigins(family, stemma);
  const ids = family.map((witness, i) => witness.id || (stemma.witnesses[i]?.siglum ?? String(i)));
  const groups = groupStatements(family, statements, tools);
  const above = exemplarsOf(stemma);
  const counted = {
    family,
    statements,
    origins,
    ids,
    above,
    tools: readingTools(tools, above),
    traced: tools.traced,
  };
  return {
    pages: family.length,
    independent: origins.names.length,
    origins: origins.names.map((name, origin) => ({
      name,
      pages: ids.filter((_, page) => origins.of[page]?.includes(origin)),
    })),
    statements: groups.map((group) => sourced(counted, group)),
  };
}

function readingTools({ lexicon, collations = [] }: GroupingTools, exemplars: Counted['above']): ReadingTools {
  const pairs = new Map(collations.map(({ base, witness, collation }) => [`${base} ${witness}`, collation]));
  const above = exemplars.map((_, page) => allAbove(page, exemplars));
  return {
    lexicon,
    collationOf: (base, witness) => pairs.get(`${base} ${witness}`),
    aboveOf: (page) => above[page] ?? new Set(),
  };
}

/** All that a member goes back to. */
function allAbove(page: number, exemplars: readonly (readonly number[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [...(exemplars[page] ?? [])];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    queue.push(...(exemplars[at] ?? []));
  }
  return found;
}

function exemplarsOf({ witnesses, descents }: Stemma): number[][] {
  const place = new Map(witnesses.map(({ siglum }, i) => [siglum, i]));
  return witnesses.map(({ siglum }) =>
    descents.flatMap(({ copy, exemplar }) => (copy === siglum ? (place.get(exemplar) ?? []) : [])),
  );
}

function sourced(counted: Counted, group: readonly StatementPlace[]): SourcedStatement {
  const carriers = group.map(({ page, statement }): Carrier => ({
    page,
    at: statement,
    witness: counted.family[page] as Witness,
    statement: counted.statements[page]?.[statement] as Statement,
    own: counted.origins.own[page] !== undefined,
  }));
  const { best, readings } = leadingReading(counted, carriers);
  const { agreeing, otherwise } = readings;
  const name = best.statement.name ?? carriers.find((one) => one.statement.name !== undefined)?.statement.name ?? '';
  const here = hereReading(counted, [...agreeing, ...otherwise.flat()]);
  return {
    name,
    ...readingOf(best),
    carriers: pagesOf(counted, agreeing),
    origins: statementOrigins(counted, agreeing, otherwise.flat()),
    chain: chainOf(counted, best, name),
    otherwise: otherwise.map((reading): OtherReading => {
      const others = [...agreeing, ...otherwise.flat().filter((one) => !reading.includes(one))];
      const fullest = bestCarrier(counted, reading);
      return {
        ...readingOf(fullest),
        differences: fullest.differences,
        pages: pagesOf(counted, reading),
        origins: statementOrigins(counted, reading, others),
      };
    }),
    ...(here === undefined ? {} : { here }),
  };
}

/** The reading of the best carrier, unless another one has more origins and no traced page says whose comes first. */
function leadingReading(counted: Counted, carriers: readonly Carrier[]): { best: Carrier; readings: Readings } {
  const best = bestCarrier(counted, carriers);
  const readings = readingsBeside(best, carriers, counted.tools);
  if (counted.traced !== undefined) return { best, readings };
  const ownOf = (list: readonly Carrier[]): number =>
    new Set(list.filter(({ own }) => own).map(({ page }) => page)).size;
  const [rival] = [...readings.otherwise].sort((a, b) => ownOf(b) - ownOf(a));
  if (rival === undefined || ownOf(rival) <= ownOf(readings.agreeing)) return { best, readings };
  const other = bestCarrier(counted, rival);
  return { best: other, readings: readingsBeside(other, carriers, counted.tools) };
}

function readingOf({ witness, statement }: Carrier): { content: string; told: string; marks: readonly string[] } {
  return {
    content: textOf(witness.text, statement.content),
    told: tellStatement(witness, statement),
    marks: statement.marks,
  };
}

/** How the traced page has it; where it does so twice, the place that differs most. */
function hereReading({ traced }: Counted, carriers: readonly ComparedCarrier[]): HereReading | undefined {
  const [own] = carriers
    .filter(({ page }) => page === traced)
    .sort((a, b) => b.differences.length - a.differences.length || a.at - b.at);
  return own && { ...readingOf(own), differences: own.differences, statement: own.at };
}

function pagesOf({ ids }: Counted, carriers: readonly Carrier[]): string[] {
  return [...new Set(carriers.map(({ page }) => ids[page] ?? ''))];
}

/** One of the traced page's line before others, one that copies nobody before copies, a copy's exemplar before it, then the fullest, then the first. */
function bestCarrier<C extends Carrier>({ origins, traced, tools }: Counted, carriers: readonly C[]): C {
  const line = new Set(traced === undefined ? [] : origins.of[traced]);
  const pages = new Set(carriers.map(({ page }) => page));
  const rank = (carrier: C): readonly number[] => [
    origins.of[carrier.page]?.some((origin) => line.has(origin)) === true ? 0 : 1,
    carrier.own ? 0 : 1,
    descends(carrier.page, pages, tools) ? 1 : 0,
    -carrier.statement.content.reduce((sum, [start, end]) => sum + end - start, 0),
    carrier.page,
  ];
  const ranked = carriers.map((carrier) => ({ carrier, rank: rank(carrier) }));
  return ranked.sort((a, b) => compare(a.rank, b.rank))[0]?.carrier as C;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
