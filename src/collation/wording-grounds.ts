import type { Ground } from './collation.js';
import type { CollationView } from './collation-view.js';

/**
 * Machines that swap words put in rarer ones and phrases for plain words ("where" → "the place"): over many swaps the
 * side with the rarer words is the copy. A sign test on the swaps' frequencies; few or balanced swaps say nothing.
 */
export function wordingGrounds(view: CollationView): Ground[] {
  const { rarer, commoner, phrases } = wordingCounts(view);
  const odds = Math.max(
    -MOST_ODDS,
    Math.min(MOST_ODDS, (RARER_ODDS * (rarer - commoner)) / Math.sqrt(rarer + commoner + 1) + PHRASE_ODDS * phrases),
  );
  if (Math.abs(odds) < LEAST_ODDS) return [];
  const favours = odds > 0 ? 'base' : 'witness';
  const copy = odds > 0 ? 'witness' : 'base';
  const swaps = rarer + commoner;
  return [
    {
      kind: 'spun',
      text: `Where a word stands for a much rarer or commoner one, the ${copy} has the rarer one in ${Math.max(rarer, commoner)} of ${swaps} places, as a machine leaves them.`,
      favours,
      weight: Math.abs(odds),
    },
  ];
}

/** Swapped words where the witness has the much rarer one, where it has the commoner one, and phrases that it has for a word less the other way round. */
function wordingCounts({ columns, passages }: CollationView): {
  rarer: number;
  commoner: number;
  phrases: number;
} {
  const count = { rarer: 0, commoner: 0, phrases: 0 };
  const { vocabulary, lexicon } = columns;
  for (const { steps } of passages) {
    for (const { base, witness } of steps) {
      const [down, right] = [base[1] - base[0], witness[1] - witness[0]];
      if (down * right > 1) count.phrases += Math.sign(right - down);
      if (down !== 1 || right !== 1) continue;
      const a = columns.base.type[base[0]] ?? 0;
      const b = columns.witness.type[witness[0]] ?? 0;
      if (vocabulary.lemma[a] === vocabulary.lemma[b]) continue;
      const ratio = Math.log2(
        (lexicon.frequency(vocabulary.forms[a] ?? '') + SMOOTH) /
          (lexicon.frequency(vocabulary.forms[b] ?? '') + SMOOTH),
      );
      if (ratio > CLEARLY) count.rarer++;
      else if (ratio < -CLEARLY) count.commoner++;
    }
  }
  return count;
}

const SMOOTH = 0.5;
/** Twice as rare. */
const CLEARLY = 1;
const RARER_ODDS = 0.9;
const PHRASE_ODDS = 0.15;
const MOST_ODDS = 4;
const LEAST_ODDS = 0.5;
