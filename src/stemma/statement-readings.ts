/** How the pages of a group have their statement: in one sense, or otherwise. */
import type { Collation } from '../collation/collation.js';
import { collatedDifferences } from '../statement/collated-differences.js';
import { contentDifferences } from '../statement/content-differences.js';
import { changesSense, type ReadingDifference, type Said } from '../statement/reading-difference.js';
import { otherSide } from '../statement/other-side.js';
import { isSamePlace, isTakenOver } from '../statement/same-place.js';
import type { Lexicon } from '../witness/lexicon.js';

/** A statement of the group on its page. */
export interface Carrier extends Said {
  /** The page's place in the family, and the statement's on the page. */
  readonly page: number;
  readonly at: number;
  /** A page that isn't a copy, or hardly one. */
  readonly own: boolean;
}

/** A carrier's reading held against the one that stands for the group. */
export interface ComparedCarrier extends Carrier {
  readonly differences: readonly ReadingDifference[];
}

/** Those that say the same as one of them, and the others by what they say instead. */
export interface Readings {
  readonly agreeing: readonly ComparedCarrier[];
  readonly otherwise: readonly (readonly ComparedCarrier[])[];
}

export interface ReadingTools {
  readonly lexicon: Lexicon;
  /** The collation of two members, the lower place in the family first, where there is one. */
  readonly collationOf: (base: number, witness: number) => Collation | undefined;
  /** Places of the members that a member goes back to, straight or through others. */
  readonly aboveOf: (page: number) => ReadonlySet<number>;
}

/** Holds each carrier against one. A page that has the statement twice is with those that agree if one of the two does. */
export function readingsBeside(best: Carrier, carriers: readonly Carrier[], tools: ReadingTools): Readings {
  const compared = carriers.map((carrier) => ({
    ...carrier,
    differences: differencesInLine(best, carrier, carriers, tools),
  }));
  const isAgreeing = ({ differences }: ComparedCarrier): boolean => !differences.some(changesSense);
  const agreeing = compared.filter(isAgreeing);
  const settled = new Set(agreeing.map(({ page }) => page));
  const others = new Map<string, ComparedCarrier[]>();
  for (const carrier of compared) {
    if (settled.has(carrier.page)) continue;
    const key = keyOf(carrier);
    others.set(key, [...(others.get(key) ?? []), carrier]);
  }
  return { agreeing, otherwise: [...others.values()] };
}

/** Readings are one where the same stands instead of the same. */
function keyOf({ differences }: ComparedCarrier): string {
  const pairs = differences.filter(changesSense).map(({ from, to }) => `${from} > ${to}`.toLowerCase());
  return [...new Set(pairs)].sort().join('; ');
}

/** A copy of another report than the best one's is held against that report, which is held against the best. */
function differencesInLine(
  best: Carrier,
  carrier: Carrier,
  carriers: readonly Carrier[],
  tools: ReadingTools,
): ReadingDifference[] {
  const above = tools.aboveOf(carrier.page);
  const line = carriers.filter(({ page }) => above.has(page));
  const isFirst = ({ page }: Carrier): boolean => !line.some((other) => tools.aboveOf(page).has(other.page));
  const root = line.some(({ page }) => page === best.page) ? undefined : line.find(isFirst);
  if (root === undefined) return differencesFrom(best, carrier, tools);
  return [...differencesFrom(best, root, tools).filter(changesSense), ...differencesFrom(root, carrier, tools)];
}

/** By the collation where one text was taken from the other and both have the statement in one place, else by what contradicts. */
function differencesFrom(best: Carrier, carrier: Carrier, { lexicon, collationOf }: ReadingTools): ReadingDifference[] {
  if (best.page === carrier.page) return [];
  const [base, witness] = best.page < carrier.page ? [best, carrier] : [carrier, best];
  const collation = collationOf(base.page, witness.page);
  if (collation === undefined || !isTakenOver(collation)) return contentDifferences(best, carrier, lexicon);
  const there = otherSide(base.statement.content, collation.passages);
  if (!isSamePlace(there, base.statement, witness.statement)) return contentDifferences(best, carrier, lexicon);
  const found = collatedDifferences(base, witness, collation.changes);
  return base === best ? found : found.map(({ field, from, to }) => ({ field, from: to, to: from }));
}
