import { chooseByline } from './choose-byline.js';
import { chooseDate } from './choose-date.js';
import { chooseTitle } from './choose-title.js';
import type { Chosen } from './chosen.js';
import { dateInUrl, type DayOrder } from './date.js';
import { fold } from './fold.js';
import { hostOf } from './host-of.js';
import type { Claim } from './page.js';
import { endsOf } from './title-pieces.js';

/** What a page is taken to say after its claims were weighed against each other. */
export interface Choice {
  /** For each claim that was chosen against others, why. */
  readonly reasons: ReadonlyMap<Claim, string>;
  readonly title?: string;
  readonly byline: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly outlet?: string;
  readonly canonical?: string;
  readonly language?: string;
}

/** Chooses among a page's claims. Claims stand in order of trust within a field; the visible headline wins where machines agree with it. */
export function chooseClaims(claims: readonly Claim[], url: string | undefined): Choice {
  const of = (field: string): readonly Claim[] => claims.filter((claim) => claim.field === field);
  const titleEnds = of('title')
    .filter((claim) => claim.from === 'title')
    .flatMap((claim) => endsOf(claim.value));
  const outlet = chooseOutlet(of('outlet'), titleEnds, url);
  const title = chooseTitle(
    of('title'),
    outlet.value,
    of('section').map((claim) => claim.value),
  );
  const language = of('language')[0]?.value.replace('_', '-');
  const order = dayOrder(language, url);
  const modified = chooseDate(of('modified'), order, undefined);
  const dated = chooseDate(of('published'), order, url === undefined ? undefined : dateInUrl(url));
  const published =
    dated.value === undefined ? { ...modified, reason: 'The page says only when it was last changed.' } : dated;
  const canonical = absolute(of('canonical')[0]?.value, url);
  const byline = chooseByline(
    of('author'),
    [...(outlet.value === undefined ? [] : [outlet.value]), ...of('outlet').map((claim) => claim.value)],
    titleEnds,
  );
  return {
    byline: byline.value,
    reasons: reasonsOf([outlet, title, published, modified, byline]),
    ...(title.value !== undefined && { title: title.value }),
    ...(published.value !== undefined && { published: published.value }),
    ...(modified.value !== undefined && { modified: modified.value }),
    ...(outlet.value !== undefined && { outlet: outlet.value }),
    ...(canonical !== undefined && { canonical }),
    ...(language !== undefined && { language }),
  };
}

function reasonsOf(chosen: readonly Chosen<unknown>[]): ReadonlyMap<Claim, string> {
  return new Map(
    chosen.flatMap(({ claim, reason }) => (claim && reason !== undefined ? [[claim, reason] as const] : [])),
  );
}

function dayOrder(language: string | undefined, url: string | undefined): DayOrder {
  const british = /^en-(?!us)|\.(?:uk|au|nz|ie|in|za)(?:\/|$)/iu.test(`${language ?? ''} ${url?.split('/')[2] ?? ''}`);
  return british || (language !== undefined && !/^en/iu.test(language)) ? 'day-first' : 'month-first';
}

/** Software that names itself where the outlet should be. */
const PLATFORM = /^(?:blogger|wordpress(?:\.com)?|drupal|joomla!?)$/iu;

/** The first name that is no address, else the host; as the window's title spells it where it is spelled without spaces. */
function chooseOutlet(
  claims: readonly Claim[],
  titleEnds: readonly string[],
  url: string | undefined,
): Chosen<string | undefined> {
  const named = claims.find(
    ({ value }) => !/^(?:https?:|@|www\.)|^©/u.test(value) && value.length <= 80 && !PLATFORM.test(value),
  );
  const value = named === undefined ? hostOf(url) : withoutMotto(named.value);
  const other = claims.find((claim) => named && fold(claim.value) !== fold(named.value));
  const spelled = value?.includes(' ') === true ? undefined : titleEnds.find((end) => isSpelling(end, value ?? ''));
  return {
    value: spelled ?? value,
    ...(named && { claim: named }),
    ...(named && other && { reason: `${named.from} is the first place that gives a name and no address.` }),
  };
}

/** "Ashford Courier | News, Weather, Sports" and "Ashford Courier -" as "Ashford Courier". */
function withoutMotto(name: string): string {
  const [first = ''] = name.split(/\s+[|–—·-](?:\s+|$)/u);
  return first.length >= 3 ? first : name;
}

/** "The Ashford Courier" for "ashfordcourier", "ashfordcourier.com". */
function isSpelling(name: string, handle: string): boolean {
  const letters = (text: string): string => fold(text).replace(/^the /u, '').replace(/ /gu, '');
  return (
    name.includes(' ') && letters(name) === letters(handle.replace(/(?:\.[a-z]{2,4}){1,2}$/iu, '')).replace(/^the/u, '')
  );
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || /^https?:\/\//iu.test(address)) return address;
  const origin = /^(https?:)\/\/[^/?#]+/iu.exec(base ?? '');
  if (!origin) return address;
  if (address.startsWith('//')) return `${origin[1]}${address}`;
  return address.startsWith('/')
    ? `${origin[0]}${address}`
    : `${base?.replace(/[?#].*$/u, '').replace(/[^/]*$/u, '')}${address}`;
}
