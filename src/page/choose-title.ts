import type { Chosen } from './chosen.js';
import { fold } from './fold.js';
import type { Claim } from './page.js';
import { withoutOutlet } from './title-pieces.js';

/** Titles of fewer words may be the outlet's name. */
const TITLE_WORDS = 3;

/** The headline on the page; where there is none, what machines are told, less the outlet's name. */
export function chooseTitle(
  claims: readonly Claim[],
  outlet: string | undefined,
  sections: readonly string[] = [],
): Chosen<string | undefined> {
  const bare = (title: string): string => withoutOutlet(title, outlet, sections);
  const headline = claims.find((claim) => claim.from === 'headline');
  const others = claims.filter((claim) => claim.from !== 'headline' && claim.from !== 'h1');
  if (headline === undefined) return titleTold(claims, others, bare);
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
  const other = others.find((claim) => fold(bare(claim.value)) !== fold(value));
  return {
    value,
    claim: headline,
    ...(other && { reason: `The headline is what readers see; ${other.from} says otherwise.` }),
  };
}

/** Where the page shows no headline. */
function titleTold(
  claims: readonly Claim[],
  others: readonly Claim[],
  bare: (title: string) => string,
): Chosen<string | undefined> {
  const first = others[0] ?? claims[0];
  if (first === undefined) return { value: undefined };
  const isShort = (claim: Claim): boolean => bare(claim.value).split(' ').length < TITLE_WORDS;
  const told =
    (isCut(first.value) && others.find((other) => goesOn(first.value, bare(other.value)))) ||
    (first.from === 'title' && isShort(first) && claims.find((claim) => claim.from === 'h1' && !isShort(claim))) ||
    first;
  const value = others.length > 0 ? bare(told.value) : told.value;
  const disagree = others.some((other) => fold(bare(other.value)) !== fold(value));
  return {
    value,
    claim: told,
    ...(disagree && {
      reason: `The page shows no headline; of what machines are told, ${told.from} ${told === first ? 'comes first' : 'says most'}.`,
    }),
  };
}

function isCut(title: string): boolean {
  return /(?:…|\.\.\.)$/u.test(title);
}

/** True for a title that says in full what another one cuts short. */
function goesOn(cut: string, title: string): boolean {
  return !isCut(title) && fold(title).startsWith(fold(cut));
}
