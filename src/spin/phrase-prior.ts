import type { SpinModel } from './spin-model.js';

/** How readily machines give a substitute in a phrase, by the sources that know the pair. */
export function phrasePrior(model: SpinModel, packed: number): number {
  let prior = 0;
  for (let bit = 0; bit < 8; bit++) if ((packed >>> bit) & 1) prior += model.weights.phrase.prior[bit] ?? 0;
  return prior;
}
