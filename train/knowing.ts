import type { SpinModel } from '../src/spin/spin-model.js';
import type { Lexicon } from '../src/witness/lexicon.js';

export interface Knowing {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}
