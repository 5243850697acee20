import type { Page } from '../page/page.js';
import { isSameStory } from '../page/story-address.js';
import type { Direction, Ground, Relation } from './collation.js';
import { creditGrounds } from './credit-grounds.js';
import type { CollationView } from './collation-view.js';
import { DAY, timeApart } from './time-apart.js';
import { versionGrounds } from './version-grounds.js';
import { wordingGrounds } from './wording-grounds.js';

/** Which side is the older one, with the grounds. */
export interface DirectionJudgement {
  readonly direction: Direction;
  readonly grounds: readonly Ground[];
}

/**
 * The one place where two pages by themselves are told which is the older: what is said of a pair anywhere goes back to this.
 * Weighs what speaks for either side's being the older: dates, credits and traces, the wording of swapped words, and
 * which side is fuller. Each ground has a weight in log odds; below LEAST_ODDS in sum nothing is said.
 */
export function judgeDirection(
  view: CollationView,
  shared: { readonly base: number; readonly witness: number },
  relation: Relation,
): DirectionJudgement {
  if (view.passages.length === 0) return { direction: 'unknown', grounds: [] };
  const base = view.columns.base.witness.page;
  const witness = view.columns.witness.witness.page;
  const isOfWords = !STRANGERS.has(relation) && !isSameStory(base, witness);
  const grounds = [
    ...pageGrounds(base, witness),
    ...(isOfWords ? [...wordingGrounds(view), ...fullerGrounds(shared)] : []),
  ];
  return { direction: directionFrom(grounds), grounds };
}

/** What two pages say of themselves and of each other: all that there is between equal texts. */
export function pageGrounds(base: Page, witness: Page): readonly Ground[] {
  if (isSameStory(base, witness)) return versionGrounds(base, witness);
  return [...dateGrounds(base, witness), ...creditGrounds(base, witness)];
}

/** The older side as these grounds together have it. */
export function directionFrom(grounds: readonly Ground[]): Direction {
  const odds = directionOdds(grounds);
  return Math.abs(odds) < LEAST_ODDS ? 'unknown' : odds > 0 ? 'base' : 'witness';
}

/** Natural-log odds of the base's being the older. */
export function directionOdds(grounds: readonly Ground[]): number {
  return grounds.reduce((sum, ground) => sum + (ground.weight ?? 0) * (ground.favours === 'base' ? 1 : -1), 0);
}

function dateGrounds(base: Page, witness: Page): Ground[] {
  const apart = timeApart(base.published, witness.published);
  if (apart === undefined) return [];
  const favours = apart > 0 ? 'base' : 'witness';
  return [
    {
      kind: 'earlier',
      text: `The ${favours} is dated earlier: ${base.published} and ${witness.published}.`,
      favours,
      weight: Math.abs(apart) >= DAY ? LATER_DAY : SAME_DAY,
    },
  ];
}

/** A page that is wholly found in a longer one is more often cut from it than padded to it. */
function fullerGrounds({ base, witness }: { readonly base: number; readonly witness: number }): Ground[] {
  if (Math.max(base, witness) < WHOLE || Math.abs(base - witness) < FULLER) return [];
  const favours = base < witness ? 'base' : 'witness';
  return [
    { kind: 'fuller', text: `The ${favours} has all of the other's text and more.`, favours, weight: FULLER_ODDS },
  ];
}

/** Between reports that don't copy each other, wording and length say nothing of age. */
const STRANGERS: ReadonlySet<Relation> = new Set(['independent', 'unrelated']);
/** Odds of 4.5 to 1. */
const LEAST_ODDS = 1.5;
/** Dates are mostly true; a page that was updated, or a farm that sets the clock back, makes the rest. */
const LATER_DAY = 2;
const SAME_DAY = 1.6;
const WHOLE = 0.85;
const FULLER = 0.1;
const FULLER_ODDS = 0.6;
