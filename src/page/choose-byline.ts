import { handlesOf, parseByline } from './byline.js';
import type { Chosen } from './chosen.js';
import { fold } from './fold.js';
import { isGivenName } from './given-names.js';
import { looksLikeOutlet, looksLikePerson } from './name-shape.js';
import type { Claim } from './page.js';

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
  'vouched name line': 1.5,
  'name line': -1,
  'author note': -1.5,
  'agency line': -3,
};
const OTHER_TRUST = 3.5;

/** Points for naming a person, and for names that another place confirms. */
const PERSON = 3;
const CONFIRMED = 1.2;
/** More names than this are a list of the outlet's people. */
const MOST_NAMES = 6;
/** Places whose several claims are several authors. */
const ADDS_UP =
  /^(?:json-ld|byline|author link|author element|itemprop author|closing line|name line|vouched name line|author note)$|^(?:meta|dc|article|parsely)/u;

/** Places where a single word is an author's name for sure. */
const NAMES_HANDLES = /^(?:json-ld|itemprop author|author link)$/u;

interface Candidate {
  readonly from: string;
  readonly names: readonly string[];
  readonly claim: Claim;
}

/** The byline that is trusted most: persons before desks, never the outlet itself, better where two places agree. `titleEnds` are the first and last pieces of the window's title. */
export function chooseByline(
  claims: readonly Claim[],
  outlets: readonly string[],
  titleEnds: readonly string[] = [],
): Chosen<readonly string[]> {
  const { candidates, own } = candidatesOf(claims, outlets);
  const best = candidates.reduce<Candidate | undefined>(
    (top, candidate) =>
      top === undefined || trustIn(candidate, candidates) > trustIn(top, candidates) ? candidate : top,
    undefined,
  );
  if (best === undefined) return { value: own?.names ?? [], ...(own && { claim: own.claim }) };
  const names = completed(best.names, candidates);
  // Beside persons, single words are sections and links that stood in the byline's box.
  const persons = names.some(looksLikePerson)
    ? names.filter((name) => looksLikePerson(name) || (/\s|\p{Lo}/u.test(name) && !looksLikeOutlet(name)))
    : names;
  // The outlet, as the window's title has it, may stand beside its writers.
  const others = persons.filter((name) => !titleEnds.some((end) => fold(end) === fold(name)));
  const value = others.length > 0 ? others : persons;
  const disagree = candidates.some((other) => !sameNames(other.names, best.names));
  return { value, claim: best.claim, ...(disagree && { reason: reasonFor(best, candidates, value) }) };
}

function candidatesOf(
  claims: readonly Claim[],
  outlets: readonly string[],
): { readonly candidates: readonly Candidate[]; readonly own: Candidate | undefined } {
  const candidates: Candidate[] = [];
  /** The outlet, where it signs itself. */
  let own: Candidate | undefined;
  for (const claim of claims) {
    const { from } = claim;
    const parsed = /^https?:/iu.test(claim.value) ? namesInAddress(claim.value) : parseByline(claim.value).names;
    const names = parsed.length === 0 && NAMES_HANDLES.test(from) ? handlesOf(claim.value) : parsed;
    const fresh = names.filter((name) => !outlets.some((outlet) => fold(outlet) === fold(name)));
    const same = candidates.findIndex((candidate) => candidate.from === from);
    if (fresh.length === 0) {
      if (names[0] !== undefined) own ??= { from, names: names.slice(0, 1), claim };
    } else if (same < 0) candidates.push({ from, names: fresh, claim });
    else if (ADDS_UP.test(from)) {
      const before = candidates[same];
      candidates[same] = { from, names: union(before?.names ?? [], fresh), claim: before?.claim ?? claim };
    }
  }
  return { candidates, own };
}

function trustIn(candidate: Candidate, candidates: readonly Candidate[]): number {
  return (
    (AUTHOR_TRUST[candidate.from] ?? OTHER_TRUST) +
    (namesPerson(candidate) ? PERSON : 0) +
    (confirmedBy(candidate, candidates) ? CONFIRMED : 0) -
    (candidate.names.length > MOST_NAMES ? 4 : 0)
  );
}

function namesPerson({ names }: Candidate): boolean {
  return names.some((name) => looksLikePerson(name) || /^[\p{Lo}\s]{2,12}$/u.test(name));
}

/** Another place that names one of the candidate's names. */
function confirmedBy(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(
    (other) =>
      other !== candidate && other.names.some((name) => candidate.names.some((own) => fold(own) === fold(name))),
  );
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.some((other) => fold(other) === fold(name)));
}

/** Why this place was believed, as one sentence. */
function reasonFor(best: Candidate, candidates: readonly Candidate[], value: readonly string[]): string {
  const confirming = confirmedBy(best, candidates);
  const others = candidates.filter((other) => other !== best);
  const grounds = [
    ...(namesPerson(best) && !others.every(namesPerson) ? ['names a person'] : []),
    ...(confirming ? [`is confirmed by ${confirming.from}`] : []),
  ];
  const added = value.length > best.names.length ? ', and another place that names the same person names more' : '';
  return grounds.length > 0
    ? `${best.from} ${grounds.join(' and ')}${added}.`
    : `${best.from} is trusted before ${others.map((other) => other.from).join(', ')}${added}.`;
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
    .map((candidate) => candidate.names.filter((name) => looksLikePerson(name) && isSure(candidate.from, name)))
    .filter((list) => list.length <= 6 && persons.every((person) => list.some((name) => fold(name) === person)))
    .reduce<readonly string[]>((longest, list) => (list.length > longest.length ? list : longest), names);
}

/** Of what a page shows, links and boxes beside an author count only where a common given name says that they are persons. */
function isSure(from: string, name: string): boolean {
  if (/^(?:json-ld|meta |article|parsely|sailthru|dc|citation)/u.test(from)) return true;
  return /^author (?:link|element)$/u.test(from) && isGivenName(name.split(' ')[0] ?? '');
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
