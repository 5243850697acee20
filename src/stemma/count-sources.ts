import { groupStatements, type GroupingTools, type StatementPlace } from '../statement/group-statements.js';
import type { Statement } from '../statement/statement.js';
import type { Witness } from '../witness/witness.js';
import { type PageOrigins, pageName, pageOrigins } from './page-origins.js';
import type { SourcedStatement, Sources, Stemma } from './stemma.js';

/**
 * How many sources are left once copies are set aside. `statements[i]` are those of `family[i]`; the stemma is the
 * family's, with the kept witnesses in its order.
 *
 * Page level: each root of the stemma is one origin, seen or lost. Statement level: a page that copies nobody gives one
 * origin, the nearest to the speaker in its `via`, or itself; a copy gives none where its origin's own page carries the
 * statement, else its origin's. So a copy of a page at hand adds a carrier and never an origin, and two outlets that
 * both have Putin from Interfax are two carriers and one origin.
 */
export function countSources(
  family: readonly Witness[],
  stemma: Stemma,
  statements: readonly (readonly Statement[])[],
  tools: GroupingTools,
): Sources {
  const origins = pageOrigins(family, stemma);
  const ids = family.map((witness, i) => witness.id || (stemma.witnesses[i]?.siglum ?? String(i)));
  const groups = groupStatements(family, statements, tools);
  return {
    pages: family.length,
    independent: origins.names.length,
    origins: origins.names.map((name, origin) => ({
      name,
      pages: ids.filter((_, page) => origins.of[page]?.includes(origin)),
    })),
    statements: groups.map((group) => sourced({ family, statements, origins, ids }, group)),
  };
}

interface Counted {
  readonly family: readonly Witness[];
  readonly statements: readonly (readonly Statement[])[];
  readonly origins: PageOrigins;
  readonly ids: readonly string[];
}

interface Carrier extends StatementPlace {
  readonly said: Statement;
  /** A page that isn't a copy, or hardly one. */
  readonly own: boolean;
}

function sourced(counted: Counted, group: readonly StatementPlace[]): SourcedStatement {
  const carriers = group.map((place): Carrier => ({
    ...place,
    said: counted.statements[place.page]?.[place.statement] as Statement,
    own: counted.origins.own[place.page] !== undefined,
  }));
  const best = bestCarrier(carriers);
  const name = best.said.name ?? carriers.find((carrier) => carrier.said.name !== undefined)?.said.name ?? '';
  const origins = statementOrigins(counted.origins, carriers);
  const root = counted.origins.of[best.page]?.[0];
  const page = best.own || root === undefined ? undefined : counted.origins.names[root];
  const last = page ?? pageName((counted.family[best.page] as Witness).page, counted.ids[best.page] ?? '');
  return {
    name,
    content: contentText(counted.family[best.page] as Witness, best.said),
    carriers: [...new Set(carriers.map((carrier) => counted.ids[carrier.page] ?? ''))],
    origins,
    chain: [name === '' ? 'unnamed' : name, ...best.said.via, last].filter((link, i, chain) => link !== chain[i - 1]),
  };
}

/** One name for each origin that a carrier goes back to; see `countSources`. */
function statementOrigins(origins: PageOrigins, carriers: readonly Carrier[]): string[] {
  const own = carriers.filter((carrier) => carrier.own);
  const named = new Map<number, string>();
  for (const carrier of own) {
    const origin = origins.own[carrier.page];
    if (origin !== undefined) setName(named, origin, carrier.said.via[0], origins);
  }
  if (named.size === 0) {
    for (const carrier of carriers) {
      const origin = origins.of[carrier.page]?.[0];
      if (origin !== undefined) setName(named, origin, carrier.said.via[0], origins);
    }
  }
  return [...new Set(named.values())];
}

/** The first `via` that any carrier gives stands for the origin; without one its own name. */
function setName(named: Map<number, string>, origin: number, via: string | undefined, origins: PageOrigins): void {
  const name = origins.names[origin] ?? '';
  const known = named.get(origin);
  if (known === undefined || (known === name && via !== undefined)) named.set(origin, via ?? name);
}

/** One that copies nobody before copies, then the fullest, then the first. */
function bestCarrier(carriers: readonly Carrier[]): Carrier {
  const length = (carrier: Carrier): number => carrier.said.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return [...carriers].sort(
    (a, b) => Number(b.own) - Number(a.own) || length(b) - length(a) || a.page - b.page,
  )[0] as Carrier;
}

function contentText(witness: Witness, statement: Statement): string {
  return statement.content
    .map(([start, end]) => witness.text.slice(start, end).replace(/\s+/g, ' ').trim())
    .join(' … ');
}
