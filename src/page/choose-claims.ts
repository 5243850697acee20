import { parseByline, looksLikePerson } from './byline.js';
import { dateInUrl, parseDate, type DayOrder } from './date.js';
import type { Claim } from './page.js';

/** What a page is taken to say after its claims were weighed against each other. */
export interface Choice {
  readonly title?: string;
  readonly byline: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly outlet?: string;
  readonly canonical?: string;
  readonly language?: string;
}

const SEPARATOR = /\s+[|–—·•»«:~/-]{1,2}\s+|\s*[|｜]\s*|\s+::\s+/u;

/** Chooses among a page's claims. Claims stand in order of trust within a field; the visible headline wins where machines agree with it. */
export function chooseClaims(claims: readonly Claim[], url: string | undefined): Choice {
  const of = (field: string): readonly Claim[] => claims.filter((claim) => claim.field === field);
  const outlet = chooseOutlet(of('outlet'), url);
  const title = chooseTitle(of('title'), outlet);
  const language = of('language')[0]?.value.replace('_', '-');
  const order: DayOrder = /^en-(?!us)|\.(?:uk|au|nz|ie|in|za)(?:\/|$)/iu.test(`${language ?? ''} ${url?.split('/')[2] ?? ''}`) || (language !== undefined && !/^en/iu.test(language)) ? 'day-first' : 'month-first';
  const published = chooseDate(of('published'), order) ?? (url === undefined ? undefined : dateInUrl(url));
  const modified = chooseDate(of('modified'), order);
  const canonical = absolute(of('canonical')[0]?.value, url);
  return {
    byline: chooseByline(of('author'), outlet),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(outlet !== undefined && { outlet }),
    ...(canonical !== undefined && { canonical }),
    ...(language !== undefined && { language }),
  };
}

function chooseTitle(claims: readonly Claim[], outlet: string | undefined): string | undefined {
  const machine = claims.filter((claim) => claim.from !== 'h1').map((claim) => claim.value);
  const heading = claims.filter((claim) => claim.from === 'h1').map((claim) => claim.value);
  const agreed = heading.find((text) => machine.some((other) => agree(text, other)));
  if (agreed !== undefined) return agreed;
  const first = machine[0];
  if (first !== undefined) return withoutOutlet(first, outlet);
  return heading[0];
}

/** Two titles say the same where most words of the shorter stand in the longer. */
function agree(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return a === b;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= smaller * 0.7 && (smaller >= 3 || shared === Math.max(left.size, right.size) || a.length >= b.length * 0.5);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** A title without the outlet's name that pages add before or after it. */
function withoutOutlet(title: string, outlet: string | undefined): string {
  const pieces = title.split(SEPARATOR).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2) return title;
  const last = pieces[pieces.length - 1] ?? '';
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜–—·•»«:~/-]+$/u, '');
  if (outlet !== undefined && (agree(last, outlet) || wordsOf(last).size === 0)) return cut;
  return title;
}

function chooseOutlet(claims: readonly Claim[], url: string | undefined): string | undefined {
  const named = claims.find((claim) => !/^(?:https?:|@|www\.)|^©/u.test(claim.value) && claim.value.length <= 80);
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url ?? '')?.[1];
  return named?.value ?? host;
}

function chooseByline(claims: readonly Claim[], outlet: string | undefined): readonly string[] {
  const parsed = claims.map((claim) => parseByline(claim.value).names).filter((names) => names.length > 0);
  const persons = claims.map((claim, at) => ({ claim, names: parsed[at] })).find(({ names }) => names?.some(looksLikePerson));
  if (persons?.names) {
    // Several claims from the same place name several authors.
    const all = claims.filter((claim) => claim.from === persons.claim.from).flatMap((claim) => parseByline(claim.value).names);
    return [...new Set(all)];
  }
  const other = parsed.find((names) => names.some((name) => outlet === undefined || !agree(name, outlet)));
  return other ?? [];
}

function chooseDate(claims: readonly Claim[], order: DayOrder): string | undefined {
  const dates = claims.map((claim) => parseDate(claim.value, order)).filter((date): date is string => date !== undefined);
  const day = dates[0]?.slice(0, 10);
  // A later claim of the same day may carry the hour that the first leaves out.
  return dates.find((date) => date.startsWith(day ?? '-') && date.length > 10) ?? dates[0];
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || /^https?:\/\//iu.test(address)) return address;
  const origin = /^(https?:)\/\/[^/?#]+/iu.exec(base ?? '');
  if (!origin) return address;
  if (address.startsWith('//')) return `${origin[1]}${address}`;
  return address.startsWith('/') ? `${origin[0]}${address}` : `${base?.replace(/[?#].*$/u, '').replace(/[^/]*$/u, '')}${address}`;
}
