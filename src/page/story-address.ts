import type { Page } from './page.js';

/** Query parameters that say where a reader came from, never which page it is. */
export const TRACKING = /^(?:utm_[a-z_]{1,40}|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ocid|smid)$/;

/**
 * Whether two pages are versions of one story: they stand at one address, or say so. A page's own address is its URL; what it
 * calls canonical counts where it is on the same site, or where no URL is known (a saved page) and the outlets don't differ:
 * a copy elsewhere may name the original's.
 */
export function isSameStory(a: Page, b: Page): boolean {
  const [here, there] = [storyAddresses(a), storyAddresses(b)];
  if (!here.some((address) => there.includes(address))) return false;
  const isSaved = a.url === undefined || b.url === undefined;
  return !(isSaved && differ(a.outlet, b.outlet));
}

/** What an address comes to without all that varies between views of one page; undefined for a home page and for what is no web address. */
export function storyAddress(url: string): string | undefined {
  const found = ADDRESS.exec(unwrapped(url).slice(0, LONGEST));
  if (found === null) return undefined;
  const [, hostname = '', pathname = '', search = ''] = found;
  const path = VIEWS.reduce((rest, [view, plain]) => rest.replace(view, plain), pathname).replace(/\/+$/u, '');
  const query = search
    .split('&')
    .filter((pair) => pair !== '' && !isOfView(pair.split('=', 1)[0]?.toLowerCase() ?? ''))
    .sort();
  if (path === '' && query.length === 0) return undefined;
  return `${siteHost(hostname)}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** When a web archive saw the page, as a run of digits that sort in time; undefined where the address is no archive's. */
export function snapshotOf({ url }: Page): string | undefined {
  return SNAPSHOT.exec(url ?? '')?.[1]?.padEnd(14, '0');
}

function storyAddresses({ url, canonical, claims }: Page): readonly string[] {
  const own = url === undefined ? undefined : storyAddress(url);
  const said = [canonical, ...claims.filter(({ field }) => field === 'address').map(({ value }) => value)]
    .flatMap((address) => (address === undefined ? [] : (storyAddress(address) ?? [])))
    .filter((address) => url === undefined || hostIn(address) === hostIn(own ?? ''));
  return own === undefined ? said : [own, ...said];
}

function hostIn(address: string): string {
  return address.split(/[/?]/u, 1)[0] ?? '';
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();
}

/** The address inside that of a web archive or of a cache for telephones. */
function unwrapped(url: string): string {
  const archived = SNAPSHOT.exec(url)?.[2];
  if (archived !== undefined) return archived.includes('://') ? archived : `http://${archived}`;
  const cached = /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/iu.exec(url)?.[1];
  return cached === undefined ? url : `https://${cached}`;
}

function isOfView(name: string): boolean {
  return TRACKING.test(name) || VIEW_NAMES.has(name);
}

function siteHost(hostname: string): string {
  const bare = hostname.toLowerCase().replace(/^(?:(?:www\d?|m|mobile|amp)\.)+/u, '');
  return bare.includes('.') ? bare : hostname.toLowerCase();
}

/** Host without user and port, path, query. */
const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/iu;
/** Characters of an address that are looked at. */
const LONGEST = 4_000;

const SNAPSHOT = /^https?:\/\/web\.archive\.org\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/iu;

/** How paths name a page's view for telephones or for printing. */
const VIEWS: readonly (readonly [RegExp, string])[] = [
  [/\/(?:index|default)\.(?:html?|php|aspx?)$/iu, '/'],
  [/\.amp(?=\.html?$|$)/iu, ''],
  [/\/(?:amp|print|printable|print-view)(?:\.html?)?\/*$/iu, '/'],
  [/^\/(?:amp|print)\/(?=.)/iu, '/'],
];

/** The same as query parameters, and what merely shares or refreshes. */
const VIEW_NAMES: ReadonlySet<string> = new Set([
  'amp',
  'print',
  'printable',
  'outputtype',
  'output',
  'ref',
  'share',
  '__twitter_impression',
]);
