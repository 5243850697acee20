/**
 * Which of two witnesses is the older: evidence beside the texts' likeness, in natural-log odds that `copy` was made
 * from `exemplar` against there being no such tie. Each kind is a likelihood ratio of what is seen, so that kinds add
 * up; none of them decides alone, since dates lie and credits are inherited.
 */
import type { Ground } from '../collation/collation.js';
import { versionGrounds } from '../collation/version-grounds.js';
import type { Page } from '../page/page.js';
import { isSameStory } from '../page/story-address.js';
import { type Dated, instantOf, timeBetween } from './page-time.js';
import type { WordingDrift } from './reading-drift.js';

/**
 * ln(.95 / .5) and ln(.05 / .5): a copier's date is later unless it lies, as one page in twenty is taken to. Beside what a lie costs
 * once (see `lieNats`) it matters little: edges right on 40 tuning families .861, and .860 with -.5 for an earlier date.
 */
const LATER_NATS = 0.64;
const EARLIER_NATS = -2.3;
/** A canonical link to another page of the family is set by nobody by chance. */
const CANONICAL_NATS = 5;

/** Grounds beside the texts' own likeness and the credits, weights signed in this direction. */
export function pairGrounds(exemplar: Page, copy: Page, drift: WordingDrift): SignedGround[] {
  if (isSameStory(exemplar, copy)) return versionGrounds(exemplar, copy).map(signed);
  return [dateGround(exemplar, copy), canonicalGround(exemplar, copy), wordingGround(drift)].filter(
    (ground) => ground !== undefined,
  );
}

/** Evidence with its log odds: negative speaks against this direction. */
export interface SignedGround {
  readonly kind: string;
  readonly text: string;
  readonly nats: number;
}

export function dateGround(exemplar: Page, copy: Dated & Partial<Pick<Page, 'claims'>>): SignedGround | undefined {
  const time = timeBetween(exemplar, copy);
  if (time === undefined || time.order === 0) return undefined;
  const trust = time.trust * dateTrust(exemplar) * dateTrust(copy);
  const nats = (time.order > 0 ? LATER_NATS : EARLIER_NATS) * trust;
  return {
    kind: 'earlier',
    nats,
    text: `Published ${time.words} ${time.order > 0 ? 'after' : 'before'} ${nameOf(exemplar)}.`,
  };
}

/** Trust in a date that stands in the text alone: a copier may have taken it over with the text. A working value, not measured. */
const VISIBLE_TRUST = 0.25;

function dateTrust({ claims }: Partial<Pick<Page, 'claims'>>): number {
  const dates = claims?.filter((claim) => claim.field === 'published' || claim.field === 'modified') ?? [];
  return dates.length > 0 && dates.every((claim) => claim.from === 'visible date') ? VISIBLE_TRUST : 1;
}

/** When a page claims to have been published, where the claim is exact and its own. */
export function claimedTime(page: Page): number | undefined {
  return dateTrust(page) < 1 ? undefined : instantOf(page);
}

function canonicalGround(exemplar: Page, copy: Page): SignedGround | undefined {
  if (copy.canonical === undefined || exemplar.url === undefined) return undefined;
  if (copy.canonical !== exemplar.url || copy.url === exemplar.url) return undefined;
  return { kind: 'leftover', nats: CANONICAL_NATS, text: `Its canonical link leads to ${exemplar.url}.` };
}

/** Log odds of a pair's ground to nats here, where words count for more than they are worth: a credit's 3.6 to its 12. */
const VERSION_SCALE = 12 / 3.6;

/** A pair's ground with the exemplar for its base. */
function signed({ favours, weight: odds = 0 }: Ground): SignedGround {
  const isLater = favours === 'base';
  const weight = VERSION_SCALE * odds;
  const text = `${isLater ? 'A later' : 'An earlier'} version of the same story.`;
  return { kind: 'version', nats: isLater ? weight : -weight, text };
}

export function wordingGround(drift: WordingDrift): SignedGround | undefined {
  if (drift.words === 0) return undefined;
  const text = `Of the content words swapped one for one (${drift.words}), the copy's are the ${drift.nats > 0 ? 'less' : 'more'} usual ones.`;
  return { kind: 'wording', nats: drift.nats, text };
}

export function nameOf(page: Page): string {
  return page.outlet ?? page.url ?? page.id ?? 'the other page';
}
