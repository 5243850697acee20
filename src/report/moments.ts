import { timeOf } from '../stemma/page-time.js';
import type { Stemma, StemmaWitness } from '../stemma/stemma.js';
import type { Tree } from './stemma-tree.js';

/** When a witness came out, in milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  /** As the page gives it. */
  readonly date: string;
  /** Where the page gives the day alone: from its beginning to its end. `at` is then a moment of it that goes with its relatives'. */
  readonly day?: readonly [from: number, to: number];
}

/**
 * When each witness came out, of those that say so. Of a later version that is its last change, and without one it isn't known: the
 * story's date is the first version's. A day alone is a span of time, in which the page stands behind what it was copied
 * from and before its own copies, as far as the day allows.
 */
export function momentsOf(stemma: Stemma, tree: Tree): ReadonlyMap<string, Moment> {
  const published = new Map(stemma.witnesses.map((witness) => [witness.siglum, witness.published]));
  const versions = stemma.descents.filter(({ version }) => version);
  const firsts = new Map(versions.map(({ exemplar, copy }) => [copy, published.get(exemplar)]));
  const dates = new Map(stemma.witnesses.map((witness) => [witness.siglum, dateOf(witness, firsts)]));
  const moments = new Map<string, Moment>();
  for (const siglum of fromTheTop(stemma, tree)) {
    const date = dates.get(siglum);
    const from = timeOf(date);
    if (date === undefined || from === undefined) continue;
    if (date.length > DAY_LETTERS) {
      moments.set(siglum, { at: from, date });
      continue;
    }
    const day = [from, from + DAY - 1] as const;
    const above = moments.get(tree.above.get(siglum) ?? '')?.at;
    const below = (tree.below.get(siglum) ?? []).flatMap((copy) => exactTime(dates.get(copy)));
    moments.set(siglum, { at: inDay(day, above, below), day, date });
  }
  return moments;
}

/** `firsts`: by later version the date of the one before it. */
function dateOf(
  { siglum, published, modified }: StemmaWitness,
  firsts: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (!firsts.has(siglum)) return published;
  return modified ?? (published === firsts.get(siglum) ? undefined : published);
}

/** Noon, unless an exemplar of the day came out later, or a copy of the day earlier. */
function inDay([from, to]: readonly [number, number], above: number | undefined, below: readonly number[]): number {
  const isOfDay = (time: number): boolean => time >= from && time <= to;
  const noon = from + DAY / 2;
  const least = above !== undefined && isOfDay(above) ? above : from;
  return Math.max(least, Math.min(noon, ...below.filter((time) => time >= from)));
}

function exactTime(date: string | undefined): number[] {
  const time = date !== undefined && date.length > DAY_LETTERS ? timeOf(date) : undefined;
  return time === undefined ? [] : [time];
}

/** Exemplars before their copies. */
function fromTheTop({ witnesses }: Stemma, tree: Tree): Iterable<string> {
  const found = new Set(witnesses.map(({ siglum }) => siglum).filter((siglum) => !tree.above.has(siglum)));
  for (const each of found) for (const copy of tree.below.get(each) ?? []) found.add(copy);
  return found;
}

const DAY = 86_400_000;
const DAY_LETTERS = '2026-06-09'.length;
