import { agenciesIn, isPictureAgency } from '../page/agency.js';
import { hostOf } from '../page/host-of.js';
import type { Page } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import type { Stemma } from './stemma.js';

/** Where the text of each page comes from in the end. */
export interface PageOrigins {
  /** Names of the origins, no two alike. */
  readonly names: readonly string[];
  /** For each page of the family: the origins that it rests on, its main exemplar's first. */
  readonly of: readonly (readonly number[])[];
  /** For each page: the origin that it is itself, if it is one. */
  readonly own: readonly (number | undefined)[];
}

/**
 * A copy whose exemplars account for less than this share of its words is a report of its own as well. The partial
 * copies of the invented stories take .3 to .4 and are no sources.
 */
const LEAST_COPIED_SHARE = 0.2;

/**
 * Follows the descents of each page up to where they begin. A lost ancestor is named for the agency that most of the
 * pages under it credit. Cost: pages × depth.
 */
export function pageOrigins(family: readonly Witness[], stemma: Stemma): PageOrigins {
  const above = exemplarsBySiglum(stemma);
  const pages = stemma.witnesses.filter((witness) => !witness.lost).map((witness) => witness.siglum);
  const place = new Map(pages.map((siglum, i) => [siglum, i]));
  const origin = new Map<string, number>();
  const numberOf = (siglum: string): number => {
    const known = origin.get(siglum) ?? origin.size;
    origin.set(siglum, known);
    return known;
  };
  const of = pages.map((siglum) => rootsOf(siglum, above).map(numberOf));
  const own = pages.map((siglum) => (isOwn(siglum, above) ? numberOf(siglum) : undefined));
  const full = of.map((roots, i) => [...new Set([...roots, ...(own[i] === undefined ? [] : [own[i]])])]);
  const names = [...origin].map(([siglum, number]) => {
    const at = place.get(siglum);
    const page = at === undefined ? undefined : family[at]?.page;
    return page
      ? pageName(page, siglum)
      : lostName(
          family.filter((_, i) => full[i]?.includes(number)).map((witness) => witness.page),
          siglum,
        );
  });
  return { names: distinct(names), of: full, own };
}

/** What a page is called in a list of sources: its outlet, else its site, else its title. */
export function pageName(page: Page, otherwise: string): string {
  return page.outlet ?? hostOf(page.url) ?? page.title ?? page.id ?? otherwise;
}

interface Above {
  readonly exemplar: string;
  readonly share: number;
}

function exemplarsBySiglum(stemma: Stemma): Map<string, Above[]> {
  const above = new Map<string, Above[]>();
  for (const { copy, exemplar, share } of stemma.descents)
    above.set(copy, [...(above.get(copy) ?? []), { exemplar, share: share ?? 1 }]);
  return above;
}

function isOwn(siglum: string, above: ReadonlyMap<string, readonly Above[]>): boolean {
  const exemplars = above.get(siglum) ?? [];
  return exemplars.length === 0 || exemplars.reduce((sum, { share }) => sum + share, 0) < LEAST_COPIED_SHARE;
}

/** The witnesses without an exemplar that a witness goes back to; itself for a root. */
function rootsOf(siglum: string, above: ReadonlyMap<string, readonly Above[]>): string[] {
  const roots = new Set<string>();
  const seen = new Set<string>();
  const visit = (node: string): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const exemplars = above.get(node) ?? [];
    if (exemplars.length === 0) roots.add(node);
    for (const { exemplar } of exemplars) visit(exemplar);
  };
  visit(siglum);
  return [...roots];
}

function lostName(pages: readonly Page[], siglum: string): string {
  const counts = new Map<string, number>();
  for (const page of pages) for (const name of creditedAgencies(page)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > pages.length ? best[0] : `lost source ${siglum}`;
}

function creditedAgencies(page: Page): Set<string> {
  const parts = page.parts
    .filter((part) => ['byline', 'dateline', 'credit', 'contributor'].includes(part.kind))
    .map((part) => part.text);
  const claims = page.claims
    .filter((claim) => claim.field === 'agency' || claim.field === 'credit')
    .map((claim) => claim.value);
  return new Set([...parts, ...claims, ...page.byline].flatMap(agenciesIn).filter((name) => !isPictureAgency(name)));
}

/** Tells equal names apart by a number. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
