import { viewOf } from '../src/collation/collate.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import type { Witness } from '../src/witness/witness.js';

/**
 * Cells of the word alignment's tables, counted from its outcome: between two anchors, words of one side times words of
 * the other. Equal runs cost a cell a word. A count that doesn't flicker with the machine's load.
 */
export function alignedCells(base: Witness, witness: Witness, lexicon: Lexicon): number {
  let cells = 0;
  for (const { steps } of viewOf(base, witness, lexicon).passages) {
    let [down, right] = [0, 0];
    for (const step of steps) {
      const [b, w] = [step.base[1] - step.base[0], step.witness[1] - step.witness[0]];
      const isPair = b === 1 && w === 1;
      if (isPair) cells++;
      else [down, right] = [down + b, right + w];
      if (isPair && down + right > 0) {
        cells += (down + 1) * (right + 1);
        [down, right] = [0, 0];
      }
    }
  }
  return cells;
}
