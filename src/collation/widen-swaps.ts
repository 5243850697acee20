import { Flag } from '../witness/witness.js';
import type { Column, Columns } from './column.js';
import { isOneSided, isSingle, type Step } from './step.js';
import { isDenial, isEqualStep, joinVariations, type Variation } from './variation.js';

/** In text that a machine reworded, takes words that were added beside an equal word for a part of a swap. */
export function widenSwaps(
  variations: readonly Variation[],
  steps: readonly Step[],
  columns: Columns,
): readonly Variation[] {
  return isReworded(steps, columns) ? takeInNeighbours(variations, steps, columns) : variations;
}

/** Whether so many words are swapped one for one that a machine did it: what it adds to a word is part of a swap. */
function isReworded(steps: readonly Step[], { base, witness, vocabulary }: Columns): boolean {
  let swapped = 0;
  for (const step of steps) {
    if (!isSingle(step)) continue;
    if (vocabulary.lemma[base.type[step.base[0]] ?? 0] !== vocabulary.lemma[witness.type[step.witness[0]] ?? 0])
      swapped++;
  }
  return swapped >= steps.length * REWORDED;
}

/** In reworded text a word or two beside an equal word came in with it: "pool" → "swimming pool", "go" → "go ahead". */
function takeInNeighbours(
  variations: readonly Variation[],
  steps: readonly Step[],
  columns: Columns,
): readonly Variation[] {
  const equal = new Map(
    steps.filter((step) => isEqualStep(step, columns)).map((step) => [`${step.base[0]} ${step.witness[0]}`, step]),
  );
  return variations.map((variation) => {
    const { base, witness, moved } = variation;
    const longer = Math.max(base[1] - base[0], witness[1] - witness[0]);
    if (moved || !isOneSided(variation) || longer > SHORT_ADDITION) return variation;
    if (isDenial(variation, columns) || holdsName(variation, columns)) return variation;
    const left = equal.get(`${base[0] - 1} ${witness[0] - 1}`);
    const right = equal.get(`${base[1]} ${witness[1]}`);
    const last = base[0] === base[1] ? columns.witness.type[witness[1] - 1] : columns.base.type[base[1] - 1];
    const closesPhrase = columns.vocabulary.isFunction[last ?? 0] === 1;
    const chosen =
      closesPhrase && left && isContent(left, columns) ? left : right && isContent(right, columns) ? right : undefined;
    return chosen
      ? joinVariations(chosen.base[0] < base[0] ? chosen : variation, chosen.base[0] < base[0] ? variation : chosen)
      : variation;
  });
}

/** Names come and go with credits and facts, not with synonyms. */
function holdsName({ base, witness }: Variation, columns: Columns): boolean {
  const side = (column: Column, [from, to]: readonly [number, number]): boolean =>
    column.token.subarray(from, to).some((token) => ((column.witness.flags[token] ?? 0) & Flag.name) !== 0);
  return side(columns.base, base) || side(columns.witness, witness);
}

function isContent(step: Step, { base, vocabulary }: Columns): boolean {
  return vocabulary.isFunction[base.type[step.base[0]] ?? 0] === 0;
}

/** Share of words swapped for a stranger. On 45 spun texts 0 and .2 do as well; without widening .001 fewer swaps are exact. */
const REWORDED = 0.12;
const SHORT_ADDITION = 2;
