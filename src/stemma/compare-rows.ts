/**
 * What a copy did to an exemplar, counted unit by unit from their readings: words that stayed, words that were changed and what it
 * takes to name what was put in, words that the exemplar does not have. Cost: linear in the places.
 */
import { WORD_NATS } from './word-nats.js';
import type { Lexicon } from '../witness/lexicon.js';
import { ABSENT, KINDS, OMITTED, type ReadingRow, type ReadingTable } from './reading-table.js';

/** Nats to name which word was put in: a near synonym, a far one, any other. Edges right on 24 tuning families: .850, and .847 at .8, 1.5 and 4. */
const CHOICE_NATS = { near: 1.2, far: 2.5, other: 5 };
/** Nats to drop a word; putting one in costs writing it besides, so that a text is as probable from either side. */
const DROP_NATS = 1;

/** Counts for each unit of the copy, in the copy's order; `KINDS` numbers a unit where places are told apart by kind. */
export interface RowCounts {
  readonly same: Float64Array;
  readonly changed: Float64Array;
  /** Nats to name the changes. */
  readonly choice: Float64Array;
  /** Words that the exemplar lacks with their whole sentence. */
  readonly added: Float64Array;
  /** Words in all. */
  readonly words: Float64Array;
  /** The sums of words, and of words that the exemplar lacks. */
  readonly all: number;
  readonly lacked: number;
}

/** What a change from one reading to another costs to name; remembers what it was asked. */
export type ChoiceCost = (from: number, to: number) => number;

export function choiceCosts(texts: readonly string[], lexicon: Lexicon): ChoiceCost {
  const known = new Map<number, number>();
  return (from, to) => {
    if (to === OMITTED) return DROP_NATS;
    if (from === OMITTED) return DROP_NATS + WORD_NATS;
    const key = Math.min(from, to) * 1e6 + Math.max(from, to);
    let nats = known.get(key);
    if (nats === undefined) {
      const kinship = lexicon.kinship(texts[from] ?? '', texts[to] ?? '');
      nats = kinship >= 0.5 ? CHOICE_NATS.near : kinship > 0 ? CHOICE_NATS.far : CHOICE_NATS.other;
      known.set(key, nats);
    }
    return nats;
  };
}

/** Compares a copy's readings with an exemplar's. */
export function compareRows(
  table: ReadingTable,
  rows: { readonly exemplar: ReadingRow; readonly copy: ReadingRow },
  cost: ChoiceCost,
): RowCounts {
  const { exemplar, copy } = rows;
  const size = copy.units.length;
  const counts = {
    same: new Float64Array(size * KINDS),
    changed: new Float64Array(size * KINDS),
    choice: new Float64Array(size),
    added: new Float64Array(size),
    words: new Float64Array(size),
  };
  copy.units.forEach((unit, u) => {
    let gap = false;
    for (let place = table.from[unit] ?? 0; place < (table.from[unit + 1] ?? 0); place++) {
      const [from, to] = [exemplar.at[place] ?? ABSENT, copy.at[place] ?? ABSENT];
      if (to > OMITTED) count(counts.words, u, 1);
      if (from === ABSENT || to === ABSENT) {
        if (to > OMITTED) count(counts.added, u, 1);
        continue;
      }
      if (from === OMITTED && to === OMITTED) continue;
      const slot = u * KINDS + (table.kind[place] ?? 0);
      const isGap = from !== to && (from === OMITTED || to === OMITTED);
      if (from === to) count(counts.same, slot, 1);
      // A run of words dropped or put in is one change.
      else if (!(isGap && gap)) count(counts.changed, slot, 1);
      if (from !== to) count(counts.choice, u, cost(from, to));
      gap = isGap;
    }
  });
  return { ...counts, all: sum(counts.words), lacked: sum(counts.added) };
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function count(sums: Float64Array, at: number, more: number): void {
  sums[at] = (sums[at] ?? 0) + more;
}
