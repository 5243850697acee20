import { fold } from './fold.js';
import { hostOf } from './host-of.js';
import { looksLikeOutlet } from './name-shape.js';
import type { Claim } from './page.js';
import { endsOf, isSectionName, lettersOf, partsOf } from './title-pieces.js';

/** Words of an outlet's name at most, letters of a host's part that tells names apart. */
const MOST_WORDS = 6;
const SHORTEST_LABEL = 3;

/** The outlet that the window's title names before or after the headline, by a name that outlets have or that the host is spelled after: "ZEIT ONLINE" at zeit.de. */
export function windowOutlet(claims: readonly Claim[], url: string | undefined): readonly Claim[] {
  const titles = claims.filter((claim) => claim.field === 'title');
  const window = titles.find((claim) => claim.from === 'title')?.value ?? '';
  const [first, last] = endsOf(window);
  if (first === undefined || last === undefined) return [];
  const { heads, tail } = partsOf(window);
  const isHeadline = (rest: string): boolean =>
    titles.some((title) => title.from !== 'title' && fold(title.value) === fold(rest));
  const names = [...(heads.some(isHeadline) ? [last] : []), ...(isHeadline(tail) ? [first] : [])];
  const value = names.map((name) => name.split(', ')[0] ?? '').find((name) => couldBeOutlet(name, hostOf(url) ?? ''));
  return value === undefined ? [] : [{ field: 'outlet', value, from: 'title' }];
}

function couldBeOutlet(name: string, host: string): boolean {
  const isOfHost = host
    .split('.')
    .some((label) => label.length >= SHORTEST_LABEL && lettersOf(name).includes(lettersOf(label)));
  return name.split(' ').length <= MOST_WORDS && !isSectionName(name) && (isOfHost || looksLikeOutlet(name));
}
