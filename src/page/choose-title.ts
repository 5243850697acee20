import type { Chosen } from './chosen.js';
import { fold } from './fold.js';
import { titlesAgree } from './head-zone.js';
import type { Claim } from './page.js';

const SEPARATOR = /\s+[|–—·•»«:~/-]{1,2}\s+|\s*[|｜]\s*|\s+::\s+/u;

/** The headline on the page; where there is none, what machines are told, less the outlet's name. */
export function chooseTitle(claims: readonly Claim[], outlet: string | undefined): Chosen<string | undefined> {
  const headline = claims.find((claim) => claim.from === 'headline');
  const others = claims.filter((claim) => claim.from !== 'headline' && claim.from !== 'h1');
  if (headline === undefined) {
    const told = others[0] ?? claims[0];
    if (told === undefined) return { value: undefined };
    const value = others.length > 0 ? withoutOutlet(told.value, outlet) : told.value;
    const disagree = others.some((other) => fold(withoutOutlet(other.value, outlet)) !== fold(value));
    return {
      value,
      claim: told,
      ...(disagree && { reason: `The page shows no headline; of what machines are told, ${told.from} comes first.` }),
    };
  }
  // A heading may hold a kicker above the title: then machines know where the title begins.
  const within = headline.value.includes('\n')
    ? others.find((claim) => headline.value.split('\n').some((line) => fold(line) === fold(claim.value)))
    : undefined;
  if (within)
    return {
      value: within.value,
      claim: within,
      reason: `${within.from} tells which line of the page's heading is the title.`,
    };
  const value = headline.value.replace(/\s+/gu, ' ');
  const other = others.find((claim) => fold(withoutOutlet(claim.value, outlet)) !== fold(value));
  return {
    value,
    claim: headline,
    ...(other && { reason: `The headline is what readers see; ${other.from} says otherwise.` }),
  };
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
