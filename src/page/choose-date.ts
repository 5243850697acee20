import type { Chosen } from './chosen.js';
import { parseDate, type DayOrder } from './date.js';
import type { Claim } from './page.js';

const DAY = 86_400_000;

interface Dated {
  readonly rank: number;
  readonly date: string;
  readonly claim: Claim;
}

/** The date of the most trusted claim; a date seen on the page yields to one in the address that lies days apart. */
export function chooseDate(
  claims: readonly Claim[],
  order: DayOrder,
  inAddress: string | undefined,
): Chosen<string | undefined> {
  const dated = claims
    .map((claim) => ({ rank: rankOf(claim), date: parseDate(claim.value, order), claim }))
    .filter((item): item is Dated => item.date !== undefined);
  const best = dated.toSorted((a, b) => a.rank - b.rank)[0];
  if (best === undefined) return { value: inAddress };
  if (inAddress !== undefined && best.rank > 0 && distance(best.date, inAddress) > 3 * DAY) {
    const near = dated.find(({ date }) => distance(date, inAddress) <= 2 * DAY);
    return near
      ? {
          value: near.date,
          claim: near.claim,
          reason: `${near.claim.from} agrees with the date in the page's address.`,
        }
      : { value: inAddress };
  }
  // A later claim of the same day may carry the hour that the first leaves out.
  const timed =
    best.date.length > 10 ? best : (dated.find(({ date }) => date.startsWith(best.date) && date.length > 10) ?? best);
  const other = dated.find(({ date }) => date.slice(0, 10) !== timed.date.slice(0, 10));
  return {
    value: timed.date,
    claim: timed.claim,
    ...(other && { reason: reasonFor(timed, other) }),
  };
}

/** What machines are told comes first, then marked-up dates, visible ones, one in the window's title, those far from the head, and those in scripts. */
function rankOf({ from }: Claim): number {
  if (from === 'script') return 4;
  if (from.endsWith(', far')) return 3.5;
  if (from === 'title') return 3;
  return from === 'visible date' ? 2 : from === '<time>' ? 1 : 0;
}

function distance(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}

function reasonFor(best: Dated, other: Dated): string {
  if (best.claim.from === other.claim.from) return `${best.claim.from} gives several days; the first is taken.`;
  return `${best.claim.from} is trusted before ${other.claim.from}, which gives another day.`;
}
