import { parseByline } from './byline.js';
import { looksLikeOutlet, looksLikePerson } from './name-shape.js';
import { dateInUrl, parseDate, type DayOrder } from './date.js';
import { fold } from './fold.js';
import { titlesAgree } from './head-zone.js';
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
  const order: DayOrder =
    /^en-(?!us)|\.(?:uk|au|nz|ie|in|za)(?:\/|$)/iu.test(`${language ?? ''} ${url?.split('/')[2] ?? ''}`) ||
    (language !== undefined && !/^en/iu.test(language))
      ? 'day-first'
      : 'month-first';
  const published = chooseDate(of('published'), order, url === undefined ? undefined : dateInUrl(url));
  const modified = chooseDate(of('modified'), order, undefined);
  const canonical = absolute(of('canonical')[0]?.value, url);
  return {
    byline: chooseByline(of('author'), [
      ...(outlet === undefined ? [] : [outlet]),
      ...of('outlet').map((claim) => claim.value),
    ]),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(outlet !== undefined && { outlet }),
    ...(canonical !== undefined && { canonical }),
    ...(language !== undefined && { language }),
  };
}

/** The headline on the page; where there is none, what machines are told, less the outlet's name. */
function chooseTitle(claims: readonly Claim[], outlet: string | undefined): string | undefined {
  const headline = claims.find((claim) => claim.from === 'headline')?.value;
  // A heading may hold a kicker above the title: then machines know where the title begins.
  const within = headline?.includes('\n')
    ? claims.find(
        (claim) => claim.from !== 'headline' && headline.split('\n').some((line) => fold(line) === fold(claim.value)),
      )
    : undefined;
  if (headline !== undefined) return within?.value ?? headline.replace(/\s+/gu, ' ');
  const machine = claims.find((claim) => claim.from !== 'h1')?.value;
  return machine === undefined ? claims[0]?.value : withoutOutlet(machine, outlet);
}

/** A title without the outlet's name that pages add before or after it. */
function withoutOutlet(title: string, outlet: string | undefined): string {
  if (outlet === undefined) return title;
  const pieces = title.split(SEPARATOR).filter((piece) => piece.trim() !== '');
  const [first, last] = [pieces[0] ?? '', pieces[pieces.length - 1] ?? ''];
  if (pieces.length >= 2) {
    if (namesOutlet(last, outlet)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜–—·•»«:~/-]+$/u, '');
    if (namesOutlet(first, outlet))
      return title.slice(title.indexOf(first) + first.length).replace(/^[\s|｜–—·•»«:~/-]+/u, '');
  }
  const colon = title.indexOf(': ');
  return colon > 0 && namesOutlet(title.slice(0, colon), outlet) ? title.slice(colon + 2).trim() : title;
}

/** True for the outlet's name or for the name its host is spelled after: "Ashford Courier" at ashfordcourier.com. */
function namesOutlet(piece: string, outlet: string): boolean {
  const host = /^([\p{L}\d-]+)\.[a-z.]+$/iu.exec(outlet)?.[1];
  const letters = (text: string): string => fold(text).replace(/^the /u, '').replace(/ /gu, '');
  return titlesAgree(piece, outlet) || (host !== undefined && letters(host) === letters(piece));
}

function chooseOutlet(claims: readonly Claim[], url: string | undefined): string | undefined {
  const named = claims.find((claim) => !/^(?:https?:|@|www\.)|^©/u.test(claim.value) && claim.value.length <= 80);
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url ?? '')?.[1];
  return named?.value ?? host;
}

/** Where an author is claimed, most trusted first; a place not listed counts as the middle. */
const AUTHOR_TRUST: Readonly<Record<string, number>> = {
  'json-ld': 5,
  byline: 4.5,
  'author link': 4,
  'author element': 3.4,
  'closing line': 2.5,
  'twitter:creator': 1,
  'author link, far': 2,
  'byline, far': 2,
  script: 0,
  'json-ld WebPage': 3,
  'site name': -2,
  'name line': -2,
  'agency line': -3,
};
const OTHER_TRUST = 3.5;

interface Candidate {
  readonly from: string;
  readonly names: readonly string[];
}

