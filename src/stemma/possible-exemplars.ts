import { countsOf, descentNats, type FamilyKin, mayDescend, rowAt } from './family-kin.js';
import type { Choice } from './order-search.js';

/** Main exemplars, best first, that are tried with a second one. */
const MOST_MAINS = 16;
/**
 * Share of the copy's words that its main exemplar accounts for at least: independent reports may share a quotation. Edges right
 * on 12 tuning families: .783 without, .797 with.
 */
const LEAST_MAIN_SHARE = 0.2;
/** Pairs that are kept for each copy. */
const MOST_PAIRS = 60;
/**
 * Words and sentences that each of two exemplars must have of the copy and the other lacks: a single sentence may be a quotation that
 * independent reports share, or a stock line that two copiers added. Not fitted.
 */
const LEAST_SECOND_WORDS = 25;
const LEAST_SECOND_UNITS = 2;

/**
 * From whom each witness may have been copied, best first: nobody, one, or two of which each has sentences that the other lacks.
 * Without `kinsmen` the two must be strangers to each other: what two copies of one page have together, a lost one had.
 */
export function possibleExemplars(kin: FamilyKin, copy: number, kinsmen: boolean): Choice[] {
  const singles = Array.from({ length: kin.size }, (_, exemplar) => exemplar).filter((exemplar) =>
    mayDescend(kin, exemplar, copy),
  );
  const mains = singles
    .filter((exemplar) => takenShare(kin, exemplar, copy) >= LEAST_MAIN_SHARE)
    .map((exemplar): Choice => ({ exemplars: [exemplar], nats: descentNats(kin, copy, [exemplar]) }))
    .sort(byNats);
  const nobody = { exemplars: [], nats: descentNats(kin, copy, []) };
  const alone = new Map(mains.map(({ exemplars, nats }) => [exemplars[0] ?? 0, nats]));
  const pairs = mains.slice(0, MOST_MAINS).flatMap((main) =>
    singles.flatMap((second) => {
      const pair = [main.exemplars[0] ?? 0, second] as const;
      if (pair[0] === pair[1]) return [];
      if ((!kinsmen && mayDescend(kin, ...pair)) || !complete(kin, copy, pair)) return [];
      const nats = descentNats(kin, copy, pair);
      return nats > main.nats && nats > (alone.get(second) ?? -Infinity) ? [{ exemplars: pair, nats }] : [];
    }),
  );
  return [...mains, nobody, ...pairs.sort(byNats).slice(0, MOST_PAIRS)].sort(byNats);
}

/** Share of the copy's words that the exemplar has. What somebody is quoted with counts only where there is nothing else. */
function takenShare(kin: FamilyKin, exemplar: number, copy: number): number {
  const { words, added } = countsOf(kin, exemplar, copy);
  const { units } = rowAt(kin, copy);
  const sums = { all: 0, lacked: 0, told: 0, toldLacked: 0 };
  words.forEach((count, u) => {
    sums.all += count;
    sums.lacked += added[u] ?? 0;
    if (kin.table.quoted[units[u] ?? 0] === 1) return;
    sums.told += count;
    sums.toldLacked += added[u] ?? 0;
  });
  if (sums.told > 0) return 1 - sums.toldLacked / sums.told;
  return sums.all === 0 ? 0 : 1 - sums.lacked / sums.all;
}

/** Whether each of the two has sentences of the copy that the other lacks, and enough of them. */
function complete(kin: FamilyKin, copy: number, [main, second]: readonly [number, number]): boolean {
  const { words, added: lackedByMain } = countsOf(kin, main, copy);
  const lackedBySecond = countsOf(kin, second, copy).added;
  const more = { words: 0, units: 0 };
  const other = { words: 0, units: 0 };
  words.forEach((count, u) => {
    const gap = (lackedByMain[u] ?? 0) - (lackedBySecond[u] ?? 0);
    const side = gap > 0 ? more : other;
    side.words += Math.abs(gap);
    if (Math.abs(gap) * 2 > count) side.units++;
  });
  return (
    Math.min(more.words, other.words) >= LEAST_SECOND_WORDS && Math.min(more.units, other.units) >= LEAST_SECOND_UNITS
  );
}

function byNats(a: Choice, b: Choice): number {
  return b.nats - a.nats;
}
