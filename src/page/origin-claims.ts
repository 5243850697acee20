import type { Claim } from './page.js';
import type { Tree } from './tree.js';

/**
 * What gives away that a page is somebody else's: an address of origin on another site, and the file names that agencies give to
 * their pictures, which outlive the credit under them.
 */

/** File names as the agencies' own systems write them. A list of facts. */
const PICTURE_NAMES: readonly (readonly [agency: string, pattern: RegExp])[] = [
  ['Associated Press', /^ap[_-]?\d{8,}|^ap[_-]\d{5,}/iu],
  ['Agence France-Presse', /^afp[_-]|^000[_-][a-z0-9]{5,8}(?![a-z0-9])/iu],
  ['Reuters', /^rt[xsr][a-z0-9]{4,}|_(?:rc2|mt1)[a-z0-9]{6,}|^rc2[a-z0-9]{8,}|reuters[_-]/iu],
  ['Getty Images', /getty-?images?[_-]?\d{5,}|^gty[_-]/iu],
  ['EPA', /^epa\d{7,}/iu],
  ['Press Association', /^pa-\d{6,}/iu],
  ['dpa', /^dpa[_-]|^urn-newsml-dpa/iu],
  ['Xinhua', /^xinhua[_-]|^xxjpsgc/iu],
  ['Kyodo', /^kyodo[_-]/iu],
  ['TASS', /^tass[_-]/iu],
  ['Shutterstock', /shutterstock[_-]\d{5,}/iu],
  ['Alamy', /^alamy[_-]/iu],
];
/** Pictures looked at: those of the report stand among the first. */
const MOST_PICTURES = 200;

/** Agencies that the page's pictures are named after, and the address of origin where it is another site's. */
export function originClaims(tree: Tree, claims: readonly Claim[], url: string | undefined): readonly Claim[] {
  const found = new Map<string, Claim>();
  for (const name of pictureNames(tree, claims)) {
    const agency = PICTURE_NAMES.find(([, pattern]) => pattern.test(name))?.[0];
    if (agency !== undefined && !found.has(agency))
      found.set(agency, { field: 'agency', value: agency, from: 'image name' });
  }
  const canonical = claims.find((claim) => claim.field === 'canonical')?.value;
  const elsewhere =
    canonical !== undefined &&
    url !== undefined &&
    siteOf(canonical) !== undefined &&
    siteOf(canonical) !== siteOf(url);
  return [...(elsewhere ? [{ field: 'original', value: canonical, from: 'canonical' }] : []), ...found.values()];
}

/** Last parts of the addresses of the pictures that the page shows or names. */
function pictureNames(tree: Tree, claims: readonly Claim[]): readonly string[] {
  const shown = tree.elements
    .filter((element) => element.tag === 'img' || element.tag === 'amp-img' || element.tag === 'source')
    .slice(0, MOST_PICTURES)
    .flatMap(({ attributes }) => [attributes['src'], attributes['data-src'], attributes['srcset']?.split(/\s/u)[0]]);
  return [...claims.filter((claim) => claim.field === 'image').map((claim) => claim.value), ...shown]
    .filter((address): address is string => address !== undefined && !address.startsWith('data:'))
    .map((address) => /([^/?#=]+)(?:[?#].*)?$/u.exec(address.slice(0, 1_000))?.[1] ?? '');
}

/** The part of a host that one owner has: "example.co.uk" of "m.news.example.co.uk". */
function siteOf(address: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/iu.exec(address)?.[1]?.toLowerCase();
  const labels = host?.split('.') ?? [];
  const [second = ''] = labels.slice(-2);
  return host && labels.slice(second.length <= 3 && labels.length > 2 ? -3 : -2).join('.');
}
