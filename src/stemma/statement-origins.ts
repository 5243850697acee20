import type { Statement } from '../statement/statement.js';
import type { Witness } from '../witness/witness.js';
import { type PageOrigins, pageName } from './page-origins.js';
import type { Carrier, ReadingTools } from './statement-readings.js';

/** A family whose statements are counted. */
export interface Counted {
  readonly family: readonly Witness[];
  readonly statements: readonly (readonly Statement[])[];
  readonly origins: PageOrigins;
  readonly ids: readonly string[];
  /** Exemplars at hand of each member, by places in the family. */
  readonly above: readonly (readonly number[])[];
  readonly tools: ReadingTools;
  readonly traced: number | undefined;
}

/** From the speaker through whom the page names to the page, or to whom a copy has it from. */
export function chainOf(counted: Counted, best: Carrier, name: string): string[] {
  const root = counted.origins.of[best.page]?.[0];
  const page = best.own || root === undefined || isAdded(counted, best) ? undefined : counted.origins.names[root];
  return [name === '' ? 'unnamed' : name, ...best.statement.via, page ?? nameOf(counted, best)].filter(
    (link, i, chain) => link !== chain[i - 1],
  );
}

/**
 * One name for each origin that a carrier goes back to; see `countSources`. Where all are copies, those that have it from a
 * page of the group add none, whatever they made of it; one that has it from nowhere in its exemplars is its origin itself.
 */
export function statementOrigins(counted: Counted, carriers: readonly Carrier[], others: readonly Carrier[]): string[] {
  const { origins, tools } = counted;
  const named = new Map<number, string>();
  const own = carriers.filter((carrier) => carrier.own);
  for (const { page, statement } of own) {
    const origin = origins.own[page];
    if (origin !== undefined) setName(named, origin, statement.via[0], origins);
  }
  if (own.length > 0) return [...new Set(named.values())];
  const pages = new Set([...carriers, ...others].map(({ page }) => page));
  const added: string[] = [];
  for (const carrier of carriers) {
    if (descends(carrier.page, pages, tools)) continue;
    const origin = origins.of[carrier.page]?.[0];
    if (isAdded(counted, carrier)) added.push(carrier.statement.via[0] ?? nameOf(counted, carrier));
    else if (origin !== undefined) setName(named, origin, carrier.statement.via[0], origins);
  }
  return [...new Set([...named.values(), ...added])];
}

/** Whether a copy has a statement that stands in no passage which it shares with its exemplars, all of them at hand. */
function isAdded({ family, above, tools }: Counted, { page, statement }: Carrier): boolean {
  const exemplars = above[page] ?? [];
  return (
    exemplars.length > 0 &&
    exemplars.every((exemplar) => {
      if (exemplar >= family.length) return false;
      const collation = tools.collationOf(Math.min(page, exemplar), Math.max(page, exemplar));
      const side = page < exemplar ? 'base' : 'witness';
      return (
        collation !== undefined &&
        !collation.passages.some((passage) =>
          statement.content.some(([start, end]) => start < passage[side][1] && end > passage[side][0]),
        )
      );
    })
  );
}

function nameOf({ family, ids }: Counted, { page }: Carrier): string {
  return pageName((family[page] as Witness).page, ids[page] ?? '');
}

/** Whether a page goes back to one of some others. */
export function descends(page: number, others: ReadonlySet<number>, { aboveOf }: ReadingTools): boolean {
  return [...aboveOf(page)].some((above) => others.has(above));
}

/** The first `via` that any carrier gives stands for the origin; without one its own name. */
function setName(named: Map<number, string>, origin: number, via: string | undefined, origins: PageOrigins): void {
  const name = origins.names[origin] ?? '';
  const known = named.get(origin);
  if (known === undefined || (known === name && via !== undefined)) named.set(origin, via ?? name);
}
