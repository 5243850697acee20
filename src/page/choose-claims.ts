import { chooseByline } from './choose-byline.js';
import { chooseDate } from './choose-date.js';
import { chooseTitle } from './choose-title.js';
import type { Chosen } from './chosen.js';
import { dateInUrl, type DayOrder } from './date.js';
import { fold } from './fold.js';
import type { Claim } from './page.js';

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
  const outlet = chooseOutlet(of('outlet'), url);
  const title = chooseTitle(
    of('title'),
    outlet.value,
    of('section').map((claim) => claim.value),
  );
  const language = of('language')[0]?.value.replace('_', '-');
  const order = dayOrder(language, url);
  const published = chooseDate(of('published'), order, url === undefined ? undefined : dateInUrl(url));
  const modified = chooseDate(of('modified'), order, undefined);
  const canonical = absolute(of('canonical')[0]?.value, url);
  const byline = chooseByline(of('author'), [
    ...(outlet.value === undefined ? [] : [outlet.value]),
    ...of('outlet').map((claim) => claim.value),
  ]);
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

/** The first name that is no address, else the host. */
function chooseOutlet(claims: readonly Claim[], url: string | undefined): Chosen<string | undefined> {
  const named = claims.find((claim) => !/^(?:https?:|@|www\.)|^©/u.test(claim.value) && claim.value.length <= 80);
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url ?? '')?.[1];
  const other = claims.find((claim) => named && fold(claim.value) !== fold(named.value));
  if (named === undefined) return { value: host };
  return {
    value: named.value,
    claim: named,
    ...(other && { reason: `${named.from} is the first place that gives a name and no address.` }),
  };
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