/** The byline that is trusted most: persons before desks, never the outlet itself, better where two places agree. */
function chooseByline(claims: readonly Claim[], outlets: readonly string[]): readonly string[] {
  const candidates: Candidate[] = [];
  /** The outlet, where it signs itself. */
  let own: string | undefined;
  for (const claim of claims) {
    const names = /^https?:/iu.test(claim.value) ? namesInAddress(claim.value) : parseByline(claim.value).names;
    const fresh = names.filter((name) => !outlets.some((outlet) => fold(outlet) === fold(name)));
    const same = candidates.findIndex((candidate) => candidate.from === claim.from);
    if (fresh.length === 0) {
      own ??= names[0];
      continue;
    }
    if (same < 0) candidates.push({ from: claim.from, names: fresh });
    else if (
      /^(?:json-ld|byline|author link|author element|itemprop author|closing line)$/u.test(claim.from) ||
      /^(?:meta|dc|article|parsely)/u.test(claim.from)
    )
      candidates[same] = { from: claim.from, names: union(candidates[same]?.names ?? [], fresh) };
  }
  const score = (candidate: Candidate): number => {
    const confirmed = candidates.some(
      (other) =>
        other !== candidate && other.names.some((name) => candidate.names.some((own) => fold(own) === fold(name))),
    );
    const person = candidate.names.some((name) => looksLikePerson(name) || /^[\p{Lo}\s]{2,12}$/u.test(name));
    return (
      (AUTHOR_TRUST[candidate.from] ?? OTHER_TRUST) +
      (person ? 3 : 0) +
      (confirmed ? 1.2 : 0) -
      (candidate.names.length > 6 ? 4 : 0)
    );
  };
  const trusted =
    candidates.reduce<Candidate | undefined>(
      (top, candidate) => (top === undefined || score(candidate) > score(top) ? candidate : top),
      undefined,
    )?.names ?? (own === undefined ? [] : [own]);
  const best = completed(trusted, candidates);
  // Beside persons, single words are sections and links that stood in the byline's box.
  return best.some(looksLikePerson)
    ? best.filter((name) => looksLikePerson(name) || (/\s|\p{Lo}/u.test(name) && !looksLikeOutlet(name)))
    : best;
}

/** Machines are often told the first author alone: the longest list of persons that machines are told and that holds all of `names`. */
function completed(names: readonly string[], candidates: readonly Candidate[]): readonly string[] {
  const [only = ''] = names;
  if (names.length === 1 && /^\p{Lu}\p{L}+$/u.test(only)) {
    const whole = candidates
      .flatMap((candidate) => candidate.names)
      .find((name) => looksLikePerson(name) && fold(name).startsWith(`${fold(only)} `));
    if (whole !== undefined) return [whole];
  }
  if (!names.some(looksLikePerson)) return names;
  const persons = names.map(fold);
  return candidates
    .filter((candidate) => /^(?:json-ld|meta |article|parsely|sailthru|dc|citation)/u.test(candidate.from))
    .map((candidate) => candidate.names.filter(looksLikePerson))
    .filter((list) => list.length <= 6 && persons.every((person) => list.some((name) => fold(name) === person)))
    .reduce<readonly string[]>((longest, list) => (list.length > longest.length ? list : longest), names);
}

/** Both lists' names, once each; a longer string around a name ("Ann Roe Twitter") gives way to the name. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  const all = [...a, ...b.filter((name) => !a.some((other) => fold(other) === fold(name)))];
  return all.filter(
    (name) =>
      !all.some(
        (other) =>
          other !== name && other.length < name.length && looksLikePerson(other) && fold(name).includes(fold(other)),
      ),
  );
}

/** "…/profile/julia-carrie-wong" names its owner. */
function namesInAddress(address: string): readonly string[] {
  return address.split(',').flatMap((one) => {
    const slug =
      /\/(?:authors?|profiles?|people|by|staff|editors?|contributors?|writers?)\/([\p{L}]+(?:-[\p{L}]+){1,3})\/?$/iu.exec(
        one.trim(),
      )?.[1];
    return slug === undefined
      ? []
      : parseByline(
          slug
            .split('-')
            .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
            .join(' '),
        ).names;
  });
}

/** The date of the most trusted claim; a date seen on the page yields to one in the address that lies days apart. */
function chooseDate(claims: readonly Claim[], order: DayOrder, inAddress: string | undefined): string | undefined {
  const rank = (claim: Claim): number =>
    claim.from === 'script' ? 3 : claim.from === 'visible date' ? 2 : claim.from === '<time>' ? 1 : 0;
  const dated = claims
    .map((claim) => ({ rank: rank(claim), date: parseDate(claim.value, order) }))
    .filter((item): item is { rank: number; date: string } => item.date !== undefined);
  const best = dated.toSorted((a, b) => a.rank - b.rank)[0];
  if (best === undefined) return inAddress;
  if (
    inAddress !== undefined &&
    best.rank > 0 &&
    Math.abs(Date.parse(best.date) - Date.parse(inAddress)) > 3 * 86_400_000
  ) {
    return (
      dated.find(({ date }) => Math.abs(Date.parse(date) - Date.parse(inAddress)) <= 2 * 86_400_000)?.date ?? inAddress
    );
  }
  // A later claim of the same day may carry the hour that the first leaves out.
  return best.date.length > 10
    ? best.date
    : (dated.find(({ date }) => date.startsWith(best.date) && date.length > 10)?.date ?? best.date);
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
