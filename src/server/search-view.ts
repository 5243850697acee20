import type { Holding, SearchQuery } from '../archive/archive.js';
import { viewHolding } from './holding-view.js';
import type { FacetCount, SearchView } from './view.js';

/** Pages that are counted for the facets: reading more would keep people waiting, and they narrow the search anyway. */
const COUNTED = 500;
/** Pages that are shown of those. */
const SHOWN = 50;
/** Values that a facet lists. */
const VALUES = 12;

/** What was found, and by what it can be narrowed. `found` has at most `COUNTED` + 1 holdings. */
export function viewSearch(found: readonly Holding[], from = 0): SearchView {
  const counted = found.slice(0, COUNTED);
  const views = counted.map(viewHolding);
  return {
    holdings: views.slice(from, from + SHOWN),
    from,
    facets: {
      outlets: countValues(counted.flatMap(({ page }) => page.outlet ?? [])),
      agencies: countValues(views.flatMap(({ agencies }) => agencies)),
      months: countValues(counted.flatMap(({ page }) => /^\d{4}-\d{2}/.exec(page.published ?? '')?.[0] ?? [])).sort(
        (a, b) => b.value.localeCompare(a.value),
      ),
    },
    found: counted.length,
    more: found.length > COUNTED,
  };
}

/** A search's question as the archive takes it; a month is a pair of days. */
export function searchQuery(asked: {
  readonly words?: string | undefined;
  readonly outlet?: string | undefined;
  readonly agency?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly month?: string | undefined;
}): SearchQuery {
  const { words, outlet, agency, month } = asked;
  const since = [asked.since, month && `${month}-01`].filter(Boolean).sort().at(-1);
  const until = [asked.until, month && `${month}-31`].filter(Boolean).sort()[0];
  return {
    ...(words && { words }),
    ...(outlet && { outlet }),
    ...(agency && { agency }),
    ...(since && { since }),
    ...(until && { until }),
    limit: COUNTED + 1,
  };
}

/** Most frequent first, then by name. */
export function countValues(values: readonly string[], most = VALUES): FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, most);
}
