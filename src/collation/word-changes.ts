import type { Change } from './collation.js';
import type { Columns } from './column.js';
import type { AlignedPassage } from './aligned-passage.js';
import type { Kin } from './kin.js';
import { rangeOf } from './name-variant.js';
import { isSingle } from './step.js';
import type { Variation } from './variation.js';

/** What finding changes goes by. */
export interface ChangeView {
  readonly columns: Columns;
  readonly kin: Kin;
  readonly passages: readonly AlignedPassage[];
}

/** A change over a run of words on both sides. */
export function changeAt(
  columns: Columns,
  words: Pick<Variation, 'base' | 'witness'>,
  sentence: (from: string, to: string) => string,
): Change {
  const base = rangeOf(columns.base, words.base);
  const witness = rangeOf(columns.witness, words.witness);
  const from = columns.base.witness.text.slice(...base);
  const to = columns.witness.witness.text.slice(...witness);
  return { base, witness, from, to, sentence: sentence(from, to) };
}

/**
 * Variations of a passage that change a word: neither other spelling nor moved, and among words that are equal often
 * enough to say that one sentence stands for the other.
 */
export function wordChanges(passage: AlignedPassage, columns: Columns): readonly Variation[] {
  const known = CHANGES.get(passage);
  if (known !== undefined) return known;
  const found = passage.variations.length === 0 ? [] : readWordChanges(passage, columns);
  CHANGES.set(passage, found);
  return found;
}

/** Every field asks for them: kept as long as the passage is. */
const CHANGES = new WeakMap<AlignedPassage, readonly Variation[]>();

function readWordChanges(passage: AlignedPassage, columns: Columns): readonly Variation[] {
  const equal = equalBefore(passage, columns);
  const step = new Map(passage.steps.map(({ base, witness }, s) => [`${base[0]} ${witness[0]}`, s]));
  return passage.variations.filter((variation, v) => {
    if (variation.moved || passage.passage.variants[v]?.kind === 'spelling') return false;
    const at = step.get(`${variation.base[0]} ${variation.witness[0]}`) ?? 0;
    const from = Math.max(0, at - CONTEXT);
    const to = Math.min(passage.steps.length, at + CONTEXT);
    return (equal[to] ?? 0) - (equal[from] ?? 0) >= LEAST_EQUAL * (to - from);
  });
}

/** How many of the steps before each one are of equal words. */
function equalBefore({ steps }: AlignedPassage, { base, witness, vocabulary }: Columns): Uint32Array {
  const sums = new Uint32Array(steps.length + 1);
  steps.forEach((step, s) => {
    const isEqual =
      isSingle(step) &&
      vocabulary.lemma[base.type[step.base[0]] ?? 0] === vocabulary.lemma[witness.type[step.witness[0]] ?? 0];
    sums[s + 1] = (sums[s] ?? 0) + (isEqual ? 1 : 0);
  });
  return sums;
}

/** Joins variations that follow each other without a word between. */
export function joinNeighbours(variations: readonly Variation[]): readonly Variation[] {
  const found: Variation[] = [];
  for (const variation of variations) {
    const last = found.at(-1);
    if (last && last.base[1] === variation.base[0] && last.witness[1] === variation.witness[0]) {
      found[found.length - 1] = {
        base: [last.base[0], variation.base[1]],
        witness: [last.witness[0], variation.witness[1]],
        moved: false,
      };
    } else found.push(variation);
  }
  return found;
}

/** Steps looked at on either side of a variation. */
const CONTEXT = 12;
/** Spun text keeps over .4 of its words; sentences that merely report the same, mostly under .2. */
const LEAST_EQUAL = 0.2;
