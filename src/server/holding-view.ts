import type { Holding } from '../archive/archive.js';
import type { HoldingView, PageTag } from './view.js';

/** Characters of text that a list shows. */
const EXCERPT = 260;

/** A stored page as lists show it. */
export function viewHolding({ key, version, address, added, page }: Holding): HoldingView {
  const agencies = page.claims
    .filter((claim) => claim.field === 'agency' || claim.field === 'credit')
    .map((claim) => claim.value);
  return {
    key,
    version,
    address,
    added,
    page: tagOfHolding({ key, page, version }),
    byline: page.byline,
    agencies: [...new Set(agencies)].slice(0, 8),
    excerpt: excerptOf(page.text),
  };
}

/** A stored page's name beside another. */
export function tagOfHolding({ key, page, version }: Pick<Holding, 'key' | 'page' | 'version'>): PageTag {
  const { url, outlet, title, published } = page;
  return {
    id: String(key),
    siglum: String(version),
    ...(url !== undefined && { url }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
  };
}

function excerptOf(text: string): string {
  const flat = text
    .slice(0, 4 * EXCERPT)
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length <= EXCERPT ? flat : `${flat.slice(0, EXCERPT).replace(/\s\S*$/, '')}…`;
}
